"""Chạy tình huống: reads the YAML of a case, calls its check, and compares the answer with what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from tusoi.rulebook.facts import (
    AbsenceKind,
    AgendaKind,
    Category,
    Leadership,
    RatedAs,
    RatingLevel,
    Side,
)
from tusoi.rulebook.lawdata import LawDataFault, names_in, read_yaml
from tusoi.rulebook.parameters import law_at

if TYPE_CHECKING:
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

T = TypeVar("T")
Answer = tuple[Mapping[str, Any], Iterable["Finding"]]
Check = Callable[[dict[str, Any], "LawAt"], Answer]
CHECKS: dict[str, Check] = {}
DEFAULT_DAY, DEFAULT_OVERLAYS = date(2023, 11, 24), ("lai-chau-2023",)
CODES: dict[str, Callable[[str], Any]] = {
    "category": Category,
    "leadership": Leadership,
    "head_level": RatingLevel,
    "collective_level": RatingLevel,
    "official_level": RatingLevel,
    "unit_level": RatingLevel,
    "level": RatingLevel,
    "kind": AgendaKind,
    "side": Side,
    "rated_as": RatedAs,
}
COUNTED: dict[str, Callable[[str], Any]] = {
    "votes": RatingLevel,
    "counts": RatingLevel,
    "subordinate_levels": RatingLevel,
    "member_levels": RatingLevel,
    "peer_levels": RatingLevel,
    "absence_months": AbsenceKind,
}


@dataclass(frozen=True, slots=True)
class Case:
    """Tình huống: its file, its Vietnamese name, the law it is judged under, the facts and what is expected."""

    subject: str
    name: str
    check: str
    day: date
    overlays: tuple[str, ...]
    rated_as: RatedAs | None
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    findings: tuple[str, ...]

    @property
    def law(self) -> LawAt:
        law = law_at(self.day, self.overlays)
        return law.of(self.rated_as) if self.rated_as else law


@dataclass(frozen=True, slots=True)
class Outcome:
    """Kết quả của một tình huống: what the rules answered; `faults` lists in words what differs."""

    answer: Mapping[str, Any]
    findings: tuple[Finding, ...]
    faults: tuple[str, ...]


def check(name: str) -> Callable[[Check], Check]:
    """Declare the check that cases named `name` (or standing in a file of that name) are run by."""

    def declare(function: Check) -> Check:
        CHECKS[name] = function
        return function

    return declare


def facts(of: Callable[..., T], given: Mapping[str, Any]) -> T:
    """One facts object, codes turned into enum members."""
    built: dict[str, Any] = {}
    for name, value in given.items():
        if name in CODES and value is not None:
            built[name] = CODES[name](value)
        elif name in COUNTED:
            built[name] = {COUNTED[name](code): count for code, count in value.items()}
        else:
            built[name] = value
    return of(**built)


def _case(subject: str, entry: Mapping[str, Any]) -> Case:
    check_name = entry.get("check", subject)
    if check_name not in CHECKS:
        raise LawDataFault(f"cases/{subject}.yaml: {entry['name']}: no check {check_name}")
    rated_as = entry.get("rated_as")
    return Case(
        subject=subject,
        name=entry["name"],
        check=check_name,
        day=entry.get("day", DEFAULT_DAY),
        overlays=tuple(entry.get("overlays", DEFAULT_OVERLAYS)),
        rated_as=RatedAs(rated_as) if rated_as else None,
        given=entry["given"],
        expect=entry.get("expect", {}),
        findings=tuple(entry.get("findings", ())),
    )


def every_case() -> Iterator[Case]:
    """Every case, file by file in the order written."""
    for name in names_in("cases", ".yaml"):
        for entry in read_yaml(f"cases/{name}"):
            yield _case(name.removesuffix(".yaml"), entry)


def run(case: Case) -> Outcome:
    """What the rules say to the facts of a case, and where that is not what the case expects."""
    answer, findings = CHECKS[case.check](dict(case.given), case.law)
    found = tuple(findings)
    said = tuple(f"{finding.severity.value} {finding.rule}" for finding in found)
    faults = [
        f"{name}: {answer[name]!r}, expected {expected!r}"
        for name, expected in case.expect.items()
        if answer[name] != expected
    ]
    if said != case.findings:
        faults.append(f"findings: {list(said)}, expected {list(case.findings)}")
    faults += [f"{finding.rule}: no citation" for finding in found if not finding.cites]
    return Outcome(answer, found, tuple(faults))
