"""Loại việc chạy nền: what each kind does; every one is a command or a check that a page could run as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tusoi.org.services.importing import check_people, import_people

if TYPE_CHECKING:
    from datetime import datetime

    from tusoi.core.actor import Actor

Progress = Callable[[int, int], None]
Work = Callable[["Actor", "datetime", bytes, Progress], dict[str, Any]]

PEOPLE_CHECK = "people.check"
PEOPLE_IMPORT = "people.import"


def _check(actor: Actor, at: datetime, content: bytes, progress: Progress) -> dict[str, Any]:
    return check_people(at=at, content=content, progress=progress).as_dict()


def _import(actor: Actor, at: datetime, content: bytes, progress: Progress) -> dict[str, Any]:
    return import_people(actor=actor, at=at, content=content, progress=progress).as_dict()


KINDS: dict[str, Work] = {PEOPLE_CHECK: _check, PEOPLE_IMPORT: _import}
