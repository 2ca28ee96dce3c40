"""Hội nghị chi bộ: in whose hands it lies, its order, and whose review is taken over from the office."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Subject
from tusoi.core.actor import Actor
from tusoi.core.errors import NotAllowed
from tusoi.meetings import permissions
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.facts import cell_agenda_facts
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.cells import carried_over, drafts_of_cell, officers_of_cell
from tusoi.org.models import PartyCell
from tusoi.rulebook.facts import AgendaFacts
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.rules import procedure


def check_reach(actor: Actor, kind: MeetingKind, cell: PartyCell | None) -> None:
    """The meetings of a Party cell lie with the cell and the office, all others not with a cell."""
    if permissions.may_plan_kind(actor, kind, cell):
        return
    raise NotAllowed(
        [
            Finding(
                "meeting.cell-reach",
                Severity.BLOCKS,
                f"{actor.name} không được lập hội nghị này trong vai trò “{actor.role_label}”.",
                remedy="Hội nghị chi bộ do chi ủy của chi bộ đó hoặc Văn phòng lập.",
            )
        ]
    )


def cell_agenda(meeting: Meeting, subjects: Sequence[Subject]) -> list[AgendaFacts]:
    """The items of the meeting of a cell, its secretary known."""
    assert meeting.cell is not None  # noqa: S101 - held by a constraint of the table
    day = timezone.localdate(meeting.starts_at)
    return cell_agenda_facts(subjects, list(officers_of_cell(meeting.cell, day).values()))


def mark_carried_over(meeting: Meeting) -> None:
    """Note on the agenda who was reviewed at the office and is not presented again.

    Until the meeting begins; by then the review must have reached the members, else it is presented.
    """
    if meeting.cell is None or meeting.state not in {"planned", "invited"}:
        return
    items = meeting.agenda.filter(state="pending").select_related("subject")
    taken = carried_over([item.subject for item in items], meeting.campaign, meeting.cell)
    if meeting.state == "invited":
        taken -= _not_sent_in_time(meeting)
    items.filter(subject__in=taken).update(is_carried_over=True)
    items.exclude(subject__in=taken).update(is_carried_over=False)


def _not_sent_in_time(meeting: Meeting) -> set[int]:
    law = law_of(meeting.campaign)
    return {
        subject.pk
        for subject, facts in drafts_of_cell(meeting, meeting.starts_at)
        if procedure.circulation_findings(facts, law)
    }
