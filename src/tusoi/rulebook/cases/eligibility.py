"""Tình huống về điều kiện xếp loại, mức cao nhất, nơi xếp loại."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import PersonFacts, PostFacts, RatingLevel
from tusoi.rulebook.rules import eligibility

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("standing")
def _standing(given: dict[str, Any], law: LawAt) -> Answer:
    person = facts(PersonFacts, given)
    highest, _ = eligibility.ceiling(person, law)
    findings = [
        *eligibility.standing_findings(person, law),
        *eligibility.former_unit_findings(person, law),
    ]
    return {"standing": eligibility.standing(person, law), "ceiling": highest}, findings


@check("level")
def _level(given: dict[str, Any], law: LawAt) -> Answer:
    level = RatingLevel(given["level"])
    return {}, eligibility.level_findings(level, facts(PersonFacts, given["person"]), law)


@check("posts")
def _posts(given: dict[str, Any], law: LawAt) -> Answer:
    posts = [facts(PostFacts, post) for post in given["posts"]]
    chosen, findings = eligibility.rated_post(posts, law)
    return {"post": chosen}, findings
