"""Số liệu tự báo cáo: parts may not exceed the whole they are taken from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook.registry import blocks, judge, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import ResultFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


def _pairs(facts: ResultFacts) -> list[tuple[str, int | None, str, int | None]]:
    tasks, targets = "tổng số nhiệm vụ", "tổng số chỉ tiêu"
    return [
        (
            "Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng",
            facts.tasks_on_time,
            tasks,
            facts.tasks_total,
        ),
        ("Số nhiệm vụ vượt mức", facts.tasks_exceeded, tasks, facts.tasks_total),
        ("Số nhiệm vụ chưa bảo đảm", facts.tasks_deficient, tasks, facts.tasks_total),
        ("Số chỉ tiêu đã hoàn thành", facts.unit_targets_done, targets, facts.unit_targets_total),
        ("Số chỉ tiêu vượt mức", facts.unit_targets_exceeded, targets, facts.unit_targets_total),
        ("Số chỉ tiêu đúng tiến độ", facts.unit_targets_on_time, targets, facts.unit_targets_total),
    ]


@rule("classification.numbers-agree", since=date(2018, 1, 1), cites=("90-2020-nd-cp/d2.k2",))
def _parts_within_whole(facts: ResultFacts, law: LawAt) -> Iterator[Finding]:
    for name, part, whole_name, whole in _pairs(facts):
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
