"""Đợt đánh giá năm 2023 của sở nhỏ: a complete plan, opened, and reviews brought as far as a test needs."""

from __future__ import annotations

from datetime import date

from tests.cast import Department, moment
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.facts import fields_of
from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.services import circulating, enrolling, planning, writing
from tusoi.campaigns.services.freezing import freeze
from tusoi.core.actor import Actor
from tusoi.org.enums import Role
from tusoi.rulebook.forms import FieldKind

PLANNED = moment(2023, 11, 22)
OPENED = moment(2023, 11, 24)
WRITTEN = moment(2023, 11, 24, 14)
AS_OF = date(2023, 11, 24)
_MILESTONES = (
    (MilestoneStep.UNIT_REVIEWS, "Các phòng, đơn vị kiểm điểm và gửi hồ sơ", date(2023, 11, 30)),
    (MilestoneStep.DECISIONS, "Tập thể Lãnh đạo Sở đánh giá, xếp loại", date(2023, 12, 5)),
)
_ANSWERS = {
    FieldKind.TEXT: "Đã thực hiện đúng kế hoạch.",
    FieldKind.NUMBER: 10,
    FieldKind.DEGREE: "good",
    FieldKind.LEVEL: "good",
    FieldKind.SCORE: "2",
    FieldKind.TABLE: [],
}


def start(department: Department) -> Campaign:
    """The campaign with nothing but the plan's own facts."""
    return planning.draft_campaign(
        actor=department.office,
        at=PLANNED,
        body=department.body,
        title="Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
        review_year=2023,
        plan_number="15/KH-SCT",
        plan_date=date(2023, 11, 22),
        overlay="lai-chau-2023",
    )


def draft(department: Department) -> Campaign:
    """A plan that may be opened."""
    office, campaign = department.office, start(department)
    planning.correct_plan(
        actor=office,
        at=PLANNED,
        campaign=campaign,
        signer=department.people["director"],
        signer_title="Giám đốc",
        plan_purpose="Đánh giá đúng kết quả của tập thể, cá nhân.",
        plan_contents="Kiểm điểm theo quy định hiện hành.",
        plan_organisation="Văn phòng Sở theo dõi, đôn đốc.",
        recipients="Lãnh đạo Sở\nCác phòng, đơn vị trực thuộc",
    )
    planning.set_legal_bases(
        actor=office, at=PLANNED, campaign=campaign, texts=["Nghị định số 90/2020/NĐ-CP"]
    )
    for step, label, due_on in _MILESTONES:
        planning.set_milestone(
            actor=office,
            at=PLANNED,
            campaign=campaign,
            step=step,
            label=label,
            responsible="Các phòng, đơn vị",
            due_on=due_on,
            is_inclusive=False,
        )
    planning.load_tracks(actor=office, at=PLANNED, campaign=campaign)
    enrolling.enrol_subjects(actor=office, at=PLANNED, campaign=campaign, as_of=AS_OF)
    campaign.refresh_from_db()
    return campaign


def open_season(department: Department, campaign: Campaign) -> Campaign:
    freeze(campaign, actor=department.office, at=OPENED)
    return campaign


def review_of(department: Department, campaign: Campaign, key: str) -> Review:
    """The review of a person of the cast, or of a unit's collective (`"trade"`)."""
    if key in department.people:
        return Review.objects.get(
            subject__campaign=campaign, subject__person=department.people[key]
        )
    return Review.objects.get(
        subject__campaign=campaign, subject__collective=department.collectives[key]
    )


def writer_of(department: Department, key: str) -> Actor:
    if key in department.people:
        return department.actor(key)
    return department.office if key == "body" else department.actor(f"{key}_head", Role.UNIT_HEAD)


def full_answers(review: Review) -> dict[str, object]:
    """An answer to every field of the form."""
    return {field.code: _ANSWERS[field.kind] for field in fields_of(review.subject)}


def write(
    department: Department, campaign: Campaign, key: str, at=WRITTEN, **answers: object
) -> Review:
    review = review_of(department, campaign, key)
    return writing.save_review(
        actor=writer_of(department, key),
        at=at,
        review=review,
        content=full_answers(review) | answers,
        self_level="good",
        base_revision=review.revision,
        window="cửa sổ 1",
    )


def submit(department: Department, campaign: Campaign, key: str) -> Review:
    review = write(department, campaign, key)
    return writing.submit_review(actor=writer_of(department, key), at=WRITTEN, review=review)


def circulate(department: Department, campaign: Campaign, key: str, *recipients: str) -> Review:
    """Hand in and send the draft to some of the unit's people."""
    review = submit(department, campaign, key)
    people = [department.people[name] for name in recipients]
    circulating.circulate_review(
        actor=department.office, at=WRITTEN, review=review, recipients=people
    )
    return review_of(department, campaign, key)
