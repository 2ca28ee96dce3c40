"""Người bạn đồng hành OpenFisca-Core: the same people judged by it, in an environment of its own."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tusoi.benchmarks import limits
from tusoi.benchmarks.peer_room import ROOT, peer_python, run_peer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.benchmarks.limits import Row

_MODEL = ROOT / "bench" / "openfisca"


@dataclass(frozen=True, slots=True)
class PeerResult:
    """Kết quả của OpenFisca-Core: seconds for all in one array, for one person alone, and the levels."""

    seconds: float
    alone: float
    levels: bytes


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
    python = peer_python("openfisca")
    with TemporaryDirectory() as folder:
        people, levels, law = (Path(folder) / name for name in ("rows", "levels", "limits"))
        numbers = array("i")
        for row in rows:
            numbers.extend(row)
        people.write_bytes(numbers.tobytes())
        law.write_text(json.dumps(_limits()))
        command = [str(python), str(_MODEL / "model.py"), *map(str, (people, levels, law))]
        measured = json.loads(run_peer(command))
        return PeerResult(measured["seconds"], measured["alone"], levels.read_bytes())
