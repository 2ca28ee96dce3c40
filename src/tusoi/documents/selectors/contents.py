"""Thành phần của một hồ sơ: what the list of a subject's dossier says; registered by the app that knows the lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class ContentLine(NamedTuple):
    """Dòng thành phần hồ sơ: a listed paper, its state, its number or place, and who brings it."""

    number: int
    title: str
    state: str
    reference: str
    note: str


Contents = Callable[[int], Sequence[ContentLine]]
_CONTENTS: list[Contents] = []


def register_contents(contents: Contents) -> None:
    """Called once, when the app that knows the lists is ready; takes the key of a subject."""
    _CONTENTS[:] = [contents]


def contents_of(subject_id: int | None) -> Sequence[ContentLine]:
    """The checked list of the subject; nothing for a set that is no dossier."""
    return [line for contents in _CONTENTS for line in contents(subject_id)] if subject_id else []
