"""Lượt bỏ phiếu kín: prepared, opened, closed; nothing of its content shows before closing."""

from tusoi.rulebook.machine import Machine, Step

BALLOT_ROUND = Machine(
    name="ballot_round",
    label="Lượt bỏ phiếu",
    states={
        "prepared": "Đã chuẩn bị",
        "open": "Đang bỏ phiếu",
        "closed": "Đã kiểm phiếu",
        "cancelled": "Đã hủy",
    },
    initial="prepared",
    steps=(
        Step("open", "Mở bỏ phiếu", ("prepared",), "open"),
        Step("close", "Kết thúc bỏ phiếu và kiểm phiếu", ("open",), "closed"),
        Step("cancel", "Hủy lượt bỏ phiếu", ("prepared", "open"), "cancelled"),
    ),
)
