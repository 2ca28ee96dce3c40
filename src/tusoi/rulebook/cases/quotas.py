"""Tình huống về tỉ lệ trần: groups given as counts per level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check
from tusoi.rulebook.facts import RaisedCapFacts, RatedAs, RatingLevel, SheetFacts, SubjectKind
from tusoi.rulebook.rules import quotas
from tusoi.rulebook.rules.quotas import QuotaBase, QuotaScope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tusoi.rulebook.parameters import LawAt


def _sheets(
    group: str, levels: Mapping[str, int], kind: SubjectKind, as_what: RatedAs | None
) -> Iterator[SheetFacts]:
    """One sheet per subject counted; `unrated` counts those without a level."""
    for code, count in levels.items():
        level = None if code == "unrated" else RatingLevel(code)
        for number in range(count):
            yield SheetFacts(
                subject_key=f"{group}/{code}/{number}",
                level=level,
                group=group,
                unit="cơ quan",
                kind=kind,
                rated_as=as_what,
                recogniser="cấp công nhận",
            )


@check("quota")
def _quota(given: dict[str, Any], law: LawAt) -> Answer:
    """`groups` counts the levels per group; the answer concerns the place that `key` and `scope` name."""
    kinds = given.get("kinds", {})
    sheets = [
        sheet
        for group, levels in given["groups"].items()
        for sheet in _sheets(
            group, levels, SubjectKind(kinds.get(group, "civil_servant")), law.rated_as
        )
    ]
    scope = QuotaScope(given.get("scope", "group"))
    key = given.get("key", next(iter(given["groups"])))
    raised = [
        RaisedCapFacts(scope=scope.value, key=key, document=each)
        for each in given.get("raised", ())
    ]
    verdict = quotas.verdict(sheets, law, raised)
    place = (each for each in verdict.groups if (each.key, each.scope) == (key, scope))
    group = next(place, None)
    current = group.current if group else None
    both = group.readings.get(QuotaBase.GOOD_OR_BETTER) if group else None
    answer = {
        "allowed": current.allowed if current else None,
        "largest": current.largest_allowed if current else None,
        "largest_on_good_or_better": both.largest_allowed if both else None,
        "places": [f"{each.scope.value} {each.key}" for each in verdict.groups],
    }
    return answer, verdict.findings
