"""Trang Markdown sinh tự động: the note at their head, tables and links, written alike everywhere."""

from __future__ import annotations

from collections.abc import Iterable

NOTE = "<!-- Tệp sinh tự động bằng ./tusoi docs; không sửa tay. -->\n\n"


def table(headers: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; bars and line breaks inside a cell do not break it."""
    headers = list(headers)
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def page(title: str, *parts: str) -> str:
    """A whole page: note, title, parts set apart by an empty line."""
    return NOTE + "\n\n".join([f"# {title}", *(part.strip("\n") for part in parts if part)]) + "\n"
