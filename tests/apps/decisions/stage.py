"""Sân khấu xếp loại: the opened season of the small department with finished reviews and approved minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.apps.campaigns import season
from tests.cast import Department, moment
from tusoi.campaigns.models import Campaign, Review, Subject
from tusoi.decisions.models import Classification, Decision, OpinionRequest
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.decisions.services.appraising import appraise
from tusoi.decisions.services.consulting import give_opinion, request_opinions
from tusoi.decisions.services.deciding import decide
from tusoi.decisions.services.opening import open_campaign
from tusoi.decisions.services.proposing import propose
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting, Minutes
from tusoi.meetings.selectors.record import record_of
from tusoi.org.enums import Role

if TYPE_CHECKING:
    from tusoi.core.actor import Actor

OPENED = moment(2023, 11, 24)
REVIEWED = moment(2023, 11, 29)
ASKED = moment(2023, 11, 29, 15)
DUE = date(2023, 11, 30)
APPRAISED = moment(2023, 11, 30)
RATED = moment(2023, 12, 1)
DECIDED = moment(2023, 12, 1, 16)
BEST = {"tasks_total": 10, "tasks_on_time": 10, "tasks_exceeded": 6, "tasks_deficient": 0}
BEST |= {
    "unit_targets_total": 10,
    "unit_targets_done": 10,
    "unit_targets_exceeded": 6,
    "unit_targets_on_time": 10,
}
HEARD_BY = {"party_committee": ("vice_director", Role.PARTY_COMMITTEE)}


@dataclass(slots=True)
class Stage:
    """Đợt đang mở: every subject by the key of the cast, a unit's collective by the key of the unit."""

    department: Department
    campaign: Campaign

    def subject(self, key: str) -> Subject:
        if key in self.department.people:
            return self.campaign.subjects.get(person=self.department.people[key])
        return self.campaign.subjects.get(collective=self.department.collectives[key])

    def row(self, key: str) -> Classification:
        return Classification.objects.get(subject=self.subject(key))

    def actor(self, key: str, role: Role = Role.INDIVIDUAL) -> Actor:
        return self.department.actor(key, role)

    @property
    def office(self) -> Actor:
        return self.department.office

    @property
    def director(self) -> Actor:
        return self.department.director


def opened(department: Department) -> Stage:
    plan = season.draft(department)
    return Stage(department, open_campaign(actor=department.office, at=OPENED, campaign=plan))


def finish_reviews(stage: Stage, **changes: object) -> None:
    """Every review is finished with the best of results."""
    for review in Review.objects.filter(subject__campaign=stage.campaign).select_related(
        "subject__track"
    ):
        review.content = season.full_answers(review) | BEST | changes
        review.self_level = "excellent"
        review.save(update_fields=["content", "self_level"])
    Review.objects.filter(subject__campaign=stage.campaign).update(state="final")


def hold_meeting(stage: Stage, kind: MeetingKind, subjects, *, is_approved: bool = True) -> Meeting:
    """A meeting that has concluded on these subjects; its minutes are approved unless said otherwise."""
    people = stage.department.people
    meeting = Meeting.objects.create(
        campaign=stage.campaign,
        unit=stage.department.body,
        kind=kind,
        title=MeetingKind(kind).label,
        state="approved" if is_approved else "reading_minutes",
        starts_at=REVIEWED if kind != MeetingKind.LEADERS_RATING else RATED,
        ends_at=moment(2023, 12, 1, 12),
        opened_at=REVIEWED,
        closed_at=moment(2023, 12, 1, 12),
        place="Phòng họp tầng 2",
        chair=people["director"],
        secretary=people["coordinator"],
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            subject=subject,
            position=position,
            state="concluded",
            chair=people["director"],
            conclusion="Nhất trí.",
        )
        for position, subject in enumerate(subjects, start=1)
    )
    approved = {"approved_at": RATED, "approvals": 3, "sha256": "0" * 64} if is_approved else {}
    Minutes.objects.create(meeting=meeting, body=record_of(meeting), drafted_at=RATED, **approved)
    return meeting


def heard_by(stage: Stage, request: OpinionRequest) -> Actor:
    """Whoever answers for the body asked."""
    if request.source == "party_committee":
        return stage.actor("vice_director", Role.PARTY_COMMITTEE)
    key = next(key for key, cell in stage.department.cells.items() if cell.pk == request.cell_id)
    holder = {"office": "office_chief", "body": "director"}.get(key, f"{key}_head")
    return stage.actor(holder, Role.PARTY_CELL)


def hear_everybody(stage: Stage) -> None:
    subjects = subjects_to_consult(stage.campaign)
    requests = request_opinions(
        actor=stage.office, at=ASKED, campaign=stage.campaign, subjects=subjects, due_on=DUE
    )
    for request in requests:
        give_opinion(
            actor=heard_by(stage, request),
            at=ASKED,
            request=request,
            text="Nhất trí.",
            level="good",
        )


def reviewed(department: Department) -> Stage:
    """Reviews finished, minutes approved, opinions heard: dossiers ready for appraisal."""
    stage = opened(department)
    finish_reviews(stage)
    hold_meeting(stage, MeetingKind.UNIT_REVIEW, stage.campaign.subjects.all())
    hear_everybody(stage)
    return stage


def proposer_of(stage: Stage, row: Classification) -> Actor:
    """Whoever the plan lets propose this row's level."""
    if row.subject.track.proposer == Role.COORDINATOR:
        return stage.office
    key = next(
        key for key, unit in stage.department.units.items() if unit.pk == row.subject.unit_id
    )
    head = {"office": "office_chief"}.get(key, f"{key}_head")
    return stage.actor(head, Role.UNIT_HEAD)


def proposed(stage: Stage, **levels: str) -> list[Classification]:
    """Appraised and proposed; a level may differ from the provable one, so a reason is always given."""
    rows = []
    for key, level in levels.items():
        row = stage.row(key)
        appraise(actor=stage.office, at=APPRAISED, classification=row)
        propose(
            actor=proposer_of(stage, row),
            at=APPRAISED,
            classification=row,
            level=level,
            text="Theo kết quả công tác năm.",
        )
        rows.append(stage.row(key))
    return rows


def decided(
    stage: Stage, number: str = "101", actor: Actor | None = None, **levels: str
) -> Decision:
    """Propose and decide in one go, on the ground of a leaders' meeting."""
    rows = proposed(stage, **levels)
    return sign(stage, dict(zip(rows, levels.values(), strict=True)), number, actor)


def sign(
    stage: Stage,
    levels: dict[Classification, str],
    number: str = "101",
    actor: Actor | None = None,
    **changes,
) -> Decision:
    actor = actor or stage.director
    if actor.role == Role.DEPARTMENT_HEAD and "basis_meeting" not in changes:
        subjects = [row.subject for row in levels]
        changes["basis_meeting"] = hold_meeting(stage, MeetingKind.LEADERS_RATING, subjects)
    facts = {"number": number, "signed_on": DECIDED.date(), "signer_title": "Giám đốc", **changes}
    return decide(actor=actor, at=DECIDED, campaign=stage.campaign, levels=levels, **facts)
