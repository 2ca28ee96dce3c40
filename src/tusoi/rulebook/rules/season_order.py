"""Trình tự của một mùa: what must come before what, as a table of precedences over planned or finished steps.

Each precedence names two kinds of step that belong together by a key (the same unit, the same person …).
A step is out of order where a step that must come first stands later. One pass collects the latest step per
key, a second one compares: the cost grows with the number of steps, not with its square.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Leadership, PlaceKind, RatedAs, SeasonAct, SeasonStepFacts, Side
from tusoi.rulebook.registry import Rule, blocks, judge, rule
from tusoi.rulebook.rules.party_texts import HD21, QD124, QD366, until

if TYPE_CHECKING:
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

Key = Callable[[SeasonStepFacts], Hashable | None]
Steps = Sequence[SeasonStepFacts]
DECREE_90 = date(2020, 8, 20)
DECREE_335 = date(2026, 1, 1)
OFFICIALS = frozenset({RatedAs.CADRE, RatedAs.CIVIL_SERVANT, RatedAs.PUBLIC_EMPLOYEE})
BODIES = frozenset({RatedAs.COLLECTIVE, RatedAs.AGENCY, RatedAs.PARTY_ORGANISATION})
BEFORE_COLLEAGUES = frozenset({PlaceKind.COLLECTIVE, PlaceKind.COMMITTEE, PlaceKind.WHOLE_BODY})


@dataclass(frozen=True, slots=True)
class Precedence:
    """Thứ tự bắt buộc: steps with a `first` key come no later than steps with the same `then` key."""

    id: str
    text: str
    first: Key
    then: Key
    texts: tuple[tuple[date, date | None, tuple[str, ...]], ...]


def _is_rating(step: SeasonStepFacts) -> bool:
    return step.act is SeasonAct.RATING


def _is_person(step: SeasonStepFacts) -> bool:
    return step.rated_as is not None and step.rated_as.is_person


def _lower_body(step: SeasonStepFacts) -> Hashable | None:
    is_lower = _is_rating(step) and step.rated_as in BODIES and step.above
    return (step.rated_as, step.above) if is_lower else None


def _upper_body(step: SeasonStepFacts) -> Hashable | None:
    return (step.rated_as, step.unit) if _is_rating(step) and step.rated_as in BODIES else None


def _collective(step: SeasonStepFacts) -> Hashable | None:
    is_collective = step.rated_as is RatedAs.COLLECTIVE
    return (step.act, step.side, step.unit) if is_collective else None


def _individual(step: SeasonStepFacts) -> Hashable | None:
    """Everybody in a review, members of the leading collective in a rating."""
    counts = _is_person(step) and (
        step.act is SeasonAct.REVIEW or step.leadership is not Leadership.NONE
    )
    return (step.act, step.side, step.unit) if counts else None


def _agency(step: SeasonStepFacts) -> Hashable | None:
    return step.unit if _is_rating(step) and step.rated_as is RatedAs.AGENCY else None


def _rated_head(step: SeasonStepFacts) -> Hashable | None:
    is_head = step.leadership is Leadership.HEAD and step.rated_as in OFFICIALS
    return step.unit if _is_rating(step) and is_head else None


def _reviewed_person(step: SeasonStepFacts, *, is_head: bool) -> Hashable | None:
    counts = (
        step.act is SeasonAct.REVIEW
        and _is_person(step)
        and (step.leadership is Leadership.HEAD) is is_head
    )
    return (step.side, step.unit) if counts else None


def _body_on(step: SeasonStepFacts, side: Side) -> Hashable | None:
    return (step.act, step.unit) if step.rated_as in BODIES and step.side is side else None


def _at_cell(step: SeasonStepFacts) -> Hashable | None:
    return step.subject or None if step.place is PlaceKind.CELL else None


def _at_collective(step: SeasonStepFacts) -> Hashable | None:
    return step.subject or None if step.place in BEFORE_COLLEAGUES else None


def _official(step: SeasonStepFacts) -> Hashable | None:
    return step.subject or None if _is_rating(step) and step.rated_as in OFFICIALS else None


def _is_party_rating(step: SeasonStepFacts) -> bool:
    return _is_rating(step) and step.rated_as is RatedAs.PARTY_MEMBER


def _party_member(step: SeasonStepFacts) -> Hashable | None:
    return step.subject or None if _is_party_rating(step) else None


def _rating_of_unit(step: SeasonStepFacts) -> Hashable | None:
    return step.unit if _is_rating(step) and step.side is Side.STATE else None


def _awards(step: SeasonStepFacts) -> Hashable | None:
    return step.unit if step.act is SeasonAct.AWARDS else None


def _member_of_cell(step: SeasonStepFacts) -> Hashable | None:
    return step.unit if _is_party_rating(step) else None


def _party_organisation(step: SeasonStepFacts) -> Hashable | None:
    is_one = step.rated_as is RatedAs.PARTY_ORGANISATION
    return step.unit if _is_rating(step) and is_one else None


def _of_subject(step: SeasonStepFacts, act: SeasonAct) -> Hashable | None:
    return (step.subject, step.side) if step.act is act and step.subject else None


PRECEDENCES = (
    Precedence(
        "order.lower-first",
        "cấp dưới xếp loại trước, cấp trên sau",
        _lower_body,
        _upper_body,
        (
            (HD21, QD124, ("21-hd-btctw/ii.b.6.3",)),
            (QD124, QD366, ("124-qd-tw/d11",)),
            (QD366, DECREE_335, ("366-qd-tw/d12.k2",)),
            (DECREE_335, None, ("366-qd-tw/d12.k2", "335-2025-nd-cp/d9")),
        ),
    ),
    Precedence(
        "order.collective-first",
        "tập thể trước, cá nhân sau",
        _collective,
        _individual,
        (
            (HD21, QD124, ("21-hd-btctw/ii.a.trinh-tu", "21-hd-btctw/ii.b.6.3")),
            (QD124, QD366, ("124-qd-tw/d7", "124-qd-tw/d11")),
            (QD366, None, ("366-qd-tw/d7.thu-tu", "366-qd-tw/d12.k2")),
        ),
    ),
    Precedence(
        "order.unit-before-head",
        "xếp loại cơ quan, đơn vị trước, người đứng đầu sau",
        _agency,
        _rated_head,
        (
            (QD124, QD366, ("124-qd-tw/d11",)),
            (QD366, DECREE_335, ("366-qd-tw/d12.k2",)),
            (DECREE_335, None, ("366-qd-tw/d12.k2", "335-2025-nd-cp/d20.k6")),
        ),
    ),
    Precedence(
        "order.head-first",
        "người đứng đầu kiểm điểm trước, cấp phó và thành viên sau",
        lambda step: _reviewed_person(step, is_head=True),
        lambda step: _reviewed_person(step, is_head=False),
        (
            (HD21, QD124, ("21-hd-btctw/ii.a.trinh-tu",)),
            (QD124, QD366, ("124-qd-tw/d7",)),
            (QD366, None, ("366-qd-tw/d7.thu-tu",)),
        ),
    ),
    Precedence(
        "order.state-first",
        "chính quyền, chuyên môn, đoàn thể trước, cấp ủy, tổ chức đảng sau",
        lambda step: _body_on(step, Side.STATE),
        lambda step: _body_on(step, Side.PARTY),
        (
            (QD124, QD366, ("124-qd-tw/d7", "124-qd-tw/d11")),
            (QD366, None, ("366-qd-tw/d7.thu-tu", "366-qd-tw/d12.k2")),
        ),
    ),
    Precedence(
        "order.cell-first",
        "người giữ chức vụ kiểm điểm ở chi bộ trước, ở tập thể lãnh đạo sau",
        _at_cell,
        _at_collective,
        (
            (QD124, QD366, ("124-qd-tw/d7",)),
            (QD366, None, ("366-qd-tw/d7.thu-tu",)),
        ),
    ),
    Precedence(
        "order.official-first",
        "xếp loại cán bộ, công chức, viên chức trước, đảng viên sau",
        _official,
        _party_member,
        (
            (HD21, DECREE_90, ("21-hd-btctw/ii.b.6.3",)),
            (DECREE_90, DECREE_335, ("90-2020-nd-cp/d20.k2",)),
            (DECREE_335, None, ("335-2025-nd-cp/d19.k2", "366-qd-tw/d3.k4")),
        ),
    ),
    Precedence(
        "order.rating-before-awards",
        "xếp loại xong mới xét thi đua, khen thưởng",
        _rating_of_unit,
        _awards,
        (
            (DECREE_90, DECREE_335, ("90-2020-nd-cp/d20.k2",)),
            (DECREE_335, None, ("335-2025-nd-cp/d19.k2",)),
        ),
    ),
    Precedence(
        "order.members-first",
        "xếp loại đảng viên trước, tổ chức đảng sau",
        _member_of_cell,
        _party_organisation,
        ((QD366, None, ("366-qd-tw/d12.k2",)),),
    ),
    Precedence(
        "order.review-first",
        "kiểm điểm xong mới xếp loại",
        lambda step: _of_subject(step, SeasonAct.REVIEW),
        lambda step: _of_subject(step, SeasonAct.RATING),
        (
            (HD21, QD124, ("21-hd-btctw/ii.b.6.2",)),
            (QD124, QD366, ("kh-du-cho-chu-2024/i.5", "124-qd-tw/d11")),
            (QD366, None, ("366-qd-tw/d3.k4",)),
        ),
    ),
)


def _when(step: SeasonStepFacts) -> tuple[date, int]:
    return step.day or date.min, step.position


def _latest(steps: Steps, key: Key) -> dict[Hashable, SeasonStepFacts]:
    """The last dated step of each key."""
    latest: dict[Hashable, SeasonStepFacts] = {}
    for step in steps:
        found = key(step) if step.day is not None else None
        if found is not None and (found not in latest or _when(latest[found]) < _when(step)):
            latest[found] = step
    return latest


def _faults(steps: Steps, order: Precedence) -> Iterator[tuple[SeasonStepFacts, SeasonStepFacts]]:
    """Pairs of a step that came too late and the step that should have waited for it."""
    latest = _latest(steps, order.first)
    for step in steps:
        waited_for = latest.get(order.then(step)) if step.day is not None else None
        if waited_for is not None and _when(waited_for) > _when(step):
            yield waited_for, step


def _day(step: SeasonStepFacts) -> str:
    return wording.day(_when(step)[0])


def _declared(order: Precedence) -> Iterable[Rule[Steps]]:
    """One variant of the rule per text that was in force."""

    def check(steps: Steps, law: LawAt) -> Iterator[Finding]:
        for late, early in _faults(steps, order):
            yield blocks(
                f"“{early.label}” (ngày {_day(early)}) đứng trước “{late.label}” (ngày {_day(late)}), trong khi {order.text}.",
                remedy="Đổi lại ngày hoặc thứ tự trong ngày của hai việc này.",
                overridable=True,
            )

    for since, following, cites in order.texts:
        last = until(following) if following else None
        yield rule(order.id, since=since, until=last, cites=cites)(check)


SEASON_RULES: tuple[Rule[Steps], ...] = tuple(
    variant for order in PRECEDENCES for variant in _declared(order)
)


def order_findings_of_season(steps: Steps, law: LawAt) -> list[Finding]:
    """Every place where the steps of a season, planned or done, depart from the legal order."""
    return judge(SEASON_RULES, steps, law)
