"""Ví dụ: the data of one invented season, read from `examples/<name>/`: the text of its plan and six tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from django.utils.timezone import make_aware

Row = dict[str, Any]
PARTS = ("plan", "organisation", "people", "cases", "texts", "season")
PLAN_TEXT = "plan.txt"
FOLDER = Path(__file__).resolve().parents[3] / "examples"


class UnknownExample(LookupError):
    """Không có ví dụ này."""


@dataclass(frozen=True, slots=True)
class Example:
    """Ví dụ: plan, organisation, people, hard cases, texts and the course of the season.

    `plan_text` is the plan as it reads, `plan` what the office says of it.
    """

    name: str
    plan_text: bytes
    plan: Row
    organisation: Row
    people: dict[str, list[Row]]
    cases: Row
    texts: Row
    season: Row


def names() -> list[str]:
    """The examples there are."""
    return sorted(path.parent.name for path in FOLDER.glob("*/season.yaml"))


def check(name: str) -> None:
    """Raise UnknownExample, with the names there are, where this is none of them."""
    if name not in names():
        raise UnknownExample(f"Không có ví dụ “{name}”. Các ví dụ hiện có: {', '.join(names())}.")


def load(name: str) -> Example:
    """The example of that name; raises UnknownExample where there is none."""
    check(name)
    read = {part: _part(name, part) for part in PARTS}
    return Example(name, (FOLDER / name / PLAN_TEXT).read_bytes(), **read)


def titles() -> dict[str, str]:
    """By name the plan of every example: its number and its title."""
    plans = {name: _part(name, "plan") for name in names()}
    return {name: f"{plan['plan_number']}: {plan['title']}" for name, plan in plans.items()}


def _part(name: str, part: str) -> Any:
    return yaml.safe_load((FOLDER / name / f"{part}.yaml").read_text("utf-8"))


def moment(text: str) -> datetime:
    """An instant in Vietnam, written “2023-11-29 07:30”."""
    return make_aware(datetime.fromisoformat(text))


def pick(options: list[str], *keys: object) -> str:
    """One of the options, always the same for the same keys."""
    return options[crc32("/".join(map(str, keys)).encode()) % len(options)]
