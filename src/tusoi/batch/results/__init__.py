"""Tệp kết quả: one module per kind of file, all written beside their place and put there when complete."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from tusoi.batch.faults import BatchRefused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tusoi.batch.judging import Judged
    from tusoi.batch.layout import Inquiry
    from tusoi.batch.summary import Summary


class ResultFile(Protocol):
    """Tệp kết quả đang ghi: `render` works in any process, the rest in the first one only."""

    def __init__(self, path: Path, inquiry: Inquiry) -> None: ...

    @staticmethod
    def render(judged: Judged) -> Any:
        """What `write` takes of one subject."""

    @staticmethod
    def companions(out: Path) -> tuple[Path, ...]:
        """Files that stand beside the result."""

    def write(self, lines: Iterable[Any]) -> None:
        """The next subjects."""

    def finish(self, summary: Summary, companions: tuple[Path, ...]) -> None:
        """What holds for the whole table; the file is complete."""

    def abandon(self) -> None:
        """Let go of the file, complete or not."""


ResultKind = type[ResultFile]
#: Loaded only where asked for: the writer of workbooks takes longer to load than a small table to judge.
_KINDS = {".csv": "CsvResult", ".json": "JsonResult", ".xlsx": "XlsxResult"}


def result_kind(out: Path) -> ResultKind:
    """How a file of that ending is written."""
    ending = out.suffix.lower()
    if ending not in _KINDS:
        raise BatchRefused(
            f"--out {out.name}: tên tệp kết quả phải kết thúc bằng {', '.join(_KINDS)}."
        )
    module = import_module(f"tusoi.batch.results.{ending[1:]}_file")
    return cast("ResultKind", getattr(module, _KINDS[ending]))
