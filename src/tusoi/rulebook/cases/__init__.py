"""Tình huống: examples that a personnel officer can read and write, one YAML file per subject under `law/cases/`.

Every check turns the facts of a case into the answer and the findings of the rules; `every_case` reads the
cases, `run` holds one against what it expects. The tests run them all; the legal matrix lists them per provision.
"""

from tusoi.rulebook.cases import (
    appeals,
    authority,
    awards,
    classification,
    deadlines,
    dossiers,
    eligibility,
    meetings,
    party,
    places,
    quotas,
    regimes,
    scoring,
)
from tusoi.rulebook.cases.running import CHECKS, Case, Outcome, every_case, run

__all__ = [
    "CHECKS",
    "Case",
    "Outcome",
    "appeals",
    "authority",
    "awards",
    "classification",
    "deadlines",
    "dossiers",
    "eligibility",
    "every_case",
    "meetings",
    "party",
    "places",
    "quotas",
    "regimes",
    "run",
    "scoring",
]
