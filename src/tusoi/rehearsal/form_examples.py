"""Biểu mẫu điền sẵn: every form filled with invented text, and the paper it becomes; needs no database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tusoi.campaigns.selectors.form_papers import LEVELS, FilledForm, form_paper
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.office import Letterhead, Signer
from tusoi.officialdocs.styles import Acting, style_for
from tusoi.rulebook.facts import Degree, Leadership, RatingLevel
from tusoi.rulebook.forms import (
    Field,
    FieldKind,
    FormDefinition,
    FormUse,
    HeaderValue,
    TableColumn,
    form,
    forms,
)

_TEXTS = {
    "period": "Tháng 10 năm 2026",
    "shortcomings": "Có việc còn chậm so với kế hoạch; chưa chủ động đề xuất giải pháp mới.",
    "causes": "Khối lượng công việc tăng vào cuối quý; phân công trong phòng có lúc chưa hợp lý.",
    "remedied": "Hạn chế về tiến độ báo cáo đã khắc phục xong từ tháng 6.",
    "remedies": "Lập lịch việc từng tuần, kiểm tra tiến độ vào thứ sáu; hoàn thành trong quý I năm sau.",
    "suggested_matters": "",
}
_DEFAULT = (
    "Chấp hành nghiêm chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước và quy chế "
    "của cơ quan; hoàn thành các nhiệm vụ được giao đúng thời hạn, có sản phẩm cụ thể."
)
_NUMBERS = {
    "tasks_total": 24,
    "tasks_on_time": 23,
    "tasks_exceeded": 6,
    "tasks_deficient": 1,
    "unit_targets_total": 12,
    "unit_targets_done": 12,
    "unit_targets_exceeded": 3,
    "unit_targets_on_time": 11,
}
_TASKS = (
    ("Tham mưu kế hoạch bình ổn thị trường", "Kế hoạch được phê duyệt", "15/3", "Đúng hạn", "Tốt"),
    (
        "Kiểm tra các cơ sở kinh doanh xăng dầu",
        "12 biên bản kiểm tra",
        "30/9",
        "Sớm 05 ngày",
        "Tốt",
    ),
)
_HEADER = {
    HeaderValue.BIRTH_DATE: "12/3/1988",
    HeaderValue.POSITION: "Chuyên viên",
    HeaderValue.PARTY_POST: "Đảng viên",
    HeaderValue.MASS_POST: "Đoàn viên công đoàn",
    HeaderValue.UNIT: "Phòng Quản lý thương mại, Sở Công Thương",
    HeaderValue.PARTY_CELL: "Chi bộ Quản lý thương mại",
}
_LEVEL = RatingLevel.GOOD
_COLLECTIVE = "Tập thể Lãnh đạo Sở Công Thương"
_OF_GROUPS = frozenset({"hd21-mau-03", "hd21-mau-04", "hd25-mau-1a"})


def filled_example(definition: FormDefinition) -> dict[str, Any]:
    """An answer to every field of the form, as a review keeps them."""
    return {field.code: _answer(field) for field in definition.fields if not field.is_self_level}


def example_papers() -> Iterator[tuple[str, Paper]]:
    """Every form of every guidance, filled in, by its code."""
    for code, definition in forms().items():
        yield code, form_paper(_filled(definition))


def _answer(field: Field) -> Any:
    match field.kind:
        case FieldKind.TEXT:
            return _TEXTS.get(field.code, _DEFAULT)
        case FieldKind.NUMBER:
            return _NUMBERS[field.code]
        case FieldKind.DEGREE:
            return Degree.GOOD.value
        case FieldKind.LEVEL:
            return _LEVEL.value
        case FieldKind.SCORE:
            return _nine_tenths(field.most or Decimal())
        case FieldKind.TABLE:
            return _table(field)


def _table(field: Field) -> list[list[str]]:
    """The periods of the year, the last one without points; otherwise two tasks."""
    if field.rows:
        scored = [_nine_tenths(each.most) if each.most else "" for each in field.columns]
        away = ["" for _ in field.columns[1:]] + ["Nghỉ ốm cả tháng"]
        return [*[list(scored) for _ in field.rows[1:]], away]
    return [[_cell(column, task, at) for at, column in enumerate(field.columns)] for task in _TASKS]


def _cell(column: TableColumn, task: tuple[str, ...], at: int) -> str:
    if column.most is not None:
        return _nine_tenths(column.most / 2)
    return task[at] if at < len(task) else "Văn bản đã ban hành"


def _nine_tenths(most: Decimal) -> str:
    points = (most * 9 / 10).quantize(Decimal("0.01"))
    return f"{points.normalize():f}".replace(".", ",")


def _filled(definition: FormDefinition) -> FilledForm:
    is_report = definition.use is FormUse.COLLECTIVE
    day = date(definition.since.year, 12, 5)
    return FilledForm(
        definition=definition,
        criteria=_criteria_of(definition),
        content=_content(definition),
        letterhead=_letterhead(definition, day),
        review_year=day.year,
        name=_COLLECTIVE if is_report or definition.code in _OF_GROUPS else "Tẩn Thị Mỷ",
        leadership=Leadership.HEAD,
        self_level=LEVELS[_LEVEL.rank],
        header=_HEADER,
        signed_on=day,
        signer=Signer(
            name="Lò Văn Thịnh",
            title="Giám đốc" if is_report else "Bí thư",
            on_behalf=((Acting.COLLECTIVE, "Tập thể lãnh đạo" if is_report else "Chi bộ"),),
        ),
    )


def _criteria_of(definition: FormDefinition) -> FormDefinition | None:
    """The sheet of criteria that goes with the report of a collective in its years."""
    sheets = {"hd21-mau-01": "hd21-mau-04", "hd25-mau-01": "hd25-mau-1a"}
    code = sheets.get(definition.code)
    return form(code) if code else None


def _content(definition: FormDefinition) -> dict[str, Any]:
    criteria = _criteria_of(definition)
    return filled_example(definition) | (filled_example(criteria) if criteria else {})


def _letterhead(definition: FormDefinition, day: date) -> Letterhead:
    style = style_for(issuer_is_party=definition.is_party, issue_date=day)
    if not definition.is_party:
        return Letterhead(
            style=style,
            superior="UBND tỉnh Lai Châu",
            issuer="Sở Công Thương",
            place="Lai Châu",
        )
    is_report = definition.use is FormUse.COLLECTIVE
    return Letterhead(
        style=style,
        superior="Đảng bộ Sở Công Thương",
        issuer=_COLLECTIVE if is_report else "Chi bộ Quản lý thương mại",
        place="Lai Châu",
    )
