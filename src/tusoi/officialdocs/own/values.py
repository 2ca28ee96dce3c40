"""Giá trị của mẫu: what a paper puts into the fields of a template, as words."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tusoi.officialdocs import printed
from tusoi.officialdocs.own.fields import field_name, marked
from tusoi.officialdocs.wording import date_text, listed, moment_text, number_text, padded

if TYPE_CHECKING:
    from tusoi.officialdocs.paper import Paper, Signature

Value = str | list[str] | list[dict[str, Any]]


def values_of(paper: Paper) -> dict[str, Value]:
    """The value of every field but the whole body, by name."""
    return _context_values(paper.context) | _frame_values(paper)


def _frame_values(paper: Paper) -> dict[str, Value]:
    last = paper.signatures[-1] if paper.signatures else None
    number = printed.ROOM_FOR_NUMBER if paper.number is None else padded(paper.number)
    style = paper.style
    symbol = style.numbered(paper.number, paper.symbol, printed.ROOM_FOR_NUMBER)
    return {
        "co_quan_chu_quan": paper.superior,
        "co_quan_ban_hanh": paper.issuer,
        "so_ky_hieu": symbol if paper.symbol else "",
        "so": number if paper.symbol else "",
        "ky_hieu": paper.symbol,
        "dia_danh": paper.place,
        "ngay_thang": date_text(paper.dated),
        "dia_danh_ngay_thang": printed.place_line(paper) or paper.signing_place_and_date,
        "ma_bieu_mau": paper.form_code,
        "ten_loai": paper.title,
        "trich_yeu": paper.summary,
        "noi_kinh_gui": list(listed(paper.addressees)),
        "tham_quyen_ban_hanh": paper.competence,
        "can_cu_ban_hanh": list(printed.base_lines(paper)),
        "quyen_han_ky": "\n".join(last.authority) if last else "",
        "chuc_vu_nguoi_ky": last.title if last else "",
        "nguoi_ky": last.name if last else "",
        "chu_ky": [_signature(signature) for signature in paper.signatures],
        "noi_nhan": [line.removeprefix("- ") for line in printed.recipient_lines(paper)],
    }


def _signature(signature: Signature) -> dict[str, Value]:
    return {
        "quyen_han": "\n".join(signature.authority),
        "chuc_vu": signature.title,
        "ghi_chu": signature.note,
        "ho_ten": signature.name,
    }


def _context_values(context: Any, prefix: str = "") -> dict[str, Value]:
    found: dict[str, Value] = {}
    for field, (label, _, _hint) in marked(context.__class__).items():
        name, value = f"{prefix}{field_name(label)}", getattr(context, field)
        if is_dataclass(value):
            found |= _context_values(value, f"{name}_")
        elif isinstance(value, tuple):
            found[name] = _listed(value)
        else:
            found[name] = words(value)
    return found


def _listed(items: tuple[Any, ...]) -> list[str] | list[dict[str, Any]]:
    if items and is_dataclass(items[0]):
        return [_context_values(item) for item in items]
    return [words(item) for item in items]


def words(value: Any) -> str:
    """A value as an official paper writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "Có" if value else "Không"
        case datetime():
            return moment_text(value)
        case date():
            return date_text(value)
        case Decimal():
            return _number(value)
        case _:
            return str(value)


def _number(value: Decimal) -> str:
    whole = value.to_integral_value()
    return number_text(whole if whole == value else value.normalize())
