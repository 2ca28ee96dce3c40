"""Bản ghi xếp loại: everything a level was judged from, as canonical JSON that can be judged again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook import __version__
from tusoi.rulebook.explain import RESULTS, ExplanationLine, explain
from tusoi.rulebook.facts import (
    AbsenceKind,
    Category,
    Degree,
    HeadFacts,
    Leadership,
    PersonFacts,
    RatedAs,
    RatingLevel,
    ResultFacts,
)
from tusoi.rulebook.findings import Severity
from tusoi.rulebook.lawdata import LawDataFault
from tusoi.rulebook.parameter_text import exact_text, read_exact
from tusoi.rulebook.parameters import LawAt, LocalValue, law_at, parameters
from tusoi.rulebook.rules import classification, eligibility
from tusoi.rulebook.rules.conditions import READINGS_REMEMBERED, Condition

if TYPE_CHECKING:
    from tusoi.rulebook.findings import Finding


class UnreadableRecord(ValueError):
    """Bản ghi không đọc được: a part is missing or is not what this version of the rulebook knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Bản ghi xếp loại: facts, kind of subject, the law of the day with local rules, the level decided.

    `version` is the rulebook's when the record was made; `head` stands for whoever heads a collective.
    """

    results: ResultFacts
    person: PersonFacts | None
    rated_as: RatedAs
    day: date
    overlays: tuple[str, ...] = ()
    local: tuple[LocalValue, ...] = ()
    head: HeadFacts | None = None
    decided: RatingLevel | None = None
    version: str = __version__

    @property
    def law(self) -> LawAt:
        return law_at(self.day, self.overlays, self.local)

    def to_json(self) -> str:
        """The same text for the same content, in whatever order it was gathered."""
        return canonical(
            {
                "results": _written(self.results),
                "person": _written(self.person),
                "rated_as": self.rated_as.value,
                "day": self.day.isoformat(),
                "overlays": list(self.overlays),
                "local": sorted(map(_written_local, self.local), key=canonical),
                "head": _written(self.head),
                "decided": _written(self.decided),
                "version": self.version,
            }
        )


def record_under(law: LawAt, **content: Any) -> Record:
    """A record of what is judged under `law`."""
    return Record(day=law.day, overlays=law.overlays, local=law.local, **content)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    """JSON with sorted keys and nothing that could be written two ways."""
    return _ENCODER.encode(value)


def _decimal(value: Decimal) -> str:
    """12.0 and 12 are the same number and the same text."""
    whole, _, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


_WRITERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: value.value),
    (Decimal, _decimal),
    (Fraction, str),
    (frozenset, sorted),
    (Mapping, lambda value: {_written(key): _written(each) for key, each in value.items()}),
    ((type(None), int, str), lambda value: value),
)


def _written(value: Any) -> Any:
    """The value in terms of JSON; facts become the values of their fields."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return {field.name: _written(getattr(value, field.name)) for field in fields(value)}


def _written_local(value: LocalValue) -> dict[str, Any]:
    return {
        "name": value.name,
        "value": exact_text(value.value),
        "since": value.since.isoformat(),
        "until": value.until.isoformat() if value.until else None,
        "document": value.document,
    }


def _read_local(raw: Mapping[str, Any]) -> LocalValue:
    return LocalValue(
        name=raw["name"],
        value=read_exact(parameters()[raw["name"]], raw["value"]),
        since=date.fromisoformat(raw["since"]),
        until=date.fromisoformat(raw["until"]) if raw["until"] else None,
        document=raw["document"],
    )


def _same(value: Any) -> Any:
    return value


def _mapping(key: Callable[[str], Any], value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: {key(name): value(each) for name, each in raw.items()}


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: None if raw is None else read(raw)


def _number(raw: str | int) -> Decimal | Fraction:
    return Fraction(raw) if "/" in str(raw) else Decimal(raw)


#: How each type that facts are declared with is read back; a new type needs a line here.
_READERS: dict[str, Callable[[Any], Any]] = {
    "bool": _same,
    "int | None": _same,
    "Decimal": Decimal,
    "Decimal | None": _or_none(Decimal),
    "Decimal | Fraction | None": _or_none(_number),
    "frozenset[str]": frozenset,
    "Category": Category,
    "Leadership": Leadership,
    "RatingLevel | None": _or_none(RatingLevel),
    "Mapping[str, Degree]": _mapping(str, Degree),
    "Mapping[RatingLevel, int]": _mapping(RatingLevel, _same),
    "Mapping[AbsenceKind, Decimal]": _mapping(AbsenceKind, Decimal),
}


def _facts(of: type[Any], raw: Mapping[str, Any]) -> Any:
    """Facts from their record; what a later version has added takes its default."""
    declared = {field.name: _READERS[str(field.type)] for field in fields(of)}
    return of(**{name: declared[name](value) for name, value in raw.items()})


def read_record(text: str) -> Record:
    """The record behind its JSON."""
    try:
        raw = json.loads(text)
        return Record(
            results=_facts(ResultFacts, raw["results"]),
            person=_facts(PersonFacts, raw["person"]) if raw["person"] else None,
            rated_as=RatedAs(raw["rated_as"]),
            day=date.fromisoformat(raw["day"]),
            overlays=tuple(raw["overlays"]),
            local=tuple(map(_read_local, raw["local"])),
            head=_facts(HeadFacts, raw["head"]) if raw["head"] else None,
            decided=RatingLevel(raw["decided"]) if raw["decided"] else None,
            version=raw["version"],
        )
    except (ArithmeticError, LookupError, TypeError, ValueError) as fault:
        raise UnreadableRecord(str(fault)) from fault


def _level_findings(record: Record, law: LawAt) -> Iterator[Finding]:
    """What stands against the level decided, of the subject alone: standing, ceilings, the collective."""
    if record.decided is not None and record.person is not None:
        yield from eligibility.level_findings(record.decided, record.person, law)
    if record.head is not None:
        yield from classification.ceiling_findings(record.head, law)


def answer(record: Record) -> str:
    """What the rulebook says to a record, with its reasons: the same bytes for the same record."""
    law = record.law.of(record.rated_as)
    proposal = classification.propose(record.results, record.person, record.rated_as, law)
    findings = list(_level_findings(record, law))
    explanation = explain(proposal, findings, record.decided)
    return _object(
        explanation=_object(
            headline=canonical(explanation.headline),
            lines=_list(explanation.lines),
            missing=_list(explanation.missing),
            missing_heading=canonical(explanation.missing_heading),
        ),
        findings=_findings(findings),
        proposal=_object(
            conditions=_list(proposal.conditions),
            findings=_findings(proposal.findings),
            is_rated=canonical(proposal.is_rated),
            level=canonical(proposal.level),
            proven=canonical(proposal.proven),
        ),
    )


def _object(**parts: str) -> str:
    """Parts that are canonical JSON already, put together as canonical JSON."""
    return f"{{{','.join(f'{canonical(name)}:{parts[name]}' for name in sorted(parts))}}}"


def _list(parts: tuple[Condition, ...] | tuple[ExplanationLine, ...]) -> str:
    return f"[{','.join(map(_fragment, parts))}]"


@lru_cache(maxsize=READINGS_REMEMBERED)
def _fragment(part: Condition | ExplanationLine) -> str:
    """Its canonical JSON; many people share the same condition with the same reading."""
    return canonical(part.as_dict())


def _findings(findings: Iterable[Finding]) -> str:
    return canonical([finding.as_dict() for finding in findings])


@dataclass(frozen=True, slots=True)
class Replay:
    """Kết quả tính lại: what differs, in words, from what was kept; nothing where every byte agrees."""

    differences: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        return not self.differences


def replay(record: str, kept: str) -> Replay:
    """Judge a stored record again and hold the answer against the one that was kept with it."""
    try:
        read, was = read_record(record), json.loads(kept)
        now = answer(read)
    except (UnreadableRecord, LawDataFault, LookupError, ValueError) as fault:
        return Replay((f"Không tính lại được từ bản ghi đã lưu: {fault}.",))
    if now == kept:
        return Replay()
    return Replay(tuple(_differences(was, json.loads(now), read.version)))


def _differences(was: dict[str, Any], now: dict[str, Any], version: str) -> Iterator[str]:
    if version != __version__:
        yield f"Bản ghi lập theo sổ luật phiên bản {version}, tính lại theo phiên bản {__version__}."
    before, after = was["proposal"], now["proposal"]
    if before["level"] != after["level"]:
        yield f"Mức đề xuất theo quy định: khi quyết định “{_level(before)}”, tính lại “{_level(after)}”."
    yield from _changed(_by_text(before["conditions"]), _by_text(after["conditions"]), "Điều kiện")
    said, says = (each["findings"] + each["proposal"]["findings"] for each in (was, now))
    yield from _changed(_by_message(said), _by_message(says), "Phát hiện")
    yield "Câu trả lời đã lưu không còn giống từng ký tự với câu trả lời tính lại."


def _level(proposal: Mapping[str, Any]) -> str:
    level = proposal["level"]
    return RatingLevel(level).label if level else "chưa chứng minh được mức nào"


def _by_text(conditions: list[dict[str, Any]]) -> dict[str, str]:
    """“Mức: điều kiện” → its result with the numbers."""
    return {
        f"{RatingLevel(each['level']).label}: {each['text']}": "; ".join(
            [RESULTS[each["met"]], *each["inputs"].values()]
        )
        for each in conditions
    }


def _by_message(findings: list[dict[str, Any]]) -> dict[str, str]:
    return {each["message"]: Severity(each["severity"]).label for each in findings}


def _changed(before: dict[str, str], after: dict[str, str], what: str) -> Iterator[str]:
    for text in dict.fromkeys((*before, *after)):
        was, now = before.get(text, "không có"), after.get(text, "không có")
        if was != now:
            yield f"{what} “{text}”: khi quyết định {was}; tính lại {now}."
