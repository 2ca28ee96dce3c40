"""Giải thích mức xếp loại: rule, numbers and citation in plain Vietnamese, for the subject to read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import RatingLevel
from tusoi.rulebook.rules.conditions import READINGS_REMEMBERED, Condition, level_in_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.rules.classification import Proposal

RESULTS = {True: "Đạt", False: "Không đạt", None: "Chưa có số liệu"}


@dataclass(frozen=True, slots=True)
class ExplanationLine:
    """Một dòng giải thích: `result` is short (Đạt, Không đạt…), `basis` the citations with their trust."""

    text: str
    result: str = ""
    numbers: str = ""
    basis: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "result": self.result,
            "numbers": self.numbers,
            "basis": list(self.basis),
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """Lời giải thích: a headline and its lines, alike on screen, in the notice and in the dossier.

    `missing` is what the level named in `missing_heading` would still need, with the numbers.
    """

    headline: str
    lines: tuple[ExplanationLine, ...]
    missing_heading: str = ""
    missing: tuple[ExplanationLine, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {
            "headline": self.headline,
            "lines": [line.as_dict() for line in self.lines],
            "missing_heading": self.missing_heading,
            "missing": [line.as_dict() for line in self.missing],
        }


@lru_cache(maxsize=4096)
def basis_text(citation_id: str, read_as: Trust = Trust.VERIFIED) -> str:
    """A citation as shown to people: its label and, unless verified, how far it is trusted.

    `read_as` is how far what rests on it is trusted, where that is less than the text itself.
    """
    citation = cite(citation_id)
    trust = max(citation.trust, read_as, key=tuple(Trust).index)
    return (
        citation.label if trust is Trust.VERIFIED else f"{citation.label} ({trust.label.lower()})"
    )


@lru_cache(maxsize=READINGS_REMEMBERED)
def _condition_line(condition: Condition, *more: str) -> ExplanationLine:
    numbers = [f"{name}: {value}" for name, value in condition.inputs.items()]
    return ExplanationLine(
        text=condition.text_vi,
        result=RESULTS[condition.met],
        numbers="; ".join([*numbers, *more]),
        basis=tuple(basis_text(each, condition.trust) for each in condition.cites),
    )


def _finding_line(finding: Finding) -> ExplanationLine:
    text = f"{finding.message} {finding.remedy}".strip()
    return ExplanationLine(
        text, finding.severity.label, "", tuple(basis_text(each) for each in finding.cites)
    )


def _why_not_rated(proposal: Proposal) -> str:
    """A Party member outside the review or only reviewed hears the rule's own words."""
    reasons = (each.message for each in proposal.findings if "standing" in each.data)
    return next(reasons, "Không xếp loại chất lượng vì chưa đủ thời gian công tác; chỉ kiểm điểm.")


def _headline(proposal: Proposal, decided: RatingLevel | None) -> str:
    if decided is not None and decided is proposal.level:
        return f"Mức “{decided.label}”: số liệu đáp ứng các điều kiện của mức này."
    if decided is not None:
        return f"Mức “{decided.label}” do cấp có thẩm quyền quyết định, có nêu lý do."
    if not proposal.is_rated:
        return _why_not_rated(proposal)
    if proposal.level is not proposal.proven and proposal.level and proposal.proven:
        return f"Số liệu đáp ứng mức “{proposal.proven.label}”, nhưng mức cao nhất được xếp là “{proposal.level.label}”."
    if proposal.level is not None:
        return f"Số liệu đáp ứng mức “{proposal.level.label}”."
    return "Số liệu chưa chứng minh được mức nào; cấp có thẩm quyền quyết định và nêu lý do."


Conditions = tuple[Condition, ...]


def _relevant(conditions: Conditions, level: RatingLevel) -> list[Condition]:
    """The conditions of the level itself and, of better levels, those that stood in the way."""
    return [
        condition
        for condition in conditions
        if (condition.level is level and (condition.met or level is not RatingLevel.NOT_COMPLETED))
        or (condition.level.is_above(level) and condition.met is not True)
    ]


def _level_in_reach(proposal: Proposal, conditions: Conditions) -> RatingLevel | None:
    """The level above the proposed one; without any level proven, the one whose band the subject is in."""
    if not proposal.is_rated or proposal.level is not proposal.proven:
        return None
    if proposal.level is None:
        return level_in_question(conditions) if conditions else None
    return next((each for each in reversed(RatingLevel) if each.is_above(proposal.level)), None)


def _missing(
    conditions: Conditions, level: RatingLevel, given: RatingLevel | None
) -> Iterator[ExplanationLine]:
    """The conditions of `level` that are not met, each with what it asks for; grounds that would have to fall away."""
    asked = [each for each in conditions if each.level is level]
    yield from (_condition_line(each, each.wanted) for each in asked if not each.met)
    if given is RatingLevel.NOT_COMPLETED:
        grounds = (each for each in conditions if each.level is given and each.met)
        for line in map(_condition_line, grounds):
            yield replace(line, text=f"Không thuộc trường hợp: {line.text}", result=RESULTS[False])
    if not asked:
        yield ExplanationLine(
            "Chưa có điều kiện nào của mức này được đối chiếu với văn bản gốc nên số liệu không chứng minh được mức này."
        )


def _missing_heading(proposal: Proposal, level: RatingLevel) -> str:
    if proposal.level is None:
        return f"Chưa chứng minh được mức nào; để đạt mức “{level.label}” còn thiếu"
    return f"Còn thiếu để đạt mức “{level.label}”"


def explain(
    proposal: Proposal, findings: Iterable[Finding] = (), decided: RatingLevel | None = None
) -> Explanation:
    """Why this level: the conditions that carried it, those that barred a better one, all findings."""
    conditions, given = proposal.conditions, proposal.level
    shown = _relevant(conditions, decided or given or RatingLevel.COMPLETED)
    lines = tuple(map(_condition_line, shown)) + tuple(
        map(_finding_line, (*proposal.findings, *findings))
    )
    headline, level = _headline(proposal, decided), _level_in_reach(proposal, conditions)
    if level is None:
        return Explanation(headline, lines)
    missing = tuple(_missing(conditions, level, given))
    return Explanation(headline, lines, _missing_heading(proposal, level), missing)
