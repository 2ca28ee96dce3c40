"""Bảng yêu cầu: every requirement with its sentence in the five plans, screens, commands, tests and seasons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tusoi.cli.markdown import page, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SOURCE = Path("docs", "yeu-cau.yaml")
HEADERS = (
    "Yêu cầu",
    "Câu trong văn bản",
    "Trang",
    "Lệnh",
    "Kiểm thử",
    "Mùa ví dụ",
    "Chưa có, lý do",
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Yêu cầu: what is asked for; `seeds` maps a plan to the sentence that asks, `missing` says what is not there and why."""

    id: str
    what: str
    seeds: Mapping[str, str]
    screens: tuple[str, ...]
    commands: tuple[str, ...]
    tests: tuple[str, ...]
    seasons: tuple[str, ...]
    missing: str = ""

    def cells(self) -> tuple[str, ...]:
        """The line of the table."""
        quotes = (f"“{text}” ({plan})" for plan, text in self.seeds.items())
        return (
            f"**{self.id}** {self.what}",
            "\n".join(quotes),
            _codes(self.screens),
            _codes(self.commands),
            _codes(self.tests),
            ", ".join(self.seasons) or "Chưa có",
            self.missing or "—",
        )


def _codes(names: Iterable[str]) -> str:
    return "\n".join(f"`{name}`" for name in names) or "Chưa có"


def _requirement(code: str, entry: Mapping[str, Any]) -> Requirement:
    lists = {name: tuple(entry[name]) for name in ("screens", "commands", "tests", "seasons")}
    return Requirement(
        id=code, what=entry["what"], seeds=entry["seeds"], missing=entry.get("missing", ""), **lists
    )


def requirements(root: Path) -> tuple[Requirement, ...]:
    """Every requirement, in the order of the file."""
    entries = yaml.safe_load((root / SOURCE).read_text(encoding="utf-8"))
    return tuple(_requirement(code, entry) for code, entry in entries.items())


def requirement_page(root: Path) -> str:
    """docs/yeu-cau.md from docs/yeu-cau.yaml."""
    lead = "Câu trích lấy từ năm văn bản trong `tests/planreader/gold`; phần chưa có nêu rõ lý do."
    return page(
        "Yêu cầu và nơi đáp ứng",
        lead,
        table(HEADERS, (each.cells() for each in requirements(root))),
    )
