"""Khoảng trống đã biết: what the checks find is exactly what `law/known_gaps.yaml` lists with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tusoi.rulebook.citations import cite
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.lawchecks.classes import charts, gaps
from tusoi.rulebook.lawchecks.periods import Stretch, without_regime, without_table
from tusoi.rulebook.lawdata import LawDataFault, read_yaml
from tusoi.rulebook.standards import tables


@dataclass(frozen=True, slots=True)
class KnownStretch:
    """Quãng thời gian chưa có quy định, with why."""

    stretch: Stretch
    reason: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownClassGap:
    """Kết quả không thuộc mức nào của một bảng, with why."""

    chart: str
    words: str
    reason: str
    cites: tuple[str, ...]


def _why(entry: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    cites = tuple(cite(each).id for each in entry["cites"])
    if not entry["reason"] or not cites:
        raise LawDataFault(f"known_gaps.yaml: a reason and a citation are wanted in {entry}")
    return entry["reason"], cites


def known_stretches(kind: str) -> list[KnownStretch]:
    """What is listed under `regimes` or `tables`."""
    return [
        KnownStretch(
            Stretch(RatedAs(entry["rated_as"]), entry["since"], entry.get("until")), *_why(entry)
        )
        for entry in read_yaml("known_gaps.yaml")[kind]
    ]


def known_class_gaps() -> list[KnownClassGap]:
    """What is listed under `classes`."""
    return [
        KnownClassGap(chart, words, *_why(entry))
        for entry in read_yaml("known_gaps.yaml")["classes"]
        for chart, listed in entry["found"].items()
        for words in listed
    ]


def _difference(what: str, found: Iterable[object], listed: Iterable[object]) -> Iterator[str]:
    found, listed = list(found), list(listed)
    yield from (f"{what} chưa ghi: {each}" for each in found if each not in listed)
    yield from (f"{what} ghi mà không còn: {each}" for each in listed if each not in found)
    yield from (f"{what} ghi hai lần: {each}" for each in set(listed) if listed.count(each) > 1)


def unlisted_or_stale() -> list[str]:
    """Gaps found but not listed, and gaps listed but no longer there."""
    found = ((chart.name, words) for chart in charts(tables()) for words in gaps(chart))
    listed = ((each.chart, each.words) for each in known_class_gaps())
    return [
        *_difference(
            "Không có chế độ,",
            without_regime(),
            (each.stretch for each in known_stretches("regimes")),
        ),
        *_difference(
            "Không có bảng tiêu chuẩn,",
            without_table(),
            (each.stretch for each in known_stretches("tables")),
        ),
        *_difference("Không thuộc mức nào,", found, listed),
    ]
