"""Nội dung chương trình họp: one subject's turn at the meeting, in the legal order."""

from tusoi.rulebook.machine import Machine, Step

AGENDA_ITEM = Machine(
    name="agenda_item",
    label="Nội dung họp",
    states={
        "pending": "Chưa đến lượt",
        "current": "Đang kiểm điểm",
        "concluded": "Đã kết luận",
        "deferred": "Hoãn, kiểm điểm bổ sung",
    },
    initial="pending",
    steps=(
        Step(
            "take_up", "Chuyển sang nội dung này", ("pending",), "current", ("2284-kh-sct/ii.1.3",)
        ),
        Step("conclude", "Kết luận", ("current",), "concluded", ("2284-kh-sct/ii.1.3",)),
        Step("defer", "Hoãn vì vắng mặt", ("pending", "current"), "deferred"),
    ),
)
