"""Lấy ý kiến (Đảng ủy, chi bộ, nơi công tác cũ…): asked with a deadline, answered."""

from tusoi.rulebook.machine import Machine, Step

OPINION_REQUEST = Machine(
    name="opinion_request",
    label="Lấy ý kiến",
    states={"requested": "Đang chờ ý kiến", "given": "Đã có ý kiến", "withdrawn": "Đã rút yêu cầu"},
    initial="requested",
    steps=(
        Step("give", "Cho ý kiến", ("requested",), "given", ("2284-kh-sct/ii.2.3",)),
        Step("withdraw", "Rút yêu cầu", ("requested",), "withdrawn"),
    ),
)
