"""Trình tự: who and what comes first, who chairs, who was absent, what the minutes hold."""

from __future__ import annotations

from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.planreader.special_rules.reading import flags

_HEADS = r"(?:người đứng đầu|bí thư|chủ tịch|giám đốc|hiệu trưởng|chánh văn phòng|chánh án|cục trưởng|trưởng phòng|viện trưởng)"

read = flags(
    (
        RuleCode.COLLECTIVE_FIRST,
        "tập thể",
        r"(?<!\w)tập thể(?: lãnh đạo)?[^.;,]{0,40} trước,? (?:rồi đến |đến |kiểm điểm |mới đến )?(?:các )?(?:cá nhân|đảng viên)",
    ),
    (
        RuleCode.COLLECTIVE_FIRST,
        "trước",
        r"(?<!\w)(?:cấp ủy|chi ủy|ban thường vụ)(?: [^.;,]{1,30})? trước,? (?:rồi đến |đến |kiểm điểm )?(?:các |từng )?(?:cá nhân|đảng viên)",
    ),
    (
        RuleCode.COLLECTIVE_FIRST,
        "làm cơ sở",
        r"lấy kết quả kiểm điểm (?:của )?tập thể làm cơ sở (?:để )?kiểm điểm (?:của )?cá nhân",
    ),
    (
        RuleCode.HEAD_FIRST,
        "trước",
        rf"(?<!\w){_HEADS}(?: [^.;,]{{1,40}})? trước,? (?:rồi đến |đến |kiểm điểm )?(?:các )?(?:cấp phó|phó|thành viên|cấp dưới)[^.;]{{0,80}}? sau",
    ),
    (
        RuleCode.HEAD_FIRST,
        "trước",
        rf"(?<!\w)(?<!phó ){_HEADS}(?: [^.;,]{{1,30}})? (?:tự )?kiểm điểm trước",
    ),
    (
        RuleCode.OFFICIAL_FIRST,
        "đảng viên",
        r"(?:công chức|viên chức|chính quyền|chuyên môn)[^.;]{0,80}? trước,? [^.;]{0,60}?đảng viên(?: [^.;]{1,30})? sau",
    ),
    (
        RuleCode.LOWER_FIRST,
        "cơ sở",
        r"thuộc (?:thẩm )?quyền quản lý[^.;]{0,20} để làm cơ sở (?:để )?đánh giá, xếp loại",
    ),
    (
        RuleCode.LOWER_FIRST,
        "cấp dưới",
        r"cấp dưới[^.;,]{0,30} trước,? [^.;]{0,20}cấp trên[^.;]{0,20} sau",
    ),
    (
        RuleCode.REVIEW_BEFORE_RATING,
        "kiểm điểm",
        r"hoàn thành (?:việc )?kiểm điểm (?:thì )?mới (?:được|tiến hành|thực hiện)(?: việc)? (?:đánh giá|xếp loại)",
    ),
    (
        RuleCode.REVIEW_BEFORE_RATING,
        "sau",
        r"(?<!\w)sau (?:khi )?(?:hoàn thành )?kiểm điểm[^.;,]{0,40},? (?:mới )?tiến hành [^.;]{0,60}?(?:đánh giá|xếp loại)",
    ),
    (
        RuleCode.RATING_BEFORE_AWARDS,
        "sau khi",
        r"(?<!\w)sau khi (?:hoàn thành )?[^.;]{0,60}?(?:đánh giá|xếp loại|phân loại)[^.;]{0,300}?(?:khen thưởng|thi đua)",
    ),
    (
        RuleCode.RATING_BEFORE_AWARDS,
        "thi đua",
        r"kết quả[^.;]{0,60}(?:xếp loại|đánh giá)[^;]{0,600}?là (?:cơ sở|căn cứ) để (?:bình )?xét (?:thi đua|khen thưởng)",
    ),
    (
        RuleCode.DEPUTY_CHAIRS,
        "chủ trì",
        rf"kiểm điểm (?:đối với )?{_HEADS}[^.;]{{0,60}}?(?:cấp phó|phó)[^.;]{{0,30}}?chủ trì",
    ),
    (
        RuleCode.DEPUTY_CHAIRS,
        "chủ trì",
        rf"(?<!\w)(?:cấp )?phó(?: [^.;,]{{1,30}})? chủ trì[^.;,]{{0,30}} kiểm điểm (?:đối với |đồng chí )?{_HEADS}",
    ),
    (
        RuleCode.ABSENT_SOON,
        "vắng",
        r"vắng(?: mặt)?[^.;]{0,160}?(?:thời gian sớm nhất|sớm nhất|(?:kiểm điểm|đánh giá) (?:bổ sung|sau))",
    ),
    (
        RuleCode.OPINIONS_RECORDED,
        "biên bản",
        r"ý kiến[^.;]{0,60}?(?:ghi|đưa) (?:vào|thành) biên bản(?:[^.;]{0,20}?thông qua(?: tại (?:cuộc họp|hội nghị))?)?",
    ),
)
