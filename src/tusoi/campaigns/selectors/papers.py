"""Văn bản của bản kiểm điểm: personal forms, and the report of a collective with Mẫu 1a; at any time, also unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from tusoi.campaigns.enums import RatingLevel, Standing
from tusoi.campaigns.facts import forms_of, leadership_of
from tusoi.campaigns.models import Review, Subject
from tusoi.campaigns.selectors.plan_papers import plan_paper
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.collective_report import (
    CollectiveReportContext,
    CriterionDegree,
    collective_report_paper,
)
from tusoi.officialdocs.papers.office import Answer, FormSection, PersonLine, Signer
from tusoi.officialdocs.papers.self_review_form import (
    FormValue,
    Remark,
    SelfReviewContext,
    self_review_paper,
)
from tusoi.officialdocs.styles import Acting
from tusoi.org.models import CollectiveMember
from tusoi.org.selectors.actors import in_force
from tusoi.rulebook.facts import Degree
from tusoi.rulebook.forms import Field, FieldKind, FormDefinition

__all__ = ["plan_paper", "review_paper"]

LEVELS = tuple(level.label for level in RatingLevel)
DEGREES = tuple(degree.label for degree in Degree)
UNWRITTEN = "(Chưa viết.)"
UNCHOSEN = "(Chưa chọn)"
_NUMBERING = re.compile(r"^(?:[IVX]+|\d+)\.\s*")
_NUMBERS_TITLE = "Số liệu thực hiện chỉ tiêu, nhiệm vụ"


def review_paper(review: Review) -> Paper:
    """The review as it stands; what is not yet written is marked so."""
    return _collective_report(review) if review.subject.is_collective else _self_review(review)


def _plain(label: str) -> str:
    """A label without its number: the paper numbers by itself."""
    return _NUMBERING.sub("", label)


def _form_code(definition: FormDefinition) -> str:
    return f"Mẫu {definition.code.rpartition('mau-')[2].upper()}"


def _level(review: Review) -> str:
    return RatingLevel(review.self_level).label if review.self_level else UNCHOSEN


def _day(review: Review) -> date | None:
    instant = review.finalised_at or review.submitted_at
    return timezone.localdate(instant) if instant else None


def _sections(review: Review, definition: FormDefinition) -> tuple[FormSection, ...]:
    """The numbered parts of the form; a part without a number of its own goes with the one before it."""
    parts: list[tuple[str, list[Field]]] = []
    for section in definition.sections_for(leadership_of(review.subject)):
        fields = [field for field in section.fields if field.kind is not FieldKind.LEVEL]
        if not fields:
            continue
        if _NUMBERING.match(section.title) or not parts:
            parts.append((_plain(section.title), fields))
        else:
            parts[-1][1].extend(fields)
    return tuple(
        FormSection(title=title, answers=tuple(_answers(review, fields))) for title, fields in parts
    )


def _answers(review: Review, fields: list[Field]) -> Iterator[Answer]:
    """Texts, each with the degree that follows it; the numbers together at the end."""
    for position, field in enumerate(fields):
        if field.kind is FieldKind.TEXT:
            following = fields[position + 1] if position + 1 < len(fields) else None
            yield _answer(review, field, following)
    lines = [
        f"{field.label}: {_number(review, field)}."
        for field in fields
        if field.kind is FieldKind.NUMBER
    ]
    if lines:
        yield Answer(label=_NUMBERS_TITLE, text="\n".join(lines))


def _answer(review: Review, field: Field, following: Field | None) -> Answer:
    has_degree = following is not None and following.kind is FieldKind.DEGREE
    text = str(review.content.get(field.code) or "")
    return Answer(
        label=_plain(field.label),
        text=text or (UNWRITTEN if field.required else ""),
        degrees=DEGREES if has_degree else (),
        degree=_degree(review, following) if has_degree and following else "",
        required=False,
    )


def _degree(review: Review, field: Field) -> str:
    chosen = review.content.get(field.code)
    return Degree(chosen).label if chosen else UNCHOSEN


def _number(review: Review, field: Field) -> str:
    value = review.content.get(field.code)
    return "…" if value is None else str(value)


def _self_review(review: Review) -> Paper:
    subject = review.subject
    definition = forms_of(subject)[0]
    return self_review_paper(
        SelfReviewContext(
            letterhead=letterhead_of(subject.unit, subject.campaign.plan_date, has_number=False),
            title=definition.title,
            review_year=subject.campaign.review_year,
            person=PersonLine(name=subject.name, position=subject.title),
            header=(
                FormValue(label="Chức vụ, chức danh", value=subject.title),
                FormValue(label="Đơn vị công tác", value=subject.unit.name),
            ),
            sections=_sections(review, definition),
            levels=LEVELS,
            self_level=_level(review)
            if subject.standing != Standing.NOT_RATED
            else "Không xếp loại",
            signed_on=_day(review),
            form_code=_form_code(definition),
            remarks=_remarks(),
        )
    )


def _remarks() -> tuple[Remark, ...]:
    """The parts that others fill in after the meeting, left open for them."""
    return (
        Remark(
            title="Ý kiến nhận xét, đánh giá của người đứng đầu đơn vị",
            caption="Người đứng đầu đơn vị",
        ),
        Remark(
            title="Kết quả đánh giá, xếp loại chất lượng của cấp có thẩm quyền",
            caption="Cấp có thẩm quyền đánh giá",
            levels=LEVELS,
        ),
    )


def _collective_report(review: Review) -> Paper:
    subject = review.subject
    report, *annexes = forms_of(subject)
    return collective_report_paper(
        CollectiveReportContext(
            letterhead=letterhead_of(subject.unit, subject.campaign.plan_date, is_dated=False),
            signer=_head(subject),
            collective=subject.name,
            review_year=subject.campaign.review_year,
            opening=f"{subject.name} báo cáo kiểm điểm năm {subject.campaign.review_year} như sau:",
            sections=_sections(review, report),
            levels=LEVELS,
            proposed_level=_level(review),
            form_code=_form_code(report),
            degrees=DEGREES,
            criteria=tuple(line for annex in annexes for line in _criteria(review, annex)),
            recipients=(subject.campaign.body.name, subject.unit.name),
            archive="VT",
        )
    )


def _head(subject: Subject) -> Signer:
    """Who signs for the collective: its head."""
    members = CollectiveMember.objects.filter(
        in_force(subject.campaign.plan_date), collective=subject.collective_id
    )
    head = members.select_related("person").filter(is_head=True).first()
    return Signer(
        name=head.person.full_name if head else "",
        title="Người đứng đầu",
        on_behalf=((Acting.COLLECTIVE, "Tập thể lãnh đạo"),),
    )


def _criteria(review: Review, annex: FormDefinition) -> Iterator[CriterionDegree]:
    for section in annex.sections_for(leadership_of(review.subject)):
        yield CriterionDegree(criterion=section.title)
        for field in section.fields:
            yield CriterionDegree(criterion=_plain(field.label), degree=_degree(review, field))
