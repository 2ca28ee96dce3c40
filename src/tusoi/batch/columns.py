"""Cột của bảng: what a column is – heading, hint, reader and the fact it fills."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from tusoi.batch.cells import Choice, Reader
from tusoi.rulebook.facts import RatedAs, RatingLevel


class Into(Enum):
    """What a column fills: who it is, the person's year, the results, or what else the level rests on."""

    IDENTITY = auto()
    PERSON = auto()
    RESULTS = auto()
    RELATIONS = auto()


class Requirement(Enum):
    """Bắt buộc đến đâu: every cell, the column only, or neither."""

    CELL = "Bắt buộc"
    COLUMN = "Phải có cột, ô có thể để trống"
    FREE = "Không bắt buộc"


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: `field` of the facts it fills (`key` within it); no field where the value names its fields.

    A column on results is asked for where the table in force reads its field (or one of the measures `asked_by`)
    and for `kinds`; one on the subject where its kind is among `kinds` and the law of that kind has `parameter`.
    `whole` is the column a part belongs to.
    """

    heading: str
    hint: str
    reader: Reader
    into: Into
    field: str = ""
    key: Any = None
    requirement: Requirement = Requirement.COLUMN
    asked_by: frozenset[str] = frozenset()
    kinds: frozenset[RatedAs] = frozenset()
    parameter: str = ""
    whole: str = ""
    example: str = ""
    width: int = 16


OFFICIALS = frozenset({RatedAs.CADRE, RatedAs.CIVIL_SERVANT, RatedAs.PUBLIC_EMPLOYEE})
MEMBERS = frozenset({RatedAs.PARTY_MEMBER})
PERSONS = OFFICIALS | MEMBERS
PARTY_BODIES = frozenset({RatedAs.COLLECTIVE, RatedAs.PARTY_ORGANISATION})

LEVEL = Choice({level.label: level for level in RatingLevel})
