"""Đủ thông tin: a paper with a missing value is not made; what is missing is named in Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterator


class MissingValues(ValueError):
    """Thiếu thông tin: the Vietnamese names of the values without which the paper is not made."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(f"Chưa lập được văn bản vì còn thiếu: {'; '.join(names)}.")
        self.names = names


class Inconsistent(ValueError):
    """Số liệu không khớp: the Vietnamese sentences that say which numbers do not agree."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Needed:
    """Marks a context field that must be filled: `Annotated[str, Needed("trích yếu")]`."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """Gives a context field that may be empty the name under which its parts are reported."""

    name: str


def require_complete(context: Any) -> None:
    """Raise `MissingValues` unless every needed field, however deep, is filled."""
    if names := list(missing_names(context)):
        raise MissingValues(names)


def missing_names(context: Any) -> Iterator[str]:
    """Names of the needed fields of a context that are empty, its parts included."""
    for field, mark in _marks(context.__class__):
        value = getattr(context, field)
        if isinstance(mark, Needed) and _is_empty(value):
            yield mark.name
        yield from _missing_inside(value, mark.name)


def _missing_inside(value: Any, name: str) -> Iterator[str]:
    parts = (
        {f"{name} thứ {n}": part for n, part in enumerate(value, 1)}
        if isinstance(value, tuple)
        else {name: value}
    )
    for prefix, part in parts.items():
        if is_dataclass(part):
            yield from (f"{prefix}: {inner}" for inner in missing_names(part))


def _is_empty(value: Any) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())


@cache
def _marks(kind: type) -> tuple[tuple[str, Needed | Named], ...]:
    """The marked fields of a context class."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (field, mark)
        for field, hint in hints.items()
        for mark in getattr(hint, "__metadata__", ())
        if isinstance(mark, Needed | Named)
    )
