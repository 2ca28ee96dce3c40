"""Đề nghị khen thưởng: put forward by the unit after the rating, taken to the council or not."""

from tusoi.rulebook.machine import Machine, Step

AWARD_NOMINATION = Machine(
    name="award_nomination",
    label="Đề nghị khen thưởng",
    states={
        "nominated": "Đơn vị đề nghị",
        "submitted": "Đã trình hội đồng",
        "declined": "Không trình",
        "withdrawn": "Đơn vị đã rút",
    },
    initial="nominated",
    steps=(
        Step("submit", "Trình hội đồng", ("nominated",), "submitted", ("kh-vp-ubnd-2023/iv",)),
        Step("decline", "Không trình hội đồng", ("nominated",), "declined"),
        Step("restore", "Đưa lại vào danh sách", ("declined",), "nominated"),
        Step("withdraw", "Rút đề nghị", ("nominated",), "withdrawn"),
    ),
)
