"""Bản kiểm điểm gửi chi bộ: to whom it goes, from when on, and who may still comment on it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet

from tusoi.campaigns.models import CirculationReceipt, Review, SubjectPlace
from tusoi.org.models import PartyCell, Person
from tusoi.rulebook import Finding, Severity

_SENT_OUT = ("circulated", "discussed", "final")


def cell_place(review: Review) -> SubjectPlace | None:
    """The Party cell before which the review is laid, in the first place or in addition."""
    places = review.subject.places.filter(cell__isnull=False, is_report_only=False)
    return places.select_related("cell").first()


def members_of_cell(cell: PartyCell | None) -> QuerySet[Person]:
    """Everybody active in the cell."""
    return Person.objects.filter(party_cell=cell) if cell else Person.objects.none()


def members_to_send_to(review: Review, place: SubjectPlace | None) -> list[Person]:
    """The other members of the cell."""
    members = members_of_cell(place.cell if place else None)
    return list(members.exclude(pk=review.subject.person_id))


def blockers_for_send_to_cell(review: Review, place: SubjectPlace | None) -> list[Finding]:
    """A cell to send it to, and a review that the members may read."""
    if place is None:
        return [
            _block(
                "review.no-cell",
                f"{review.subject} không kiểm điểm ở chi bộ nào.",
                "Ghi chi bộ nơi sinh hoạt, hoặc xác định lại nơi kiểm điểm.",
            )
        ]
    ready = (*_SENT_OUT, "submitted") if place.is_main else _SENT_OUT
    if review.state in ready:
        return []
    return [
        _block(
            "review.not-ready-for-cell",
            f"{review} đang ở bước “{review.get_state_display()}”, chưa gửi chi bộ được.",
            "Gửi chi bộ sau khi nộp bản kiểm điểm và gửi dự thảo cho thành viên dự họp ở cơ quan.",
        )
    ]


def sent_to_cell_at(review: Review, place: SubjectPlace) -> datetime | None:
    """When the review last went out to members of the cell; None before."""
    receipts = CirculationReceipt.objects.filter(
        circulation__review=review, person__party_cell=place.cell
    )
    last: datetime | None = receipts.aggregate(last=Max("sent_at"))["last"]
    return last


def _block(rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule, Severity.BLOCKS, message, remedy=remedy)


def may_still_comment(review: Review, person_id: int | None) -> bool:
    """On a draft before the meeting; in the Party cell also on what was already reviewed at the office."""
    if review.state == "circulated":
        return True
    sent = CirculationReceipt.objects.filter(
        circulation__review=review, person_id=person_id, sent_at__isnull=False
    )
    return review.state in _SENT_OUT and sent.exists()
