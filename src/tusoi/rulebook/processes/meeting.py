"""Hội nghị kiểm điểm: planned, called, held, its minutes read and approved."""

from tusoi.rulebook.machine import Machine, Step

MEETING = Machine(
    name="meeting",
    label="Hội nghị",
    states={
        "planned": "Dự kiến",
        "invited": "Đã mời họp",
        "in_session": "Đang họp",
        "reading_minutes": "Đang thông qua biên bản",
        "approved": "Biên bản đã thông qua",
        "cancelled": "Đã hủy",
    },
    initial="planned",
    steps=(
        Step("invite", "Gửi giấy mời", ("planned",), "invited"),
        Step("cancel", "Hủy cuộc họp", ("planned", "invited"), "cancelled"),
        Step("start", "Khai mạc", ("invited",), "in_session", ("25-hd-btctw/2",)),
        Step(
            "draft_minutes",
            "Lập biên bản",
            ("in_session",),
            "reading_minutes",
            ("2284-kh-sct/ii.2.3.2",),
        ),
        Step("resume", "Họp tiếp", ("reading_minutes",), "in_session"),
        Step(
            "approve_minutes",
            "Thông qua biên bản",
            ("reading_minutes",),
            "approved",
            ("2284-kh-sct/ii.2.3.2",),
        ),
    ),
)
