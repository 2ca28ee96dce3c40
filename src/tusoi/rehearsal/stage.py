"""Sân khấu: what the steps of a season share – the cast, the campaign, and what came of earlier steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from tusoi.campaigns.models import Campaign, PlanReading, Review, Subject
from tusoi.campaigns.selectors.enrolment import collective_kind, kind_of, track_of
from tusoi.core.actor import Actor
from tusoi.core.errors import Refused
from tusoi.decisions.models import Classification, Decision
from tusoi.meetings.models import Meeting
from tusoi.org.enums import Role
from tusoi.org.models import Person
from tusoi.rehearsal.cast import Cast, category_of, collective_code
from tusoi.rehearsal.example import Example, Row, moment
from tusoi.rulebook.facts import RatingLevel, SubjectKind
from tusoi.rulebook.rules.authority import procedures


@dataclass(frozen=True, slots=True)
class Step:
    """Một việc của đợt: when it is done, what it is called, and the commands that do it."""

    at: datetime
    label: str
    act: Callable[[datetime], object]

    def take(self) -> None:
        self.act(self.at)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Lần bị từ chối: what the rules refused, as the example foresees."""

    at: datetime
    label: str
    messages: tuple[str, ...]

    def lines(self) -> list[str]:
        """Each reason once, after the subjects it stands against; a reason against nobody alone."""
        found: dict[str, list[str]] = {}
        for message in self.messages:
            name, mark, reason = message.partition(": ")
            found.setdefault(reason or message, []).append(name if mark else "")
        return [": ".join(filter(None, (", ".join(names), why))) for why, names in found.items()]


@dataclass
class Stage:
    """Sân khấu của một đợt."""

    cast: Cast
    reading: PlanReading | None = None
    campaign: Campaign | None = None
    meetings: dict[str, Meeting] = field(default_factory=dict)
    rounds: dict[str, Any] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    comparisons: dict[datetime, dict[str, str]] = field(default_factory=dict)

    @property
    def example(self) -> Example:
        return self.cast.example

    @property
    def season(self) -> Row:
        return self.example.season

    @property
    def read(self) -> PlanReading:
        """The reading of the plan as it stands now; a step that needs it never comes before the step that reads."""
        if self.reading is None:
            raise LookupError("Kế hoạch chưa được đọc.")
        return PlanReading.objects.select_related("body").get(pk=self.reading.pk)

    @property
    def opened(self) -> Campaign:
        """The campaign; a step that needs it never comes before the step that drafts it."""
        if self.campaign is None:
            raise LookupError("Đợt đánh giá chưa được lập.")
        return self.campaign

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The subjects by code of the person or of the collective, in the order of the list."""
        rows = self.opened.subjects.select_related("person", "unit", "collective", "track", "group")
        return {code_of(row): row for row in rows}

    def codes_of(self, unit: str) -> list[str]:
        """The collectives and the people of a unit that the plan is about, known before anybody is enrolled."""
        collectives = [
            code
            for code, each in self.cast.collectives.items()
            if each.unit.code == unit and self._is_in_plan(collective_kind(each))
        ]
        people = [
            row["code"]
            for row in self.example.people.get(unit, ())
            if self._is_in_plan(self._kind_of(unit, row))
        ]
        return collectives + people

    def _kind_of(self, unit: str, row: Row) -> SubjectKind:
        post = self.cast.posts[unit, row["post"]]
        return kind_of(self.cast.units[unit], post.leadership, category_of(self.cast, unit, row))

    def _is_in_plan(self, kind: SubjectKind) -> bool:
        """Whether the plan's matrix has a procedure for the kind and does not leave it out."""
        found = track_of(procedures(self.example.plan["overlay"]), kind)
        return found is not None and found.is_in_plan

    def subjects_of(self, unit: str) -> dict[str, Subject]:
        return {code: row for code, row in self.subjects.items() if row.unit.code == unit}

    def rated_subjects(self, *, everybody: bool = False) -> list[Subject]:
        """Subjects with their reviews and classifications as they stand now, in the order of the list."""
        related = ("person", "unit", "collective", "review", "classification__decision")
        rows = self.opened.subjects.select_related(*related)
        return list(rows if everybody else rows.filter(classification__isnull=False))

    def codes_by_subject(self) -> dict[int, str]:
        return {row.pk: code for code, row in self.subjects.items()}

    def review(self, code: str) -> Review:
        """The review of a subject as it stands now."""
        return Review.objects.select_related("subject__track", "subject__unit").get(
            subject=self.subjects[code]
        )

    def classification(self, code: str) -> Classification:
        return Classification.objects.select_related("subject__track").get(
            subject=self.subjects[code]
        )

    def person(self, code: str) -> Person:
        return self.cast.people[code]

    def head(self, unit: str, at: datetime) -> Actor:
        """Who acts as head of the unit on that day: the head, or whoever holds the delegation."""
        for row in self.example.cases["delegations"]:
            if row["unit"] == unit and row["since"] <= at.date() <= row["until"]:
                return self.cast.actor(row["to"], Role(row["role"]), at, unit)
        role = Role.DEPARTMENT_HEAD if unit == self.cast.body.code else Role.UNIT_HEAD
        return self.cast.actor(self.cast.head(unit), role, at, unit)

    def secretary(self, unit: str, at: datetime) -> Actor:
        code = self.cast.holder(Role.SECRETARY, unit=unit)
        return self.cast.actor(code, Role.SECRETARY, at, unit)

    def individual(self, code: str, at: datetime) -> Actor:
        return self.cast.actor(code, Role.INDIVIDUAL, at)

    def writer(self, code: str, at: datetime) -> Actor:
        """Who writes a review: the person, or the head for the collective."""
        subject = self.subjects[code]
        return (
            self.head(subject.unit.code, at) if subject.is_collective else self.individual(code, at)
        )

    def plan_of(self, unit: str) -> Row:
        """The timetable of a unit over the timetable of all."""
        return {**self.season["default"], **self.season["units"].get(unit, {})}

    def expect_refusal(self, at: datetime, label: str, act: Callable[[], object]) -> None:
        """Do what the rules must refuse, and keep what they said; AssertionError where they do not."""
        try:
            act()
        except Refused as refused:
            messages = tuple(finding.message for finding in refused.findings)
            self.refusals.append(Refusal(at, label, messages))
        else:
            raise AssertionError(f"Quy tắc lẽ ra phải từ chối: {label}.")


def code_of(subject: Subject) -> str:
    """The code by which an example names a subject."""
    if subject.collective is not None:
        return collective_code(subject.unit.code, subject.collective.kind)
    return subject.person.code if subject.person else ""


def later(start: str, count: int, minutes: int) -> datetime:
    """The instant after so many intervals."""
    return moment(start) + timedelta(minutes=count * minutes)


def turns(plan: Row, count: int) -> list[datetime]:
    """When each of so many items is taken up: spread evenly over the sessions of the meeting."""
    sessions = plan.get("sessions", [plan["meet"]])
    each = -(-count // len(sessions)) or 1
    minutes = plan["minutes_per_item"]
    return [later(sessions[turn // each], turn % each, minutes) for turn in range(count)]


@dataclass(frozen=True, slots=True)
class Levels:
    """Các mức của ví dụ: self level, first proposal and decision of one subject."""

    self_level: str
    proposed: str
    decided: str


def levels_of(example: Example, code: str) -> Levels:
    """The levels the example foresees; “good” where it says nothing, empty for “none”."""
    row = example.season["levels"].get(code, {})
    self_level = row.get("self", RatingLevel.GOOD.value)
    proposed = row.get("proposed", self_level)
    decided = row.get("decided", proposed)
    return Levels(*("" if level == "none" else level for level in (self_level, proposed, decided)))
