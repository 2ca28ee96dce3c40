"""Cột về kết quả: every fact of a year that the conditions of some table read."""

from __future__ import annotations

from typing import Any

from tusoi.batch.cells import YES_NO, Choice, DecimalNumber, Reader, WholeNumber
from tusoi.batch.columns import LEVEL, MEMBERS, Column, Into
from tusoi.rulebook.facts import Degree, RatingLevel

_DEGREE = Choice({degree.label: degree for degree in Degree})


def _result(heading: str, hint: str, reader: Reader, field: str, **more: Any) -> Column:
    return Column(heading, hint, reader, Into.RESULTS, field, **more)


def _count(heading: str, field: str, **more: Any) -> Column:
    hint = "Số đếm. Để trống nếu chưa có số liệu."
    return _result(heading, hint, WholeNumber(), field, **more)


def _fact(heading: str, field: str) -> Column:
    hint = "Có nếu cấp có thẩm quyền đã kết luận. Để trống được hiểu là Không."
    return _result(heading, hint, YES_NO, field, example="Không", width=24)


def _degree(heading: str, key: str, *measures: str) -> Column:
    hint = "Xuất sắc, Tốt, Trung bình hoặc Kém."
    return _result(
        heading,
        hint,
        _DEGREE,
        "criteria",
        key=key,
        asked_by=frozenset(measures),
        example="Tốt",
        width=20,
    )


def _levels(whose: str, field: str) -> tuple[Column, ...]:
    """One column per level: how many were rated so."""
    return tuple(
        _count(f"{whose}: số {level.short.lower()}", field, key=level, width=18)
        for level in RatingLevel
    )


_TASKS, _TARGETS = "Tổng số nhiệm vụ", "Tổng số chỉ tiêu"
_SHORTCOMINGS, _TRUST_VOTES = "Số hạn chế, khuyết điểm phải khắc phục", "Số phiếu tín nhiệm"
_UNITS = "Số đơn vị trực thuộc"
#: The criteria that stand for all of their kind: the lowest degree of each kind and the highest of all.
GENERAL, RESULT, BEST = "general", "result", "best"

RESULT_COLUMNS = (
    _result(
        "Tổng điểm",
        "Tổng điểm cả năm, thang điểm 100.",
        DecimalNumber(100, "88,5"),
        "score",
        example="88,5",
    ),
    _degree("Cấp độ thấp nhất của tiêu chí chung", GENERAL, "worst_general_degree", "worst_degree"),
    _degree("Cấp độ thấp nhất của tiêu chí kết quả", RESULT, "worst_result_degree", "worst_degree"),
    _degree("Cấp độ cao nhất của các tiêu chí", BEST, "best_degree"),
    _count(_TASKS, "tasks_total", example="40"),
    _count("Số nhiệm vụ đã hoàn thành", "tasks_done", whole=_TASKS, example="40"),
    _count(
        "Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng", "tasks_on_time", whole=_TASKS, example="40"
    ),
    _count("Số nhiệm vụ vượt mức", "tasks_exceeded", whole=_TASKS, example="22"),
    _count("Số nhiệm vụ chưa bảo đảm", "tasks_deficient", whole=_TASKS, example="0"),
    _count("Số nhiệm vụ chậm tiến độ", "tasks_late", whole=_TASKS, example="0"),
    _count(_TARGETS, "unit_targets_total"),
    _count("Số chỉ tiêu đã hoàn thành", "unit_targets_done", whole=_TARGETS),
    _count("Số chỉ tiêu vượt mức", "unit_targets_exceeded", whole=_TARGETS),
    _count("Số chỉ tiêu đúng tiến độ", "unit_targets_on_time", whole=_TARGETS),
    _count(_SHORTCOMINGS, "shortcomings_total", example="0"),
    _count(
        "Số hạn chế, khuyết điểm đã khắc phục",
        "shortcomings_fixed",
        whole=_SHORTCOMINGS,
        example="0",
    ),
    *_levels("Đơn vị trực thuộc", "subordinate_levels"),
    *_levels("Đảng viên", "member_levels"),
    *_levels("Chính quyền, đoàn thể cùng cấp", "peer_levels"),
    _result(
        "Mức xếp loại công chức, viên chức",
        "Mức đã được quyết định trong năm.",
        LEVEL,
        "official_level",
        kinds=MEMBERS,
        width=26,
        example="Hoàn thành tốt nhiệm vụ",
    ),
    _count(_TRUST_VOTES, "trust_votes_total"),
    _count("Số phiếu tín nhiệm thấp", "trust_votes_low", whole=_TRUST_VOTES),
    _count(_UNITS, "subordinate_units_total"),
    _count("Số đơn vị trực thuộc bị kỷ luật", "subordinate_units_disciplined", whole=_UNITS),
    _fact("Suy thoái, tự diễn biến, tự chuyển hóa", "degradation_concluded"),
    _fact("Vi phạm những điều đảng viên không được làm", "prohibitions_breached"),
    _fact("Vi phạm trách nhiệm nêu gương", "example_breached"),
    _fact("Tham nhũng, lãng phí, tiêu cực bị xử lý", "corruption_case"),
    _fact("Sai phạm trong công tác cán bộ", "personnel_wrongdoing"),
    _fact("Mất đoàn kết", "disunity"),
    _fact("Tập thể lãnh đạo bị kỷ luật", "collective_disciplined"),
    _fact("Đơn vị trực thuộc, thành viên bị kỷ luật", "member_or_unit_disciplined"),
    _fact("Thành viên bị kỷ luật cảnh cáo trở lên", "member_warned_or_worse"),
    _fact("Thành viên bị kỷ luật vì thực thi công vụ", "member_disciplined_for_duty"),
    _fact("Vi phạm bị kỷ luật đã tự phát hiện và khắc phục xong", "discipline_self_detected"),
    _fact("Vi phạm đã tự phát hiện, báo cáo, xử lý và khắc phục", "violation_self_repaired"),
    _fact("Không đạt chỉ tiêu chủ yếu", "main_targets_missed"),
    _fact("Không đạt chỉ tiêu kinh tế - xã hội cơ bản", "basic_targets_missed"),
    _fact("Bất khả kháng", "force_majeure"),
    _fact("Có quý không hoàn thành nhiệm vụ", "quarter_not_completed"),
)
