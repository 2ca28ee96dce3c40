"""Hồ sơ: what is missing in a dossier, and how long a summary is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """Hồ sơ một đối tượng: the listed papers that should be there and are not; `cite` is what the list rests on."""

    missing: tuple[str, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class LengthFacts:
    """Độ dài một bản tóm tắt: its words, how many fit each length, and the parameter that limits it."""

    title: str
    limit: str
    words: int
    room: int
