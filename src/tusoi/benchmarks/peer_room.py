"""Môi trường của bạn đo: an environment of its own for what a benchmark compares with, made on first use from a lock file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


class PeerUnavailable(Exception):
    """Chưa có phần mềm để so: it could not be installed, as on a closed network."""


def _uv() -> str:
    found = shutil.which("uv") or str(ROOT / "var" / "uv" / "bin" / "uv")
    if not Path(found).exists():
        raise PeerUnavailable("không có công cụ cài đặt uv")
    return found


def peer_python(name: str) -> Path:
    """The interpreter for `bench/<name>`, its packages checked against their hashes."""
    home = ROOT / "var" / f"bench-{name}"
    python, lock = home / "bin" / "python", ROOT / "bench" / name / "requirements.lock"
    uv = _uv()
    for step in (
        [uv, "venv", "--quiet", "--allow-existing", "--python", ">=3.11", str(home)],
        [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(python), str(lock)],
    ):
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise PeerUnavailable(done.stderr.strip().splitlines()[-1])
    return python


def run_peer(command: list[str]) -> str:
    """What the peer prints; raises PeerUnavailable when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PeerUnavailable((done.stderr.strip().splitlines() or ["không rõ lỗi"])[-1])
    return done.stdout
