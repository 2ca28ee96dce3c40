"""Đảng viên: who is reviewed and rated as a Party member, and the highest level still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import PartyStanding, PersonFacts, RatingLevel
from tusoi.rulebook.registry import Rule, blocks, judge, notes, rule
from tusoi.rulebook.rules.ceilings import lowest_ceiling
from tusoi.rulebook.rules.party_cases import CASE_RULES, CEILING_RULES, former_cell_findings
from tusoi.rulebook.rules.party_texts import HD21, QD124, QD132, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


__all__ = [
    "former_cell_findings",
    "is_rated",
    "level_findings",
    "party_ceiling",
    "party_standing",
    "standing_findings",
]


def _exempt(person: PersonFacts) -> Iterator[Finding]:
    if person.is_exempt_from_party_work:
        yield notes(
            "Được miễn công tác và sinh hoạt đảng nên không thuộc diện kiểm điểm, xếp loại đảng viên.",
            standing=PartyStanding.OUT_OF_SCOPE.value,
        )


def _exempt_or_suspended(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    yield from _exempt(person)
    if person.is_suspended_from_party:
        yield notes(
            "Đang bị đình chỉ sinh hoạt đảng nên không thuộc diện kiểm điểm, xếp loại đảng viên.",
            standing=PartyStanding.OUT_OF_SCOPE.value,
        )


@rule("party.scope", since=QD132, until=until(HD21), cites=("132-qd-tw/d5.k2",))
def _scope_2018(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    yield from _exempt(person)


_scope_2019 = rule(
    "party.scope",
    since=HD21,
    until=until(QD124),
    cites=("132-qd-tw/d5.k2", "21-hd-btctw/ii.a.1"),
)(_exempt_or_suspended)
_scope_2023 = rule("party.scope", since=QD124, until=until(QD366), cites=("124-qd-tw/d5.k2",))(
    _exempt_or_suspended
)
_scope_2025 = rule("party.scope", since=QD366, cites=("366-qd-tw/d5.k2.1",))(_exempt_or_suspended)


def _newly_admitted(
    person: PersonFacts, law: LawAt, standing: PartyStanding, consequence: str
) -> Iterator[Finding]:
    needed = law.get("eligibility.min_months_since_admission")
    months = person.months_since_admission
    if months is not None and months < needed.value:
        yield notes(
            f"Kết nạp được {wording.number(months)} tháng, chưa đủ {needed.value:02d} tháng nên {consequence}.",
            cites=(needed.cite,),
            standing=standing.value,
            months=str(months),
        )


@rule("party.admission", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.b.6.7",))
def _admitted_lately_is_only_reviewed(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    consequence = "chưa xếp loại đảng viên nhưng vẫn kiểm điểm từ ngày kết nạp"
    yield from _newly_admitted(person, law, PartyStanding.REVIEWED, consequence)


@rule("party.admission", since=QD124, cites=("124-qd-tw/d5.k2", "366-qd-tw/d5.k2.1"))
def _admitted_lately_is_out_of_scope(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    consequence = "không thuộc diện kiểm điểm, xếp loại đảng viên"
    yield from _newly_admitted(person, law, PartyStanding.OUT_OF_SCOPE, consequence)


_SCOPE_RULES: tuple[Rule[PersonFacts], ...] = (
    _scope_2018,
    _scope_2019,
    _scope_2023,
    _scope_2025,
    _admitted_lately_is_only_reviewed,
    _admitted_lately_is_out_of_scope,
)


def party_standing(person: PersonFacts, law: LawAt) -> PartyStanding:
    """Whether a member is rated, only reviewed, or outside the review; whoever no rule names is rated."""
    named = {finding.data["standing"] for finding in judge(_SCOPE_RULES, person, law)}
    lowest_first = reversed(list(PartyStanding))
    return next((each for each in lowest_first if each.value in named), PartyStanding.RATED)


def is_rated(person: PersonFacts, law: LawAt) -> bool:
    """Whether the member is given a level as a Party member."""
    return party_standing(person, law) is PartyStanding.RATED


def standing_findings(person: PersonFacts, law: LawAt) -> list[Finding]:
    """Who is outside the review, only reviewed, and every special case of the member."""
    scope = judge(_SCOPE_RULES, person, law)
    is_outside = party_standing(person, law) is PartyStanding.OUT_OF_SCOPE
    return scope if is_outside else [*scope, *judge(CASE_RULES, person, law)]


def party_ceiling(person: PersonFacts, law: LawAt) -> tuple[RatingLevel | None, Finding | None]:
    """The highest level still open to the member with the finding that says why."""
    return lowest_ceiling(judge(CEILING_RULES, person, law))


@rule("party.no-level", since=QD132, cites=("132-qd-tw/d5.k2",))
def _no_level_without_standing(
    facts: tuple[RatingLevel, PersonFacts], law: LawAt
) -> Iterator[Finding]:
    _, person = facts
    reason = next(iter(judge(_SCOPE_RULES, person, law)), None)
    if reason is not None:
        yield blocks(
            f"Không xếp loại đảng viên. {reason.message}",
            cites=reason.cites,
            remedy="Để trống mức xếp loại đảng viên.",
        )


@rule("party.level-within-ceiling", since=HD21, cites=("21-hd-btctw/ii.b.6.8",))
def _level_within_ceiling(facts: tuple[RatingLevel, PersonFacts], law: LawAt) -> Iterator[Finding]:
    level, person = facts
    highest, reason = party_ceiling(person, law)
    if highest is not None and reason is not None and level.is_above(highest):
        yield blocks(
            f"Không được xếp loại đảng viên “{level.label}”. {reason.message}",
            cites=reason.cites,
            remedy=f"Mức cao nhất có thể xếp là “{highest.label}”.",
            ceiling=highest.value,
        )


def level_findings(level: RatingLevel, person: PersonFacts, law: LawAt) -> list[Finding]:
    """Whether a level as a Party member may be given to this member at all."""
    return judge((_no_level_without_standing, _level_within_ceiling), (level, person), law)
