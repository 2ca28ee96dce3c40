"""Độ dài bản tóm tắt: how many words the plan leaves room for, and whether a text is longer."""

from __future__ import annotations

from tusoi.decisions.selectors.asked_papers import Texts
from tusoi.officialdocs.papers.brevity import ROOM, words_in
from tusoi.rulebook.facts import LengthFacts
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.rules.dossiers import length_findings

LEADER_SUMMARY, UNIT_REPORT = "dossiers.leader_summary_length", "dossiers.unit_report_length"


def room_for(limit: str, law: LawAt) -> int | None:
    """How many words may stand; None where the law of the season sets no length."""
    dated = law.find(limit)
    return None if dated is None else ROOM[dated.value]


def leader_summary_findings(texts: Texts, law: LawAt) -> list[Finding]:
    written = (str(texts.get("strengths", "")), str(texts.get("shortcomings", "")))
    return _findings("Bản tóm tắt nhận xét, đánh giá", LEADER_SUMMARY, written, law)


def unit_report_findings(texts: Texts, law: LawAt) -> list[Finding]:
    written = (str(texts.get(code, "")) for code in ("results", "shortcomings", "proposals"))
    return _findings("Báo cáo tóm tắt", UNIT_REPORT, tuple(written), law)


def _findings(title: str, limit: str, written: tuple[str, ...], law: LawAt) -> list[Finding]:
    room = room_for(limit, law)
    if room is None:
        return []
    return length_findings(LengthFacts(title, limit, words_in(written), room), law)
