"""Thành phần theo quy định: before whom a unit of that size and kind is reviewed, with the ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, SubjectPlace
from tusoi.meetings.enums import MeetingAudience, MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.people import staff_of
from tusoi.org.enums import UnitKind
from tusoi.org.models import Unit
from tusoi.rulebook.facts import MeetingFacts
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.rules import procedure

_OF_A_FEW = frozenset(
    {
        UnitKind.PARTY_COMMITTEE,
        UnitKind.PEOPLES_COUNCIL,
        UnitKind.FRONT,
        UnitKind.MASS_ORGANISATION,
    }
)
"""Bodies reviewed at the conference of their leading collective, not before a staff."""
_BY_CONFERENCE = {
    procedure.ConferenceKind.ALL_STAFF: MeetingAudience.ALL_STAFF,
    procedure.ConferenceKind.KEY_OFFICIALS: MeetingAudience.KEY_OFFICIALS,
}


@dataclass(frozen=True, slots=True)
class LegalAudience:
    """Thành phần theo quy định và căn cứ."""

    audience: MeetingAudience
    findings: tuple[Finding, ...]


def legal_audience(campaign: Campaign, unit: Unit, kind: str, day: date) -> LegalAudience:
    """The audience that the law of the campaign calls for."""
    match MeetingKind(kind):
        case MeetingKind.CELL_REVIEW:
            return LegalAudience(MeetingAudience.CELL, ())
        case MeetingKind.LEADERS_RATING:
            return LegalAudience(MeetingAudience.LEADERS, ())
        case MeetingKind.UNIT_REVIEW if unit.kind not in _OF_A_FEW:
            return _by_size(campaign, unit, day)
    return _by_collective(campaign, unit)


def _by_size(campaign: Campaign, unit: Unit, day: date) -> LegalAudience:
    posts, law = staff_of(unit, day).count(), law_of(campaign)
    facts = MeetingFacts(length_days=None, posts_in_unit=posts)
    audience = _BY_CONFERENCE[procedure.conference_kind(posts, law)]
    return LegalAudience(audience, tuple(procedure.conference_findings(facts, law)))


def _by_collective(campaign: Campaign, unit: Unit) -> LegalAudience:
    """The leading collective; one too small to review itself joins the whole body."""
    places = SubjectPlace.objects.filter(
        subject__campaign=campaign, subject__collective__isnull=False, unit=unit, is_main=True
    )
    place = places.order_by("pk").first()
    if place is None:
        return LegalAudience(MeetingAudience.LEADERS, ())
    joins_all = place.kind == PlaceKind.WHOLE_BODY
    ground = Finding("places.of-collective", Severity.NOTES, place.ground, cites=tuple(place.cites))
    return LegalAudience(
        MeetingAudience.ALL_STAFF if joins_all else MeetingAudience.LEADERS, (ground,)
    )


def audience_findings(meeting: Meeting) -> list[Finding]:
    """The ground for the audience; pointed out where the meeting is held before another one."""
    day = timezone.localdate(meeting.starts_at)
    legal = legal_audience(meeting.campaign, meeting.unit, meeting.kind, day)
    chosen = MeetingAudience(meeting.audience or legal.audience)
    if chosen is legal.audience:
        return list(legal.findings)
    cites = tuple(cite for each in legal.findings for cite in each.cites)
    departure = Finding(
        "meeting.audience",
        Severity.WARNS,
        f"Hội nghị mời thành phần “{chosen.label}”, khác thành phần theo quy định “{legal.audience.label}”.",
        cites=tuple(dict.fromkeys(cites)),
        remedy="Lập lại hội nghị với thành phần theo quy định, hoặc ghi rõ lý do trong biên bản.",
    )
    return [*legal.findings, departure]
