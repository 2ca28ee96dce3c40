"""Địa chỉ và quyền: every address that names an object, real objects of it, and the right it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from tests.journeys import rights
from tests.journeys.rights import HOLDERS, Who, held_by, nobody, of_meeting, of_review
from tusoi.awards.models import AwardNomination, AwardRegistration
from tusoi.campaigns.models import (
    Campaign,
    CirculationReceipt,
    Comment,
    LocalRule,
    Milestone,
    PlanReading,
    Review,
    Subject,
    Suggestion,
    SuggestionOpinion,
    Supervision,
    Track,
)
from tusoi.campaigns.models.review import ReviewVersion
from tusoi.decisions.models import Classification, Decision, Notice, OpinionRequest
from tusoi.documents.models import (
    DocumentSet,
    PaperTemplate,
    SignedFile,
    StoredDocument,
    TrustAnchor,
)
from tusoi.jobs.models import Job
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.org.enums import Role
from tusoi.org.models import (
    Assignment,
    Collective,
    CollectiveMember,
    Delegation,
    PartyCell,
    Person,
    RoleGrant,
    Unit,
    User,
)
from tusoi.rulebook.facts import RatingLevel
from tusoi.web.panel.forms_ballots import PaperTallyForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

OFFICE, ADMIN = held_by(Role.COORDINATOR), held_by(Role.TECHNICAL_ADMIN)
OVERSEERS = held_by(*rights.WHOLE_BODY)
PEOPLE = [code for code, *_ in HOLDERS.values()]
CASES = ["SCT-017", "SCT-041", "SCT-047", "SCT-061", "SCT-064", "SCT-079"]
UNITS = ["SCT", "QLNL", "KCXT"]
TEMPLATE_KIND_PAGES = ("template_kind", "template_example", "template_add")
TEMPLATE_PAGES = ("template", "template_file", "template_retire")


# Real objects: of several units, of people in every role


def subjects() -> QuerySet[Subject]:
    chosen = Q(person__code__in=CASES) | Q(collective__unit__code__in=UNITS)
    return Subject.objects.filter(chosen).select_related(
        "person", "unit", "track", "cell", "review"
    )


def collectives() -> Iterable[Subject]:
    return subjects().filter(collective__isnull=False)


def reviews() -> Iterable[Review]:
    """Of the chosen subjects, and one that is still being written."""
    chosen = [subject.review for subject in subjects()]
    return [*chosen, *Review.objects.filter(state="drafting")[:1]]


def versions() -> Iterable[ReviewVersion]:
    return ReviewVersion.objects.filter(review__in=reviews())


def receipts() -> Iterable[CirculationReceipt]:
    addressed = CirculationReceipt.objects.filter(person__code__in=PEOPLE)
    return addressed.order_by("person_id", "pk").distinct("person_id")


def rated_subjects() -> Iterable[Subject]:
    """Of the chosen subjects, those whom a unit may put forward for an award."""
    return subjects().exclude(standing="not_rated")


def meetings_without_awards() -> Iterable[Meeting]:
    """Held, and nobody has recorded a discussion of awards."""
    return Meeting.objects.filter(opened_at__isnull=False, award_discussion=None)[:3]


def notices() -> Iterable[Notice]:
    told = Notice.objects.filter(recipient__code__in=PEOPLE)
    return told.order_by("recipient_id", "pk").distinct("recipient_id")


def meetings() -> QuerySet[Meeting]:
    return Meeting.objects.filter(unit__code__in=[*UNITS, "VP"])


def items() -> Iterable[AgendaItem]:
    """The last of each meeting at which people are present."""
    begun = meetings().exclude(state__in=["planned", "invited"])
    return [meeting.agenda.last() for meeting in begun]


def requests() -> Iterable[OpinionRequest]:
    return OpinionRequest.objects.order_by("source", "cell_id", "pk").distinct("source", "cell_id")


def decision_papers() -> Iterable[StoredDocument]:
    return StoredDocument.objects.filter(owner_type="decisions.decision")


def frozen_papers() -> Iterable[StoredDocument]:
    """Minutes and decisions of several units."""
    kept = StoredDocument.objects.filter(kind__in=["minutes", "decision"]).defer("docx", "pdf")
    return kept.order_by("issuer_id", "kind", "pk").distinct("issuer_id", "kind")[:4]


def numbered_papers() -> Iterable[StoredDocument]:
    """Papers with a line in the register."""
    kept = StoredDocument.objects.filter(register_entry__isnull=False, kind="decision")
    return kept.defer("docx", "pdf").order_by("pk")[:2]


def units() -> Iterable[Unit]:
    return Unit.objects.filter(code__in=UNITS)


def cells() -> Iterable[PartyCell]:
    return PartyCell.objects.filter(code__in=["CB-CN", "CB-TM"])


def reviews_in_cell() -> Iterable[Review]:
    """One of each of these cells."""
    heard = Review.objects.filter(subject__places__is_report_only=False)
    found = [heard.filter(subject__places__cell=cell).first() for cell in cells()]
    return [review for review in found if review]


def leading_collectives() -> Iterable[Collective]:
    return Collective.objects.filter(unit__code__in=UNITS)


def parameter_names() -> list[str]:
    """One that the law leaves to the body, one that it does not."""
    return ["quota.max_share_excellent", "eligibility.min_months_in_post"]


def template_kinds() -> list[str]:
    return ["plan", "notice"]


def some(model: Any, count: int = 2) -> Callable[[], Iterable[Any]]:
    return lambda: model.objects.order_by("pk")[:count]


# What stands in the address, and in the form


def by_key(row: Any) -> dict[str, Any]:
    return {"pk": row.pk}


def by_subject(review: Review) -> dict[str, Any]:
    return {"pk": review.subject_id}


def by_unit(unit: Unit) -> dict[str, Any]:
    return {"unit_pk": unit.pk}


def by_supervised_review(supervision: Supervision) -> dict[str, Any]:
    laid = Review.objects.filter(
        subject__unit=supervision.unit_id, state__in=["circulated", "discussed", "final"]
    )
    return {"pk": supervision.pk, "review_pk": laid.order_by("pk")[0].pk}


def by_person(user: User) -> dict[str, Any]:
    return {"pk": user.person_id}


def by_revision(version: ReviewVersion) -> dict[str, Any]:
    return {"pk": version.review_id, "revision": version.revision}


def by_comment(comment: Comment) -> dict[str, Any]:
    return {"pk": comment.review_id, "comment_pk": comment.pk}


def by_cell(review: Review) -> dict[str, Any]:
    place = review.subject.places.filter(cell__isnull=False).first()
    return {"pk": place.cell_id, "review_pk": review.pk} if place else {}


def by_paper(paper: StoredDocument) -> dict[str, Any]:
    return {"pk": paper.owner_id, "document_pk": paper.pk}


def by_plan(campaign: Campaign) -> dict[str, Any]:
    return {"kind": "plan", "owner": "campaigns.campaign", "pk": campaign.pk}


def by_track(track: Track) -> dict[str, Any]:
    return {"pk": track.campaign_id, "kind": track.kind}


def by_kind(unit: Unit) -> dict[str, Any]:
    return {"unit_pk": unit.pk, "kind": "unit_review" if unit.parent_id else "leaders_review"}


def by_paper_kind(subject: Subject) -> dict[str, Any]:
    return {"kind": "unit_report", "pk": subject.pk}


def unit_words(subject: Subject) -> dict[str, Any]:
    return {"results": "Lời của người ngoài phạm vi."}


def by_name(name: str) -> dict[str, Any]:
    return {"name": name}


def by_trial(template: PaperTemplate) -> dict[str, Any]:
    return {"pk": template.pk, "owner": Campaign.objects.order_by("pk")[0].pk}


def open_readings() -> Iterable[PlanReading]:
    return PlanReading.objects.filter(campaign__isnull=True)


def by_attachment(reading: PlanReading) -> dict[str, Any]:
    return {"pk": reading.pk, "key": "attachments_needed-0"}


def by_title(reading: PlanReading) -> dict[str, Any]:
    return {"pk": reading.pk, "key": "title"}


def nothing(row: Any) -> dict[str, Any]:
    return {}


def in_format(row: Any) -> dict[str, Any]:
    return {"formats": "docx"}


def words(row: Any) -> dict[str, Any]:
    """A text for whatever field of text the form has."""
    names = ("reason", "text", "response", "note", "conclusion", "additions")
    return dict.fromkeys(names, "Lời của người ngoài phạm vi.")


def numbers(row: Any) -> dict[str, Any]:
    return dict.fromkeys(("approvals", *RatingLevel), 1)


def roll(meeting: Meeting) -> dict[str, Any]:
    return {f"status-{row.person_id}": "absent" for row in meeting.attendances.all()}


def later(meeting: Meeting) -> dict[str, Any]:
    start = datetime(2023, 12, 20, 8)
    return {"starts_at": start, "ends_at": start.replace(hour=11), "place": "Phòng họp số 1"}


def ballot(meeting: Meeting) -> dict[str, Any]:
    chosen = list(meeting.agenda.values_list("subject_id", flat=True))
    return {"title": "Lượt phiếu lạ", "purpose": "secret", "mode": "electronic", "subjects": chosen}


def remark(item: AgendaItem) -> dict[str, Any]:
    speaker = item.meeting.attendances.filter(status="present").first()
    return {"speaker": speaker.person_id, "text": "Lời lạ."}


def panel(ballot_round: BallotRound) -> dict[str, Any]:
    return {"head": ballot_round.meeting.attendances.first().person_id}


def own_rule(name: str) -> dict[str, Any]:
    document = {"document_number": "1/QĐ", "document_date": "01/11/2023", "issuer": "Giám đốc"}
    return {"value": "10%", "starts_on": "01/11/2023", "confirmed": "1", **document}


def ended_rule(rule: LocalRule) -> dict[str, Any]:
    return {"ended_from": "01/12/2023", "reason": "Lời của người ngoài phạm vi."}


def marks(ballot_round: BallotRound) -> dict[str, Any]:
    lines = ballot_round.lines.all()
    return {"confirmed": "1", **{f"subject-{line.subject_id}": "good" for line in lines}}


def stamped(row: Any) -> dict[str, Any]:
    return {"dated": "24/11/2023"}


def paper_counts(ballot_round: BallotRound) -> dict[str, Any]:
    lines = [line.subject for line in ballot_round.lines.select_related("subject")]
    return dict.fromkeys(PaperTallyForm(subjects=lines).fields, 1)


# The table


@dataclass(frozen=True, slots=True)
class Page:
    """Một trang: who opens it; it is not there for anybody else."""

    objects: Callable[[], Iterable[Any]]
    opens: Callable[[Who, Any], bool]
    address: Callable[[Any], dict[str, Any]] = by_key


@dataclass(frozen=True, slots=True)
class Act:
    """Một thao tác: who may do it; who sees the object is told that it is not theirs, it is not there for others."""

    objects: Callable[[], Iterable[Any]]
    may: Callable[[Who, Any], bool]
    sees: Callable[[Who, Any], bool] = nobody
    data: Callable[[Any], dict[str, Any]] = words
    address: Callable[[Any], dict[str, Any]] = by_key
    refusal: int = 403


IN_ROOM = of_meeting(rights.sees_meeting)
DRAFT_STEPS = ("campaign_plan", "campaign_bases", "campaign_subjects")
UNIT_FORMS = ("unit_correct", "unit_move", "unit_dissolve", "post_register")
PERSON_FORMS = ("person_correct", "assignment_record", "absence_record", "discipline_record")

PAGES: dict[str, Page] = {
    "document": Page(frozen_papers, rights.reads_frozen),
    "document_file": Page(frozen_papers, rights.reads_frozen),
    "document_withdraw": Page(frozen_papers, OFFICE),
    "hr:signed_attach": Page(frozen_papers, OFFICE),
    "hr:paper_metadata": Page(numbered_papers, rights.reads_frozen),
    "hr:signed_file": Page(some(SignedFile), rights.reads_signed),
    "oversight:trust_anchor_retire": Page(some(TrustAnchor), ADMIN),
    "draft": Page(some(Campaign), held_by(*rights.LEADERS), by_plan),
    "draft_file": Page(some(Campaign), held_by(*rights.LEADERS), by_plan),
    "draft_issue": Page(some(Campaign), OFFICE, by_plan),
    "paper_content": Page(collectives, rights.completes, by_paper_kind),
    "hr:document_set": Page(some(DocumentSet), rights.owns_set),
    "hr:document_set_file": Page(some(DocumentSet), rights.owns_set),
    "hr:dossier_order": Page(subjects, rights.orders_dossier),
    "hr:dossier": Page(subjects, rights.oversees_dossier),
    "hr:unit_dossier": Page(units, rights.oversees_unit_dossier),
    "hr:unit_dossier_file": Page(units, rights.oversees_unit_dossier),
    "job": Page(some(Job), rights.sees_job),
    **{
        f"me:{name}": Page(reviews, rights.writes)
        for name in ("review", "review_download", "versions", "comments")
    },
    "me:version": Page(versions, of_review(rights.writes), by_revision),
    "me:draft": Page(receipts, rights.received),
    "me:result": Page(notices, rights.is_told),
    "me:result_paper": Page(notices, rights.is_told),
    "unit:review": Page(reviews, rights.reads_in_unit),
    "unit:review_download": Page(reviews, rights.reads_in_unit),
    "unit:award_discussion": Page(meetings_without_awards, rights.records_awards),
    "unit:nominate": Page(rated_subjects, rights.nominates),
    "unit:nomination": Page(some(AwardNomination), rights.sees_nomination),
    "unit:nomination_withdraw": Page(some(AwardNomination), rights.withdraws_nomination),
    "hr:award_decline": Page(some(AwardNomination), OFFICE),
    "panel:decision": Page(some(Decision, 4), rights.sees_decision),
    "panel:decision_paper": Page(decision_papers, rights.sees_paper, by_paper),
    "panel:meeting_plan": Page(units, rights.plans, by_kind),
    "panel:meeting_catch_up": Page(meetings, rights.prepares),
    "panel:cell": Page(cells, rights.leads_cell),
    "panel:cell_meeting_plan": Page(cells, rights.leads_cell),
    "panel:minutes_docx": Page(meetings, rights.sees_minutes),
    **{
        f"panel:{name}": Page(meetings, rights.sees_meeting)
        for name in ("meeting", "room_live", "projector", "invitation_docx")
    },
    "panel:round_prepare": Page(meetings, rights.prepares_ballot),
    **{
        f"panel:{name}": Page(some(BallotRound, 3), IN_ROOM)
        for name in ("ballot", "ballot_qr", "round")
    },
    "panel:tally_docx": Page(some(BallotRound, 3), rights.sees_count),
    **{
        f"hr:{name}": Page(some(Campaign), nobody)
        for name in (*DRAFT_STEPS, "campaign_tracks", "campaign_check")
    },
    "hr:campaign_track_form": Page(some(Track), nobody, by_track),
    "hr:campaign": Page(some(Campaign), OFFICE),
    "hr:campaign_milestones": Page(some(Campaign), OFFICE),
    "hr:plan_reading": Page(some(PlanReading), OFFICE),
    "hr:plan_make_campaign": Page(open_readings, OFFICE),
    "hr:subjects_sheet": Page(some(Campaign), OFFICE),
    "hr:plan_download": Page(some(Campaign), held_by(*rights.LEADERS)),
    "hr:subject": Page(subjects, OFFICE),
    "hr:suggestion_record": Page(subjects, held_by(*rights.LEADERS)),
    **{
        f"hr:{name}": Page(some(Suggestion), held_by(*rights.LEADERS))
        for name in ("suggestion", "suggestion_withdraw", "suggestion_ask")
    },
    "hr:supervision_assign": Page(units, rights.assigns_supervisor, by_unit),
    "panel:item_again": Page(items, held_by(*rights.LEADERS)),
    "unit:suggested_opinion": Page(some(SuggestionOpinion), rights.is_asked_on_suggestion),
    "me:supervision": Page(some(Supervision), rights.supervises),
    "me:supervised_review": Page(some(Supervision), rights.supervises, by_supervised_review),
    "hr:subject_download": Page(reviews, rights.returns_at_office, by_subject),
    "hr:appraisal": Page(some(Classification, 3), OFFICE),
    "hr:rule": Page(parameter_names, OFFICE, by_name),
    "hr:local_rule_add": Page(lambda: parameter_names()[:1], OFFICE, by_name),
    "hr:local_rule_end": Page(some(LocalRule), OFFICE),
    **{f"hr:{name}": Page(template_kinds, OFFICE, by_name) for name in TEMPLATE_KIND_PAGES},
    **{f"hr:{name}": Page(some(PaperTemplate), OFFICE) for name in TEMPLATE_PAGES},
    **{
        f"hr:{name}": Page(some(PaperTemplate), OFFICE, by_trial)
        for name in ("template_trial", "template_trial_file")
    },
    "hr:unit": Page(units, OFFICE),
    **{f"hr:{name}": Page(units, OFFICE) for name in UNIT_FORMS},
    "hr:collective_register": Page(units, OFFICE),
    "hr:member_add": Page(leading_collectives, OFFICE),
    "hr:member_end": Page(some(CollectiveMember), OFFICE),
    "hr:member_suspend": Page(some(CollectiveMember), OFFICE),
    "hr:member_restore": Page(some(CollectiveMember), OFFICE),
    "hr:cell_correct": Page(some(PartyCell), OFFICE),
    "hr:person": Page(some(Person), OFFICE),
    **{f"hr:{name}": Page(some(Person), OFFICE) for name in PERSON_FORMS},
    "hr:assignment_end": Page(some(Assignment), OFFICE),
    "hr:import": Page(some(Job), rights.sees_import),
    "hr:import_faults": Page(some(Job), rights.sees_import),
    "oversight:opinion": Page(requests, rights.is_asked),
    "oversight:account": Page(some(User), ADMIN, by_person),
    "oversight:role_revoke": Page(some(RoleGrant), ADMIN),
}

ACTS: dict[str, Act] = {
    "hr:signed_attach": Act(frozen_papers, OFFICE),
    "hr:signed_check": Act(some(SignedFile), OFFICE),
    "oversight:trust_anchor_retire": Act(some(TrustAnchor), ADMIN),
    "hr:document_set_continue": Act(some(DocumentSet), rights.owns_set),
    "hr:document_set_discard": Act(some(DocumentSet), rights.owns_set),
    "hr:dossier_order": Act(subjects, rights.orders_dossier, data=in_format),
    "paper_content": Act(collectives, rights.completes, data=unit_words, address=by_paper_kind),
    "document_withdraw": Act(frozen_papers, OFFICE),
    "draft_issue": Act(some(Campaign), OFFICE, data=stamped, address=by_plan),
    **{
        f"me:{name}": Act(reviews, rights.writes)
        for name in ("review_save", "review_submit", "review_finalise", "review_send_to_cell")
    },
    "me:suggestion_answers": Act(reviews, rights.writes, data=nothing),
    "hr:supervision_end": Act(some(Supervision), rights.assigns),
    "me:version_restore": Act(versions, of_review(rights.writes), address=by_revision),
    "me:respond": Act(some(Comment, 4), of_review(rights.writes), address=by_comment),
    "me:comment": Act(receipts, rights.received),
    "me:result_read": Act(notices, rights.is_told),
    "unit:send_back": Act(reviews, rights.returns_in_unit),
    "unit:registration_withdraw": Act(some(AwardRegistration), rights.keeps_registrations),
    "unit:award_discussion": Act(meetings_without_awards, rights.records_awards, data=nothing),
    "unit:nominate": Act(rated_subjects, rights.nominates, data=nothing),
    "unit:nomination_withdraw": Act(some(AwardNomination), rights.withdraws_nomination),
    "me:award_withdraw": Act(some(AwardRegistration), rights.registered),
    "hr:award_decline": Act(some(AwardNomination), OFFICE),
    "hr:award_restore": Act(some(AwardNomination), OFFICE),
    "panel:decision_notify": Act(some(Decision, 4), rights.sees_decision),
    "panel:meeting_plan": Act(units, rights.plans, address=by_kind),
    "panel:cell_meeting_plan": Act(cells, rights.leads_cell),
    "panel:cell_send": Act(reviews_in_cell, rights.sends_to_cell, address=by_cell),
    "panel:meeting_invite": Act(meetings, rights.prepares, rights.sees_meeting),
    "panel:meeting_cancel": Act(meetings, rights.prepares, rights.sees_meeting),
    "panel:meeting_catch_up": Act(meetings, rights.prepares, data=later),
    "panel:roll_call": Act(meetings, rights.conducts, rights.sees_meeting, roll),
    "panel:meeting_start": Act(meetings, rights.chairs, rights.sees_meeting),
    "panel:meeting_resume": Act(meetings, rights.chairs, rights.sees_meeting),
    "panel:minutes_draft": Act(meetings, rights.conducts, rights.sees_meeting),
    "panel:minutes_approve": Act(meetings, rights.chairs, rights.sees_meeting, numbers),
    "panel:round_prepare": Act(meetings, rights.prepares_ballot, data=ballot),
    "panel:item_take_up": Act(items, of_meeting(rights.chairs), IN_ROOM),
    "panel:item_remark": Act(items, of_meeting(rights.conducts), IN_ROOM, remark),
    "panel:item_vote": Act(items, of_meeting(rights.conducts), IN_ROOM, numbers),
    "panel:item_conclude": Act(items, of_meeting(rights.chairs), IN_ROOM),
    "panel:item_defer": Act(items, of_meeting(rights.chairs), IN_ROOM),
    "panel:panel_appoint": Act(some(BallotRound, 3), of_meeting(rights.chairs), IN_ROOM, panel),
    "panel:round_open": Act(some(BallotRound, 3), rights.runs_ballot, IN_ROOM),
    "panel:round_close": Act(some(BallotRound, 3), rights.runs_ballot, IN_ROOM),
    "panel:round_cancel": Act(some(BallotRound, 3), of_meeting(rights.chairs), IN_ROOM),
    "panel:paper_tally": Act(some(BallotRound, 3), rights.counts, IN_ROOM, paper_counts),
    "panel:paper_issue": Act(some(BallotRound, 3), rights.counts, IN_ROOM, refusal=422),
    "panel:ballot": Act(some(BallotRound, 3), rights.votes, IN_ROOM, marks, refusal=422),
    **{
        f"hr:{name}": Act(some(Campaign), OFFICE, data=nothing)
        for name in (*DRAFT_STEPS, "campaign_tracks_load", "campaign_open", "campaign_withdraw")
    },
    "hr:campaign_track_form": Act(some(Track), OFFICE, data=nothing, address=by_track),
    "hr:campaign_milestones": Act(some(Campaign), OFFICE, data=nothing),
    **{
        f"hr:plan_{name}": Act(some(PlanReading), OFFICE, data=nothing)
        for name in ("accept_clear", "set_aside", "make_campaign")
    },
    "hr:plan_settle": Act(some(PlanReading), OFFICE, address=by_title),
    "hr:plan_attachment_received": Act(some(PlanReading), OFFICE, address=by_attachment),
    "hr:remind": Act(some(Milestone), OFFICE),
    "hr:subject_standing": Act(subjects, OFFICE),
    "hr:subject_place": Act(subjects, OFFICE),
    "hr:subject_send_to_cell": Act(reviews, rights.returns_at_office, address=by_subject),
    "hr:subject_send_back": Act(reviews, rights.returns_at_office, address=by_subject),
    "hr:opinion_withdraw": Act(requests, OFFICE),
    "hr:local_rule_add": Act(parameter_names, OFFICE, data=own_rule, address=by_name),
    "hr:local_rule_end": Act(some(LocalRule), OFFICE, data=ended_rule),
    "hr:template_add": Act(template_kinds, OFFICE, data=nothing, address=by_name),
    "hr:template_activate": Act(some(PaperTemplate), OFFICE, data=nothing),
    "hr:template_retire": Act(some(PaperTemplate), OFFICE),
    "hr:appraisal_record": Act(some(Classification, 3), OFFICE),
    "hr:appraisal_send_back": Act(some(Classification, 3), OFFICE),
    **{f"hr:{name}": Act(units, OFFICE, data=nothing) for name in UNIT_FORMS},
    "hr:collective_register": Act(units, OFFICE, data=nothing),
    "hr:member_add": Act(leading_collectives, OFFICE, data=nothing),
    "hr:member_end": Act(some(CollectiveMember), OFFICE, data=nothing),
    "hr:member_suspend": Act(some(CollectiveMember), OFFICE, data=nothing),
    "hr:member_restore": Act(some(CollectiveMember), OFFICE, data=nothing),
    "hr:cell_correct": Act(some(PartyCell), OFFICE, data=nothing),
    **{f"hr:{name}": Act(some(Person), OFFICE, data=nothing) for name in PERSON_FORMS},
    "hr:assignment_end": Act(some(Assignment), OFFICE, data=nothing),
    "oversight:opinion": Act(requests, rights.is_asked),
    **{
        f"oversight:account_{name}": Act(some(User), ADMIN, address=by_person, data=nothing)
        for name in ("stop", "reopen")
    },
    "oversight:account_invite": Act(
        some(User), held_by(Role.TECHNICAL_ADMIN, Role.COORDINATOR), address=by_person, data=nothing
    ),
    "oversight:role_revoke": Act(some(RoleGrant), ADMIN, data=nothing),
    "oversight:delegation_revoke": Act(some(Delegation), rights.takes_back),
}
