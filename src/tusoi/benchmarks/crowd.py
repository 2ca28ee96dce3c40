"""Đám đông để đo: a body of invented people in the middle of a season, written straight into a scratch database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tusoi.audit.services.recording import PendingEntry, record_entries
from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.facts import form_code_of, frozen_person_facts
from tusoi.campaigns.models import Campaign, Milestone, Review, Subject, Track
from tusoi.core.actor import INSTALLER
from tusoi.core.names import fold, sort_key
from tusoi.decisions.enums import OpinionSource
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.org.enums import Category, Leadership, Role, UnitKind
from tusoi.org.models import Assignment, Person, Post, RoleGrant, SimilarPostGroup, Unit, User
from tusoi.rehearsal.example import moment, pick
from tusoi.rulebook.facts import PersonFacts, RatingLevel
from tusoi.rulebook.rules.authority import procedures

OVERLAY = "lai-chau-2023"
PEOPLE_PER_UNIT = 50
BATCH = 2000
SINCE, PLAN_DATE = date(2019, 1, 1), date(2023, 11, 24)
FULL_YEAR = Decimal(12)
NOW = moment("2023-11-24 08:00")
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò", "Giàng", "Vàng", "Tẩn"]
MIDDLE = ["Văn", "Thị", "Minh", "Thu", "Quang", "Ngọc", "Thanh", "Hữu", "A", "Đức"]
GIVEN = ["An", "Ánh", "Bình", "Châu", "Dũng", "Đức", "Giang", "Hà", "Hòa", "Khánh", "Lan", "Mai"]
REVIEW_STATES = ["drafting", "submitted", "returned", "circulated", "discussed", "final"]
RATING_STATES = ["awaiting", "appraised", "proposed"]
KINDS = {
    Leadership.HEAD: SubjectKind.DIVISION_HEAD,
    Leadership.DEPUTY: SubjectKind.DIVISION_DEPUTY,
    Leadership.NONE: SubjectKind.CIVIL_SERVANT,
}
TITLES = {
    Leadership.HEAD: ("Trưởng phòng", 10),
    Leadership.DEPUTY: ("Phó Trưởng phòng", 20),
    Leadership.NONE: ("Chuyên viên", 100),
}
GRANTS = (Role.COORDINATOR, Role.SUPERVISOR, Role.TECHNICAL_ADMIN, Role.PARTY_COMMITTEE)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Đám đông: whose session opens the pages of which role."""

    users: dict[Role, User]


def fill(people: int) -> Crowd:
    """So many people in units of fifty, everybody enrolled, at every step of the season."""
    body, units = _units(max(people // PEOPLE_PER_UNIT, 1))
    posts = _posts(units)
    persons = _persons(people)
    rows = [(person, posts[number % len(posts)]) for number, person in enumerate(persons)]
    Assignment.objects.bulk_create(
        (Assignment(person=person, post=post, starts_on=SINCE) for person, post in rows),
        batch_size=BATCH,
    )
    campaign = _campaign(body)
    subjects = _subjects(campaign, rows)
    _season(campaign, subjects, units)
    record_entries(PendingEntry("review.save", NOW, INSTALLER, subject) for subject in subjects)
    return Crowd(_users(body, persons, rows))


def _units(count: int) -> tuple[Unit, list[Unit]]:
    body = Unit.objects.create(
        kind=UnitKind.DEPARTMENT,
        code="DO",
        name="Cơ quan đo",
        short_name="Cơ quan đo",
        path="0001/",
        search_name="co quan do",
    )
    units = (
        Unit(
            parent=body,
            kind=UnitKind.DIVISION,
            code=f"P{number:03d}",
            name=f"Phòng số {number}",
            short_name=f"Phòng {number}",
            position=number,
            path=f"0001/{number:04d}/",
            search_name=f"phong so {number}",
        )
        for number in range(1, count + 1)
    )
    return body, Unit.objects.bulk_create(units)


def _posts(units: list[Unit]) -> list[Post]:
    """One place per person in the order of units: head, deputy, then officers."""
    groups = {
        leadership: SimilarPostGroup.objects.create(code=leadership.value, name=title)
        for leadership, (title, _) in TITLES.items()
    }
    made = {
        (unit.pk, leadership): Post(
            unit=unit, title=title, leadership=leadership, group=groups[leadership], rank=rank
        )
        for unit in units
        for leadership, (title, rank) in TITLES.items()
    }
    Post.objects.bulk_create(made.values())
    places = [Leadership.HEAD, Leadership.DEPUTY, *[Leadership.NONE] * (PEOPLE_PER_UNIT - 2)]
    return [made[unit.pk, leadership] for unit in units for leadership in places]


def _persons(count: int) -> list[Person]:
    names = (
        " ".join(pick(part, number, part[0]) for part in (FAMILY, MIDDLE, GIVEN))
        for number in range(count)
    )
    rows = (
        Person(
            code=f"DO-{number:06d}",
            full_name=name,
            search_name=fold(name),
            sort_key=sort_key(name),
            category=Category.CIVIL_SERVANT,
        )
        for number, name in enumerate(names)
    )
    return Person.objects.bulk_create(rows, batch_size=BATCH)


def _campaign(body: Unit) -> Campaign:
    campaign = Campaign.objects.create(
        body=body,
        title="Đợt đánh giá để đo",
        review_year=PLAN_DATE.year,
        state="open",
        overlay=OVERLAY,
        plan_date=PLAN_DATE,
        law_date=PLAN_DATE,
    )
    Track.objects.bulk_create(
        Track(
            campaign=campaign,
            kind=each.kind.value,
            form_code=each.form,
            review_place=each.review_place,
            required_opinions=[role.value for role in each.opinions],
            proposer=each.proposer or "",
            decider=each.decider or "",
            is_decided_here=each.is_decided_here,
            cite=each.cite,
        )
        for each in procedures(OVERLAY).values()
    )
    Milestone.objects.create(
        campaign=campaign,
        step="unit_reviews",
        label="Kiểm điểm",
        responsible="Các phòng",
        due_on=date(2023, 11, 30),
    )
    return campaign


def _subjects(campaign: Campaign, rows: list[tuple[Person, Post]]) -> list[Subject]:
    tracks = {track.kind: track for track in campaign.tracks.all()}
    facts = {
        leadership: frozen_person_facts(
            PersonFacts(
                category=Category.CIVIL_SERVANT, months_in_post=FULL_YEAR, leadership=leadership
            )
        )
        for leadership in KINDS
    }
    subjects = (
        Subject(
            campaign=campaign,
            track=tracks[KINDS[Leadership(post.leadership)]],
            person=person,
            unit=post.unit,
            group=post.group,
            name=person.full_name,
            title=post.title,
            sort_key=person.sort_key,
            search_name=person.search_name,
            rank=post.rank,
            standing=Standing.RATED_HERE,
            facts=facts[Leadership(post.leadership)],
        )
        for person, post in rows
    )
    return Subject.objects.bulk_create(subjects, batch_size=BATCH)


def _season(campaign: Campaign, subjects: list[Subject], units: list[Unit]) -> None:
    """Reviews and ratings at every step, opinions asked on the leaders, a meeting in every unit."""
    Review.objects.bulk_create(
        (
            Review(
                subject=subject,
                form_code=form_code_of(subject),
                state=pick(REVIEW_STATES, subject.pk),
                self_level=pick(list(RatingLevel), subject.pk),
            )
            for subject in subjects
        ),
        batch_size=BATCH,
    )
    Classification.objects.bulk_create((_rating(subject) for subject in subjects), batch_size=BATCH)
    OpinionRequest.objects.bulk_create(
        OpinionRequest(
            subject=subject,
            source=OpinionSource.PARTY_COMMITTEE,
            due_on=date(2023, 12, 1),
            requested_at=NOW,
        )
        for subject in subjects
        if subject.track.required_opinions
    )
    chair, secretary = subjects[0].person, subjects[1].person
    Meeting.objects.bulk_create(
        Meeting(
            campaign=campaign,
            unit=unit,
            kind=MeetingKind.UNIT_REVIEW,
            title=f"Hội nghị kiểm điểm của {unit.name}",
            starts_at=NOW + timedelta(days=5),
            ends_at=NOW + timedelta(days=5, hours=4),
            place="Phòng họp",
            chair=chair,
            secretary=secretary,
        )
        for unit in units
    )


def _rating(subject: Subject) -> Classification:
    state = pick(RATING_STATES, subject.pk)
    level = pick([RatingLevel.GOOD, RatingLevel.GOOD, RatingLevel.EXCELLENT], subject.pk, "mức")
    return Classification(
        subject=subject, state=state, proposed_level=level if state == "proposed" else ""
    )


def _users(body: Unit, persons: list[Person], rows: list[tuple[Person, Post]]) -> dict[Role, User]:
    """One account per role: the head of the first unit, the director, and whoever is granted a role."""
    group = SimilarPostGroup.objects.create(code="leaders", name="Lãnh đạo")
    director = Post.objects.create(
        unit=body, title="Giám đốc", leadership=Leadership.HEAD, group=group, rank=1
    )
    last = persons[-1]
    Assignment.objects.create(person=last, post=director, starts_on=SINCE, kind="concurrent")
    holders = dict(zip(GRANTS, persons[2:], strict=False))
    for role, person in holders.items():
        RoleGrant.objects.create(person=person, role=role, unit=body, starts_on=SINCE)
    holders |= {Role.UNIT_HEAD: rows[0][0], Role.DEPARTMENT_HEAD: last}
    return {
        role: User.objects.create_user(username=person.code.lower(), person=person)
        for role, person in holders.items()
    }
