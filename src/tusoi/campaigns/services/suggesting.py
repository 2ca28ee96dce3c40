"""Gợi ý kiểm điểm: recorded from the superior's document, answered by the writer, heard by those concerned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from tusoi.campaigns.models import Review, Subject, Suggestion, SuggestionOpinion
from tusoi.campaigns.permissions import may_answer, may_opine
from tusoi.campaigns.selectors import suggestions as checks
from tusoi.campaigns.services.writing import lock_review
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.names import clean
from tusoi.org.models import Unit


def _lock_review_of(subject: Subject) -> Review:
    """The review of the subject, locked; refused where the campaign asks for none."""
    review = Review.objects.filter(subject=subject).first()
    if review is None:
        raise refuse(
            "suggestion.no-review",
            f"{subject} không có bản kiểm điểm trong đợt này nên không ghi gợi ý kiểm điểm được.",
            remedy="Chọn đối tượng có bản kiểm điểm trong đợt đang mở.",
        )
    return lock_review(review)


def _lock(suggestion: Suggestion) -> Suggestion:
    """The suggestion with its review, both locked."""
    review = _lock_review_of(suggestion.subject)
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    locked.subject = review.subject
    locked.subject.review = review
    return locked


@command("suggestion.record", target="subject")
def record_suggestion(
    *,
    actor: Actor,
    at: datetime,
    subject: Subject,
    issuer: str,
    text: str,
    document_date: date,
    document_number: str = "",
) -> Suggestion:
    """Attach one point that the superior asks to be reviewed, with the document it came in."""
    review = _lock_review_of(subject)
    issuer, text = clean(issuer), text.strip()
    raise_blockers(
        checks.blockers_for_record(
            review, issuer=issuer, text=text, document_date=document_date, today=localdate(at)
        )
    )
    suggestion = Suggestion.objects.create(
        subject=review.subject,
        issuer=issuer,
        text=text,
        document_number=clean(document_number),
        document_date=document_date,
        entered_at=at,
        entered_by_id=actor.person_id,
    )
    note(suggestion=suggestion.pk, issuer=issuer)
    return suggestion


@command("suggestion.withdraw", target="suggestion")
def withdraw_suggestion(
    *, actor: Actor, at: datetime, suggestion: Suggestion, reason: str
) -> Suggestion:
    """Take a suggestion back; it stays on file and asks for no answer any more."""
    locked = _lock(suggestion)
    raise_blockers(checks.not_discussed_yet(locked.subject.review))
    if locked.withdrawn_at is not None or not clean(reason):
        raise refuse(
            "suggestion.withdraw",
            "Chưa ghi lý do rút gợi ý, hoặc nội dung này đã được rút.",
            remedy="Ghi lý do và văn bản rút gợi ý của cấp trên.",
        )
    locked.withdrawn_at, locked.withdrawal_reason = at, reason.strip()
    locked.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    return locked


@command("suggestion.answer", target="suggestion", scope=may_answer)
def answer_suggestion(
    *, actor: Actor, at: datetime, suggestion: Suggestion, text: str
) -> Suggestion:
    """Write the explanation that the review gives; an empty one takes it back while writing."""
    locked = _lock(suggestion)
    raise_blockers(checks.blockers_for_answer(locked, locked.subject.review))
    note(earlier=locked.answer)
    locked.answer = text.replace("\r\n", "\n").strip()
    locked.answered_at = at if locked.answer else None
    locked.save(update_fields=["answer", "answered_at"])
    return locked


@command("suggestion.ask_opinion", target="suggestion")
def ask_opinions(
    *, actor: Actor, at: datetime, suggestion: Suggestion, units: Iterable[Unit], due_on: date
) -> list[SuggestionOpinion]:
    """Ask the units concerned what they say on the suggestion – on nothing else."""
    locked, asked = _lock(suggestion), list(units)
    raise_blockers(checks.blockers_for_ask(locked, asked, due_on, localdate(at)))
    note(units=[unit.pk for unit in asked], due_on=due_on.isoformat())
    return SuggestionOpinion.objects.bulk_create(
        SuggestionOpinion(suggestion=locked, unit=unit, asked_at=at, due_on=due_on)
        for unit in asked
    )


@command("suggestion.give_opinion", target="opinion", scope=may_opine)
def give_opinion(
    *, actor: Actor, at: datetime, opinion: SuggestionOpinion, text: str
) -> SuggestionOpinion:
    """Record what the unit asked says on the suggestion; once."""
    suggestion = _lock(opinion.suggestion)
    locked = SuggestionOpinion.objects.select_for_update().get(pk=opinion.pk)
    locked.suggestion = suggestion
    raise_blockers(checks.blockers_for_give(locked, text.strip()))
    locked.text, locked.given_at, locked.given_by_id = text.strip(), at, actor.person_id
    locked.save(update_fields=["text", "given_at", "given_by"])
    note(is_late=localdate(at) > locked.due_on)
    return locked
