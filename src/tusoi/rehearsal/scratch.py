"""Cơ sở dữ liệu nháp: a fresh database beside the usual one, gone when the work with it is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from psycopg import sql


@contextmanager
def scratch_database(name: str) -> Iterator[None]:
    """Everything inside reads and writes a new, migrated database; the usual one is not touched."""
    usual = connection.settings_dict["NAME"]
    _drop(name)
    _execute("CREATE DATABASE {}", name)
    _execute("ALTER DATABASE {} SET synchronous_commit = off", name)
    _turn_to(name)
    try:
        call_command("migrate", verbosity=0)
        yield
    finally:
        _turn_to(usual)
        _drop(name)


def _turn_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _drop(name: str) -> None:
    _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _execute(statement: str, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(sql.Identifier(name)))
