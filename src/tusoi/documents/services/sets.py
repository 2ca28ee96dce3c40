"""Bộ văn bản: ordered once, made part by part so that it goes on where it stopped, thrown away in time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count, islice
from typing import Final

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Refused, refuse
from tusoi.documents.enums import SetFormat
from tusoi.documents.models import DocumentSet, SetItem, SetPart
from tusoi.documents.permissions import owns_set
from tusoi.documents.selectors.contents import contents_of
from tusoi.documents.selectors.sets import (
    Supply,
    Wanted,
    count_papers,
    file_stream,
    supplies,
    wanted_of,
)
from tusoi.documents.selectors.sources import Owner
from tusoi.documents.selectors.stored import digest
from tusoi.documents.services.segments import Entry, closing, segment
from tusoi.documents.services.set_files import Outcome, outcomes
from tusoi.documents.services.set_index import INDEX_NAME, index_sheet
from tusoi.documents.services.set_names import SetNames

KEPT: Final = timedelta(days=14)
PAPERS_PER_PART: Final = 40
_ROWS_AT_ONCE: Final = 500
Progress = Callable[[int, int], None]


@command("document_set.order")
def order_set(
    *, actor: Actor, at: datetime, wanted: Wanted, formats: SetFormat, title: str
) -> DocumentSet:
    """Order a set; which papers it holds is listed when its making begins."""
    papers = count_papers(actor, wanted)
    if not papers:
        raise refuse(
            "document_set.empty",
            f"Chưa có văn bản nào để lập bộ “{title}” trong phạm vi được xem.",
            remedy="Chọn nội dung hoặc đơn vị khác, hoặc lập bộ khi các văn bản đã có.",
        )
    note(content=wanted.content, unit=wanted.unit and wanted.unit.pk, papers=papers)
    return DocumentSet.objects.create(
        content=wanted.content,
        formats=formats,
        title=title,
        campaign_id=wanted.campaign_id,
        unit=wanted.unit,
        subject_id=wanted.subject_id,
        user_id=actor.user_id,
        ordered_at=at,
        kept_until=localdate(at) + KEPT,
    )


@command("document_set.discard", target="document_set", scope=owns_set)
def discard_set(*, actor: Actor, at: datetime, document_set: DocumentSet) -> DocumentSet:
    """Throw away the file before its time; that it was ordered stays in the log."""
    locked = DocumentSet.objects.select_for_update().get(pk=document_set.pk)
    if locked.discarded_at is not None:
        raise _discarded(locked)
    _throw_away(locked, at)
    return locked


def make_set(*, actor: Actor, document_set: DocumentSet, progress: Progress) -> DocumentSet:
    """Lập bộ văn bản: list, make part after part, close; each step is kept, so the next call goes on from there."""
    total = _list_items(document_set, actor)
    waiting = document_set.items.filter(status=SetItem.State.WAITING)
    while items := list(waiting[:PAPERS_PER_PART]):
        _make_part(document_set, items, actor)
        progress(total - waiting.count(), total)
    return _close(document_set)


def clear_expired(today: date, at: datetime) -> int:
    """Bỏ các bộ quá hạn giữ: their files and lists; returns how many."""
    expired = DocumentSet.objects.filter(kept_until__lt=today, discarded_at__isnull=True)
    with transaction.atomic():
        rows = list(expired.select_for_update())
        for row in rows:
            _throw_away(row, at)
    return len(rows)


def _throw_away(document_set: DocumentSet, at: datetime) -> None:
    document_set.parts.all().delete()
    document_set.items.all().delete()
    document_set.discarded_at = at
    document_set.save(update_fields=["discarded_at"])


def _locked(document_set: DocumentSet) -> DocumentSet:
    """Only one worker writes to a set at a time, and none to one thrown away."""
    locked = DocumentSet.objects.select_for_update().get(pk=document_set.pk)
    if locked.discarded_at is not None:
        raise _discarded(locked)
    return locked


def _discarded(document_set: DocumentSet) -> Refused:
    return refuse(
        "document_set.discarded",
        f"Bộ “{document_set.title}” đã bị bỏ hoặc quá hạn giữ.",
        remedy="Lập lại bộ này nếu còn cần.",
    )


@transaction.atomic
def _list_items(document_set: DocumentSet, actor: Actor) -> int:
    """The papers of the set in order, listed once; how many they are."""
    locked = _locked(document_set)
    if not locked.total:
        made = _items(locked, actor)
        while batch := list(islice(made, _ROWS_AT_ONCE)):
            SetItem.objects.bulk_create(batch)
            locked.total += len(batch)
        locked.save(update_fields=["total"])
    return locked.total


def _items(document_set: DocumentSet, actor: Actor) -> Iterator[SetItem]:
    names, positions = SetNames(), count(1)
    for supply in supplies(actor, wanted_of(document_set)):
        for owner in supply.rows.iterator(chunk_size=_ROWS_AT_ONCE):
            yield _item(document_set, supply, owner, names, next(positions))


def _item(
    document_set: DocumentSet, supply: Supply, owner: Owner, names: SetNames, position: int
) -> SetItem:
    source, unit = supply.source, supply.reach.unit_of(owner)
    title = source.title(owner)
    of_unit = names.folder(unit.pk, unit.short_name)
    folder = names.folder((unit.pk, source.kind), source.label, of_unit)
    return SetItem(
        document_set=document_set,
        position=position,
        kind=source.kind,
        owner_type=source.owner_type,
        owner_id=owner.pk,
        title=title,
        about=supply.reach.about(owner),
        unit_name=unit.name,
        stem=names.stem(folder, title),
    )


def _make_part(document_set: DocumentSet, items: list[SetItem], actor: Actor) -> None:
    """The next stretch of the file; kept with its lines of the index, or not at all."""
    files: list[tuple[str, bytes]] = []
    for item, outcome in outcomes(items, actor, SetFormat(document_set.formats)):
        _note_outcome(item, outcome)
        files += [(f"{item.stem}{suffix}", content) for suffix, content in outcome.files.items()]
    with transaction.atomic():
        locked = _locked(document_set)
        if not _still_waiting(items):
            return
        content, entries = segment(_length(locked), files)
        _keep(locked, content)
        _note_entries(items, entries)
        SetItem.objects.bulk_update(items, ["status", "number", "dated", "reasons", "files"])


def _still_waiting(items: list[SetItem]) -> bool:
    """False when another worker has made this part meanwhile."""
    keys = [item.pk for item in items]
    return SetItem.objects.filter(pk__in=keys, status=SetItem.State.WAITING).count() == len(items)


def _note_outcome(item: SetItem, outcome: Outcome) -> None:
    item.status = SetItem.State.MISSING if outcome.reasons else SetItem.State.MADE
    item.number, item.dated = outcome.number, outcome.dated
    item.reasons = "\n".join(outcome.reasons)
    item.files = [
        {"suffix": suffix, "sha256": digest(content)} for suffix, content in outcome.files.items()
    ]


def _note_entries(items: list[SetItem], entries: list[Entry]) -> None:
    """Where each file stands in the ZIP; entries come in the order of the items."""
    for made, entry in zip((file for item in items for file in item.files), entries, strict=True):
        made |= {"crc": entry.crc, "size": entry.size, "offset": entry.offset}


def _length(document_set: DocumentSet) -> int:
    return document_set.parts.aggregate(length=Sum("size"))["length"] or 0


def _keep(document_set: DocumentSet, content: bytes) -> None:
    SetPart.objects.create(
        document_set=document_set,
        position=document_set.parts.count() + 1,
        size=len(content),
        content=content,
    )


@transaction.atomic
def _close(document_set: DocumentSet) -> DocumentSet:
    """The index and the directory end the file; done once."""
    locked = _locked(document_set)
    if locked.is_finished:
        return locked
    items, start = locked.items.all(), _length(locked)
    suffixes, contents = SetFormat(locked.formats).suffixes, contents_of(locked.subject_id)
    sheet = index_sheet(items.iterator(), suffixes, contents)
    _keep(locked, closing(start, _entries(items.iterator()), (INDEX_NAME, sheet)))
    hashed = hashlib.sha256()
    for piece in file_stream(locked):
        hashed.update(piece)
    locked.size, locked.sha256 = _length(locked), hashed.hexdigest()
    locked.save(update_fields=["size", "sha256"])
    return locked


def _entries(items: Iterable[SetItem]) -> Iterator[Entry]:
    for item in items:
        for made in item.files:
            yield Entry(f"{item.stem}{made['suffix']}", made["crc"], made["size"], made["offset"])
