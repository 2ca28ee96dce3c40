"""Việc cần làm về gợi ý và chỉ đạo kiểm điểm: answers, opinions asked, reviews to attend and to assign."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.reviews import writable_reviews
from tusoi.campaigns.selectors.suggestions import (
    ANSWERED,
    OPEN_TO_SUGGESTIONS,
    open_opinions,
    standing_suggestions,
)
from tusoi.campaigns.selectors.supervisions import (
    may_be_recorded,
    supervisions_of,
    units_supervised,
)
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.org.enums import Role


def guidance_tasks(actor: Actor, campaign: Campaign) -> list[Task]:
    """What suggestions and supervised reviews ask of this person in this role."""
    return [
        *_to_answer(actor, campaign),
        *_to_opine(actor, campaign),
        *_to_supervise(actor, campaign),
        *_to_assign(actor, campaign),
    ]


def _to_answer(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """Reviews with suggestions that have no answer yet."""
    reviews = {
        review.subject_id: review
        for review in writable_reviews(actor, actor.acting_as(Role.INDIVIDUAL))
        if review.subject.campaign_id == campaign.pk and review.state in OPEN_TO_SUGGESTIONS
    }
    subjects = [review.subject for review in reviews.values()]
    rows = standing_suggestions(subjects).exclude(ANSWERED).order_by("subject")
    for row in rows.values("subject").annotate(number=Count("pk")):
        review = reviews[row["subject"]]
        yield Task(
            f"Giải trình {row['number']} nội dung gợi ý kiểm điểm đối với {review.subject}",
            "me:review",
            (review.pk,),
        )


def _to_opine(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    if actor.role != Role.UNIT_HEAD:
        return
    for opinion in open_opinions(actor, campaign):
        yield Task(
            f"Cho ý kiến về nội dung gợi ý kiểm điểm đối với {opinion.suggestion.subject}",
            "unit:suggested_opinion",
            (opinion.pk,),
            opinion.due_on,
        )


def _to_supervise(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """Before the meeting to read the drafts, after it to record what was found."""
    for row in supervisions_of(actor).filter(campaign=campaign, recorded_at__isnull=True):
        is_held = may_be_recorded(row)
        label = (
            f"Ghi nhận xét sau khi dự, chỉ đạo kiểm điểm tại {row.unit}"
            if is_held
            else f"Dự, chỉ đạo kiểm điểm tại {row.unit}"
        )
        yield Task(label, "me:supervision", (row.pk,), is_waiting=not is_held)


def _to_assign(actor: Actor, campaign: Campaign) -> Iterator[Task]:
    """Units with suggestions and nobody to direct the review, where the law asks for one."""
    if actor.role != Role.COORDINATOR or not _must_be_supervised(campaign):
        return
    missing = units_supervised(campaign, only_missing=True).filter(suggestions__gt=0).count()
    if missing:
        yield Task(
            f"Phân công người dự, chỉ đạo kiểm điểm ở {missing} đơn vị có gợi ý kiểm điểm",
            "hr:supervisions",
        )


def _must_be_supervised(campaign: Campaign) -> bool:
    demand = law_of(campaign).find("meeting.suggested_is_supervised")
    return demand is not None and bool(demand.value)
