"""Số liệu tự báo cáo: parts may not exceed the whole they are taken from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tusoi.rulebook.facts import ResultFacts
from tusoi.rulebook.registry import blocks, judge, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


class _Part(NamedTuple):
    """A number of the report that is counted out of another."""

    name: str
    whole_name: str
    read: Callable[[ResultFacts], tuple[int | None, int | None]]


def _part(name: str, part: str, whole_name: str, whole: str) -> _Part:
    return _Part(name, whole_name, attrgetter(part, whole))


_TASKS, _TARGETS = ("tổng số nhiệm vụ", "tasks_total"), ("tổng số chỉ tiêu", "unit_targets_total")
_PARTS = (
    _part("Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng", "tasks_on_time", *_TASKS),
    _part("Số nhiệm vụ vượt mức", "tasks_exceeded", *_TASKS),
    _part("Số nhiệm vụ chưa bảo đảm", "tasks_deficient", *_TASKS),
    _part("Số nhiệm vụ đã hoàn thành", "tasks_done", *_TASKS),
    _part("Số nhiệm vụ chậm tiến độ", "tasks_late", *_TASKS),
    _part("Số chỉ tiêu đã hoàn thành", "unit_targets_done", *_TARGETS),
    _part("Số chỉ tiêu vượt mức", "unit_targets_exceeded", *_TARGETS),
    _part("Số chỉ tiêu đúng tiến độ", "unit_targets_on_time", *_TARGETS),
    _part(
        "Số hạn chế, khuyết điểm đã khắc phục",
        "shortcomings_fixed",
        "tổng số hạn chế, khuyết điểm",
        "shortcomings_total",
    ),
    _part(
        "Số phiếu tín nhiệm thấp", "trust_votes_low", "tổng số phiếu tín nhiệm", "trust_votes_total"
    ),
    _part(
        "Số đơn vị trực thuộc bị xử lý kỷ luật",
        "subordinate_units_disciplined",
        "tổng số đơn vị trực thuộc",
        "subordinate_units_total",
    ),
)


@rule("classification.numbers-agree", since=date(2018, 1, 1), cites=("90-2020-nd-cp/d2.k2",))
def _parts_within_whole(facts: ResultFacts, law: LawAt) -> Iterator[Finding]:
    for name, whole_name, read in _PARTS:
        part, whole = read(facts)
        if part is not None and whole is not None and part > whole:
            yield blocks(
                f"{name} ({part}) lớn hơn {whole_name} ({whole}).",
                remedy="Kiểm tra và sửa số liệu trong bản kiểm điểm.",
                part=part,
                whole=whole,
            )
    good, poor, total = facts.tasks_on_time, facts.tasks_deficient, facts.tasks_total
    if good is not None and poor is not None and total is not None and poor <= total < good + poor:
        yield blocks(
            f"Số nhiệm vụ bảo đảm ({good}) cộng số nhiệm vụ chưa bảo đảm ({poor}) lớn hơn tổng số nhiệm vụ ({total}).",
            remedy="Kiểm tra và sửa số liệu trong bản kiểm điểm.",
            part=good + poor,
            whole=total,
        )


def number_findings(facts: ResultFacts, law: LawAt) -> list[Finding]:
    """Every reported number that cannot be true beside the others."""
    return judge((_parts_within_whole,), facts, law)
