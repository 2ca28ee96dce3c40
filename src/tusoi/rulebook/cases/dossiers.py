"""Tình huống về hồ sơ và về so sánh giữa các vị trí tương đương."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.dossier_lists import DossierOwner, list_of, list_of_subject
from tusoi.rulebook.facts import (
    ComparisonFacts,
    Degree,
    DossierFacts,
    LengthFacts,
    PeerFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
    SubjectKind,
)
from tusoi.rulebook.rules import comparison, dossiers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.rulebook.parameters import LawAt


@check("dossier-list")
def _list(given: dict[str, Any], law: LawAt) -> Answer:
    """The list that holds for a kind of subject, or for a unit or an award."""
    if "owner" in given:
        found = list_of(DossierOwner(given["owner"]), law)
    else:
        kind, rated_as = SubjectKind(given["subject_kind"]), RatedAs(given["rated_as"])
        found = list_of_subject(kind, rated_as, law)
    return {"parts": len(found.parts), "cite": found.cite}, []


@check("dossier")
def _missing(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, dossiers.dossier_findings(DossierFacts(tuple(given["missing"]), given["cite"]), law)


@check("summary-length")
def _length(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, dossiers.length_findings(LengthFacts(**given), law)


def _peer(given: Mapping[str, Any]) -> PeerFacts:
    degrees = {code: Degree(mark) for code, mark in given.get("criteria", {}).items()}
    told = {name: value for name, value in given.items() if name not in {"level", "criteria"}}
    results = facts(ResultFacts, {**told, "criteria": degrees})
    return comparison.peer(RatingLevel(given["level"]), results)


@check("comparison")
def _comparison(given: dict[str, Any], law: LawAt) -> Answer:
    peers = {_peer(peer["results"]): peer.get("count", 1) for peer in given["peers"]}
    compared = ComparisonFacts(_peer(given["own"]), peers)
    return {}, comparison.comparison_findings(compared, law)
