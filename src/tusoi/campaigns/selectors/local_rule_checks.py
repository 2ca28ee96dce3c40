"""Điều kiện của quy định do cơ quan ban hành: what stands in the way of adding or ending a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from tusoi.campaigns.models import LocalRule
from tusoi.rulebook import Dated, Finding, NotInForce, Severity
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.parameter_text import UnreadableValue, as_written, read_exact
from tusoi.rulebook.parameters import Parameter, parameters

EXPECTED = {
    "share": "một tỉ lệ từ 0% đến 100%, ví dụ 15% hoặc 1/3",
    "count": "một số nguyên, ví dụ 5",
    "day": "một số ngày, ví dụ 1,5",
    "month": "một số tháng, ví dụ 6",
    "flag": "“Có” hoặc “Không”",
    "month_day": "ngày và tháng có trong lịch, ví dụ 15/12",
    "text": "một mục trong danh sách",
}
_PARTS_OF_DOCUMENT = {
    "document_number": ("số, ký hiệu", "Ghi số, ký hiệu như trên văn bản, ví dụ 15/QĐ-SCT."),
    "document_date": ("ngày ban hành", "Ghi ngày, tháng, năm ban hành như trên văn bản."),
    "issuer": ("nơi ban hành", "Ghi cơ quan hoặc người ban hành văn bản."),
}


def _block(rule: str, message: str, remedy: str, *cites: str) -> Finding:
    return Finding(f"local-rule.{rule}", Severity.BLOCKS, message, cites, remedy=remedy)


def blockers_for_add(rule: LocalRule, day: date) -> list[Finding]:
    """Everything that bars the value, not yet stored, on the day it is entered."""
    parameter = parameters().get(rule.name)
    if parameter is None:
        message = f"Sổ luật không có mục quy định “{rule.name[:40]}”."
        return [_block("unknown", message, "Chọn một mục trong trang “Quy định áp dụng”.")]
    return [
        *_value_faults(rule, parameter),
        *_document_faults(rule, day),
        *_period_faults(rule),
    ]


def _value_faults(rule: LocalRule, parameter: Parameter) -> Iterator[Finding]:
    if parameter.override == "none":
        yield _block(
            "not-open",
            f"{parameter.label}: do văn bản của cấp trên quy định, cơ quan không được thay đổi.",
            "Áp dụng đúng quy định chung.",
            *dict.fromkeys(dated.cite for _, dated in national_values(parameter, rule)),
        )
        return
    try:
        value = read_exact(parameter, rule.value)
    except UnreadableValue:
        expected = EXPECTED[parameter.unit]
        yield _block(
            "unit",
            f"{parameter.label}: giá trị “{rule.value[:40]}” không dùng được.",
            f"Ghi {expected}.",
        )
        return
    yield from _leniency(rule, parameter, value)


def _leniency(rule: LocalRule, parameter: Parameter, value: Any) -> Iterator[Finding]:
    words = {"lower": "thấp hơn", "higher": "cao hơn"}
    for since, dated in national_values(parameter, rule):
        if not parameter.allows(dated, value):
            bound = as_written(parameter, dated.value)
            yield _block(
                "lenient",
                f"{parameter.label}: giá trị {as_written(parameter, value)} nhẹ hơn quy định chung là {bound} "
                f"(áp dụng từ {dated.since:%d/%m/%Y}); cơ quan chỉ được quy định chặt hơn.",
                f"Ghi giá trị bằng hoặc {words[parameter.stricter]} {bound}, hoặc kết thúc áp dụng trước ngày {since:%d/%m/%Y}.",
                dated.cite,
            )
            return


def national_values(parameter: Parameter, rule: LocalRule) -> list[tuple[date, Dated]]:
    """National values that the own value would stand on, each with the day from which they meet."""
    starts = {day for _, timeline in parameter.timelines() for day, _ in timeline}
    last = rule.last_day
    later = {day for day in starts if rule.starts_on < day and (last is None or day <= last)}
    kinds: tuple[RatedAs | None, ...] = (None, *parameter.by_subject)
    met: dict[Dated, date] = {}
    for day in sorted({rule.starts_on, *later}):
        for kind in kinds:
            try:
                met.setdefault(parameter.at(day, kind), day)
            except NotInForce:
                continue
    return [(day, dated) for dated, day in met.items()]


def _document_faults(rule: LocalRule, day: date) -> Iterator[Finding]:
    for field, (label, remedy) in _PARTS_OF_DOCUMENT.items():
        if not getattr(rule, field):
            yield _block("document", f"Chưa ghi {label} của văn bản quy định giá trị này.", remedy)
    if rule.document_date and rule.document_date > day:
        yield _block(
            "document-date",
            f"Văn bản ghi ngày {rule.document_date:%d/%m/%Y}, sau ngày hôm nay ({day:%d/%m/%Y}).",
            "Chỉ ghi quy định của văn bản đã ban hành; kiểm tra lại ngày của văn bản.",
        )


def _period_faults(rule: LocalRule) -> Iterator[Finding]:
    if rule.ends_on and rule.ends_on < rule.starts_on:
        yield _block(
            "period",
            f"Ngày cuối áp dụng {rule.ends_on:%d/%m/%Y} trước ngày bắt đầu {rule.starts_on:%d/%m/%Y}.",
            "Ghi ngày cuối từ ngày bắt đầu trở đi, hoặc để trống khi chưa có ngày kết thúc.",
        )
        return
    for other in overlapping_rules(rule):
        until = f"đến hết {other.last_day:%d/%m/%Y}" if other.last_day else "chưa có ngày kết thúc"
        yield _block(
            "overlap",
            f"Cơ quan đã có quy định về mục này theo {other.document}, từ {other.starts_on:%d/%m/%Y}, {until}.",
            "Kết thúc quy định đó trước ngày bắt đầu của quy định mới.",
        )


def overlapping_rules(rule: LocalRule) -> list[LocalRule]:
    """Own values for the same parameter that hold on a day of this one."""
    others = LocalRule.objects.filter(body_id=rule.body_id, name=rule.name).exclude(pk=rule.pk)
    if rule.ends_on:
        others = others.filter(starts_on__lte=rule.ends_on)
    others = others.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=rule.starts_on))
    others = others.filter(Q(ended_from__isnull=True) | Q(ended_from__gt=rule.starts_on))
    return [other for other in others if other.has_held]


def blockers_for_end(rule: LocalRule, ended_from: date, reason: str) -> list[Finding]:
    """What bars ending an own value from that day on."""
    found = []
    if rule.ended_from is not None:
        message = f"Quy định theo {rule.document} đã kết thúc từ ngày {rule.ended_from:%d/%m/%Y}."
        found.append(_block("ended", message, "Tải lại trang để xem quy định hiện có."))
    elif rule.ends_on and ended_from > rule.ends_on:
        message = f"Quy định theo {rule.document} chỉ áp dụng đến hết ngày {rule.ends_on:%d/%m/%Y}."
        found.append(
            _block("over", message, "Chọn ngày thôi áp dụng không sau ngày cuối đã quy định.")
        )
    if not reason:
        message = "Chưa nêu lý do thôi áp dụng."
        found.append(_block("reason", message, "Ghi lý do và văn bản làm căn cứ."))
    return found
