"""Văn bản từ biểu mẫu: a filled form of any guidance as its paper; knows the form and the answers, no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.collective_report import (
    CollectiveReportContext,
    collective_report_paper,
)
from tusoi.officialdocs.papers.criteria_sheet import (
    CriteriaSheetContext,
    CriterionDegree,
    criteria_sheet_paper,
)
from tusoi.officialdocs.papers.office import Answer, FormSection, Letterhead, PersonLine, Signer
from tusoi.officialdocs.papers.self_rating_slip import (
    CriterionGroup,
    ScoredCriterion,
    SelfRatingSlipContext,
    self_rating_slip_paper,
)
from tusoi.officialdocs.papers.self_review_form import (
    FormValue,
    Remark,
    SelfReviewContext,
    self_review_paper,
)
from tusoi.officialdocs.papers.slip_form import RatedPerson, SlipForm, SlipSigning
from tusoi.officialdocs.papers.task_results import TaskResults
from tusoi.officialdocs.papers.year_slip import PeriodScore, YearSlipContext, year_slip_paper
from tusoi.officialdocs.wording import number_text
from tusoi.rulebook.facts import Degree, Leadership, RatingLevel
from tusoi.rulebook.forms import (
    Field,
    FieldKind,
    FormDefinition,
    FormUse,
    HeaderValue,
    Section,
    points_in,
    total_points,
)

LEVELS = tuple(level.label for level in RatingLevel)
DEGREES = tuple(degree.label for degree in Degree)
UNWRITTEN = "(Chưa viết.)"
UNCHOSEN = "(Chưa chọn)"
BLANK = "……………"
_NUMBERING = re.compile(r"^(?:[IVX]+|\d+)\.\s*")
_NUMBERS_TITLE = "Số liệu thực hiện chỉ tiêu, nhiệm vụ"
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """Biểu mẫu đã điền: the form, the answers, and whom it is about; what is not written yet stays open.

    `self_level` is the level as printed. A collective has `criteria`, its second form.
    """

    definition: FormDefinition
    content: Mapping[str, Any]
    letterhead: Letterhead
    review_year: int
    name: str
    leadership: Leadership = Leadership.NONE
    self_level: str = UNCHOSEN
    header: Mapping[HeaderValue, str] = field(default_factory=dict)
    signed_on: date | None = None
    signer: Signer | None = None
    criteria: FormDefinition | None = None


def form_paper(filled: FilledForm) -> Paper:
    """The paper that this kind of form becomes."""
    return _BUILDERS[filled.definition.use](filled)


def _plain(label: str) -> str:
    """A label without its number: the paper numbers by itself."""
    return _NUMBERING.sub("", label)


def _sections(filled: FilledForm) -> tuple[FormSection, ...]:
    """The numbered parts of the form; a part without a number of its own goes with the one before it."""
    joined: list[list[Section]] = []
    for section in filled.definition.sections_for(filled.leadership):
        if all(each.kind is FieldKind.TABLE for each in section.fields):
            continue
        if _NUMBERING.match(section.title) or not joined:
            joined.append([section])
        else:
            joined[-1].append(section)
    return tuple(_section(filled, sections) for sections in joined)


def _section(filled: FilledForm, sections: list[Section]) -> FormSection:
    fields = [each for section in sections for each in section.fields]
    first = sections[0]
    return FormSection(
        title=_plain(first.title),
        answers=tuple(_answers(filled, fields)),
        part=first.part,
        total=_total(filled, fields),
    )


def _total(filled: FilledForm, fields: list[Field]) -> str:
    """`88,5/100` under the points of a section."""
    if not any(each.kind is FieldKind.SCORE for each in fields):
        return ""
    return f"{_points(total_points(filled.definition, filled.content))}/{_HUNDRED}"


def _answers(filled: FilledForm, fields: list[Field]) -> Iterator[Answer]:
    """Every answer, a text with the degree that follows it; the numbers together at the end."""
    is_alone = len([each for each in fields if each.kind is not FieldKind.DEGREE]) == 1
    for each, following in zip(fields, [*fields[1:], None], strict=True):
        label = "" if is_alone and not _NUMBERING.match(each.label) else _plain(each.label)
        match each.kind:
            case FieldKind.TEXT:
                yield _text(filled, each, label, following)
            case FieldKind.SCORE:
                points = _points(points_in(filled.content.get(each.code)))
                yield Answer(label=label, points=f"{points}/{number_text(_most(each))}")
            case FieldKind.LEVEL:
                yield Answer(label=label, levels=LEVELS, level=_level(filled, each))
    if lines := [_numbered(filled, each) for each in fields if each.kind is FieldKind.NUMBER]:
        yield Answer(label=_NUMBERS_TITLE, text="\n".join(lines))


def _text(filled: FilledForm, asked: Field, label: str, following: Field | None) -> Answer:
    has_degree = following is not None and following.kind is FieldKind.DEGREE
    return Answer(
        label=label,
        text=_written(filled, asked),
        degrees=DEGREES if has_degree else (),
        degree=_degree(filled, following) if has_degree and following else "",
        required=False,
    )


def _written(filled: FilledForm, asked: Field) -> str:
    text = str(filled.content.get(asked.code) or "")
    return text or (UNWRITTEN if asked.required else "")


def _degree(filled: FilledForm, asked: Field) -> str:
    chosen = filled.content.get(asked.code)
    return Degree(chosen).label if chosen else UNCHOSEN


def _level(filled: FilledForm, asked: Field) -> str:
    if asked.is_self_level:
        return filled.self_level
    chosen = filled.content.get(asked.code)
    return RatingLevel(chosen).label if chosen else UNCHOSEN


def _numbered(filled: FilledForm, asked: Field) -> str:
    value = filled.content.get(asked.code)
    return f"{asked.label}: {'…' if value is None else value}."


def _points(points: Decimal | None) -> str:
    if points is None:
        return "…"
    rounded = points.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return number_text(
        rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded
    )


def _most(asked: Field) -> Decimal:
    return asked.most or Decimal()


def _results(filled: FilledForm) -> TaskResults | None:
    """The table of results, where the form has one and somebody filled it in."""
    for asked in filled.definition.fields:
        rows = filled.content.get(asked.code)
        if asked.kind is FieldKind.TABLE and not asked.rows and rows:
            columns = tuple((column.title, column.width) for column in asked.columns)
            return TaskResults(columns=columns, rows=tuple(map(tuple, rows)))
    return None


def _personal(filled: FilledForm) -> Paper:
    form = filled.definition
    return self_review_paper(
        SelfReviewContext(
            letterhead=filled.letterhead,
            title=form.title,
            subtitle=f"({form.subtitle})" if form.subtitle else "",
            review_year=filled.review_year,
            person=PersonLine(
                name=filled.name, position=filled.header.get(HeaderValue.POSITION, "")
            ),
            header=_header(filled),
            sections=_sections(filled),
            self_level=filled.self_level,
            caption=form.caption,
            signed_on=filled.signed_on,
            form_code=form.number,
            remarks=tuple(_remarks(form)),
            results=_results(filled),
        )
    )


def _header(filled: FilledForm) -> tuple[FormValue, ...]:
    return tuple(
        FormValue(label=line.label, value=filled.header.get(line.shows) or BLANK)
        for line in filled.definition.header
    )


def _remarks(form: FormDefinition) -> Iterator[Remark]:
    """The parts that others fill in after the meeting, left open for them."""
    for block in form.remarks:
        yield Remark(
            title=block.title,
            caption=block.caption,
            note=block.note,
            prompts=block.prompts,
            levels=LEVELS if block.has_levels else (),
            closing=block.closing,
            is_numbered=block.is_numbered,
        )


def _collective(filled: FilledForm) -> Paper:
    criteria = filled.criteria
    return collective_report_paper(
        CollectiveReportContext(
            letterhead=filled.letterhead,
            signer=_signer(filled),
            collective=filled.name,
            title=filled.definition.title,
            review_year=filled.review_year,
            opening=_opening(filled),
            sections=_sections(filled),
            proposed_level=filled.self_level,
            form_code=filled.definition.number,
            degrees=DEGREES,
            criteria=tuple(_criteria(filled, criteria)) if criteria else (),
            criteria_label=criteria.number if criteria else "",
            results=_results(filled),
        )
    )


def _opening(filled: FilledForm) -> str:
    return (
        "Căn cứ kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị của cơ quan, đơn vị, "
        f"{filled.name} kiểm điểm, tự đánh giá, xếp loại chất lượng năm {filled.review_year} "
        "với các nội dung chủ yếu sau:"
    )


def _signer(filled: FilledForm) -> Signer:
    return filled.signer or Signer(name="", title="")


def _criteria(filled: FilledForm, form: FormDefinition) -> Iterator[CriterionDegree]:
    """Groups with their criteria; a section without degrees is no group."""
    for section in form.sections_for(filled.leadership):
        marked = [each for each in section.fields if each.kind is FieldKind.DEGREE]
        if marked:
            yield CriterionDegree(criterion=section.title)
        for asked in marked:
            yield CriterionDegree(criterion=_plain(asked.label), degree=_degree(filled, asked))


def _criteria_sheet(filled: FilledForm) -> Paper:
    form = filled.definition
    return criteria_sheet_paper(
        CriteriaSheetContext(
            letterhead=filled.letterhead,
            signer=_signer(filled),
            form_code=form.number,
            title=form.title,
            review_year=filled.review_year,
            rater=filled.letterhead.issuer,
            rated=filled.name,
            degrees=DEGREES,
            criteria=tuple(_criteria(filled, form)),
            overall_remark=str(filled.content.get("overall_remark") or ""),
            levels=LEVELS,
            proposed_level=filled.self_level,
        )
    )


def _slip_form(form: FormDefinition) -> SlipForm:
    """The captions over the two signatures; the second is that of the remark block."""
    return SlipForm(
        code=form.number,
        title=form.title,
        caption=form.caption,
        authority_caption=form.remarks[0].caption,
    )


def _rated(filled: FilledForm) -> RatedPerson:
    return RatedPerson(
        name=filled.name,
        position=filled.header.get(HeaderValue.POSITION) or BLANK,
        unit=filled.header.get(HeaderValue.UNIT) or BLANK,
    )


def _period_slip(filled: FilledForm) -> Paper:
    form = filled.definition
    groups = tuple(_groups(filled))
    asks_level = any(each.is_self_level for each in form.fields)
    task = next(each for each in form.fields if each.code == "task_score")
    return self_rating_slip_paper(
        SelfRatingSlipContext(
            letterhead=filled.letterhead,
            form=_slip_form(form),
            period=_remark(filled, "period"),
            person=_rated(filled),
            groups=groups,
            most_general=sum((one.most for group in groups for one in group.criteria), Decimal()),
            most_task=_most(task),
            task_score=_given(filled, task),
            strengths=_remark(filled, "strengths"),
            shortcomings=_remark(filled, "shortcomings"),
            levels=LEVELS if asks_level else (),
            self_level=_chosen(filled) if asks_level else "",
            signing=SlipSigning(day=filled.signed_on),
        )
    )


def _groups(filled: FilledForm) -> Iterator[CriterionGroup]:
    """Sections of nothing but points are the groups of criteria."""
    for section in filled.definition.sections:
        if all(each.kind is FieldKind.SCORE for each in section.fields):
            criteria = tuple(
                ScoredCriterion(text=_plain(each.label), most=_most(each), own=_given(filled, each))
                for each in section.fields
            )
            yield CriterionGroup(title=section.title, criteria=criteria)


def _given(filled: FilledForm, asked: Field) -> Decimal | None:
    return points_in(filled.content.get(asked.code))


def _chosen(filled: FilledForm) -> str:
    """The level, nothing while none is chosen: a slip with an open level is not made."""
    return filled.self_level if filled.self_level in LEVELS else ""


def _remark(filled: FilledForm, code: str) -> str:
    return str(filled.content.get(code) or "")


def _year_slip(filled: FilledForm) -> Paper:
    form = filled.definition
    return year_slip_paper(
        YearSlipContext(
            letterhead=filled.letterhead,
            form=_slip_form(form),
            review_year=filled.review_year,
            person=_rated(filled),
            periods=tuple(_periods(filled)),
            year_score=total_points(form, filled.content),
            strengths=_remark(filled, "strengths"),
            shortcomings=_remark(filled, "shortcomings"),
            levels=LEVELS,
            self_level=_chosen(filled),
            signing=SlipSigning(day=filled.signed_on),
        )
    )


def _periods(filled: FilledForm) -> Iterator[PeriodScore]:
    months = next(each for each in filled.definition.fields if each.rows)
    written = filled.content.get(months.code) or [["", "", ""]] * len(months.rows)
    for label, (general, task, note) in zip(months.rows, written, strict=True):
        yield PeriodScore(label=label, general=points_in(general), task=points_in(task), note=note)


_BUILDERS = {
    FormUse.PERSONAL: _personal,
    FormUse.COLLECTIVE: _collective,
    FormUse.CRITERIA: _criteria_sheet,
    FormUse.PERIOD_SLIP: _period_slip,
    FormUse.YEAR_SLIP: _year_slip,
}
