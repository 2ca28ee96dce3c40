"""Nhiều tiến trình: chunks of rows to all cores, answers in the order of the rows, memory flat."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TYPE_CHECKING

from tusoi.batch.chunks import ChunkResult, ChunkWorker
from tusoi.batch.faults import BatchRefused

if TYPE_CHECKING:
    from tusoi.batch.sources import Row

CHUNK_ROWS = 500
#: Chunks under way per process; beyond that the reading waits for the slowest.
AHEAD = 4

_worker: ChunkWorker


def _start(make: Callable[[], ChunkWorker]) -> None:
    """Runs once in every process; Ctrl-C is answered by the first process alone."""
    global _worker  # noqa: PLW0603 - a process of a pool keeps its state in its module
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = make()


def _work(rows: list[Row]) -> ChunkResult:
    return _worker.work(rows)


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK_ROWS)):
        yield chunk


def answers(
    rows: Iterable[Row], make: Callable[[], ChunkWorker], jobs: int
) -> Iterator[ChunkResult]:
    """The result of each chunk, in the order of the rows, whatever `jobs` is; one chunk needs no second process."""
    chunks = _chunks(rows)
    first = next(chunks, [])
    every = chain([first], chunks)
    if jobs == 1 or len(first) < CHUNK_ROWS:
        worker = make()
        yield from map(worker.work, every)
        return
    crew = ProcessPoolExecutor(jobs, initializer=_start, initargs=(make,))
    under_way: deque[Future[ChunkResult]] = deque()
    try:
        for chunk in every:
            under_way.append(crew.submit(_work, chunk))
            if len(under_way) >= jobs * AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool:
        raise BatchRefused(
            "Một tiến trình bị hệ thống dừng giữa chừng, thường vì thiếu bộ nhớ. Chưa ghi kết quả nào. "
            "Chạy lại với --jobs nhỏ hơn."
        ) from None
    finally:
        crew.shutdown(cancel_futures=True)
