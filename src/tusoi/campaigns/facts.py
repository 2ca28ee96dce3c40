"""Cầu nối vào sổ luật: rows of a campaign as the frozen facts that rules may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Campaign, LocalRule, Milestone, Review, Subject
from tusoi.org.enums import AbsenceKind, Category, Leadership
from tusoi.rulebook import LawAt, law_at
from tusoi.rulebook.facts import CirculationFacts, DeadlineFacts, PersonFacts, ResultFacts
from tusoi.rulebook.forms import Field, FormDefinition, form, read_results
from tusoi.rulebook.parameter_text import UnreadableValue, exact_text, read_exact
from tusoi.rulebook.parameters import LocalValue, parameters

UNSETTLED = "unsettled_post"
UNSETTLED_PLACE = "unsettled_place"


def law_of(campaign: Campaign) -> LawAt:
    """The law of the campaign's day: fixed by opening, before that the day of the plan."""
    return law_on(campaign, campaign.law_date or campaign.plan_date)


def law_on(campaign: Campaign, day: date) -> LawAt:
    """The law of another day as it stands for the campaign, with its local rules and the body's own values."""
    overlays = overlays_of(campaign)
    return law_at(day, overlays, standing_values(values_of(campaign), day, overlays))


def overlays_of(campaign: Campaign) -> tuple[str, ...]:
    return (campaign.overlay,) if campaign.overlay else ()


def values_of(campaign: Campaign) -> tuple[LocalValue, ...]:
    """The body's own values: as kept by opening, before that as they are recorded."""
    if campaign.law_date is None:
        return recorded_values(campaign.body_id)
    return tuple(_kept_value(entry) for entry in campaign.local_values)


def recorded_values(body_id: int) -> tuple[LocalValue, ...]:
    """Every own value of the body that can still be read and was not ended from its first day on."""
    rules = LocalRule.objects.filter(body_id=body_id)
    found = (own_value(rule) for rule in rules if rule.has_held)
    return tuple(value for value in found if value is not None)


def own_value(rule: LocalRule) -> LocalValue | None:
    """What the rulebook lays over the law; None where the law data no longer know such a value."""
    parameter = parameters().get(rule.name)
    if parameter is None:
        return None
    try:
        value = read_exact(parameter, rule.value)
    except UnreadableValue:
        return None
    return LocalValue(rule.name, value, rule.starts_on, rule.last_day, rule.document)


def standing_values(
    values: Iterable[LocalValue], day: date, overlays: tuple[str, ...]
) -> tuple[LocalValue, ...]:
    """Those in force on the day that are not more lenient than what is laid over the law already."""
    law = law_at(day, overlays)
    return tuple(value for value in values if value.is_in_force(day) and may_stand(value, law))


def may_stand(value: LocalValue, law: LawAt) -> bool:
    """Whether local rules may set this value under that law, for every kind of subject."""
    parameter = parameters()[value.name]
    kinds = (law, *(law.of(kind) for kind in parameter.by_subject))
    return parameter.override != "none" and all(
        parameter.allows(each.in_force.get(value.name), value.value) for each in kinds
    )


def kept_values(campaign: Campaign, day: date) -> list[dict[str, str | None]]:
    """The own values in force on the day, as opening keeps them with the campaign."""
    values = standing_values(recorded_values(campaign.body_id), day, overlays_of(campaign))
    return [
        {
            "name": value.name,
            "value": exact_text(value.value),
            "since": value.since.isoformat(),
            "until": value.until.isoformat() if value.until else None,
            "document": value.document,
        }
        for value in sorted(values, key=lambda each: each.name)
    ]


def _kept_value(entry: dict[str, str | None]) -> LocalValue:
    name, until = str(entry["name"]), entry["until"]
    return LocalValue(
        name,
        read_exact(parameters()[name], str(entry["value"])),
        date.fromisoformat(str(entry["since"])),
        date.fromisoformat(until) if until else None,
        str(entry["document"]),
    )


def leadership_of(subject: Subject) -> Leadership:
    """The leading role of the subject; a collective fills in what leaders fill in."""
    kind = SubjectKind(subject.track.kind)
    return Leadership.HEAD if kind.is_collective else kind.leadership


def form_code_of(subject: Subject) -> str:
    """The main form of the subject: that of Party members for a member, where the plan has one."""
    is_member = bool(subject.facts.get("is_party_member"))
    return (subject.track.member_form_code if is_member else "") or subject.track.form_code


def forms_of(subject: Subject) -> tuple[FormDefinition, ...]:
    """The form of the subject and, for a collective, the annex on its criteria."""
    codes = (form_code_of(subject), subject.track.criteria_form_code)
    return tuple(form(code) for code in codes if code)


def fields_of(subject: Subject) -> tuple[Field, ...]:
    """The fields this subject fills in; the self-level is kept apart from the content."""
    leadership = leadership_of(subject)
    fields = (field for part in forms_of(subject) for field in part.fields_for(leadership))
    return tuple(field for field in fields if not field.is_self_level)


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
    open_points = {UNSETTLED, UNSETTLED_PLACE}
    stored = {name: value for name, value in subject.facts.items() if name not in open_points}
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
