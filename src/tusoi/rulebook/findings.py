"""Phát hiện: what a rule says about given facts – printed alike on screen, in minutes and dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """Mức độ: `BLOCKS` stops the act unless overridden, `WARNS` is shown, `NOTES` explains."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"

    @property
    def label(self) -> str:
        return {"blocks": "Không được phép", "warns": "Cần xem lại", "notes": "Ghi nhận"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Finding:
    """Phát hiện: rule id, severity, one Vietnamese sentence, citations and the numbers used.

    `remedy` says in Vietnamese how to mend it and who has to; `overridable` tells whether a
    competent actor may decide otherwise with a reason and a document number.
    """

    rule: str
    severity: Severity
    message: str
    cites: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    remedy: str = ""
    overridable: bool = False

    @property
    def is_blocker(self) -> bool:
        return self.severity is Severity.BLOCKS

    def said_by(self, rule: str, cites: tuple[str, ...]) -> Finding:
        """The same finding with the rule that says it and what it rests on."""
        return Finding(
            rule, self.severity, self.message, cites, self.data, self.remedy, self.overridable
        )

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form that is stored with decisions."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "message": self.message,
            "cites": list(self.cites),
            "data": self.data,
            "remedy": self.remedy,
            "overridable": self.overridable,
        }


def blockers(findings: list[Finding]) -> list[Finding]:
    """Only those findings that stop the act."""
    return [finding for finding in findings if finding.is_blocker]
