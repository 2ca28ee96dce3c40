"""Điểm của kỳ: the general score, the shares of work done and the items of leaders, put together as the decree says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import LeaderMark, Leadership, RatedAs, TaskOrigin
from tusoi.rulebook.findings import blockers
from tusoi.rulebook.registry import judge, notes, rule, warns
from tusoi.rulebook.rules.scoring.account import account
from tusoi.rulebook.rules.scoring.readings import reading, words
from tusoi.rulebook.rules.scoring.soundness import (
    SCORING_STARTS,
    output_findings,
    period_findings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import PeriodFacts, WorkItem
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class PeriodScore:
    """Điểm của kỳ: every intermediate as an exact fraction, None where it could not be had.

    `assigned` is the total assigned (A), `earned` what of it was done, done well, done in time; `quantity`,
    `quality`, `progress` are a, b, c; `unit_results`, `organising`, `cohesion` are d, đ, e of leaders;
    `result_share` is their mean, `task_points` what it earns.
    """

    period: PeriodFacts
    assigned: Fraction = Fraction(0)
    earned: tuple[Fraction, Fraction, Fraction] = (Fraction(0), Fraction(0), Fraction(0))
    quantity: Fraction | None = None
    quality: Fraction | None = None
    progress: Fraction | None = None
    unit_results: Fraction | None = None
    organising: Fraction | None = None
    cohesion: Fraction | None = None
    result_share: Fraction | None = None
    task_points: Fraction | None = None
    total: Fraction | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_leader(self) -> bool:
        return self.period.leadership is not Leadership.NONE

    @property
    def shares(self) -> tuple[Fraction | None, ...]:
        """The shares whose mean is the result: three for staff, six for leaders."""
        of_work = (self.quantity, self.quality, self.progress)
        of_leading = (self.unit_results, self.organising, self.cohesion)
        return (*of_work, *of_leading) if self.is_leader else of_work


def score_period(period: PeriodFacts, law: LawAt) -> PeriodScore:
    """The score of one month or quarter; facts that cannot be true are named and not scored."""
    law = law.of(RatedAs.CIVIL_SERVANT)
    score = examined(period, output_findings((period,), law), law)
    return replace(score, findings=(*score.findings, *judge((_score_is_explained,), score, law)))


def examined(period: PeriodFacts, of_outputs: list[Finding], law: LawAt) -> PeriodScore:
    """A period scored beside what is already known to be wrong with the outputs in it."""
    found = [*period_findings(period, law), *of_outputs]
    score = PeriodScore(period)
    if law.find("scoring.task_max") is not None and not blockers(found):
        score = _scored(score, law)
        found += judge(_RULES, score, law)
    return replace(score, findings=tuple(found))


def _scored(score: PeriodScore, law: LawAt) -> PeriodScore:
    period = score.period
    if not period.is_worked:
        return score
    if period.received_total is not None:
        return replace(score, total=Fraction(period.received_total))
    score = _with_leader_items(_with_work(score, law), law)
    shares = [share for share in score.shares if share is not None]
    if len(shares) < len(score.shares):
        return score
    mean = sum(shares, Fraction(0)) / len(shares)
    points = min(mean, WHOLE) * law.value("scoring.task_max")
    total = None if period.general is None else Fraction(period.general) + points
    return replace(score, result_share=mean, task_points=points, total=total)


def _with_work(score: PeriodScore, law: LawAt) -> PeriodScore:
    """a, b and c: what was done, well and in time, over what was assigned."""
    items = score.period.items
    assigned = sum(
        (Fraction(item.converted) for item in items if item.origin is TaskOrigin.PLANNED),
        Fraction(0),
    )
    done = [item for item in items if item.is_completed]
    failure, delay = (
        Fraction(law.value(f"scoring.{name}_deduction")) for name in ("failure", "delay")
    )
    earned = (
        sum((Fraction(item.converted) for item in done), Fraction(0)),
        sum((_earned(item, _failures(item), failure, law) for item in done), Fraction(0)),
        sum((_earned(item, _delays(item), delay, law) for item in done), Fraction(0)),
    )
    quantity, quality, progress = (_share(each, assigned, law) for each in earned)
    return replace(
        score,
        assigned=assigned,
        earned=earned,
        quantity=quantity,
        quality=quality,
        progress=progress,
    )


def _failures(item: WorkItem) -> int:
    return item.failures - item.failures_excused


def _delays(item: WorkItem) -> int:
    return item.delays - item.delays_excused


def _earned(item: WorkItem, faults: int, deduction: Fraction, law: LawAt) -> Fraction:
    """What a finished product earns after its faults without a confirmed objective cause."""
    if reading("faulty_product", law).value == "count_nothing":
        return Fraction(0 if faults else item.converted)
    return Fraction(item.converted) * max(Fraction(0), WHOLE - faults * deduction)


def _share(earned: Fraction, assigned: Fraction, law: LawAt) -> Fraction | None:
    if not assigned:
        takes_no_score = reading("no_task_assigned", law).value == "no_score"
        return None if takes_no_score else Fraction(0)
    share = earned / assigned
    is_capped = reading("over_fulfilment", law).value == "cap_each_ratio"
    return min(share, WHOLE) if is_capped else share


def _with_leader_items(score: PeriodScore, law: LawAt) -> PeriodScore:
    """d, đ and e; the first follows from the staff where their scores are known."""
    if not score.is_leader:
        return score
    items = score.period.leader_items
    unit_results = items.unit_results
    if unit_results is None and items.staff_not_completed is not None:
        unit_results = LeaderMark.HALF if items.staff_not_completed else LeaderMark.FULL
    undecided = reading("undecided_leader_item", law).value
    otherwise = None if undecided == "ask" else LeaderMark(undecided)
    return replace(
        score,
        unit_results=_leader_share(unit_results, law),
        organising=_leader_share(items.organising or otherwise, law),
        cohesion=_leader_share(items.cohesion or otherwise, law),
    )


def _leader_share(mark: LeaderMark | None, law: LawAt) -> Fraction | None:
    return None if mark is None else Fraction(law.value(f"scoring.leader_item_{mark.value}"))


def _is_scored_here(score: PeriodScore) -> bool:
    return score.period.is_worked and score.period.received_total is None


@rule(
    "scoring.not-worked",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d11.k2", "335-2025-nd-cp/d19.k3"),
)
def _period_without_work(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    if not score.period.is_worked:
        yield notes(
            f"{score.period.label}: không làm việc trong kỳ nên không chấm điểm; "
            "năm được tính theo thời gian làm việc thực tế."
        )


@rule("scoring.no-task-assigned", since=SCORING_STARTS, cites=("335-2025-nd-cp/d14.k2.a",))
def _some_task_is_assigned(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    if score.assigned or not _is_scored_here(score):
        return
    chosen = reading("no_task_assigned", law)
    yield warns(
        f"{score.period.label}: không có nhiệm vụ nào được giao trong kế hoạch; {words(chosen)}.",
        cites=("335-2025-nd-cp/d14.k2.a", chosen.cite),
        remedy="Bổ sung nhiệm vụ được giao; nếu không làm việc trong kỳ thì ghi rõ kỳ không làm việc.",
    )


@rule("scoring.moved-work", since=SCORING_STARTS, cites=("335-2025-nd-cp/d18.k1.d",))
def _moved_work_is_named(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    items = score.period.items if _is_scored_here(score) else ()
    given_back = sum(item.is_handed_back for item in items)
    added = sum(item.origin is not TaskOrigin.PLANNED for item in items)
    if given_back:
        yield notes(
            f"{score.period.label}: {given_back} việc đã trả lại vẫn nằm trong tổng được giao nhưng không tính hoàn thành.",
            handed_back=given_back,
        )
    if added:
        yield notes(
            f"{score.period.label}: {added} việc nhận từ người khác hoặc đột xuất không nằm trong tổng được giao, "
            "hoàn thành thì cộng vào kết quả.",
            added=added,
        )


@rule(
    "scoring.leader-items",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d15.k3", "335-2025-nd-cp/d15.k4"),
)
def _leader_items_are_decided(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    if not score.is_leader or not _is_scored_here(score):
        return
    items = score.period.leader_items
    named = (
        ("mục d (kết quả hoạt động)", score.unit_results, False),
        ("mục đ (tổ chức triển khai)", score.organising, items.organising is None),
        ("mục e (tập hợp, đoàn kết)", score.cohesion, items.cohesion is None),
    )
    for name, share, is_left_open in named:
        if share is None:
            yield warns(
                f"{score.period.label}: chưa quyết định {name} nên chưa có điểm của kỳ.",
                remedy="Người chấm quyết định mức của mục này và nêu lý do.",
            )
        elif is_left_open:
            yield notes(
                f"{score.period.label}: {name} không thuộc trường hợp nào, tính {wording.percent(share)}.",
                cites=(reading("undecided_leader_item", law).cite,),
            )


@rule(
    "scoring.excused",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d14.k2.b", "335-2025-nd-cp/d14.k2.c"),
)
def _excused_faults_are_named(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    excused = sum(item.failures_excused + item.delays_excused for item in score.period.items)
    if excused and _is_scored_here(score):
        yield notes(
            f"{score.period.label}: không trừ điểm {excused} lần vì nguyên nhân khách quan đã được cấp có thẩm quyền xác nhận.",
            excused=excused,
        )


@rule(
    "scoring.faulty-products",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d14.k2.b", "335-2025-nd-cp/d14.k2.c"),
)
def _faulty_products_are_named(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    items = score.period.items if _is_scored_here(score) else ()
    faulty = sum(item.is_completed and bool(_failures(item) or _delays(item)) for item in items)
    if faulty:
        chosen = reading("faulty_product", law)
        yield notes(
            f"{score.period.label}: {faulty} sản phẩm có lần không đạt hoặc chậm; {words(chosen)}.",
            cites=("335-2025-nd-cp/d14.k2.b", "335-2025-nd-cp/d14.k2.c", chosen.cite),
            faulty=faulty,
        )


@rule("scoring.over-fulfilment", since=SCORING_STARTS, cites=("335-2025-nd-cp/d12.k3",))
def _over_fulfilment_is_capped(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    chosen = reading("over_fulfilment", law)
    is_share_above = score.result_share is not None and score.result_share > WHOLE
    is_ratio_cut = chosen.value == "cap_each_ratio" and max(score.earned) > score.assigned > 0
    if is_share_above or is_ratio_cut:
        yield notes(
            f"{score.period.label}: kết quả vượt 100% số được giao; {words(chosen)}.",
            cites=("335-2025-nd-cp/d12.k3", chosen.cite),
        )


@rule(
    "scoring.period-score",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d16.k1", "335-2025-nd-cp/d16.k2", "335-2025-nd-cp/d17.k1"),
)
def _score_is_explained(score: PeriodScore, law: LawAt) -> Iterator[Finding]:
    lines = account(score) if _is_scored_here(score) else ()
    if lines:
        steps = "; ".join(f"{line.sign or line.text}: {line.calculation}" for line in lines)
        yield notes(
            f"{score.period.label} – {steps}.",
            cites=tuple(line.cite for line in lines),
            total=str(score.total) if score.total is not None else None,
        )


_RULES = (
    _period_without_work,
    _some_task_is_assigned,
    _moved_work_is_named,
    _leader_items_are_decided,
    _faulty_products_are_named,
    _excused_faults_are_named,
    _over_fulfilment_is_capped,
)
