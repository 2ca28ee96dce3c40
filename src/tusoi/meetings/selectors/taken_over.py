"""Kết quả kiểm điểm ở cơ quan đưa vào biên bản chi bộ: where somebody was reviewed, what was said and written."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from tusoi.campaigns.models import Comment
from tusoi.meetings.models import AgendaItem, Meeting, Remark
from tusoi.meetings.selectors.held import OFFICE_REVIEWS


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Phần đưa từ hội nghị ở cơ quan sang: why it is not presented again, and opinions as (who, words)."""

    presentation: str
    opinions: tuple[tuple[str, str], ...]


def taken_over(meeting: Meeting) -> dict[int, TakenOver]:
    """By subject, for everybody whom this meeting of a Party cell takes over; three queries."""
    opinions: dict[int, list[tuple[str, str]]] = {}
    for remark in _remarks(meeting):
        who = f"Ý kiến tại {remark.item.meeting.title} – đồng chí {remark.speaker.full_name}"
        opinions.setdefault(remark.item.subject_id, []).append((who, remark.text))
    for comment in _comments(meeting):
        who = f"Góp ý bằng văn bản của đồng chí {comment.author.full_name}"
        opinions.setdefault(comment.review.subject_id, []).append((who, comment.text))
    return {
        item.subject_id: TakenOver(_presentation(item), tuple(opinions.get(item.subject_id, ())))
        for item in _office_items(meeting)
    }


def _presentation(item: AgendaItem) -> str:
    day = timezone.localdate(item.meeting.starts_at)
    return (
        f"Đã kiểm điểm tại {item.meeting.title} ngày {day:%d/%m/%Y} nên không trình bày lại; "
        "bản kiểm điểm đã gửi trước để đảng viên chi bộ nghiên cứu, góp ý thêm."
    )


def _subjects(meeting: Meeting) -> QuerySet[AgendaItem, int]:
    return meeting.agenda.filter(is_carried_over=True).values_list("subject_id", flat=True)


def _office_items(meeting: Meeting) -> QuerySet[AgendaItem]:
    """The latest concluded item at work is the last one and wins."""
    items = AgendaItem.objects.filter(
        meeting__kind__in=OFFICE_REVIEWS,
        state="concluded",
        repeat_order__isnull=True,
        subject__in=_subjects(meeting),
    )
    return items.select_related("meeting").order_by("concluded_at", "pk")


def _remarks(meeting: Meeting) -> QuerySet[Remark]:
    remarks = Remark.objects.filter(item__in=_office_items(meeting).order_by().values("pk"))
    return remarks.select_related("speaker", "item__meeting").order_by("at", "pk")


def _comments(meeting: Meeting) -> QuerySet[Comment]:
    """What members of the cell wrote on the reviews sent to them."""
    members = meeting.attendances.filter(is_guest=False).values("person_id")
    comments = Comment.objects.filter(
        review__subject__in=_subjects(meeting), author__in=members
    ).select_related("author", "review")
    return comments.order_by("at", "pk")
