"""Bản kiểm điểm (cá nhân, tập thể): written, handed in, circulated, discussed, completed."""

from tusoi.rulebook.machine import Machine, Step

SELF_REVIEW = Machine(
    name="self_review",
    label="Bản kiểm điểm",
    states={
        "drafting": "Đang viết",
        "submitted": "Đã nộp",
        "returned": "Trả lại để sửa",
        "circulated": "Đã gửi dự thảo",
        "discussed": "Đã kiểm điểm, chờ hoàn thiện",
        "final": "Hoàn thành",
    },
    initial="drafting",
    steps=(
        Step(
            "submit",
            "Nộp bản kiểm điểm",
            ("drafting", "returned"),
            "submitted",
            ("2284-kh-sct/ii.1.3",),
        ),
        Step("return", "Trả lại để sửa", ("submitted", "circulated"), "returned"),
        Step(
            "circulate",
            "Gửi dự thảo cho thành viên dự họp",
            ("submitted",),
            "circulated",
            ("25-hd-btctw/2",),
        ),
        Step(
            "discuss", "Kết luận kiểm điểm", ("circulated",), "discussed", ("2284-kh-sct/ii.1.3",)
        ),
        Step(
            "order_again",
            "Yêu cầu kiểm điểm lại",
            ("discussed", "final"),
            "returned",
            ("bc-snnptnt-thanh-hoa-2022/i.2.1.a.lai",),
        ),
        Step(
            "finalise", "Hoàn thiện sau hội nghị", ("discussed",), "final", ("2284-kh-sct/ii.1.3",)
        ),
    ),
)
