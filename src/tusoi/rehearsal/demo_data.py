"""Dữ liệu chạy thử: what a demonstration keeps beside its database – which example it shows, its clock, its accounts."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from tusoi.core import clock
from tusoi.rehearsal import example

LINKS, CLOCK = "demo-links.txt", "demo-clock.txt"
FIRST = "lai-chau-2023"
PRIVATE = 0o600


class OtherExample(LookupError):
    """Dữ liệu chạy thử là của ví dụ khác."""


def choose(name: str | None, folder: Path, *, resets: bool) -> str:
    """The example to show: the one asked for, else the one already there, else the first; never two in one folder."""
    there = None if resets else example_in(folder)
    chosen = name or there or FIRST
    example.check(chosen)
    if there and chosen != there:
        raise OtherExample(
            f"Dữ liệu chạy thử đang là ví dụ “{there}”, chưa nạp được “{chosen}”. "
            f"Xem tiếp ví dụ đó: ./tusoi demo. "
            f"Xóa dữ liệu chạy thử rồi nạp ví dụ mới: ./tusoi demo --example {chosen} --reset."
        )
    return chosen


def example_in(folder: Path) -> str | None:
    """The example that stands there; a folder that does not say which holds the first."""
    path = folder / CLOCK
    return json.loads(path.read_text("utf-8")).get("example", FIRST) if path.exists() else None


def start_clock(name: str, starts_at: datetime, folder: Path) -> None:
    """Keep which example it is, on which of its days it stands, and since when."""
    days = {"starts_at": starts_at.isoformat(), "loaded_at": clock.now().isoformat()}
    _keep(folder / CLOCK, {"example": name, **days})


def present(folder: Path) -> datetime:
    """The instant of the demonstration: its start, and the time gone by since it was set up."""
    kept = json.loads((folder / CLOCK).read_text("utf-8"))
    started, loaded = (datetime.fromisoformat(kept[key]) for key in ("starts_at", "loaded_at"))
    return started + (clock.now() - loaded)


def environment(folder: Path) -> dict[str, str]:
    """What the server and the worker need to run on the days of the demonstration."""
    return {"TUSOI_TODAY": present(folder).isoformat()}


def keep_accounts(rows: list[dict[str, str]], folder: Path) -> None:
    """Keep the accounts with their one-time links."""
    _keep(folder / LINKS, rows)


def accounts(folder: Path) -> list[dict[str, str]]:
    """The accounts as they were kept."""
    kept: list[dict[str, str]] = json.loads((folder / LINKS).read_text("utf-8"))
    return kept


def _keep(path: Path, content: Any) -> None:
    """Write a file that only its owner reads."""
    path.touch(mode=PRIVATE)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
