"""Gửi dự thảo và góp ý: who receives the draft, what they say, what the writer answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from tusoi.campaigns.models import Circulation, CirculationReceipt, Comment, Review
from tusoi.campaigns.permissions import (
    is_recipient,
    may_comment,
    may_handle,
    may_respond,
    may_send_to_cell,
)
from tusoi.campaigns.selectors.cells import (
    blockers_for_send_to_cell,
    cell_place,
    may_still_comment,
    members_to_send_to,
)
from tusoi.campaigns.services.writing import lock_review
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.org.models import Person
from tusoi.rulebook.processes import SELF_REVIEW


@command("review.circulate", target="review", scope=may_handle)
def circulate_review(
    *, actor: Actor, at: datetime, review: Review, recipients: Iterable[Person]
) -> Circulation:
    """Send the draft to the members of the meeting; a draft sent again starts the working days anew."""
    locked = lock_review(review)
    people = {person.pk: person for person in recipients}
    if not people:
        raise refuse(
            "review.no-recipients",
            "Chưa chọn người nhận dự thảo.",
            remedy="Chọn các thành viên dự hội nghị kiểm điểm.",
        )
    fire(SELF_REVIEW, locked, "circulate", actor=actor, at=at)
    circulation, _ = Circulation.objects.update_or_create(
        review=locked, defaults={"sent_at": at, "sent_by_id": actor.person_id}
    )
    circulation.receipts.all().delete()
    CirculationReceipt.objects.bulk_create(
        CirculationReceipt(circulation=circulation, person=person) for person in people.values()
    )
    note(recipients=len(people))
    return circulation


@command("review.send_to_cell", target="review", scope=may_send_to_cell)
def send_to_cell(*, actor: Actor, at: datetime, review: Review) -> Circulation:
    """Send the review to every member of the Party cell; sent again, it reaches those who joined since.

    Where the cell is the place of the review, this is the circulation of the draft.
    """
    locked = lock_review(review)
    place = cell_place(locked)
    raise_blockers(blockers_for_send_to_cell(locked, place))
    if locked.state == "submitted":
        fire(SELF_REVIEW, locked, "circulate", actor=actor, at=at)
        Circulation.objects.update_or_create(
            review=locked, defaults={"sent_at": at, "sent_by_id": actor.person_id}
        )
    circulation = locked.circulation
    members = members_to_send_to(locked, place)
    circulation.receipts.filter(person__in=members, sent_at__isnull=True).update(sent_at=at)
    CirculationReceipt.objects.bulk_create(
        (CirculationReceipt(circulation=circulation, person=each, sent_at=at) for each in members),
        ignore_conflicts=True,
    )
    note(cell=place.cell_id if place else None, recipients=len(members))
    return circulation


def circulate_reviews(
    *, actor: Actor, at: datetime, reviews: Iterable[Review], recipients: Sequence[Person]
) -> list[Circulation]:
    """Send several drafts to the same people: all or none."""
    with transaction.atomic():
        return [
            circulate_review(actor=actor, at=at, review=review, recipients=recipients)
            for review in reviews
        ]


@command("review.comment", target="review", scope=may_comment)
def comment_on_review(
    *, actor: Actor, at: datetime, review: Review, text: str, section: str = ""
) -> Comment:
    """Say something on a draft one has received."""
    locked = lock_review(review)
    if not may_still_comment(locked, actor.person_id):
        raise refuse(
            "review.comments-closed",
            f"Bản kiểm điểm đang ở bước “{locked.get_state_display()}” nên không nhận góp ý.",
            remedy="Phát biểu ý kiến tại hội nghị.",
        )
    if not text.strip():
        raise refuse(
            "review.comment-text", "Chưa ghi nội dung góp ý.", remedy="Ghi nội dung góp ý rồi gửi."
        )
    return Comment.objects.create(
        review=locked, author_id=actor.person_id, section=section, text=text.strip(), at=at
    )


@command("review.respond", target="comment", scope=may_respond)
def respond_to_comment(*, actor: Actor, at: datetime, comment: Comment, response: str) -> Comment:
    """Say how a comment is taken over, or why not."""
    if not response.strip():
        raise refuse(
            "review.response-text",
            "Chưa ghi nội dung tiếp thu, giải trình.",
            remedy="Ghi nội dung tiếp thu, hoặc lý do không tiếp thu.",
        )
    comment.response, comment.responded_at = response.strip(), at
    comment.save(update_fields=["response", "responded_at"])
    return comment


@command("review.read_draft", target="receipt", scope=is_recipient)
def mark_draft_read(
    *, actor: Actor, at: datetime, receipt: CirculationReceipt
) -> CirculationReceipt:
    """Note when the recipient first opened the draft."""
    if receipt.read_at is None:
        receipt.read_at = at
        receipt.save(update_fields=["read_at"])
    return receipt
