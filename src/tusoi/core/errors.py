"""Từ chối: every refusal carries findings – what, where, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from tusoi.rulebook.findings import Finding, Severity


class Refused(Exception):
    """Từ chối: the command changed nothing; `findings` say why in Vietnamese."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(" ".join(finding.message for finding in self.findings))


class NotAllowed(Refused):
    """Không có thẩm quyền: the role or its scope does not carry the command."""


class Conflict(Refused):
    """Xung đột: somebody else has changed the same thing since it was read."""


def refuse(rule: str, message: str, *, remedy: str, cites: tuple[str, ...] = ()) -> Refused:
    """A refusal with one finding; for faults of input that no legal rule covers.

    `remedy` is required: whoever is refused is told how to go on.
    """
    return Refused([Finding(rule, Severity.BLOCKS, message, cites, remedy=remedy)])


def raise_blockers(findings: Iterable[Finding]) -> None:
    """Raise Refused when any of the findings blocks."""
    blocking = [finding for finding in findings if finding.is_blocker]
    if blocking:
        raise Refused(blocking)
