"""Sổ luật: the pure core – citations, dated parameters, processes and rules; no clock, no database."""

from tusoi.rulebook.citations import Citation, Trust, UnknownCitation, cite
from tusoi.rulebook.findings import Finding, Severity, blockers
from tusoi.rulebook.machine import Machine, Step, StepRefused
from tusoi.rulebook.parameters import Dated, LawAt, NotInForce, law_at

#: Version of the rules and their data; decisions store it.
__version__ = "2.0.0"

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
    "__version__",
    "blockers",
    "cite",
    "law_at",
]
