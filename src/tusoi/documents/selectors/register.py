"""Đọc sổ đăng ký văn bản đi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from tusoi.documents.models import NumberingPractice, NumberSeries, RegisterEntry
from tusoi.officialdocs.styles import style_for
from tusoi.org.models import Unit

COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""Nghị định 30/2020/NĐ-CP, Phụ lục IV: the outgoing register."""


def register_entries(
    *, search: str = "", series: NumberSeries | None = None
) -> QuerySet[RegisterEntry]:
    """Lines of the register, the latest first; words are sought in contents, signer and recipients."""
    rows = RegisterEntry.objects.select_related("series", "document__withdrawal").defer(
        "document__docx", "document__pdf", "document__preview"
    )
    for word in search.split():
        rows = rows.filter(
            Q(summary__icontains=word) | Q(signer__icontains=word) | Q(recipients__icontains=word)
        )
    return rows.filter(series=series) if series else rows


def every_series() -> QuerySet[NumberSeries]:
    """The series that have begun, the latest period first."""
    return NumberSeries.objects.filter(entries__isnull=False).select_related("issuer").distinct()


def practice_of(issuer: Unit) -> NumberingPractice:
    """How the body numbers its papers; each kind by itself where nothing was said."""
    return NumberingPractice.objects.filter(issuer=issuer).first() or NumberingPractice(
        issuer=issuer
    )


def full_number(entry: RegisterEntry) -> str:
    """`05/KH-SCT`, `05-KH/ĐU`."""
    style = style_for(issuer_is_party=entry.series.is_party, issue_date=entry.issued_on)
    return style.numbered(entry.number, entry.document.symbol)


def note_of(entry: RegisterEntry) -> str:
    """What the register remarks: the clerk's note, an order out of turn, a withdrawal."""
    withdrawal = getattr(entry.document, "withdrawal", None)
    parts = (
        entry.note,
        "Số do văn thư cấp ngoài hệ thống" if entry.is_given_outside else "",
        entry.reason,
        f"Đã thu hồi: {withdrawal.reason}" if withdrawal else "",
    )
    return "; ".join(part.rstrip(".;") for part in parts if part)


def cells(entries: Iterable[RegisterEntry]) -> Iterator[tuple[str | int | date, ...]]:
    """The register as `COLUMNS` has it; handing over and receipt are written by hand."""
    for entry in entries:
        yield (
            full_number(entry),
            entry.issued_on,
            entry.summary,
            entry.signer,
            entry.recipients,
            entry.archive,
            entry.copies or "",
            "",
            "",
            note_of(entry),
        )
