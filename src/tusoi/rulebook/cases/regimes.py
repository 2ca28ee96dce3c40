"""Tình huống về chọn chế độ, khung điểm và trường hợp phải cân nhắc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.classification import results
from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import ActFacts, MitigationFacts, MitigationKind, PointsFacts, RatedAs
from tusoi.rulebook.rules import mitigation, points, regimes

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("regimes")
def _regime(given: dict[str, Any], law: LawAt) -> Answer:
    choice = regimes.choose(RatedAs(given["rated_as"]), law, (given["first"], given["last"]))
    return {"regime": choice.regime.id if choice.regime else None}, choice.findings


@check("mitigation")
def _mitigation(given: dict[str, Any], law: LawAt) -> Answer:
    claimed = MitigationFacts(**given | {"kind": MitigationKind(given["kind"])})
    return {}, mitigation.mitigation_findings(claimed, law)


@check("weighing")
def _weighing(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, mitigation.weighing_findings(results(given), law)


@check("act")
def _act(given: dict[str, Any], law: LawAt) -> Answer:
    """`act` tells when it took place and when it was disciplined, `first` and `last` the period rated."""
    act = facts(ActFacts, given["act"])
    period = (given["first"], given["last"])
    counted = mitigation.DisciplinedAct(act, *period).counted
    return {"counted": counted.value}, mitigation.act_findings(act, period, law)


@check("points")
def _points(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, points.points_findings(facts(PointsFacts, given), law)
