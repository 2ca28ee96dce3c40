"""Chạy sản phẩm: the embedded database, the web server and the worker as one thing that starts and stops."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
import webbrowser
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from tusoi.config.database import address, data_dir

WSGI = "tusoi.config.wsgi:application"
START_LIMIT_SECONDS = 60


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _server_command(host: str, port: int, workers: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        "4",
        "--no-ws",
        "--log-level",
        "warning",
        WSGI,
    ]


def _worker_command() -> list[str]:
    return [sys.executable, "-W", "ignore", "-m", "django", "procrastinate", "worker"]


def _wait_until_alive(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(START_LIMIT_SECONDS * 5):
        if server.poll() is not None:
            raise click.ClickException(
                "Máy chủ web không khởi động được; có thể cổng đã có chương trình khác dùng (thử --port)."
            )
        try:
            with urllib.request.urlopen(f"{url}/song/", timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.2)
    raise click.ClickException("Máy chủ web không trả lời.")


def _database_url() -> str:
    """The address of the running database, so that children join it and only we stop it."""
    from django.conf import settings

    return os.environ.get("DATABASE_URL") or address(settings.DATABASES["default"])


def _chosen_example(name: str | None, *, resets: bool) -> str:
    """The example to show, settled before anything is forgotten or started."""
    from tusoi.rehearsal import demo_data

    try:
        return demo_data.choose(name, data_dir(), resets=resets)
    except LookupError as error:
        raise click.ClickException(str(error)) from None


def _forget_demo_data() -> None:
    folder = data_dir()
    for name in ("postgres", "demo-links.txt", "demo-clock.txt"):
        target = folder / name
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End the children, each in a session of its own, so that Ctrl-C reaches only us."""
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def run_demo(
    *, reset: bool, host: str, port: int, example: str | None, opens_browser: bool
) -> None:
    """Set up the example once, then serve it until Ctrl-C; a second start keeps the data."""
    chosen = _chosen_example(example, resets=reset)
    if reset:
        _forget_demo_data()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _interrupt)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tusoi.config.settings.dev")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tusoi.rehearsal import demo, demo_data

    url = f"http://{host}:{port}"
    demo.load(chosen, data_dir())
    environment = os.environ | {"DATABASE_URL": _database_url()} | demo_data.environment(data_dir())
    processes = [
        subprocess.Popen(command, env=environment, start_new_session=True)
        for command in (_server_command(host, port, 1), _worker_command())
    ]
    try:
        _wait_until_alive(url, processes[0])
        demo.announce(url, data_dir())
        if opens_browser and (os.environ.get("DISPLAY") or sys.platform in {"darwin", "win32"}):
            webbrowser.open(url)
        processes[0].wait()
    except KeyboardInterrupt:
        click.echo("\nĐang dừng…")
    finally:
        _stop(processes)
    click.echo("Đã dừng. Dữ liệu được giữ lại cho lần chạy sau.")


def run_server(*, host: str, port: int, workers: int) -> None:
    """Replace this process by the web server with the production settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tusoi.config.settings.prod")
    command = _server_command(host, port, workers)
    os.execve(command[0], command, os.environ)  # noqa: S606 - our own interpreter


def project_root() -> Path:
    return Path(__file__).resolve().parents[3]
