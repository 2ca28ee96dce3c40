"""Phạm vi của văn bản: to which campaign, unit and subject the row of a paper belongs; registered like the sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from django.db.models import Model

from tusoi.documents.selectors.sources import Owner, owner_type
from tusoi.org.models import Unit


def _nobody(owner: Owner) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Phạm vi của văn bản: lookups from a row to its campaign, unit and subjects; `about` names the one subject.

    A row without `subject` belongs to no dossier.
    """

    campaign: str
    unit: str
    subject: str = ""
    about: Callable[[Owner], str] = _nobody

    def unit_of(self, owner: Owner) -> Unit:
        return reduce(getattr, self.unit.split("__"), owner)


_REACHES: dict[str, Reach] = {}


def register_reach(reaches: dict[type[Model], Reach]) -> None:
    """Called once by each app when it is ready, for its own models."""
    _REACHES.update({owner_type(model): reach for model, reach in reaches.items()})


def reach_of(name: str) -> Reach | None:
    """The reach of rows of the model of that name, where an app has registered it."""
    return _REACHES.get(name)
