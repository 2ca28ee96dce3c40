"""Gợi ý, giám sát, làm lại: what the level above asks for, attends, and may have done again."""

from __future__ import annotations

from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import flags

read = flags(
    (
        RuleCode.OPINIONS_ON_SUGGESTIONS,
        "gợi ý",
        r"(?<!\w)chỉ (?:thực hiện|lấy ý kiến|xin ý kiến)[^.;]{0,120}?gợi ý kiểm điểm(?:[^.;]{0,160}nội dung gợi ý(?: kiểm điểm)?)?",
    ),
    (
        RuleCode.SUGGESTIONS_ANSWERED,
        "gợi ý",
        r"(?:giải trình|làm rõ|trả lời)[^.;]{0,80}?(?:được )?gợi ý(?: kiểm điểm)?",
    ),
    (
        RuleCode.SUGGESTIONS_ANSWERED,
        "gợi ý",
        r"gợi ý kiểm điểm[^.;]{0,60}?phải (?:được )?(?:giải trình|làm rõ|trả lời)",
    ),
    (RuleCode.SUPERVISED, "gợi ý", r"giám sát[^.;]{0,100}?gợi ý kiểm điểm"),
    (RuleCode.SUPERVISED, "gợi ý", r"(?:có|được) gợi ý kiểm điểm[^.;]{0,160}?giám sát"),
    (
        RuleCode.SUPERIOR_ATTENDS,
        "dự",
        r"(?<!\w)(?:tham )?dự(?:,| và|, theo dõi,?)? (?:để )?(?:theo dõi, )?chỉ đạo (?:việc |hội nghị )?kiểm điểm",
    ),
    (
        RuleCode.REVIEW_AGAIN,
        "kiểm điểm lại",
        r"(?:không|chưa) (?:đạt|bảo đảm|đảm bảo) yêu cầu[^.;]{0,60}?kiểm điểm lại",
    ),
    (
        RuleCode.EXCELLENT_RERATED,
        "lại",
        r"xuất sắc[^.;]{0,40}?không đúng[^.;]{0,60}?(?:xếp loại|đánh giá) lại",
    ),
    (
        RuleCode.FAULT_RERATED,
        "phát hiện",
        r"phát hiện[^.;]{0,140}?hủy bỏ[^.;]{0,40}?xếp loại lại",
    ),
)
