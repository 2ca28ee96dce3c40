"""Đợt đánh giá: from the drafted plan to the closed season."""

from tusoi.rulebook.machine import Machine, Step

CAMPAIGN = Machine(
    name="campaign",
    label="Đợt đánh giá",
    states={
        "draft": "Đang lập",
        "open": "Đang thực hiện",
        "closed": "Đã kết thúc",
        "withdrawn": "Đã rút",
    },
    initial="draft",
    steps=(
        Step("open", "Mở đợt", ("draft",), "open", ("2284-kh-sct/ii",)),
        Step("withdraw", "Rút kế hoạch", ("draft",), "withdrawn"),
        Step("close", "Kết thúc đợt", ("open",), "closed"),
    ),
)
