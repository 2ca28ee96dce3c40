"""Tệp của một văn bản trong bộ: as issued where it is issued, else made anew; what is missing is said, not raised."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tusoi.core.actor import Actor
from tusoi.core.errors import Refused
from tusoi.documents.enums import SetFormat
from tusoi.documents.models import SetItem, StoredDocument
from tusoi.documents.selectors.register import full_number
from tusoi.documents.selectors.sources import Draft, Owner, find_source
from tusoi.documents.selectors.stored import is_intact
from tusoi.documents.selectors.templates import file_of
from tusoi.officialdocs.completeness import Inconsistent, MissingValues

logger = logging.getLogger(__name__)
_GONE = "Văn bản không còn, hoặc không còn thuộc phạm vi được xem của người lập bộ."
_CHANGED = "Tệp đã chốt không còn đúng như khi ban hành; cần khôi phục từ bản sao lưu."
_NO_PDF = "Văn bản lập theo mẫu của cơ quan, hoặc chốt trước khi lưu bản PDF, nên chỉ có bản DOCX."
_FAULT = "Có sự cố khi lập văn bản này; người quản trị kỹ thuật xem nhật ký hệ thống."


@dataclass(slots=True)
class Outcome:
    """Kết quả lập một văn bản: its files by suffix, or the reasons why some are missing."""

    files: dict[str, bytes] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    number: str = ""
    dated: date | None = None


def outcomes(
    items: list[SetItem], actor: Actor, formats: SetFormat
) -> Iterable[tuple[SetItem, Outcome]]:
    """Each item with what it came to, one paper in memory at a time; the rows are read once per kind."""
    drafts, frozen = _drafts(items, actor), _frozen(items)
    for item in items:
        draft = drafts.get(item.pk)
        if draft is None:
            yield item, Outcome(reasons=[_GONE])
        elif document := frozen.get((item.kind, item.owner_type, item.owner_id)):
            yield item, _as_issued(_with_register(document), formats)
        else:
            yield item, _made_safely(draft, formats)


def _grouped(items: list[SetItem]) -> dict[tuple[str, str], list[SetItem]]:
    groups: dict[tuple[str, str], list[SetItem]] = {}
    for item in items:
        groups.setdefault((item.kind, item.owner_type), []).append(item)
    return groups


def _drafts(items: list[SetItem], actor: Actor) -> dict[int, Draft]:
    """The drafts of the items whose rows the actor may still see."""
    found: dict[int, Draft] = {}
    for (kind, name), group in _grouped(items).items():
        source = find_source(kind, name)
        if source is None:
            continue
        keys = [item.owner_id for item in group]
        rows: dict[int, Owner] = {row.pk: row for row in source.owners(actor).filter(pk__in=keys)}
        found |= {
            item.pk: Draft(source, rows[item.owner_id]) for item in group if item.owner_id in rows
        }
    return found


def _frozen(items: list[SetItem]) -> dict[tuple[str, str, int], int]:
    """The last frozen paper of each row, unless it was withdrawn."""
    found: dict[tuple[str, str, int], int] = {}
    for (kind, name), group in _grouped(items).items():
        kept = StoredDocument.objects.filter(
            kind=kind,
            owner_type=name,
            owner_id__in=[item.owner_id for item in group],
            withdrawal__isnull=True,
        ).order_by("created_at", "pk")
        found |= {(kind, name, owner): pk for pk, owner in kept.values_list("pk", "owner_id")}
    return found


def _with_register(document_id: int) -> StoredDocument:
    rows = StoredDocument.objects.select_related("register_entry__series").defer("preview")
    return rows.get(pk=document_id)


def _as_issued(document: StoredDocument, formats: SetFormat) -> Outcome:
    entry = getattr(document, "register_entry", None)
    outcome = Outcome(number=full_number(entry) if entry else "", dated=document.issued_on)
    if not is_intact(document):
        outcome.reasons.append(_CHANGED)
        return outcome
    kept = {".docx": document.docx, ".pdf": document.pdf}
    for suffix in formats.suffixes:
        if (content := kept[suffix]) is not None:
            outcome.files[suffix] = bytes(content)
        else:
            outcome.reasons.append(_NO_PDF)
    return outcome


def _made_safely(draft: Draft, formats: SetFormat) -> Outcome:
    """One faulty paper does not stop the set; the fault itself goes to the log of the system."""
    try:
        return _made(draft, formats)
    except MissingValues as error:
        return Outcome(reasons=[f"Còn thiếu: {name}." for name in error.names])
    except Inconsistent as error:
        return Outcome(reasons=error.reasons)
    except Refused as error:
        return Outcome(reasons=[f"{each.message} {each.remedy}".strip() for each in error.findings])
    except Exception:
        logger.exception("paper %s of %s failed", draft.source.kind, draft.owner.pk)
        return Outcome(reasons=[_FAULT])


def _made(draft: Draft, formats: SetFormat) -> Outcome:
    paper = draft.paper()
    made = {suffix: file_of(paper, draft.issuer, suffix) for suffix in formats.suffixes}
    return Outcome(
        files={suffix: content for suffix, content in made.items() if content is not None},
        reasons=[] if None not in made.values() else [_NO_PDF],
        number=paper.style.numbered(paper.number, paper.symbol) if paper.number else "",
        dated=paper.dated,
    )
