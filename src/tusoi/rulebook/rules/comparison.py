"""So sánh giữa các vị trí tương đương: where results and proposed levels of equal posts do not go together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook.facts import ComparisonFacts, Degree, PeerFacts, RatingLevel, ResultFacts
from tusoi.rulebook.registry import judge, notes, rule
from tusoi.rulebook.rules.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

#: What is set side by side, besides the share of criteria marked best.
_BETTER_HIGHER = (
    "tasks_on_time",
    "tasks_exceeded",
    "targets_done",
    "targets_on_time",
    "targets_exceeded",
    "score",
    "worst_degree",
)
_BETTER_LOWER = ("tasks_deficient",)
_ASK = "Cấp có thẩm quyền xem xét kết quả của các vị trí này trước khi quyết định."


def readings_of(results: ResultFacts) -> tuple[Fraction | None, ...]:
    """The results of one post, each reading better the higher it is; None where it reports nothing."""
    higher = (_reading(name, results) for name in _BETTER_HIGHER)
    lower = (_reading(name, results) for name in _BETTER_LOWER)
    turned = (None if share is None else 1 - share for share in lower)
    return (*higher, *turned, _share_of_best(results))


def _reading(name: str, results: ResultFacts) -> Fraction | None:
    found = MEASURES[name].read(results, None)
    return None if found is None else Fraction(*found)


def _share_of_best(results: ResultFacts) -> Fraction | None:
    degrees = list(results.criteria.values())
    return Fraction(degrees.count(Degree.EXCELLENT), len(degrees)) if degrees else None


@rule("comparison.outdone", since=date(2018, 3, 8), cites=("214-kh-vp/i.2",))
def _better_but_proposed_lower(facts: ComparisonFacts, law: LawAt) -> Iterator[Finding]:
    """Peers who did better are proposed for less."""
    count = sum(
        number
        for peer, number in facts.peers.items()
        if facts.own.level.is_above(peer.level) and peer.outdoes(facts.own)
    )
    if count and _is_asked(law):
        yield _note(count, "cao hơn", "thấp hơn", facts.own.level)


@rule("comparison.outdoing", since=date(2018, 3, 8), cites=("214-kh-vp/i.2",))
def _worse_but_proposed_higher(facts: ComparisonFacts, law: LawAt) -> Iterator[Finding]:
    """Peers who did worse are proposed for more."""
    count = sum(
        number
        for peer, number in facts.peers.items()
        if peer.level.is_above(facts.own.level) and facts.own.outdoes(peer)
    )
    if count and _is_asked(law):
        yield _note(count, "thấp hơn", "cao hơn", facts.own.level)


def _is_asked(law: LawAt) -> bool:
    wanted = law.find("comparison.equal_posts")
    return wanted is not None and wanted.value


def _note(count: int, results: str, level: str, own: RatingLevel) -> Finding:
    return notes(
        f"{count} đối tượng cùng nhóm có kết quả {results} nhưng mức đề nghị {level} mức “{own.label}”.",
        remedy=_ASK,
        count=count,
    )


def comparison_findings(facts: ComparisonFacts, law: LawAt) -> list[Finding]:
    """Where this post stands out among its equals; only where the local rules ask for the comparison."""
    return judge((_better_but_proposed_lower, _worse_but_proposed_higher), facts, law)


def peer(level: RatingLevel, results: ResultFacts) -> PeerFacts:
    """One post as the comparison sees it."""
    return PeerFacts(level, readings_of(results))
