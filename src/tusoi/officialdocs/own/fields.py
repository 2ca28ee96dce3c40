"""Trường của mẫu: the named fields that an agency's own template may hold, per kind of paper.

The names come from the Vietnamese names of the paper's elements and of its context, so that what a
builder asks for and what a template prints are one thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tusoi.officialdocs import papers
from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.own.labels import LABELS, NOT_PRINTED
from tusoi.officialdocs.papers.dossier_list import DossierListContext
from tusoi.officialdocs.papers.office import Distribution, Letterhead, Signer
from tusoi.officialdocs.papers.self_rating_slip import SelfRatingSlipContext
from tusoi.officialdocs.papers.task_results import TaskResults
from tusoi.officialdocs.styles import Style
from tusoi.officialdocs.wording import without_marks

ITEM, POSITION = "muc", "stt"
"""Inside a list: the line of a list of lines, and its running number."""
WHOLE_BODY, ANNEXES = "toan_van", "phu_luc"
"""Made by our own layout: everything below the title; the annexes alone."""
PARTS_OF_ELEMENTS = frozenset({Letterhead, Signer, Distribution, Style, TaskResults})
"""Parts of a context that come out as elements of the paper."""

CONTEXTS: dict[str, type] = {
    "plan": papers.PlanContext,
    "collective_report": papers.CollectiveReportContext,
    "self_review": papers.SelfReviewContext,
    "invitation": papers.InvitationContext,
    "minutes": papers.MinutesContext,
    "tally_minutes": papers.TallyMinutesContext,
    "submission_note": papers.SubmissionNoteContext,
    "summary_sheet": papers.SummarySheetContext,
    "decision": papers.DecisionContext,
    "notice": papers.NoticeContext,
    "self_rating_slip": SelfRatingSlipContext,
    "individual_sheet": papers.RatingSheetContext,
    "collective_sheet": papers.RatingSheetContext,
    "leader_summary": papers.LeaderSummaryContext,
    "unit_report": papers.UnitReportContext,
    "rerating_decision": papers.ReratingDecisionContext,
    "appeal_reply": papers.AppealReplyContext,
    "remedy_plan": papers.RemedyPlanContext,
    "pledge": papers.PledgeContext,
    "award_submission": papers.AwardSubmissionContext,
    "award_minutes": papers.AwardMinutesContext,
    "achievement_report": papers.AchievementReportContext,
    "result_report": papers.ResultReportContext,
    "dossier_list": DossierListContext,
}


class Shape(StrEnum):
    """Dạng giá trị."""

    TEXT = "text"
    LINES = "lines"
    ROWS = "rows"
    BODY = "body"

    @property
    def label(self) -> str:
        return {
            Shape.TEXT: "Một giá trị",
            Shape.LINES: "Danh sách các dòng chữ",
            Shape.ROWS: "Danh sách, mỗi mục có các trường riêng",
            Shape.BODY: "Phần do phần mềm lập, đặt một mình trong một đoạn",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateField:
    """Trường của mẫu: its name in braces, what it holds, the fields of its rows.

    A `required` field must stand in the template, or one of those it is `covered_by`.
    """

    name: str
    label: str
    shape: Shape = Shape.TEXT
    required: bool = False
    covered_by: tuple[str, ...] = ()
    inner: tuple[TemplateField, ...] = ()


def _frame(name: str, label: str, **more: Any) -> TemplateField:
    return TemplateField(name=name, label=label, **more)


SIGNATURES = (
    _frame("quyen_han", "Quyền hạn, chức vụ của người mà người ký ký thay mặt, ký thay"),
    _frame("chuc_vu", "Chức vụ của người ký", required=True),
    _frame("ghi_chu", "Dòng ghi dưới chức vụ"),
    _frame("ho_ten", "Họ và tên người ký", required=True),
)


def has_template(kind: str) -> bool:
    """Whether this kind of paper may have a template of the agency's own."""
    return kind in CONTEXTS


@cache
def fields_of(kind: str) -> tuple[TemplateField, ...]:
    """Every field a template of this kind may hold: elements of the paper, then its values."""
    context = CONTEXTS[kind]
    values = {field.name: field for field in _values_of(context, covered=(WHOLE_BODY,))}
    return (*(_joined(field, values) for field in _frame_of(context)), *value_fields(kind))


@cache
def value_fields(kind: str) -> tuple[TemplateField, ...]:
    """The fields that only this kind has: the values of its context."""
    context = CONTEXTS[kind]
    frame = {field.name for field in _frame_of(context)}
    values = _values_of(context, covered=(WHOLE_BODY,))
    return tuple(field for field in values if field.name not in frame)


def _joined(field: TemplateField, values: dict[str, TemplateField]) -> TemplateField:
    """An element that is also a value of the context is as much required as the value."""
    value = values.get(field.name)
    if value is None or field.required or not value.required:
        return field
    covered = () if field.name == "trich_yeu" else (WHOLE_BODY,)
    return TemplateField(
        name=field.name, label=field.label, shape=field.shape, required=True, covered_by=covered
    )


def _frame_of(context: type) -> tuple[TemplateField, ...]:
    """The elements of the paper (ô số), as its layout prints them."""
    has = {field.name for field in fields(context)}
    numbered = "distribution" in has
    return (
        _frame("co_quan_chu_quan", "Tên cơ quan chủ quản trực tiếp"),
        _frame("co_quan_ban_hanh", "Tên cơ quan ban hành"),
        _frame(
            "so_ky_hieu",
            "Số, ký hiệu; trống khi chưa cấp số",
            required=numbered,
            covered_by=("so",),
        ),
        _frame("so", "Riêng số của văn bản"),
        _frame("ky_hieu", "Riêng ký hiệu của văn bản"),
        _frame("dia_danh", "Địa danh"),
        _frame("ngay_thang", "Ngày, tháng, năm bằng chữ"),
        _frame(
            "dia_danh_ngay_thang",
            "Địa danh và thời gian",
            required=numbered,
            covered_by=("ngay_thang",),
        ),
        _frame("ma_bieu_mau", "Mã biểu mẫu"),
        _frame("ten_loai", "Tên loại văn bản"),
        _frame("trich_yeu", "Trích yếu nội dung"),
        _frame("noi_kinh_gui", "Nơi kính gửi", shape=Shape.LINES),
        _frame("tham_quyen_ban_hanh", "Thẩm quyền ban hành"),
        _frame("can_cu_ban_hanh", "Căn cứ ban hành", shape=Shape.LINES),
        _frame(WHOLE_BODY, "Nội dung, phần ký, nơi nhận và phụ lục", shape=Shape.BODY),
        _frame(
            ANNEXES,
            "Các phụ lục",
            shape=Shape.BODY,
            required=TaskResults in map(plain, get_type_hints(context).values()),
            covered_by=(WHOLE_BODY,),
        ),
        _frame("quyen_han_ky", "Quyền hạn của người ký (TM., KT., TL.)"),
        _frame("chuc_vu_nguoi_ky", "Chức vụ của người ký"),
        _frame(
            "nguoi_ky",
            "Họ và tên người ký",
            required="signer" in has,
            covered_by=("chu_ky", WHOLE_BODY),
        ),
        _frame("chu_ky", "Từng chữ ký, từ trái sang phải", shape=Shape.ROWS, inner=SIGNATURES),
        _frame(
            "noi_nhan",
            "Nơi nhận và dòng lưu",
            shape=Shape.LINES,
            required=numbered,
            covered_by=(WHOLE_BODY,),
        ),
    )


def _values_of(context: type, *, prefix: str = "", covered: tuple[str, ...]) -> list[TemplateField]:
    """The values of a context class; those of a single part bear the part's name in front."""
    found: list[TemplateField] = []
    for label, required, hint in marked(context).values():
        slug = f"{prefix}{field_name(label)}"
        part = plain(hint)
        inner = _row_type(part)
        if is_dataclass(part):
            found += _values_of(part, prefix=f"{slug}_", covered=covered)  # type: ignore[arg-type]  # a class
        elif inner:
            rows = tuple(_values_of(inner, covered=()))
            found.append(_value(slug, label, Shape.ROWS, required, covered, rows))
        else:
            shape = Shape.LINES if get_origin(part) is tuple else Shape.TEXT
            found.append(_value(slug, label, shape, required, covered))
    return found


def _value(
    slug: str,
    label: str,
    shape: Shape,
    required: bool,
    covered: tuple[str, ...],
    inner: tuple[TemplateField, ...] = (),
) -> TemplateField:
    text = label[0].upper() + label[1:]
    return TemplateField(
        name=slug, label=text, shape=shape, required=required, covered_by=covered, inner=inner
    )


def field_name(label: str) -> str:
    """`mức xếp loại` → `muc_xep_loai`."""
    return re.sub(r"[^a-z0-9]+", "_", without_marks(label).lower()).strip("_")


@cache
def marked(context: type) -> dict[str, tuple[str, bool, Any]]:
    """The printed fields of a context class: Vietnamese name, whether needed, type."""
    hints = get_type_hints(context, include_extras=True)
    found = {}
    for field in fields(context):
        hint = hints[field.name]
        marks = [m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Needed | Named)]
        if field.name in NOT_PRINTED or plain(hint) in PARTS_OF_ELEMENTS:
            continue
        label = marks[0].name if marks else LABELS.get(field.name, "")
        if label:
            found[field.name] = (label, bool(marks) and isinstance(marks[0], Needed), hint)
    return found


def plain(hint: Any) -> Any:
    """The type without its marks and without None."""
    if hasattr(hint, "__metadata__"):
        return plain(hint.__origin__)
    if get_origin(hint) in {Union, UnionType}:
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _row_type(hint: Any) -> type | None:
    """The class of the rows of a tuple of dataclasses."""
    first = plain(get_args(hint)[0]) if get_origin(hint) is tuple else None
    return first if isinstance(first, type) and is_dataclass(first) else None
