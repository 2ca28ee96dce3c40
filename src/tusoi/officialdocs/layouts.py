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
class Layout:
    """Mẫu trình bày của một loại văn bản: its source in words and how far to trust it."""

    source: str
    trust: LayoutTrust


def layout_of(kind: str, *, is_party: bool = False) -> Layout:
    """The layout of a kind of paper, as a State or a Party body issues it."""
    state, party = _layouts()[kind]
    return party if is_party else state


@cache
def _layouts() -> dict[str, tuple[Layout, Layout]]:
    """The State's and the Party's layout by kind."""
    text = files(__package__).joinpath("layouts.toml").read_text(encoding="utf-8")
    return {kind: _both(raw) for kind, raw in tomllib.loads(text).items()}


def _both(raw: dict[str, str]) -> tuple[Layout, Layout]:
    state = Layout(raw["source"], LayoutTrust(raw["trust"]))
    if "party_source" not in raw:
        return state, state
    return state, Layout(raw["party_source"], LayoutTrust(raw["party_trust"]))
