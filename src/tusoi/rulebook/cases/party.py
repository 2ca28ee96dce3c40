"""Tình huống về đảng viên, tổ chức đảng: diện kiểm điểm, mức cao nhất, quan hệ giữa các mức, xếp loại lại."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import BodyFacts, PersonFacts, RatingFacts, RelationFacts
from tusoi.rulebook.rules import party, party_ratings

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("party-standing")
def _standing(given: dict[str, Any], law: LawAt) -> Answer:
    person = facts(PersonFacts, given)
    highest, _ = party.party_ceiling(person, law)
    findings = [
        *party.standing_findings(person, law),
        *party.former_cell_findings(person, law),
    ]
    return {"standing": party.party_standing(person, law), "ceiling": highest}, findings


@check("party-relation")
def _relation(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, party_ratings.relation_findings(facts(RelationFacts, given), law)


@check("party-rating")
def _rating(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, party_ratings.rating_findings(facts(RatingFacts, given), law)


@check("party-body")
def _body(given: dict[str, Any], law: LawAt) -> Answer:
    body = facts(BodyFacts, given)
    answer = {"is_rated": party_ratings.is_body_rated(body, law)}
    return answer, party_ratings.body_findings(body, law)
