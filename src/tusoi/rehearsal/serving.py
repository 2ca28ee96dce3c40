"""Máy chủ nháp: the product's own server on a free port of this machine, over the database in use."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.db import connection
from django.urls import reverse

HOST = "127.0.0.1"
START_SECONDS, PAUSE, STOP_SECONDS = 60, 0.2, 15


class Server:
    """Máy chủ nháp: a process group with a port of its own, that may be killed and started again."""

    def __init__(self, environment: Mapping[str, str], *, workers: int = 1) -> None:
        self.workers = workers
        self.port = _free_port()
        self.url = f"http://{HOST}:{self.port}"
        own = {"DATABASE_URL": _database_url(), "PYTHONPATH": str(settings.BASE_DIR / "src")}
        self.environment = {**os.environ, **own, **environment}

    def start(self) -> None:
        command = _command(self.port, self.workers)
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True)  # noqa: S603 - our own command
        _wait(self.url, self.process)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=STOP_SECONDS)

    def kill(self) -> None:
        """End it without any warning, workers included."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=STOP_SECONDS)


@contextmanager
def served(environment: Mapping[str, str], *, workers: int = 1) -> Iterator[str]:
    """The address of a running server with these additions to the environment."""
    server = Server(environment, workers=workers)
    try:
        server.start()
        yield server.url
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _command(port: int, workers: int) -> list[str]:
    options = "--interface wsgi --blocking-threads 8 --no-ws --log-level error"
    place = ["--host", HOST, "--port", str(port), "--workers", str(workers)]
    app = "tusoi.config.wsgi:application"
    return [sys.executable, "-W", "ignore", "-m", "granian", *options.split(), *place, app]


def _database_url() -> str:
    row = connection.settings_dict
    return f"postgresql://{row['USER']}@/{row['NAME']}?host={row['HOST']}"


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url + reverse("alive"), timeout=STOP_SECONDS):  # noqa: S310 - our own address
                return
        except (URLError, ConnectionError):
            time.sleep(PAUSE)
    raise TimeoutError("Máy chủ nháp không khởi động được.")
