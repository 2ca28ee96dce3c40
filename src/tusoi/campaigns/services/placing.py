"""Xác định nơi kiểm điểm: by the rules at enrolment, by the office where the rules cannot tell."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.facts import UNSETTLED_PLACE
from tusoi.campaigns.models import Campaign, Review, Subject, SubjectPlace
from tusoi.campaigns.selectors.places import BY_HAND, PlacesFound, placements
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.core.names import clean
from tusoi.org.models import PartyCell, Unit

_RUNNING = ("draft", "open")
_REVIEWED = ("discussed", "final")


def place_subjects(campaign: Campaign, as_of: date) -> None:
    """Write the places of review of every subject; part of the command that enrols them.

    Run again it follows moves; what people have set stays. A fixed number of queries.
    """
    by_hand = set(
        SubjectPlace.objects.filter(subject__campaign=campaign, cites=BY_HAND).values_list(
            "subject_id", flat=True
        )
    )
    found = [each for each in placements(campaign, as_of) if each.subject.pk not in by_hand]
    with transaction.atomic():
        SubjectPlace.objects.filter(subject__in=[each.subject for each in found]).delete()
        SubjectPlace.objects.bulk_create(
            (row for each in found for row in each.places), batch_size=1000
        )
        _note_unsettled(found)


def _note_unsettled(found: list[PlacesFound]) -> None:
    """Keep with the subject what somebody has to settle; enrolment has just written its facts anew."""
    open_ones = [each for each in found if each.unsettled]
    for each in open_ones:
        each.subject.facts[UNSETTLED_PLACE] = each.unsettled
    Subject.objects.bulk_update([each.subject for each in open_ones], ["facts"], batch_size=1000)


@command("subject.set_place", target="subject")
def set_place(
    *,
    actor: Actor,
    at: datetime,
    subject: Subject,
    kind: PlaceKind | str,
    reason: str,
    unit: Unit | None = None,
    cell: PartyCell | None = None,
    is_main: bool = True,
) -> SubjectPlace:
    """Decide where somebody is reviewed, or where in addition; always with a reason.

    A new main place takes the place of the one at work that the rules had found; the Party cell stays.
    """
    locked = _lock(subject)
    _check_place(locked, unit, cell, reason, is_main=is_main)
    if is_main:
        locked.places.filter(is_main=True, cell__isnull=True).delete()
        locked.places.update(is_main=False)
    locked.places.filter(unit=unit, cell=cell).delete()
    place = SubjectPlace.objects.create(
        subject=locked,
        kind=PlaceKind(kind),
        unit=unit,
        cell=cell,
        is_main=is_main,
        ground=clean(reason),
        cites=BY_HAND,
    )
    if locked.facts.pop(UNSETTLED_PLACE, None) is not None:
        locked.save(update_fields=["facts"])
    note(place=str(cell or unit), is_main=is_main, reason=clean(reason))
    return place


def _lock(subject: Subject) -> Subject:
    rows = Subject.objects.select_for_update(of=("self",))
    return rows.select_related("campaign").get(pk=subject.pk)


def _check_place(
    subject: Subject, unit: Unit | None, cell: PartyCell | None, reason: str, *, is_main: bool
) -> None:
    if (unit is None) == (cell is None):
        raise refuse(
            "subject.one-place",
            "Nơi kiểm điểm phải là một đơn vị hoặc một chi bộ.",
            remedy="Chọn một đơn vị, hoặc chọn một chi bộ.",
        )
    if not clean(reason):
        raise refuse(
            "subject.place-reason",
            "Chưa nêu lý do xác định nơi kiểm điểm.",
            remedy="Ghi lý do và văn bản của cấp có thẩm quyền.",
        )
    if subject.campaign.state not in _RUNNING:
        raise refuse(
            "subject.place-late",
            "Đợt đánh giá đã kết thúc nên không đổi được nơi kiểm điểm.",
            remedy="Nơi kiểm điểm chỉ xác định trong thời gian chuẩn bị và tiến hành đợt.",
        )
    if is_main and Review.objects.filter(subject=subject, state__in=_REVIEWED).exists():
        raise refuse(
            "subject.place-reviewed",
            f"{subject} đã kiểm điểm nên không đổi được nơi kiểm điểm chính.",
            remedy="Chỉ thêm nơi kiểm điểm khác nếu cấp có thẩm quyền quyết định.",
        )
