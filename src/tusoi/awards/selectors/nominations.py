"""Đề nghị khen thưởng: whom a unit may put forward, what the rules say, what was put forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from tusoi.awards.enums import AWARD_NOMINATION_STATES, AwardTitle
from tusoi.awards.facts import AwardCase, award_facts, count_facts, nomination_facts
from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination
from tusoi.awards.permissions import (
    OF_UNIT,
    discussions_visible_to,
    lists_visible_to,
    nominations_visible_to,
)
from tusoi.awards.selectors.grounds import STANDING, grounds_of, with_grounds
from tusoi.campaigns.enums import RatingLevel, Standing
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.meetings.models import Meeting
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.rules.award_conditions import suits
from tusoi.rulebook.rules.awards import award_findings, count_findings, dossier_findings

NOT_RATED_YET = "award.level"


def findings_for_nominate(subject: Subject, title: AwardTitle, case: AwardCase) -> list[Finding]:
    """What speaks for or against putting the subject forward; the rating comes first."""
    grounds, law = grounds_of(subject), law_of(subject.campaign)
    unrated = [_unrated(subject)] if grounds.level is None else []
    return [*unrated, *award_findings(award_facts(grounds, case.merits), title, law)]


def _unrated(subject: Subject) -> Finding:
    return Finding(
        NOT_RATED_YET,
        Severity.BLOCKS,
        f"{subject} chưa được đánh giá, xếp loại năm {subject.campaign.review_year}.",
        remedy="Đánh giá, xếp loại xong rồi mới xét danh hiệu thi đua, hình thức khen thưởng.",
    )


def findings_for_submit(
    campaign: Campaign, nominations: Iterable[AwardNomination]
) -> list[Finding]:
    """What each nomination lacks on its way to the council, then whether the numbers stay within a limit."""
    law = law_of(campaign)
    own = [
        replace(finding, message=f"{nomination.subject}: {finding.message}")
        for nomination in nominations
        for finding in _findings_of(nomination, law)
    ]
    return [*own, *count_findings(count_facts(_asked_for(campaign, nominations)), law)]


def _findings_of(nomination: AwardNomination, law: LawAt) -> list[Finding]:
    facts = nomination_facts(nomination, grounds_of(nomination.subject))
    found = [*award_findings(facts.facts, facts.title, law), *dossier_findings(facts, law)]
    if _waits_for_decision(nomination.subject):
        found.append(_undecided())
    is_settled = bool(nomination.override_reason)
    return [each for each in found if not (is_settled and each.overridable)]


def _waits_for_decision(subject: Subject) -> bool:
    """Whether this body decides the level and has not yet done so."""
    row = getattr(subject, "classification", None)
    is_decided = row is not None and bool(row.decided_level)
    decides = subject.standing == Standing.RATED_HERE and subject.track.is_decided_here
    return decides and not is_decided


def _undecided() -> Finding:
    return Finding(
        "award.undecided",
        Severity.BLOCKS,
        "Mức xếp loại chưa có quyết định.",
        remedy="Trình hội đồng sau khi cấp có thẩm quyền quyết định mức xếp loại, hoặc để lại danh sách sau.",
    )


def _asked_for(campaign: Campaign, nominations: Iterable[AwardNomination]) -> list[tuple[int, str]]:
    """Everything asked for in the campaign: what went to the council before and what goes now."""
    before = AwardNomination.objects.filter(subject__campaign=campaign, state="submitted")
    now = [(each.subject_id, each.title) for each in nominations]
    return [*before.values_list("subject_id", "title"), *now]


def titles_for(subject: Subject) -> list[AwardTitle]:
    """The titles that exist for a person, or for a collective, and were not asked for yet."""
    asked = set(
        subject.award_nominations.exclude(state="withdrawn").values_list("title", flat=True)
    )
    is_collective = subject.is_collective
    return [
        title
        for title in AwardTitle
        if suits(title, is_collective=is_collective) and title not in asked
    ]


def lowest_level(campaign: Campaign) -> RatingLevel | None:
    """The level from which the body's own rules allow a nomination; None where none is set."""
    lowest = law_of(campaign).find("awards.nominated_from")
    return RatingLevel(lowest.value) if lowest else None


def needs_registration(campaign: Campaign) -> bool:
    """Whether the body's own rules make a registration at the start of the year a condition."""
    required = law_of(campaign).find("awards.registration_required")
    return required is not None and bool(required.value)


def nominable_subjects(
    actor: Actor, campaign: Campaign, *, search: str = "", level: str = ""
) -> QuerySet[Subject]:
    """Whom the actor may put forward, each with the level, the registration and what was asked for."""
    rows = with_grounds(Subject.objects.filter(campaign=campaign)).exclude(
        standing=Standing.NOT_RATED
    )
    if actor.role in OF_UNIT:
        rows = rows.filter(unit_id=actor.unit_id)
    if level:
        rows = rows.filter(award_level=level)
    for word in fold(search).split():
        rows = rows.filter(search_name__contains=word)
    made = AwardNomination.objects.filter(state__in=STANDING)
    return rows.select_related("unit").prefetch_related(
        Prefetch("award_nominations", made, to_attr="standing_nominations")
    )


def nomination_list(
    actor: Actor,
    *,
    campaign: Campaign | None = None,
    search: str = "",
    state: str = "",
    title: str = "",
) -> QuerySet[AwardNomination]:
    """The nominations in the actor's sight with what a list of them shows."""
    rows = nominations_visible_to(actor).select_related(
        "subject__unit", "subject__campaign", "subject__classification", "discussion__meeting"
    )
    wanted = {"subject__campaign": campaign, "state": state, "title": title}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value})
    for word in fold(search).split():
        rows = rows.filter(subject__search_name__contains=word)
    return rows


COLUMNS = (
    "Đối tượng",
    "Chức vụ",
    "Đơn vị",
    "Danh hiệu, hình thức khen thưởng",
    "Mức xếp loại",
    "Phiếu đồng ý",
    "Phiếu không đồng ý",
    "Số người biểu quyết",
    "Tóm tắt thành tích",
    "Trạng thái",
)


def nomination_lines(rows: QuerySet[AwardNomination]) -> Iterator[tuple[Any, ...]]:
    """The list as a table to take along."""
    for row in rows:
        subject, level = row.subject, decided_level(row)
        yield (
            subject.name,
            "" if subject.is_collective else subject.title,
            subject.unit.name,
            AwardTitle(row.title).label,
            level.label if level else "",
            row.votes_for,
            row.votes_against,
            row.discussion.voters,
            row.achievements,
            AWARD_NOMINATION_STATES[row.state],
        )


def decided_level(nomination: AwardNomination) -> RatingLevel | None:
    """The level decided, else the one proposed, of the subject put forward."""
    row = getattr(nomination.subject, "classification", None)
    level = (row.decided_level or row.proposed_level) if row else ""
    return RatingLevel(level) if level else None


def lists_sent(actor: Actor, campaign: Campaign) -> QuerySet[AwardList]:
    """What went to the council so far, each with how many nominations."""
    sent = lists_visible_to(actor).filter(campaign=campaign)
    return sent.annotate(size=Count("nominations"))


def discussion_list(actor: Actor, campaign: Campaign) -> QuerySet[AwardDiscussion]:
    """The discussions in the actor's sight, with the meetings they were held at."""
    return (
        discussions_visible_to(actor)
        .filter(meeting__campaign=campaign)
        .select_related("meeting__unit", "meeting__campaign")
    )


def meetings_to_discuss(actor: Actor, campaign: Campaign) -> QuerySet[Meeting]:
    """Conferences held whose discussion of awards nobody has recorded yet."""
    held = Meeting.objects.filter(
        opened_at__isnull=False, campaign=campaign, award_discussion__isnull=True
    ).exclude(state="cancelled")
    if actor.role in OF_UNIT:
        held = held.filter(unit_id=actor.unit_id)
    return held.select_related("unit")
