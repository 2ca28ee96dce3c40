"""Tình huống về kiến nghị, quyết định thay thế, cơ sở dữ liệu quốc gia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check, facts
from tusoi.rulebook.facts import Addressee, AppealFacts, DatabaseFacts, ReplacementFacts
from tusoi.rulebook.rules import appeals

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("appeal")
def _appeal(given: dict[str, Any], law: LawAt) -> Answer:
    addressee = Addressee(given.pop("addressee", Addressee.RATER.value))
    appeal = AppealFacts(**given, addressee=addressee)
    answer = {
        "due": appeals.answer_due(appeal, law),
        "lodging_due": appeals.lodging_due(appeal, law),
    }
    return answer, appeals.appeal_findings(appeal, law)


@check("replacement")
def _replacement(given: dict[str, Any], law: LawAt) -> Answer:
    return {}, appeals.replacement_findings(facts(ReplacementFacts, given), law)


@check("database")
def _database(given: dict[str, Any], law: LawAt) -> Answer:
    update = facts(DatabaseFacts, given)
    due = appeals.database_due(update, law)
    return {"due": due[0] if due else None}, appeals.database_findings(update, law)
