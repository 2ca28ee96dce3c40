"""Đo sổ luật: people per second with their reasons, one person, import, memory of a stream, wrong classes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import get_context
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from tusoi.benchmarks import limits, openfisca, reference
from tusoi.benchmarks.peer_room import PeerUnavailable
from tusoi.rulebook.record import Record, answer
from tusoi.rulebook.rules import classification, eligibility

SAMPLE = 20_000
CHUNK = 10_000
LEADERS = 5
PASSES = 5
MARKS = (10_000, 100_000, 1_000_000)
GOAL_RATE, GOAL_ALONE, GOAL_IMPORT = 20_000, 200, 0.1
_IMPORT = "from time import process_time as t; s = t(); import tusoi.rulebook.rules, tusoi.rulebook.explain; print(t() - s)"


def judged(record: Record) -> tuple[classification.Proposal, list[Any]]:
    """The whole rule set on one person: numbers, conditions, standing, ceilings, the level proposed, the head."""
    law = record.law
    proposal = classification.propose(record.results, record.person, record.rated_as, law)
    findings = []
    if record.person is not None and proposal.level is not None:
        findings = eligibility.level_findings(
            proposal.level, record.person, law.of(record.rated_as)
        )
    if record.head is not None:
        findings += classification.ceiling_findings(record.head, law)
    return proposal, findings


def subjects(count: int, seed: int) -> Iterator[Record]:
    """People near the limits, one by one; every fifth leads a unit."""
    points = limits.task_points()
    for number, row in enumerate(limits.rows(count, seed)):
        yield limits.subject(row, points, is_leader=number % LEADERS == 0)


def _seconds(
    act: Callable[[Record], object],
    people: Iterable[Record],
    clock: Callable[[], float] = process_time,
) -> float:
    """How long it takes to do it for all, one after the other; of the processor unless told otherwise."""
    started = clock()
    for each in people:
        act(each)
    return clock() - started


def _rate(act: Callable[[Record], object], people: list[Record]) -> float:
    """People per second of one core, the best of several passes on a machine that does other things too."""
    return len(people) / min(_seconds(act, people) for _ in range(PASSES))


def _alone(people: list[Record]) -> tuple[float, float]:
    """Median and 99th percentile of one person, in microseconds."""
    times = sorted(_seconds(judged, [each]) * 1e6 for each in people)
    return median(times), times[len(times) * 99 // 100]


def _share_of_work(seed: int) -> tuple[int, float]:
    people = list(subjects(CHUNK, seed))
    judged(people[0])
    return len(people), _seconds(judged, people, perf_counter)


def _import_seconds() -> float:
    runs = (
        subprocess.run([sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True)
        for _ in range(2 * PASSES)
    )
    return min(float(run.stdout) for run in runs)


def _memory(count: int) -> list[tuple[int, int]]:
    """Peak memory in KiB after so many people of one stream; for a process of its own."""
    people, marks, done = subjects(count, seed=0), [], 0
    for mark in (*(each for each in MARKS if each < count), count):
        for each in islice(people, mark - done):
            judged(each)
        done = mark
        marks.append((mark, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    return marks


class Wrong(NamedTuple):
    """Số người sai mức in one chunk, by how it was computed, with the exact levels."""

    engine: int
    double: int
    single: int
    levels: bytes


def _held_against_reference(size_and_seed: tuple[int, int]) -> Wrong:
    rows, points = list(limits.rows(*size_and_seed)), limits.task_points()
    exact = bytes(reference.level_of(row, reference.EXACT, points) for row in rows)
    proposals = (judged(limits.subject(row, points))[0].proven for row in rows)
    engine = bytes(reference.NO_LEVEL if level is None else level.rank for level in proposals)
    double, single = (
        bytes(reference.level_of(row, numbers, points) for row in rows)
        for numbers in (reference.DOUBLE, reference.SINGLE)
    )
    return Wrong(
        _differing(exact, engine), _differing(exact, double), _differing(exact, single), exact
    )


def _differing(first: bytes, second: bytes) -> int:
    return sum(one != other for one, other in zip(first, second, strict=True))


def _chunks(count: int) -> list[tuple[int, int]]:
    """(size, seed) of every chunk of so many people."""
    sizes = [CHUNK] * (count // CHUNK) + ([count % CHUNK] if count % CHUNK else [])
    return [(size, seed) for seed, size in enumerate(sizes)]


def run(*, people: int, jobs: int) -> None:
    """Print what is measured, each beside its goal; OpenFisca-Core stands beside it."""
    console, cores = Console(), jobs or len(os.sched_getaffinity(0))
    context = get_context("spawn")
    with context.Pool(1) as alone:  # first: a child starts with the peak of its parent
        marks = alone.apply(_memory, (people,))
    _print_speed(console, context, cores)
    console.print("Bộ nhớ cao nhất khi xét lần lượt từng người của một dòng dữ liệu:")
    for count, kib in marks:
        console.print(f"  {count:>9} người: {kib / 1024:.1f} MiB")
    with context.Pool(cores) as pool:
        wrong = list(pool.imap(_held_against_reference, _chunks(people)))
    _print_wrong(console, people, wrong)


def _print_speed(console: Console, context: Any, cores: int) -> None:
    sample = list(subjects(SAMPLE, seed=1))
    rate, written = _rate(judged, sample), _rate(answer, sample)
    middle, late = _alone(sample)
    with context.Pool(cores) as pool:
        shares = pool.map(_share_of_work, range(2 * cores), chunksize=1)
    together = cores * sum(count for count, _ in shares) / sum(took for _, took in shares)
    table = Table("Sổ luật", "Đo được", "Mục tiêu")
    table.add_row("Người mỗi giây, một lõi, giữ đủ căn cứ", f"{rate:.0f}", f"từ {GOAL_RATE}")
    table.add_row("… và viết cả lời giải thích thành JSON chuẩn", f"{written:.0f}", "")
    table.add_row(f"Người mỗi giây, {cores} lõi, giữ đủ căn cứ", f"{together:.0f}", "")
    table.add_row(
        "Một người, trung vị và bách phân vị 99 (µs)",
        f"{middle:.0f}; {late:.0f}",
        f"không quá {GOAL_ALONE}",
    )
    table.add_row("Nạp sổ luật (giây)", f"{_import_seconds():.3f}", f"không quá {GOAL_IMPORT}")
    console.print(table)


def _print_wrong(console: Console, people: int, wrong: list[Wrong]) -> None:
    table = Table("Cách tính", "Sai mức", "Người mỗi giây", "Một người (µs)")
    table.add_row("Tự Soi", f"{sum(each.engine for each in wrong)}", "", "")
    table.add_row(reference.DOUBLE.label, f"{sum(each.double for each in wrong)}", "", "")
    table.add_row(reference.SINGLE.label, f"{sum(each.single for each in wrong)}", "", "")
    try:
        peer = openfisca.judge(
            row for size, seed in _chunks(people) for row in limits.rows(size, seed)
        )
    except PeerUnavailable as reason:
        console.print(f"Không so sánh được với OpenFisca-Core: {reason}.")
    else:
        exact = b"".join(each.levels for each in wrong)
        table.add_row(
            "OpenFisca-Core, không giữ căn cứ",
            f"{_differing(exact, peer.levels)}",
            f"{people / peer.seconds:.0f}",
            f"{peer.alone * 1e6:.0f}",
        )
    console.print(f"Sai mức so với phép tính phân số, {people} người sát ranh:")
    console.print(table)
