"""Tình huống về mức xếp loại và mức của người đứng đầu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import (
    Degree,
    HeadFacts,
    PersonFacts,
    RatedAs,
    ResultFacts,
    SubjectKind,
)
from tusoi.rulebook.rules import classification

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.rulebook.parameters import LawAt


def results(given: Mapping[str, Any]) -> ResultFacts:
    """Facts of results; `general` and `results` list the degrees of the criteria."""
    general, of_tasks = given.get("general", []), given.get("results", [])
    criteria = {f"g{n}": Degree(code) for n, code in enumerate(general)}
    criteria |= {f"r{n}": Degree(code) for n, code in enumerate(of_tasks)}
    rest = {name: value for name, value in given.items() if name not in {"general", "results"}}
    named = frozenset(name for name in criteria if name.startswith("r"))
    return facts(ResultFacts, {"criteria": criteria, "result_criteria": named, **rest})


def subject(given: Mapping[str, Any]) -> tuple[ResultFacts, PersonFacts | None, RatedAs]:
    """Whom a case is about; `kind` names a subject of a campaign, `rated_as` a kind of subject in law."""
    person = facts(PersonFacts, given["person"]) if "person" in given else None
    as_what = (
        RatedAs(given["rated_as"])
        if "rated_as" in given
        else classification.rated_as(SubjectKind(given["kind"]), person)
    )
    return results(given["results"]), person, as_what


@check("proposal")
def _proposal(given: dict[str, Any], law: LawAt) -> Answer:
    proposal = classification.propose(*subject(given), law)
    return {"level": proposal.level, "proven": proposal.proven}, proposal.findings


@check("head")
def _head(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, classification.ceiling_findings(facts(HeadFacts, given), law)
