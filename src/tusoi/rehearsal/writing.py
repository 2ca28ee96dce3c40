"""Kiểm điểm trên giấy: everybody writes, hands in, is sent back, circulates, comments and completes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils.timezone import localdate

from tusoi.campaigns.models import Comment
from tusoi.campaigns.services import circulating, writing
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.selectors.people import members_of
from tusoi.rehearsal.content import content_of
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.stage import Stage, Step, later, levels_of

WINDOW = "van-phong"


def steps(stage: Stage) -> Iterator[Step]:
    """All reviews of all units, each in the unit's own time."""
    for unit in stage.season["units"]:
        yield from _unit_steps(stage, unit)
    for row in stage.season["returned"]:
        yield Step(moment(row["at"]), "Trả lại", partial(_return, stage, row))
        yield Step(moment(row["again"]), "Nộp lại", partial(_hand_in_again, stage, row["person"]))
    for row in stage.season["comments"]:
        yield Step(moment(row["at"]), "Góp ý dự thảo", partial(_comment, stage, row))
        yield Step(moment(row["answered"]), "Tiếp thu góp ý", partial(_respond, stage, row))


def _unit_steps(stage: Stage, unit: str) -> Iterator[Step]:
    plan = stage.plan_of(unit)
    saving, handing = plan["minutes_per_review"], plan["minutes_per_submission"]
    for count, code in enumerate(stage.codes_of(unit)):
        yield Step(later(plan["write"], count, saving), "Viết", partial(_write, stage, code))
        yield Step(later(plan["submit"], count, handing), "Nộp", partial(submit, stage, code))
    yield Step(moment(plan["circulate"]), "Gửi dự thảo", partial(_circulate, stage, unit))
    yield Step(moment(plan["finalise"]), "Hoàn thiện", partial(_finalise, stage, unit))


def _write(stage: Stage, code: str, at: datetime) -> None:
    review = stage.review(code)
    writing.save_review(
        actor=stage.writer(code, at),
        at=at,
        review=review,
        content=content_of(stage, code),
        self_level=levels_of(stage.example, code).self_level,
        base_revision=review.revision,
        window=WINDOW,
    )


def submit(stage: Stage, code: str, at: datetime) -> None:
    """Hand in one review as it stands."""
    writing.submit_review(actor=stage.writer(code, at), at=at, review=stage.review(code))


def _return(stage: Stage, row: Row, at: datetime) -> None:
    unit = stage.subjects[row["person"]].unit.code
    writing.return_review(
        actor=stage.head(unit, at), at=at, review=stage.review(row["person"]), reason=row["reason"]
    )


def _hand_in_again(stage: Stage, code: str, at: datetime) -> None:
    _write(stage, code, at)
    submit(stage, code, at)


def _circulate(stage: Stage, unit: str, at: datetime) -> None:
    """The drafts of the unit to everybody who will sit in its meeting; a Party cell sends its own."""
    kind = MeetingKind.LEADERS_REVIEW if unit == stage.cast.body.code else MeetingKind.UNIT_REVIEW
    audience = stage.plan_of(unit).get("audience", "")
    recipients = list(members_of(stage.cast.units[unit], kind, localdate(at), audience))
    for code, subject in stage.subjects_of(unit).items():
        if subject.places.filter(is_main=True, cell__isnull=False).exists():
            continue
        circulating.circulate_review(
            actor=stage.secretary(unit, at),
            at=at,
            review=stage.review(code),
            recipients=recipients,
        )


def _comment(stage: Stage, row: Row, at: datetime) -> None:
    text = pick(stage.example.texts["meeting"]["draft_comments"], row["draft"], row["by"])
    circulating.comment_on_review(
        actor=stage.individual(row["by"], at), at=at, review=stage.review(row["draft"]), text=text
    )


def _respond(stage: Stage, row: Row, at: datetime) -> None:
    text = pick(stage.example.texts["meeting"]["draft_responses"], row["draft"])
    comment = Comment.objects.select_related("review__subject__track").get(
        review=stage.review(row["draft"]), author=stage.person(row["by"])
    )
    circulating.respond_to_comment(
        actor=stage.writer(row["draft"], at), at=at, comment=comment, response=text
    )


def _finalise(stage: Stage, unit: str, at: datetime) -> None:
    """Whoever was reviewed at the meeting completes the review; the absent do so later."""
    for code in stage.subjects_of(unit):
        finalise(stage, code, at)


def finalise(stage: Stage, code: str, at: datetime) -> None:
    """Complete one review, where the meeting has discussed it."""
    review = stage.review(code)
    if review.state == "discussed":
        writing.finalise_review(actor=stage.writer(code, at), at=at, review=review)
