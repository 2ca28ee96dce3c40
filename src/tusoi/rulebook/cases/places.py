"""Tình huống về nơi kiểm điểm, nơi xếp loại và trình tự của một mùa."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import (
    CollectivePlaceFacts,
    LeadingPostFacts,
    PlaceFacts,
    PlaceKind,
    SeasonAct,
    SeasonStepFacts,
)
from tusoi.rulebook.rules import places, season_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.rulebook.parameters import LawAt


def _post(given: Mapping[str, Any]) -> LeadingPostFacts:
    months = Decimal(given.get("months_in_post", 12))
    return LeadingPostFacts(**{**given, "months_in_post": months})


@check("places")
def _places(given: dict[str, Any], law: LawAt) -> Answer:
    posts = tuple(_post(post) for post in given.pop("posts", ()))
    person = facts(PlaceFacts, {**given, "posts": posts})
    found = [f"{place.kind.value} {place.post}".strip() for place in places.places(person, law)]
    return {"places": found}, places.place_findings(person, law)


@check("rated-at")
def _rated_at(given: dict[str, Any], law: LawAt) -> Answer:
    posts = tuple(_post(post) for post in given.pop("posts", ()))
    return {}, places.rated_at_findings(facts(PlaceFacts, {**given, "posts": posts}), law)


@check("collective-place")
def _collective_place(given: dict[str, Any], law: LawAt) -> Answer:
    findings = places.collective_place_findings(CollectivePlaceFacts(**given), law)
    return {"place": findings[-1].data["place"]}, findings


def _step(given: Mapping[str, Any]) -> SeasonStepFacts:
    place = given.get("place")
    codes = {"act": SeasonAct(given["act"]), "place": PlaceKind(place) if place else None}
    return facts(SeasonStepFacts, {**given, **codes})


@check("order")
def _order(given: dict[str, Any], law: LawAt) -> Answer:
    """A season's steps; the same steps in another order of writing must say the same."""
    steps = [_step(step) for step in given["steps"]]
    findings = season_order.order_findings_of_season(steps, law)
    turned = season_order.order_findings_of_season(steps[::-1], law)
    same = {each.message for each in findings} == {each.message for each in turned}
    return {"same_in_any_order": same}, findings
