"""Sổ luật: the pure core – citations, dated parameters, processes and rules; no clock, no database."""

from tusoi.rulebook.citations import Citation, Trust, UnknownCitation, cite
from tusoi.rulebook.findings import Finding, Severity, blockers
from tusoi.rulebook.machine import Machine, Step, StepRefused
from tusoi.rulebook.parameters import Dated, LawAt, NotInForce, law_at

__all__ = [
    "Citation",
    "Dated",
    "Finding",
    "LawAt",
    "Machine",
    "NotInForce",
    "Severity",
    "Step",
    "StepRefused",
    "Trust",
    "UnknownCitation",
    "blockers",
    "cite",
    "law_at",
]
