"""Nhớ lại: a scenery is built once per process through the commands; later tests get the same rows copied back.

Building a department or a season takes hundreds of commands; copying its rows takes a few milliseconds. The
database is a superuser's in tests, so triggers and references can rest while the rows are put in.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.apps import apps
from django.db import connection, transaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Memory:
    """What a build left behind: its result, and the rows of every table that is not empty."""

    result: bytes
    rows: dict[str, bytes]


_memories: dict[str, Memory] = {}


def _tables() -> list[str]:
    """The tables of our own apps."""
    configs = [config for config in apps.get_app_configs() if config.name.startswith("tusoi.")]
    return [
        model._meta.db_table
        for config in configs
        for model in config.get_models(include_auto_created=True)
    ]


def _read_rows() -> dict[str, bytes]:
    rows = {}
    with connection.cursor() as cursor:
        for table in _tables():
            with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT binary)') as copy:
                content = b"".join(bytes(part) for part in copy)
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}")')  # noqa: S608 - our own tables
            if cursor.fetchone()[0]:
                rows[table] = content
    return rows


def _write_rows(rows: dict[str, bytes]) -> None:
    """Empty every table and fill it from memory, in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("".join(f'DELETE FROM "{table}";' for table in _tables()))  # noqa: S608 - our own tables
        for table, content in rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT binary)') as copy:
                copy.write(content)
        cursor.execute("SET LOCAL session_replication_role = origin")


def remembered(build: Callable[..., T], *given: object) -> T:
    """What `build(*given)` gives, with its rows; built for real only the first time in this process.

    Everything written before is replaced, so it stands at the beginning of a test, never after a sign-in.
    """
    key = f"{build.__module__}.{build.__qualname__}"
    memory = _memories.get(key)
    if memory is None:
        result = build(*given)
        _memories[key] = Memory(pickle.dumps(result), _read_rows())
        return result
    _write_rows(memory.rows)
    return pickle.loads(memory.result)  # noqa: S301 - our own object
