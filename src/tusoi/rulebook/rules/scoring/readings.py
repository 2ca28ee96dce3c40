"""Cách hiểu chỗ văn bản để ngỏ: the reading of an unclear point that applies, and how a sentence names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.rulebook.parameter_text import as_written
from tusoi.rulebook.parameters import parameters

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import Dated, LawAt


def reading(point: str, law: LawAt) -> Dated:
    """The reading of that point: the default one or the one the body chose by a rule of its own."""
    return law.get(f"scoring.{point}")


def words(chosen: Dated) -> str:
    """The reading as the second half of a sentence."""
    text = as_written(parameters()[chosen.name], chosen.value)
    return text[0].lower() + text[1:]
