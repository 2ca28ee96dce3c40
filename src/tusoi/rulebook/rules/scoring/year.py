"""Điểm năm: the mean of the periods – quarters and half-years on the way – and what keeps it from being final."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import PeriodKind, RatedAs
from tusoi.rulebook.findings import blockers
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.scoring.period import PeriodScore, examined
from tusoi.rulebook.rules.scoring.readings import reading, words
from tusoi.rulebook.rules.scoring.soundness import SCORING_STARTS, output_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tusoi.rulebook.facts import PeriodFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

QUARTERS = PeriodKind.QUARTER.per_year


@dataclass(frozen=True, slots=True)
class Slot:
    """Ô trong năm: a period or a mean of periods; without a score it is missing unless it is left out."""

    label: str
    score: Fraction | None = None
    is_left_out: bool = False
    is_provisional: bool = False

    @property
    def is_missing(self) -> bool:
        return self.score is None and not self.is_left_out


@dataclass(frozen=True, slots=True)
class YearScore:
    """Điểm năm: `total` is the exact mean, `compared` what is held against the limits of the levels.

    `slots` are the months or quarters the mean is taken of; `quarters` and `halves` the means on the way.
    """

    periods: tuple[PeriodScore, ...]
    slots: tuple[Slot, ...] = ()
    quarters: tuple[Slot, ...] = ()
    halves: tuple[Slot, ...] = ()
    total: Fraction | None = None
    compared: Fraction | None = None
    is_provisional: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def is_tracked_by_quarter(self) -> bool:
        return any(each.period.kind is PeriodKind.QUARTER for each in self.periods)


def score_year(periods: Sequence[PeriodFacts], law: LawAt) -> YearScore:
    """The score of a year from its periods, in whatever order they come."""
    law = law.of(RatedAs.CIVIL_SERVANT)
    facts = tuple(sorted(periods, key=lambda period: (period.kind.months, period.number)))
    year = YearScore(tuple(examined(period, [], law) for period in facts))
    found = [
        *(finding for period in year.periods for finding in period.findings),
        *output_findings(facts, law),
        *judge((_every_period_stands_once,), facts, law),
    ]
    if law.find("scoring.task_max") is not None and not blockers(found):
        year = _scored(year, law)
        found += judge(_RULES, year, law)
    return replace(year, findings=tuple(found))


def _scored(year: YearScore, law: LawAt) -> YearScore:
    months, by_quarter = _slots(year, PeriodKind.MONTH), year.is_tracked_by_quarter
    if not by_quarter:
        months = _last_when_final(months, law)
    quarters = _quarters(year, months)
    if by_quarter:
        quarters = _last_when_final(quarters, law)
    slots = quarters if by_quarter else months
    halves = zip(("6 tháng đầu năm", "6 tháng cuối năm"), _groups(slots, 2), strict=True)
    whole = _together("Năm", slots)
    total = whole.score if _may_be_computed(year, law) else None
    return replace(
        year,
        slots=slots,
        quarters=quarters,
        halves=tuple(_together(label, half) for label, half in halves),
        total=total,
        compared=_compared(total, law),
        is_provisional=whole.is_provisional,
    )


def _slots(year: YearScore, kind: PeriodKind) -> tuple[Slot, ...]:
    """One slot per month or quarter of the year, whether or not anything is known of it."""
    known = {each.period.number: each for each in year.periods if each.period.kind is kind}
    return tuple(
        Slot(
            known[number].period.label,
            known[number].total,
            is_left_out=not known[number].period.is_worked,
            is_provisional=known[number].period.is_provisional,
        )
        if number in known
        else Slot(f"{kind.label} {number}")
        for number in range(1, kind.per_year + 1)
    )


def _quarters(year: YearScore, months: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Each quarter as it was scored, else the mean of its months."""
    return tuple(
        _together(quarter.label, three) if quarter.is_missing else quarter
        for quarter, three in zip(
            _slots(year, PeriodKind.QUARTER), _groups(months, QUARTERS), strict=True
        )
    )


def _groups(slots: tuple[Slot, ...], count: int) -> list[tuple[Slot, ...]]:
    size = len(slots) // count
    return [slots[start : start + size] for start in range(0, len(slots), size)]


def _together(label: str, slots: Iterable[Slot]) -> Slot:
    """The mean of the slots that count; missing if one of them is, left out if none counts."""
    slots = tuple(slots)
    is_provisional = any(slot.is_provisional for slot in slots)
    if any(slot.is_missing for slot in slots):
        return Slot(label, is_provisional=is_provisional)
    scores = [slot.score for slot in slots if slot.score is not None]
    mean = sum(scores, Fraction(0)) / len(scores) if scores else None
    return Slot(label, mean, is_left_out=not scores, is_provisional=is_provisional)


def _last_when_final(slots: tuple[Slot, ...], law: LawAt) -> tuple[Slot, ...]:
    """The slots, the last one left out until it is final where the body reads the decree so."""
    last = slots[-1]
    is_final = not (last.is_missing or last.is_provisional)
    if is_final or reading("last_period", law).value == "provisional":
        return slots
    return (*slots[:-1], Slot(last.label, is_left_out=True, is_provisional=True))


def _may_be_computed(year: YearScore, law: LawAt) -> bool:
    takes_mean = reading("year_of_quarters", law).value == "mean_of_quarters"
    return takes_mean or not year.is_tracked_by_quarter


def _compared(total: Fraction | None, law: LawAt) -> Fraction | None:
    if total is None or reading("compared_score", law).value == "unrounded":
        return total
    return Fraction(floor(total * 100 + Fraction(1, 2)), 100)


@rule("scoring.periods-once", since=SCORING_STARTS, cites=("335-2025-nd-cp/d17.k3",))
def _every_period_stands_once(periods: tuple[PeriodFacts, ...], law: LawAt) -> Iterator[Finding]:
    for label, times in Counter(period.label for period in periods).items():
        if times > 1:
            yield blocks(
                f"{label} được chấm {times} lần.", remedy="Giữ lại một kết quả của kỳ này."
            )
    quarters = {period.number for period in periods if period.kind is PeriodKind.QUARTER}
    for period in periods:
        if period.kind is PeriodKind.MONTH and (quarter := (period.number + 2) // 3) in quarters:
            yield blocks(
                f"{period.label} đã nằm trong Quý {quarter} nên được tính hai lần.",
                remedy="Mỗi khoảng thời gian chỉ chấm theo tháng hoặc theo quý.",
            )


@rule(
    "scoring.missing-periods",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d17.k3", "335-2025-nd-cp/d19.k1"),
)
def _every_period_has_a_score(year: YearScore, law: LawAt) -> Iterator[Finding]:
    missing = [slot.label for slot in year.slots if slot.is_missing]
    if missing:
        yield warns(
            f"Chưa có điểm của {', '.join(missing)} nên chưa tính được điểm năm.",
            remedy="Bổ sung kết quả theo dõi, đánh giá của các kỳ này; nếu chuyển công tác thì đề nghị đơn vị cũ gửi; "
            "kỳ cuối năm chưa hết thì chấm tạm.",
            missing=missing,
        )


@rule("scoring.nothing-worked", since=SCORING_STARTS, cites=("335-2025-nd-cp/d11.k2",))
def _some_period_was_worked(year: YearScore, law: LawAt) -> Iterator[Finding]:
    if all(slot.is_left_out for slot in year.slots):
        yield warns(
            "Không có kỳ nào làm việc trong năm nên không có điểm năm.",
            remedy="Kiểm tra thời gian công tác trong năm; chưa đủ thời gian thì không xếp loại.",
        )


@rule(
    "scoring.provisional-year",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d17.k3", "335-2025-nd-cp/d19.k2"),
)
def _provisional_score_is_named(year: YearScore, law: LawAt) -> Iterator[Finding]:
    if year.total is None or not year.is_provisional:
        return
    provisional = ", ".join(slot.label for slot in year.slots if slot.is_provisional)
    chosen = reading("last_period", law)
    yield warns(
        f"Chưa có điểm chính thức của {provisional}; {words(chosen)}.",
        remedy="Khi có điểm chính thức thì tính lại; nếu mức thay đổi thì ban hành quyết định thay thế.",
        cites=(chosen.cite, "335-2025-nd-cp/d19.k2", "335-2025-nd-cp/d21.k3"),
    )


@rule("scoring.year-score", since=SCORING_STARTS, cites=("335-2025-nd-cp/d17.k3",))
def _year_is_explained(year: YearScore, law: LawAt) -> Iterator[Finding]:
    if year.total is not None:
        counted = sum(slot.score is not None for slot in year.slots)
        yield notes(
            f"Điểm năm là trung bình của {counted} kỳ có điểm: {wording.points(year.total)}.",
            total=str(year.total),
        )


@rule(
    "scoring.year-of-quarters",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d17.k3", "335-2025-nd-cp/mau-02"),
)
def _reading_of_quarters_is_named(year: YearScore, law: LawAt) -> Iterator[Finding]:
    if not year.is_tracked_by_quarter:
        return
    chosen = reading("year_of_quarters", law)
    message = (
        "Theo dõi theo quý trong khi văn bản chỉ nêu điểm năm là trung bình của 12 tháng; "
        f"{words(chosen)}."
    )
    cites = (chosen.cite, "335-2025-nd-cp/mau-02")
    if _may_be_computed(year, law):
        yield notes(message, cites=cites)
    else:
        yield warns(
            message,
            cites=cites,
            remedy="Cấp có thẩm quyền quyết định cách tính điểm năm và nêu lý do.",
        )


@rule("scoring.compared-score", since=SCORING_STARTS, cites=("335-2025-nd-cp/d17.k3",))
def _rounding_is_named(year: YearScore, law: LawAt) -> Iterator[Finding]:
    if year.total is not None and year.compared is not None and year.compared != year.total:
        chosen = reading("compared_score", law)
        yield notes(
            f"Điểm năm {wording.points(year.total)} được so với các mốc như {wording.points(year.compared)}; {words(chosen)}.",
            cites=(chosen.cite,),
        )


_RULES = (
    _every_period_has_a_score,
    _some_period_was_worked,
    _provisional_score_is_named,
    _reading_of_quarters_is_named,
    _year_is_explained,
    _rounding_is_named,
)
