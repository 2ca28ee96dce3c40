"""Quy tắc: one module per subject; importing the package declares every rule in the registry."""

from tusoi.rulebook.rules import (
    authority,
    classification,
    competence,
    deadlines,
    eligibility,
    mitigation,
    party,
    party_ratings,
    procedure,
    quotas,
    regimes,
    reported_numbers,
    scoring,
    voting,
)

__all__ = [
    "authority",
    "classification",
    "competence",
    "deadlines",
    "eligibility",
    "mitigation",
    "party",
    "party_ratings",
    "procedure",
    "quotas",
    "regimes",
    "reported_numbers",
    "scoring",
    "voting",
]
