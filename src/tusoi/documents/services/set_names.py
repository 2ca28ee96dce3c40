"""Tên tệp trong bộ: short, without diacritics, and never twice in one folder."""

from __future__ import annotations

from typing import Final

from tusoi.officialdocs.wording import file_name

LONGEST: Final = 50
_SUFFIX: Final = ".docx"


class SetNames:
    """Tên tệp trong bộ: remembers what is taken; `folder` gives each key a folder of its own."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._taken: set[str] = set()
        self._folders: dict[object, str] = {}

    def folder(self, key: object, text: str, below: str = "") -> str:
        if key not in self._folders:
            self._folders[key] = self._unique(below, text, "")
        return self._folders[key]

    def stem(self, folder: str, text: str) -> str:
        """Path of a file without its suffix; with any suffix the name has at most 50 characters."""
        return self._unique(folder, text, _SUFFIX)

    def _unique(self, folder: str, text: str, suffix: str) -> str:
        plain = file_name(text, suffix).removesuffix(suffix)
        wanted = f"{folder}/{plain}" if folder else plain
        path, count = wanted, self._counts.get(wanted, 1)
        while path in self._taken:
            count += 1
            tail = f"-{count}"
            room = LONGEST - len(suffix) - len(tail)
            path = f"{wanted[: len(wanted) - len(plain)]}{plain[:room].rstrip('-')}{tail}"
        self._counts[wanted] = count
        self._taken.add(path)
        return path
