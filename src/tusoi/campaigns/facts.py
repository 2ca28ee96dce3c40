"""Cầu nối vào sổ luật: rows of a campaign as the frozen facts that rules may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Campaign, Milestone, Review, Subject
from tusoi.org.enums import AbsenceKind, Category, Leadership
from tusoi.rulebook import LawAt, law_at
from tusoi.rulebook.facts import CirculationFacts, DeadlineFacts, PersonFacts, ResultFacts
from tusoi.rulebook.forms import Field, FieldKind, FormDefinition, form, read_results

UNSETTLED = "unsettled_post"
_LEADERSHIP = {
    SubjectKind.DEPARTMENT_COLLECTIVE: Leadership.HEAD,
    SubjectKind.UNIT_COLLECTIVE: Leadership.HEAD,
    SubjectKind.DEPARTMENT_LEADER: Leadership.HEAD,
    SubjectKind.DIVISION_HEAD: Leadership.HEAD,
    SubjectKind.SERVICE_UNIT_HEAD: Leadership.HEAD,
    SubjectKind.DIVISION_DEPUTY: Leadership.DEPUTY,
    SubjectKind.SERVICE_UNIT_DEPUTY: Leadership.DEPUTY,
}


def law_of(campaign: Campaign) -> LawAt:
    """The law of the campaign's day: fixed by opening, before that the day of the plan."""
    overlays = (campaign.overlay,) if campaign.overlay else ()
    return law_at(campaign.law_date or campaign.plan_date, overlays)


def leadership_of(subject: Subject) -> Leadership:
    """The leading role of the subject; a collective fills in what leaders fill in."""
    return _LEADERSHIP.get(SubjectKind(subject.track.kind), Leadership.NONE)


def forms_of(subject: Subject) -> tuple[FormDefinition, ...]:
    """The form of the subject and, for a collective, the annex on its criteria."""
    codes = (subject.track.form_code, subject.track.criteria_form_code)
    return tuple(form(code) for code in codes if code)


def fields_of(subject: Subject) -> tuple[Field, ...]:
    """The fields this subject fills in; the self-level is kept apart from the content."""
    leadership = leadership_of(subject)
    fields = (field for part in forms_of(subject) for field in part.fields_for(leadership))
    return tuple(field for field in fields if field.kind is not FieldKind.LEVEL)


def frozen_person_facts(facts: PersonFacts) -> dict[str, Any]:
    """Eligibility inputs as they are stored with a subject."""
    return {
        "category": facts.category.value,
        "leadership": facts.leadership.value,
        "months_in_post": str(facts.months_in_post),
        "months_at_former_unit": str(facts.months_at_former_unit),
        "absence_months": {
            kind.value: str(months) for kind, months in facts.absence_months.items()
        },
        "disciplined": facts.disciplined,
        "discipline_already_counted": facts.discipline_already_counted,
        "discipline_for_earlier_year": facts.discipline_for_earlier_year,
        "is_party_member": facts.is_party_member,
        "is_managed_above": facts.is_managed_above,
        "has_former_unit_comment": facts.has_former_unit_comment,
        "former_unit_exists": facts.former_unit_exists,
    }


def person_facts(subject: Subject) -> PersonFacts:
    """The eligibility inputs of a person as frozen at enrolment."""
    stored = {name: value for name, value in subject.facts.items() if name != UNSETTLED}
    absences = {
        AbsenceKind(kind): Decimal(months) for kind, months in stored.pop("absence_months").items()
    }
    return PersonFacts(
        category=Category(stored.pop("category")),
        leadership=Leadership(stored.pop("leadership")),
        months_in_post=Decimal(stored.pop("months_in_post")),
        months_at_former_unit=Decimal(stored.pop("months_at_former_unit")),
        absence_months=absences,
        **stored,
    )


def result_facts(review: Review) -> ResultFacts:
    """Degrees and numbers as the subject itself reports them; the annex carries the degrees of a collective."""
    report, *annexes = (read_results(part, review.content) for part in forms_of(review.subject))
    if not annexes:
        return report
    marked = annexes[0]
    return replace(report, criteria=marked.criteria, result_criteria=marked.result_criteria)


def circulation_facts(review: Review, meeting_on: date | None) -> CirculationFacts:
    """When the draft went out, and when the meeting is."""
    circulation = getattr(review, "circulation", None)
    sent_on = timezone.localdate(circulation.sent_at) if circulation else None
    return CirculationFacts(sent_on=sent_on, meeting_on=meeting_on)


def deadline_facts(milestone: Milestone, done_on: date | None = None) -> DeadlineFacts:
    return DeadlineFacts(
        label=milestone.label,
        due_on=milestone.due_on,
        inclusive=milestone.is_inclusive,
        done_on=done_on,
    )
