"""Xếp loại chất lượng của một đối tượng: appraised, proposed, decided, made known."""

from tusoi.rulebook.machine import Machine, Step

CLASSIFICATION = Machine(
    name="classification",
    label="Xếp loại chất lượng",
    states={
        "awaiting": "Chờ hồ sơ kiểm điểm",
        "appraised": "Đã thẩm định",
        "proposed": "Đã đề nghị mức",
        "decided": "Đã quyết định",
        "notified": "Đã thông báo",
    },
    initial="awaiting",
    steps=(
        Step(
            "appraise", "Thẩm định", ("awaiting", "appraised"), "appraised", ("2284-kh-sct/ii.2.3",)
        ),
        Step("send_back", "Trả hồ sơ", ("appraised", "proposed"), "awaiting"),
        Step(
            "propose",
            "Đề nghị mức xếp loại",
            ("appraised", "proposed"),
            "proposed",
            ("2284-kh-sct/ii.2.3.2",),
        ),
        Step(
            "decide", "Quyết định mức xếp loại", ("proposed",), "decided", ("2284-kh-sct/ii.2.3.2",)
        ),
        Step("notify", "Thông báo kết quả", ("decided",), "notified", ("90-2020-nd-cp/d18",)),
    ),
)
