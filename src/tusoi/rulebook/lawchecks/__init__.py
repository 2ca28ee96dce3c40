"""Kiểm tra chính bộ luật: gaps and overlaps in time and in the tables, rules without numbers or without cases.

What is found must be listed with a reason in `law/known_gaps.yaml`; what is listed must still be there.
"""

from tusoi.rulebook.lawchecks.classes import charts, gaps, overlaps
from tusoi.rulebook.lawchecks.known import (
    known_class_gaps,
    known_stretches,
    unlisted_or_stale,
)
from tusoi.rulebook.lawchecks.periods import (
    days_of_change,
    doubled,
    key_days,
    without_number,
    without_regime,
    without_table,
)
from tusoi.rulebook.lawchecks.resting import resting
from tusoi.rulebook.lawchecks.speaking import cases_by_rule, rules_without_cases, runs

__all__ = [
    "cases_by_rule",
    "charts",
    "days_of_change",
    "doubled",
    "gaps",
    "key_days",
    "known_class_gaps",
    "known_stretches",
    "overlaps",
    "resting",
    "rules_without_cases",
    "runs",
    "unlisted_or_stale",
    "without_number",
    "without_regime",
    "without_table",
]
