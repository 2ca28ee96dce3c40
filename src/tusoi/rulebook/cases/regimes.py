"""Tình huống về chọn chế độ và về trường hợp phải cân nhắc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.rules import regimes

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("regimes")
def _regime(given: dict[str, Any], law: LawAt) -> Answer:
    choice = regimes.choose(RatedAs(given["rated_as"]), law, (given["first"], given["last"]))
    return {"regime": choice.regime.id if choice.regime else None}, choice.findings
