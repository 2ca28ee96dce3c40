"""Cấp số văn bản: from 01 in every period, one after another, each number once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Refused, refuse
from tusoi.documents.models import NumberingPractice, NumberSeries, RegisterEntry, StoredDocument
from tusoi.documents.permissions import may_number
from tusoi.officialdocs.numbering import kind_code
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.wording import continued
from tusoi.org.models import Person, Unit

LAST_NUMBER = 99_999
_NUMBERING = ("30-2020-nd-cp/d15",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Số và ngày ban hành: what the clerk gives a paper; without `number` the next one is taken."""

    dated: date
    number: int | None = None
    reason: str = ""
    copies: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """Chỗ trong sổ: a number taken in a series that stays locked until the paper stands in it."""

    series: NumberSeries
    number: int


@command("numbering.set", target="issuer", scope=may_number)
def set_practice(
    *, actor: Actor, at: datetime, issuer: Unit, is_common: bool, term_started_on: date | None
) -> NumberingPractice:
    """Say how a body numbers its papers; the way of numbering holds for the whole of a year."""
    practice = lock_numbers(issuer)
    if practice.is_common != is_common:
        _refuse_mixture(issuer, at.year)
    practice.is_common, practice.term_started_on = is_common, term_started_on
    practice.save(update_fields=["is_common", "term_started_on"])
    note(is_common=is_common, term_started_on=str(term_started_on or ""))
    return practice


def take_slot(paper: Paper, issuer: Unit, stamp: Stamp) -> Slot:
    """The next number of the series the paper belongs to, or the one given outside when it is free."""
    practice = lock_numbers(issuer)
    series, _ = NumberSeries.objects.get_or_create(
        issuer=issuer,
        is_party=paper.style.party,
        kind_code="" if practice.is_common and not paper.style.party else kind_code(paper),
        starts_on=_first_day(paper, practice, stamp.dated),
    )
    number = _number(series, stamp.number)
    _check_order(series, number, stamp)
    return Slot(series, number)


def enter(
    slot: Slot, paper: Paper, document: StoredDocument, stamp: Stamp, *, actor: Actor, at: datetime
) -> RegisterEntry:
    """Write the line of the register, with what it repeats of the paper."""
    return RegisterEntry.objects.create(
        series=slot.series,
        number=slot.number,
        document=document,
        issued_on=stamp.dated,
        summary=_summary(paper),
        signer=paper.signatures[-1].name if paper.signatures else "",
        recipients="; ".join(paper.recipients),
        archive=paper.archive,
        copies=stamp.copies,
        is_given_outside=stamp.number is not None,
        reason=stamp.reason,
        note=stamp.note,
        entered_at=at,
        entered_by=Person.objects.filter(pk=actor.person_id).first(),
    )


def _summary(paper: Paper) -> str:
    """Tên loại và trích yếu in one sentence: “Thông báo kết quả …”."""
    return f"{paper.title} {continued(paper.summary)}".strip()


def lock_numbers(issuer: Unit) -> NumberingPractice:
    """Whoever numbers papers of this body waits here for the one before."""
    NumberingPractice.objects.get_or_create(issuer=issuer)
    return NumberingPractice.objects.select_for_update().get(issuer=issuer)


def _first_day(paper: Paper, practice: NumberingPractice, dated: date) -> date:
    if not paper.style.party:
        return date(dated.year, 1, 1)
    if practice.term_started_on is None or dated < practice.term_started_on:
        raise refuse(
            "register.term",
            f"Chưa biết nhiệm kỳ của cấp ủy vào ngày {dated:%d/%m/%Y} nên chưa cấp được số văn bản của Đảng.",
            remedy="Ghi ngày bắt đầu nhiệm kỳ ở trang Quy ước đánh số rồi ban hành lại.",
        )
    return practice.term_started_on


def _number(series: NumberSeries, given: int | None) -> int:
    entries = RegisterEntry.objects.filter(series=series)
    if given is None:
        return (entries.aggregate(last=Max("number"))["last"] or 0) + 1
    if not 1 <= given <= LAST_NUMBER:
        raise refuse(
            "register.number",
            f"Số văn bản {given} không hợp lệ.",
            remedy=f"Ghi số từ 1 đến {LAST_NUMBER}.",
            cites=_NUMBERING,
        )
    if holder := entries.filter(number=given).select_related("document").first():
        raise _taken(series, holder)
    return given


def _taken(series: NumberSeries, holder: RegisterEntry) -> Refused:
    return refuse(
        "register.taken",
        f"Số {holder.number:02d} của dãy số “{series}” đã cấp cho “{holder.document}”.",
        remedy="Kiểm tra lại số trong sổ đăng ký văn bản đi; để trống ô số để lấy số tiếp theo.",
        cites=_NUMBERING,
    )


def _check_order(series: NumberSeries, number: int, stamp: Stamp) -> None:
    """Numbers follow the days; an exception is written down with its reason."""
    entries = RegisterEntry.objects.filter(series=series)
    before = entries.filter(number__lt=number).order_by("-number").first()
    after = entries.filter(number__gt=number).order_by("number").first()
    if stamp.reason.strip():
        return
    if before and stamp.dated < before.issued_on:
        raise _out_of_order(number, stamp.dated, "trước", before)
    if after and stamp.dated > after.issued_on:
        raise _out_of_order(number, stamp.dated, "sau", after)


def _out_of_order(number: int, dated: date, word: str, other: RegisterEntry) -> Refused:
    return refuse(
        "register.order",
        f"Số {number:02d} ngày {dated:%d/%m/%Y} đứng {word} số {other.number:02d} ngày {other.issued_on:%d/%m/%Y}, không theo thứ tự thời gian.",
        remedy="Sửa ngày ban hành, hoặc ghi lý do ngày không theo thứ tự.",
        cites=_NUMBERING,
    )


def _refuse_mixture(issuer: Unit, year: int) -> None:
    """Two ways of numbering in one year would give the same number twice."""
    series = NumberSeries.objects.filter(
        issuer=issuer, is_party=False, starts_on=date(year, 1, 1), entries__isnull=False
    )
    if series.exists():
        raise refuse(
            "register.practice",
            f"{issuer} đã cấp số văn bản năm {year} nên không đổi được cách đánh số trong năm.",
            remedy=f"Đổi cách đánh số từ ngày 01/01/{year + 1}, trước khi cấp số đầu tiên.",
            cites=_NUMBERING,
        )
