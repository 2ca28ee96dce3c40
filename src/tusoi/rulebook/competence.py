"""Thẩm quyền xếp loại: who tracks and scores, and who decides the level of the year, per kind of subject and regime."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.lawdata import LawDataFault, read_yaml
from tusoi.rulebook.regimes import regimes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class CompetentOffices:
    """Cấp có thẩm quyền: the offices (code → label) any one of which is competent, and on what ground."""

    labels: Mapping[str, str]
    cite: str
    trust: Trust

    @property
    def text(self) -> str:
        """The offices as a sentence names them."""
        return " hoặc ".join(self.labels.values())


@dataclass(frozen=True, slots=True)
class Competence:
    """Thẩm quyền xếp loại một nhóm đối tượng; `tracks` is None where no text names who tracks."""

    rated_as: RatedAs
    regime: str
    who: str
    label: str
    tracks: CompetentOffices | None
    classifies: CompetentOffices


def _offices(entry: Mapping[str, Any], labels: Mapping[str, str]) -> CompetentOffices:
    unknown = set(entry["by"]) - set(labels)
    if unknown:
        raise LawDataFault(f"competence.yaml: unknown offices {sorted(unknown)}")
    named = {code: labels[code] for code in entry["by"]}
    return CompetentOffices(named, cite(entry["cite"]).id, Trust(entry["trust"]))


def parse_competences(entries: Mapping[str, Any]) -> tuple[Competence, ...]:
    """Every row of the matrix; the offices are named once at the top."""
    labels = entries["offices"]
    return tuple(
        Competence(
            rated_as=RatedAs(kind),
            regime=regimes()[regime].id,
            who=who,
            label=row["label"],
            tracks=_offices(row["tracks"], labels) if "tracks" in row else None,
            classifies=_offices(row["classifies"], labels),
        )
        for regime, kinds in entries.items()
        if regime != "offices"
        for kind, rows in kinds.items()
        for who, row in rows.items()
    )


@cache
def competences() -> tuple[Competence, ...]:
    """The matrix of `law/competence.yaml`."""
    return parse_competences(read_yaml("competence.yaml"))


def competences_for(rated_as: RatedAs, day: date) -> tuple[Competence, ...]:
    """The rows of the regime in use for that kind of subject on `day`."""
    return tuple(
        row
        for row in competences()
        if row.rated_as is rated_as
        and regimes()[row.regime].is_in_use
        and regimes()[row.regime].governs(rated_as, day)
    )
