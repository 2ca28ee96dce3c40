"""The newcomer's first command: ./tusoi demo starts, answers, stops cleanly, and keeps its data."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from tusoi.cli.running import project_root

pytestmark = pytest.mark.journey
START_LIMIT_SECONDS = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Demo:
    """One run of the launcher in a data folder of its own."""

    def __init__(self, folder, *arguments: str) -> None:
        self.port = free_port()
        self.output = folder / f"demo-{self.port}.log"
        environment = {
            k: v
            for k, v in os.environ.items()
            if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        }
        self.process = subprocess.Popen(
            [
                str(project_root() / "tusoi"),
                "demo",
                "--no-browser",
                "--port",
                str(self.port),
                *arguments,
            ],
            env=environment | {"TUSOI_DATA": str(folder)},
            stdout=self.output.open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def text(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while words not in self.text():
            assert self.process.poll() is None, self.text()
            assert time.monotonic() < deadline, self.text()
            time.sleep(0.3)

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return answer.status, answer.read().decode()

    def interrupt(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=60)


def postgres_of(folder) -> list[str]:
    listing = subprocess.run(
        ["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True
    ).stdout
    return [line for line in listing.splitlines() if str(folder) in line and "postgres" in line]


def links(demo: Demo) -> list[str]:
    """The one-time links printed, as paths."""
    return [
        word[word.index("/kich-hoat/") :] for word in demo.text().split() if "/kich-hoat/" in word
    ]


def test_demo_starts_answers_stops_and_keeps_its_data(tmp_path):
    first = Demo(tmp_path)
    first.wait_for(f"http://127.0.0.1:{first.port}")
    status, page = first.get("/")
    assert status == 200
    assert "Đăng nhập" in page
    first.wait_for("/kich-hoat/")
    assert len(links(first)) >= 6
    assert first.interrupt() == 0, first.text()
    assert not postgres_of(tmp_path)

    second = Demo(tmp_path)
    second.wait_for(f"http://127.0.0.1:{second.port}")
    second.wait_for("Ctrl-C")
    status, page = second.get(links(second)[0])
    assert status == 200
    assert "mật khẩu" in page.lower()
    assert second.interrupt() == 0
    assert not postgres_of(tmp_path)

    other = Demo(tmp_path, "--example", "dong-thap-2021")
    assert other.process.wait(timeout=START_LIMIT_SECONDS) != 0
    assert "đang là ví dụ “lai-chau-2023”" in other.text()
    assert "./tusoi demo --example dong-thap-2021 --reset" in other.text()
