"""Bảng quyền: who sees and does what – written down once more from the rules, not from the code that keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tusoi.campaigns.models import CirculationReceipt
from tusoi.decisions.models import Decision
from tusoi.meetings.models import Meeting
from tusoi.org.enums import Role
from tusoi.org.models import CollectiveMember, PartyCell, Person, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tusoi.awards.models import AwardNomination, AwardRegistration
    from tusoi.campaigns.models import Review, Subject, SuggestionOpinion, Supervision
    from tusoi.decisions.models import Notice, OpinionRequest
    from tusoi.documents.models import DocumentSet, SignedFile, StoredDocument
    from tusoi.jobs.models import Job
    from tusoi.meetings.models.ballot import BallotRound
    from tusoi.org.models import Delegation

WHOLE_BODY = {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
LEADERS = WHOLE_BODY - {Role.SUPERVISOR}
SET_MAKERS = {*LEADERS, Role.UNIT_HEAD, Role.SECRETARY}
UNIT_STAFF = {Role.UNIT_HEAD, Role.UNIT_DEPUTY, Role.SECRETARY}


@dataclass(frozen=True, slots=True)
class Who:
    """Một người trong một vai, tại một đơn vị hoặc một chi bộ."""

    person: Person
    role: Role
    place: str

    def runs(self, unit: Unit) -> bool:
        return self.role in {Role.UNIT_HEAD, Role.SECRETARY} and self.place == unit.code


HOLDERS = {
    "director": ("SCT-001", Role.DEPARTMENT_HEAD, "SCT"),
    "vice-director": ("SCT-003", Role.DEPARTMENT_LEADER, "SCT"),
    "party-committee": ("SCT-002", Role.PARTY_COMMITTEE, "SCT"),
    "party-cell": ("SCT-037", Role.PARTY_CELL, "CB-CN"),
    "coordinator": ("SCT-014", Role.COORDINATOR, "SCT"),
    "supervisor": ("SCT-022", Role.SUPERVISOR, "SCT"),
    "technical-admin": ("SCT-017", Role.TECHNICAL_ADMIN, "SCT"),
    "head": ("SCT-061", Role.UNIT_HEAD, "QLNL"),
    "deputy": ("SCT-062", Role.UNIT_DEPUTY, "QLNL"),
    "secretary": ("SCT-063", Role.SECRETARY, "QLNL"),
    "officer": ("SCT-064", Role.INDIVIDUAL, "QLNL"),
    "former-head": ("SCT-051", Role.UNIT_HEAD, "QLTM"),
    "another-head": ("SCT-071", Role.UNIT_HEAD, "KCXT"),
    "another-secretary": ("SCT-074", Role.SECRETARY, "KCXT"),
    "another-officer": ("SCT-079", Role.INDIVIDUAL, "KCXT"),
    "counting-panel": ("SCT-083", Role.INDIVIDUAL, "KCXT"),
}


def held_by(*roles: Role) -> Callable[[Who, Any], bool]:
    return lambda who, row: who.role in roles


def nobody(who: Who, row: Any) -> bool:
    return False


# Seeing


def sees_subject(who: Who, subject: Subject) -> bool:
    """Name and progress."""
    required = subject.track.required_opinions
    members = CollectiveMember.objects.filter(collective=subject.collective_id, person=who.person)
    in_unit = subject.unit.code == who.place
    in_cell = subject.cell is not None and subject.cell.code == who.place
    return {
        Role.INDIVIDUAL: subject.person == who.person or members.exists(),
        Role.UNIT_HEAD: in_unit,
        Role.SECRETARY: in_unit,
        Role.UNIT_DEPUTY: in_unit and subject.is_collective,
        Role.PARTY_CELL: (in_cell and Role.PARTY_CELL in required)
        or subject.places.filter(is_main=True, cell__code=who.place).exists(),
        Role.PARTY_COMMITTEE: Role.PARTY_COMMITTEE in required,
    }.get(who.role, who.role in WHOLE_BODY)


def owns_set(who: Who, document_set: DocumentSet) -> bool:
    return who.role in SET_MAKERS and document_set.user.person == who.person


def sees_nomination(who: Who, nomination: AwardNomination) -> bool:
    """Those who oversee the body, the unit that asks, and whom it is for."""
    subject = nomination.subject
    members = CollectiveMember.objects.filter(collective=subject.collective_id, person=who.person)
    is_own = subject.person == who.person or members.exists()
    return (
        who.role in WHOLE_BODY or who.runs(subject.unit) or (who.role == Role.INDIVIDUAL and is_own)
    )


def assigns(who: Who, row: Any) -> bool:
    return who.role in {Role.COORDINATOR, Role.DEPARTMENT_HEAD}


def assigns_supervisor(who: Who, unit: Unit) -> bool:
    """Units below the body hold reviews that somebody above directs."""
    return unit.parent_id is not None and assigns(who, unit)


def supervises(who: Who, supervision: Supervision) -> bool:
    return supervision.person == who.person


def is_asked_on_suggestion(who: Who, opinion: SuggestionOpinion) -> bool:
    return who.role == Role.UNIT_HEAD and opinion.unit.code == who.place


def orders_dossier(who: Who, subject: Subject) -> bool:
    return who.role in SET_MAKERS and sees_subject(who, subject)


def oversees_dossier(who: Who, subject: Subject) -> bool:
    """What a dossier lacks: those who oversee the body, and the head of the subject's own unit."""
    is_own = who.role == Role.UNIT_HEAD and subject.unit.code == who.place
    return is_own or who.role in WHOLE_BODY


def oversees_unit_dossier(who: Who, unit: Unit) -> bool:
    """Only units below the body hand in a dossier of their own."""
    is_own = who.role == Role.UNIT_HEAD and unit.code == who.place
    return unit.parent_id is not None and (is_own or who.role in WHOLE_BODY)


def reads(who: Who, review: Review) -> bool:
    """The words: one's own; drafts received; of subjects one sees, what was handed in."""
    subject = review.subject
    received = CirculationReceipt.objects.filter(circulation__review=review, person=who.person)
    is_out = subject.is_collective or review.state != "drafting"
    return (
        subject.person == who.person or (sees_subject(who, subject) and is_out) or received.exists()
    )


def reads_in_unit(who: Who, review: Review) -> bool:
    in_unit = review.subject.unit.code == who.place
    return who.role in UNIT_STAFF and in_unit and reads(who, review)


def returns_in_unit(who: Who, review: Review) -> bool:
    return who.runs(review.subject.unit) and reads(who, review)


def returns_at_office(who: Who, review: Review) -> bool:
    return who.role == Role.COORDINATOR and reads(who, review)


def writes(who: Who, review: Review) -> bool:
    """One's own in whatever role; a collective's by those who lead the unit or keep its papers."""
    subject = review.subject
    if not subject.is_collective:
        return subject.person == who.person
    is_body = subject.unit.parent_id is None
    in_unit = who.role in UNIT_STAFF and subject.unit.code == who.place
    return in_unit or (is_body and who.role in LEADERS)


def of_review(rule: Callable[[Who, Review], bool]) -> Callable[[Who, Any], bool]:
    return lambda who, row: rule(who, row.review)


def received(who: Who, receipt: CirculationReceipt) -> bool:
    return receipt.person == who.person


def is_told(who: Who, notice: Notice) -> bool:
    return notice.recipient == who.person


def sees_meeting(who: Who, meeting: Meeting) -> bool:
    """Who takes part, the unit's head and secretary, the leaders, the office; never the technical side."""
    if who.role == Role.TECHNICAL_ADMIN:
        return False
    takes_part = meeting.attendances.filter(person=who.person).exists()
    return who.role in WHOLE_BODY or who.runs(meeting.unit) or takes_part


def sees_minutes(who: Who, meeting: Meeting) -> bool:
    return sees_meeting(who, meeting) and hasattr(meeting, "minutes")


def of_meeting(rule: Callable[[Who, Meeting], bool]) -> Callable[[Who, Any], bool]:
    return lambda who, row: rule(who, row.meeting)


def sees_count(who: Who, ballot_round: BallotRound) -> bool:
    return sees_meeting(who, ballot_round.meeting) and ballot_round.state == "closed"


def completes(who: Who, subject: Subject) -> bool:
    """Writes the words of a paper about a unit: the office, and the unit's own head."""
    is_own = who.role == Role.UNIT_HEAD and subject.unit.code == who.place
    return is_own or who.role == Role.COORDINATOR


def sees_decision(who: Who, decision: Decision) -> bool:
    is_own = who.role == Role.UNIT_HEAD and decision.issuer.code == who.place
    return is_own or who.role in LEADERS


def sees_paper(who: Who, paper: StoredDocument) -> bool:
    return sees_decision(who, Decision.objects.get(pk=paper.owner_id))


def reads_frozen(who: Who, paper: StoredDocument) -> bool:
    """Whoever oversees the whole body, and who sees what the paper was made of."""
    if who.role in WHOLE_BODY:
        return True
    if paper.kind == "minutes":
        return sees_meeting(who, Meeting.objects.get(pk=paper.owner_id))
    return paper.kind == "decision" and sees_paper(who, paper)


def reads_signed(who: Who, signed: SignedFile) -> bool:
    return reads_frozen(who, signed.document)


def is_asked(who: Who, request: OpinionRequest) -> bool:
    return {
        Role.PARTY_COMMITTEE: request.source == "party_committee",
        Role.PARTY_CELL: request.cell is not None and request.cell.code == who.place,
        Role.UNIT_HEAD: request.unit is not None and request.unit.code == who.place,
    }.get(who.role, False)


def sees_job(who: Who, job: Job) -> bool:
    """One's own; the technical side sees that work runs."""
    return who.role == Role.TECHNICAL_ADMIN or job.user.person == who.person


def sees_import(who: Who, job: Job) -> bool:
    return who.role == Role.COORDINATOR and job.user.person == who.person


# Doing


def plans(who: Who, unit: Unit) -> bool:
    return who.role in {Role.COORDINATOR, Role.DEPARTMENT_HEAD} or who.runs(unit)


def leads_cell(who: Who, cell: PartyCell) -> bool:
    return who.role == Role.COORDINATOR or (who.role == Role.PARTY_CELL and who.place == cell.code)


def sends_to_cell(who: Who, review: Review) -> bool:
    place = review.subject.places.get(cell__isnull=False)
    return leads_cell(who, place.cell)


def nominates(who: Who, subject: Subject) -> bool:
    """The unit of the subject, the office for everybody."""
    return who.role == Role.COORDINATOR or who.runs(subject.unit)


def withdraws_nomination(who: Who, nomination: AwardNomination) -> bool:
    return nominates(who, nomination.subject)


def keeps_registrations(who: Who, registration: AwardRegistration) -> bool:
    return who.role == Role.COORDINATOR or who.runs(registration.unit)


def registered(who: Who, registration: AwardRegistration) -> bool:
    return registration.person == who.person


def records_awards(who: Who, meeting: Meeting) -> bool:
    return who.role == Role.COORDINATOR or who.runs(meeting.unit)


def prepares(who: Who, meeting: Meeting) -> bool:
    return plans(who, meeting.unit) or who.person == meeting.secretary


def chairs(who: Who, meeting: Meeting) -> bool:
    """Whoever conducts the item under way, else the chair."""
    current = meeting.agenda.filter(state="current").first()
    return who.person == (current.chair if current else meeting.chair)


def conducts(who: Who, meeting: Meeting) -> bool:
    return chairs(who, meeting) or who.person == meeting.secretary


def prepares_ballot(who: Who, meeting: Meeting) -> bool:
    return who.role == Role.COORDINATOR or conducts(who, meeting)


def counts(who: Who, ballot_round: BallotRound) -> bool:
    return ballot_round.panel.filter(person=who.person).exists()


def runs_ballot(who: Who, ballot_round: BallotRound) -> bool:
    return counts(who, ballot_round) or chairs(who, ballot_round.meeting)


def votes(who: Who, ballot_round: BallotRound) -> bool:
    return ballot_round.issues.filter(voter=who.person).exists()


def takes_back(who: Who, delegation: Delegation) -> bool:
    """The giver, in a role that may be delegated; the office."""
    is_giver = delegation.from_person == who.person
    return who.role == Role.COORDINATOR or (is_giver and who.role in {*LEADERS, Role.UNIT_HEAD})
