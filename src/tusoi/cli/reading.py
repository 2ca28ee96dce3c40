"""./tusoi read: one plan read from the command line, without database."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tusoi.planreader import draft

STANDARD_INPUT = "-"
SHOWN_CHARACTERS = 160
FIELDS = {
    "kind": "Loại văn bản",
    "issuer": "Cơ quan ban hành",
    "number": "Số, ký hiệu",
    "date": "Ngày văn bản",
    "review_year": "Năm đánh giá",
    "title": "Trích yếu",
    "signer": "Người ký",
    "signer_title": "Chức vụ người ký",
    "recipients": "Nơi nhận",
    "purpose": "Mục đích, yêu cầu",
    "contents": "Nội dung",
    "organisation": "Tổ chức thực hiện",
}
_DAY = re.compile(r"(\d{4}|-)-(\d\d)-(\d\d)")


def _shown_day(day: str) -> str:
    """`2023-12-05` as 05/12/2023, `--12-30` as 30/12 every year."""
    match = _DAY.fullmatch(day)
    if match is None:
        return day
    year, month, day_of_month = match.groups()
    return f"{day_of_month}/{month}" + (" hằng năm" if year == "-" else f"/{year}")


def _shown(value: object) -> str:
    """A value as the reader of a plan writes it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    return str(getattr(value, "label", value))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _reference(row: draft.CitedDocument) -> str:
    return _joined(row.number or "không ghi số", _shown(row.date or ""), row.issuer)


def _superseded(row: draft.Superseded) -> str:
    replaced = f"{row.number}: đã được {row.by} thay thế từ ngày {_shown(row.since)}"
    return _joined(replaced, row.scope)


def _subject(row: draft.SubjectRow) -> str:
    return f"{'tập thể' if row.is_collective else 'cá nhân'}: {row.text}"


def _deadline(row: draft.DeadlineRow) -> str:
    edge = {True: "đến hết ngày ", False: "trước ngày ", None: ""}[row.inclusive]
    begins = f"từ ngày {_shown_day(row.begins).removesuffix(' hằng năm')} " if row.begins else ""
    when = f"{begins}{edge}{_shown_day(row.day)}" if row.day else row.rule
    repeats = _shown(row.repeats) if "hằng năm" not in when else ""
    return f"{_joined(when, repeats)}: {_joined(row.who, row.what, row.consequence)}"


def _dossier(row: draft.DossierRow) -> str:
    items = [f"\n        {place}. {item.text}" for place, item in enumerate(row.items, 1)]
    return f"{row.used_by or 'không rõ của ai'}: {len(items)} thành phần{''.join(items)}"


def _authority(row: draft.AuthorityRow) -> str:
    return f"{row.body} – {row.act} – {row.subject}"


UNITS = {
    "working_day": "ngày làm việc",
    "day": "ngày",
    "month": "tháng",
    "page": "trang",
    "place": "nơi",
    "post": "biên chế",
    "member": "thành viên",
    "subject": "đối tượng",
    "degree": "cấp độ",
}


def _rule_value(row: draft.RuleRow) -> str:
    """A code in the words of the parameter it sets, a share as per cent, a number with its unit."""
    if isinstance(row.value, str):
        from tusoi.rulebook.parameter_text import as_written
        from tusoi.rulebook.parameters import parameters

        return as_written(parameters()[row.parameter], row.value) if row.parameter else row.value
    if row.unit == "share":
        return f"{_shown(row.value * 100)}%"
    return f"{_shown(row.value)} {UNITS.get(row.unit, '')}".rstrip()


def _rule(row: draft.RuleRow) -> str:
    return f"{_shown(row.rule)}: {_rule_value(row)}"


LISTS: tuple[tuple[str, str, Callable[..., str]], ...] = (
    ("legal_bases", "Căn cứ", _reference),
    ("cited", "Văn bản được dẫn ở chỗ khác", _reference),
    ("superseded", "Văn bản đã được thay thế", _superseded),
    ("subjects", "Đối tượng", _subject),
    ("exclusions", "Không áp dụng cho", _subject),
    ("authority", "Thẩm quyền", _authority),
    ("forms", "Biểu mẫu", lambda row: f"{row.code}: {row.used_by}"),
    ("deadlines", "Thời hạn", _deadline),
    ("meetings", "Ngày họp", lambda row: f"{_shown_day(row.day)}: {row.what}"),
    ("dossiers", "Hồ sơ", _dossier),
    ("rules", "Quy định riêng", _rule),
    ("attachments_needed", "Văn bản phải kèm theo", lambda row: row.text),
)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN_CHARACTERS else f"{words[:SHOWN_CHARACTERS].rstrip()} …"


def _quote(text: str, span: draft.Span | None, said: str) -> Iterator[str]:
    """The words that were read, unless they say no more than what was made of them."""
    words = _cut(span.of(text)) if span is not None else ""
    if words not in said:
        yield f"      “{words}”"


def _field_lines(label: str, field: draft.Value[object], text: str) -> Iterator[str]:
    said = field.state.label if field.value is None else _cut(_shown(field.value))
    unsure = f" ({field.state.label.lower()})" if field.value and field.state == "unclear" else ""
    yield f"{label}: {said}{unsure}"
    yield from _quote(text, field.span, said)


def summary_of(plan: draft.PlanDraft) -> Iterator[str]:
    """Every field with its state and the words it was read from; cautions last."""
    for name, label in FIELDS.items():
        yield from _field_lines(label, getattr(plan, name), plan.text)
    for name, label, describe in LISTS:
        rows = getattr(plan, name)
        yield f"{label} ({len(rows)}):" if rows else f"{label}: không thấy"
        for row in rows:
            said = describe(row)
            yield f"    - {said}"
            yield from _quote(plan.text, row.span, said)
    yield f"Lưu ý ({len(plan.warnings)}):" if plan.warnings else "Lưu ý: không có"
    for caution in plan.warnings:
        yield f"    - {caution.message}"
        yield from _quote(plan.text, caution.span, caution.message)


def _content(file: str) -> bytes:
    from tusoi.planreader.files import MAX_BYTES, Unreadable

    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    path = Path(file)
    try:
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError as missing:
        raise Unreadable(f"Không có tệp “{file}”. Kiểm tra lại đường dẫn.") from missing
    except OSError as refused:
        raise Unreadable(
            f"Không mở được “{file}”: không phải tệp, hoặc chưa có quyền đọc. Chọn một tệp DOCX, PDF hoặc TXT."
        ) from refused


def _reference_day(text: str | None) -> date | None:
    from tusoi.planreader.files import Unreadable

    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date() if text else None  # noqa: DTZ007 - a day of the calendar has no zone
        except ValueError:
            continue
    raise Unreadable(f"--on “{text}”: ghi ngày dạng năm-tháng-ngày, ví dụ 2026-12-01.")


def _plan_in(file: str, on: str | None) -> draft.PlanDraft:
    from tusoi.planreader import read_plan
    from tusoi.planreader.files import text_of

    day = _reference_day(on)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    name = "đầu vào chuẩn" if file == STANDARD_INPUT else Path(file).name
    return read_plan(text_of(_content(file), name), on=day)


def _printed(plan: draft.PlanDraft, *, as_data: bool, as_text: bool) -> str:
    if as_text:
        return plan.text
    if as_data:
        from tusoi.planreader.as_json import as_json

        return json.dumps(as_json(plan), ensure_ascii=False, indent=2)
    return "\n".join(summary_of(plan))


@click.command()
@click.argument("file")
@click.option("--json", "as_data", is_flag=True, help="In bản đọc thành một tài liệu JSON.")
@click.option(
    "--text",
    "as_text",
    is_flag=True,
    help="Chỉ in văn bản đã chuẩn hóa mà các vị trí trong bản đọc chỉ vào.",
)
@click.option("--on", help="Ngày xét văn bản đã được thay thế hay chưa, ví dụ 2026-12-01.")
def read(*, file: str, as_data: bool, as_text: bool, on: str | None) -> None:
    """Đọc kế hoạch từ FILE (DOCX, PDF, TXT; “-” là đầu vào chuẩn); không cần cơ sở dữ liệu."""
    from tusoi.planreader.files import Unreadable

    try:
        plan = _plan_in(file, on)
    except Unreadable as refusal:
        click.echo(f"Lỗi: {refusal}", err=True)
        sys.exit(1)
    click.echo(_printed(plan, as_data=as_data, as_text=as_text))
