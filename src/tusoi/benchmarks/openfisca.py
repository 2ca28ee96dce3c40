"""Người bạn đồng hành OpenFisca-Core: the same people judged by it, in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from array import array
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tusoi.benchmarks import limits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.benchmarks.limits import Row

_ROOT = Path(__file__).resolve().parents[3]
_MODEL = _ROOT / "bench" / "openfisca"
_HOME = _ROOT / "var" / "bench-openfisca"


class PeerUnavailable(Exception):
    """Chưa có OpenFisca-Core: it could not be installed, as on a closed network."""


@dataclass(frozen=True, slots=True)
class PeerResult:
    """Kết quả của OpenFisca-Core: seconds for all in one array, for one person alone, and the levels."""

    seconds: float
    alone: float
    levels: bytes


def _uv() -> str:
    found = shutil.which("uv") or str(_ROOT / "var" / "uv" / "bin" / "uv")
    if not Path(found).exists():
        raise PeerUnavailable("không có công cụ cài đặt uv")
    return found


def _python() -> Path:
    """The interpreter of the peer's own environment, prepared on first use from its lock file."""
    python, lock = _HOME / "bin" / "python", _MODEL / "requirements.lock"
    uv = _uv()
    for step in (
        [uv, "venv", "--quiet", "--allow-existing", "--python", ">=3.11", str(_HOME)],
        [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(python), str(lock)],
    ):
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise PeerUnavailable(done.stderr.strip().splitlines()[-1])
    return python


def _limits() -> dict[str, object]:
    """The limits of the model, from the law."""
    kept, ground = limits.limits_of("tasks_deficient", limits.BY_SHARES)
    (exceeded,) = limits.limits_of("tasks_exceeded", limits.BY_SHARES)
    return {
        "task_max": limits.task_points(),
        "score": [float(each) for each in limits.limits_of("score", limits.BY_SCORE)],
        "exceeded": float(exceeded),
        "deficient": float(kept),
        "deficient_ground": float(ground),
    }


def judge(rows: Iterable[Row]) -> PeerResult:
    """The levels as the peer finds them; raises PeerUnavailable."""
    python = _python()
    with TemporaryDirectory() as folder:
        people, levels, law = (Path(folder) / name for name in ("rows", "levels", "limits"))
        numbers = array("i")
        for row in rows:
            numbers.extend(row)
        people.write_bytes(numbers.tobytes())
        law.write_text(json.dumps(_limits()))
        command = [str(python), str(_MODEL / "model.py"), *map(str, (people, levels, law))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise PeerUnavailable(done.stderr.strip().splitlines()[-1])
        measured = json.loads(done.stdout)
        return PeerResult(measured["seconds"], measured["alone"], levels.read_bytes())
