"""Ban hành, thu hồi văn bản: number, date and files frozen together; nothing issued is ever deleted."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.documents.models import StoredDocument, Withdrawal
from tusoi.documents.permissions import may_issue, may_withdraw
from tusoi.documents.selectors.sources import Draft
from tusoi.documents.selectors.stored import latest_of
from tusoi.documents.services.numbering import Stamp, enter, lock_numbers, take_slot
from tusoi.documents.services.storing import Filing, store
from tusoi.officialdocs.numbering import numbered
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.wording import file_name
from tusoi.org.models import Person

_ISSUING, _WITHDRAWING = ("30-2020-nd-cp/d15",), ("30-2020-nd-cp/d18",)


@command("document.issue", target="draft", scope=may_issue)
def issue_draft(*, actor: Actor, at: datetime, draft: Draft, stamp: Stamp) -> StoredDocument:
    """Give the paper its number and date and freeze its files."""
    lock_numbers(draft.issuer)
    _check_ready(draft, stamp, at)
    filing = Filing(
        kind=draft.source.kind,
        title=draft.title,
        file_name=file_name(draft.title),
        owner=draft.owner,
        issuer=draft.issuer,
    )
    document = issue(filing, draft.paper(), stamp, actor=actor, at=at)
    note(number=document.number, dated=str(stamp.dated), docx=document.docx_sha256)
    return document


def issue(
    filing: Filing, paper: Paper, stamp: Stamp, *, actor: Actor, at: datetime
) -> StoredDocument:
    """Number, freeze and register a paper; part of the command that issues it."""
    slot = take_slot(paper, filing.issuer, stamp) if paper.symbol else None
    final = numbered(paper, slot.number if slot else None, stamp.dated)
    document = store(filing, final, at=at, issued_on=stamp.dated)
    if slot:
        enter(slot, final, document, stamp, actor=actor, at=at)
    return document


@command("document.withdraw", target="document", scope=may_withdraw)
def withdraw_document(
    *,
    actor: Actor,
    at: datetime,
    document: StoredDocument,
    reason: str,
    replaced_by: StoredDocument | None = None,
) -> Withdrawal:
    """Say that a paper no longer counts, why, and what replaces it; its number is not given again."""
    _check_withdrawal(document, replaced_by)
    note(document=document.pk, replaced_by=replaced_by.pk if replaced_by else None)
    return Withdrawal.objects.create(
        document=document,
        reason=reason.strip(),
        replaced_by=replaced_by,
        withdrawn_at=at,
        withdrawn_by=Person.objects.filter(pk=actor.person_id).first(),
    )


def _check_ready(draft: Draft, stamp: Stamp, at: datetime) -> None:
    if draft.unready:
        raise refuse("document.unready", draft.unready, remedy="Hoàn thành việc này rồi ban hành.")
    if stamp.dated > localdate(at):
        raise refuse(
            "document.date",
            f"Ngày ban hành {stamp.dated:%d/%m/%Y} còn ở phía trước.",
            remedy=f"Ghi ngày không sau {localdate(at):%d/%m/%Y}.",
            cites=_ISSUING,
        )
    before = latest_of(draft.owner, draft.source.kind)
    if before is not None and before.is_issued:
        raise refuse(
            "document.issued",
            f"“{before}” đã ban hành ngày {before.issued_on:%d/%m/%Y}.",
            remedy="Thu hồi văn bản đã ban hành, nêu lý do, rồi ban hành văn bản thay thế.",
            cites=_WITHDRAWING,
        )


def _check_withdrawal(document: StoredDocument, replaced_by: StoredDocument | None) -> None:
    if Withdrawal.objects.filter(document=document).exists():
        raise refuse(
            "document.withdrawn",
            f"“{document}” đã được thu hồi.",
            remedy="Tải lại trang để xem lý do và văn bản thay thế.",
        )
    if replaced_by is None:
        return
    is_gone = Withdrawal.objects.filter(document=replaced_by).exists()
    if is_gone or replaced_by == document or replaced_by.kind != document.kind:
        raise refuse(
            "document.replacement",
            f"“{replaced_by}” không thay thế được văn bản này.",
            remedy="Chọn một văn bản cùng loại, còn hiệu lực.",
            cites=_WITHDRAWING,
        )
