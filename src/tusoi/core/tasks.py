"""Việc cần làm: one line of “Việc của tôi”, whichever app it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    """Việc cần làm: what, until which day (last day, inclusive), and the one page where it is done.

    `url_name` and `url_args` are reversed by the page; `is_waiting` marks what others must do first.
    """

    label: str
    url_name: str
    url_args: tuple[int, ...] = ()
    due_on: date | None = None
    note: str = ""
    is_waiting: bool = False
