"""Mẫu trình bày: where our layout of each kind of paper comes from, kept as data in `layouts.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class LayoutTrust(StrEnum):
    """Độ tin cậy của mẫu: whether a text gives the layout, and how far it was checked."""

    PRESCRIBED = "prescribed"
    SECONDARY = "secondary"
    PRACTICE = "practice"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        """What the administrator reads."""
        return _LABELS[self]


_LABELS = {
    LayoutTrust.PRESCRIBED: "Theo mẫu của văn bản quy định",
    LayoutTrust.SECONDARY: "Theo bản chép lại, chưa đối chiếu bản gốc",
    LayoutTrust.PRACTICE: "Không có mẫu bắt buộc, theo cách làm phổ biến",
    LayoutTrust.UNVERIFIED: "Chưa tìm thấy mẫu chính thức, cần kiểm tra hoặc dùng mẫu của cơ quan",
}


@dataclass(frozen=True, slots=True)
class LayoutNote:
    """Mẫu trình bày của một loại văn bản: how far to trust it, and its source in words."""

    trust: LayoutTrust
    note: str

    @property
    def is_unverified(self) -> bool:
        return self.trust is LayoutTrust.UNVERIFIED


def layout_of(kind: str, *, is_party: bool = False) -> LayoutNote:
    """The layout of a kind of paper, as a State or a Party body issues it."""
    state, party = _layouts()[kind]
    return party if is_party else state


@cache
def _layouts() -> dict[str, tuple[LayoutNote, LayoutNote]]:
    """The State's and the Party's layout by kind."""
    text = files(__package__).joinpath("layouts.toml").read_text(encoding="utf-8")
    return {kind: _both(raw) for kind, raw in tomllib.loads(text).items()}


def _both(raw: dict[str, str]) -> tuple[LayoutNote, LayoutNote]:
    state = LayoutNote(LayoutTrust(raw["trust"]), raw["source"])
    if "party_source" not in raw:
        return state, state
    return state, LayoutNote(LayoutTrust(raw["party_trust"]), raw["party_source"])
