"""Văn bản của bản kiểm điểm: the form of each subject as its paper, with its annexes; also unfinished, slips only when complete."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from tusoi.campaigns.enums import RatingLevel, Standing, SubjectKind
from tusoi.campaigns.facts import forms_of, leadership_of
from tusoi.campaigns.models import Review, Subject
from tusoi.campaigns.selectors.form_papers import UNCHOSEN, FilledForm, form_paper
from tusoi.campaigns.selectors.plan_papers import plan_paper
from tusoi.campaigns.selectors.suggestion_papers import with_answers
from tusoi.documents.selectors.bodies import committee_name, party_name
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.office import Letterhead, Signer
from tusoi.officialdocs.styles import Acting, style_for
from tusoi.org.enums import UnitKind
from tusoi.org.models import CollectiveMember, Person, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.rulebook.forms import FormDefinition, HeaderValue

__all__ = ["plan_paper", "review_paper"]

NO_LEVEL = "Không xếp loại"


def review_paper(review: Review) -> Paper:
    """The review as it stands; what is not yet written is marked so."""
    subject = review.subject
    form, *annexes = forms_of(subject)
    definition, content = with_answers(subject, form, review.content)
    return form_paper(
        FilledForm(
            definition=definition,
            criteria=annexes[0] if annexes else None,
            content=content,
            letterhead=_letterhead(subject, definition),
            review_year=subject.campaign.review_year,
            name=subject.name,
            leadership=leadership_of(subject),
            self_level=_level(review),
            header=_header(subject, definition),
            signed_on=_day(review),
            signer=_head(subject) if subject.is_collective else None,
        )
    )


def _level(review: Review) -> str:
    if review.subject.standing == Standing.NOT_RATED:
        return NO_LEVEL
    return RatingLevel(review.self_level).label if review.self_level else UNCHOSEN


def _day(review: Review) -> date | None:
    instant = review.finalised_at or review.submitted_at
    return timezone.localdate(instant) if instant else None


def _letterhead(subject: Subject, definition: FormDefinition) -> Letterhead:
    """Head of the State, or of the Party for its own forms: Đảng bộ over the cell or the collective."""
    day = subject.campaign.plan_date
    if not definition.is_party:
        is_report = subject.is_collective
        return letterhead_of(subject.unit, day, is_dated=not is_report, has_number=is_report)
    body = subject.campaign.body
    return Letterhead(
        style=style_for(issuer_is_party=True, issue_date=day),
        issuer=subject.name if subject.is_collective else _cell(subject) or "Chi bộ …",
        superior=party_name(body),
        place=body.place,
    )


def _cell(subject: Subject) -> str:
    cell = subject.person.party_cell if subject.person else None
    return cell.name if cell else ""


def _header(subject: Subject, definition: FormDefinition) -> dict[HeaderValue, str]:
    person = subject.person
    if person is None:
        return {}
    born = person.birth_date
    return {
        HeaderValue.BIRTH_DATE: f"{born:%d/%m/%Y}" if born else "",
        **_posts(subject, person, definition),
        HeaderValue.UNIT: subject.unit.name,
        HeaderValue.PARTY_CELL: _cell(subject),
    }


def _posts(subject: Subject, person: Person, definition: FormDefinition) -> dict[HeaderValue, str]:
    """The posts held on the day of the plan, apart by Party, administration and mass organisations.

    A form that asks only for the position gets the one reviewed.
    """
    if all(line.shows is not HeaderValue.PARTY_POST for line in definition.header):
        return {HeaderValue.POSITION: subject.title}
    held = person.assignments.filter(in_force(subject.campaign.plan_date))
    titles: dict[HeaderValue, list[str]] = {}
    for row in held.select_related("post__unit").order_by("post__rank", "pk"):
        titles.setdefault(_line_of(row.post.unit), []).append(row.post.title)
    return {line: "; ".join(dict.fromkeys(found)) for line, found in titles.items()}


def _line_of(unit: Unit) -> HeaderValue:
    """On which line of the form a post in that unit is named."""
    if unit.is_party:
        return HeaderValue.PARTY_POST
    is_of_people = unit.kind in {UnitKind.FRONT, UnitKind.MASS_ORGANISATION}
    return HeaderValue.MASS_POST if is_of_people else HeaderValue.POSITION


def _head(subject: Subject) -> Signer:
    """Who signs for the collective: its head."""
    members = CollectiveMember.objects.filter(
        in_force(subject.campaign.plan_date), collective=subject.collective_id
    )
    head = members.select_related("person").filter(is_head=True).first()
    title, principal = _acting(subject)
    return Signer(
        name=head.person.full_name if head else "",
        title=title,
        on_behalf=((Acting.COLLECTIVE, principal),),
    )


def _acting(subject: Subject) -> tuple[str, str]:
    """As what the head signs, and for whom: in the Party as secretary of the committee or of the cell."""
    if not subject.unit.is_party:
        return "Người đứng đầu", "Tập thể lãnh đạo"
    if subject.track.kind == SubjectKind.PARTY_ORGANISATION:
        return "Bí thư", "Chi bộ"
    return "Bí thư", committee_name(subject.unit)
