"""Đọc bộ văn bản: which papers belong to one, who may see the whole of it, and the file as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tusoi.core.actor import Actor
from tusoi.documents.enums import PaperKind, SetContent
from tusoi.documents.models import DocumentSet, SetItem, SetPart
from tusoi.documents.selectors.reach import Reach, reach_of
from tusoi.documents.selectors.sources import Owner, PaperSource, find_source, sources
from tusoi.org.models import Unit

_KINDS: dict[SetContent, tuple[PaperKind, ...]] = {
    SetContent.FORMS: (PaperKind.SELF_REVIEW,),
    SetContent.NOTICES: (PaperKind.NOTICE,),
    SetContent.MINUTES: (PaperKind.MINUTES, PaperKind.TALLY_MINUTES),
    SetContent.DOSSIER: tuple(PaperKind),
    SetContent.CAMPAIGN: tuple(PaperKind),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Nội dung cần lập bộ: of one season; `unit` and `subject_id` narrow it."""

    content: SetContent
    campaign_id: int
    unit: Unit | None = None
    subject_id: int | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """Nguồn của bộ: the rows of one source that belong to a set, in order, and how they are reached."""

    source: PaperSource
    reach: Reach
    rows: QuerySet[Owner]


def supplies(actor: Actor, wanted: Wanted) -> Iterator[Supply]:
    """Every paper of the wanted content that the actor may see today."""
    for source in sources():
        reach = reach_of(source.owner_type)
        if reach is None or source.kind not in _KINDS[wanted.content]:
            continue
        if wanted.subject_id is None or reach.subject:
            yield Supply(source, reach, _narrowed(source.owners(actor), reach, wanted))


def _narrowed(rows: QuerySet[Owner], reach: Reach, wanted: Wanted) -> QuerySet[Owner]:
    rows = rows.filter(**{reach.campaign: wanted.campaign_id})
    if wanted.unit is not None:
        rows = rows.filter(**{reach.unit: wanted.unit})
    if wanted.subject_id is not None:
        rows = rows.filter(**{reach.subject: wanted.subject_id}).distinct()
    return rows


def wanted_of(document_set: DocumentSet) -> Wanted:
    return Wanted(
        content=SetContent(document_set.content),
        campaign_id=document_set.campaign_id,
        unit=document_set.unit,
        subject_id=document_set.subject_id,
    )


def count_papers(actor: Actor, wanted: Wanted) -> int:
    return sum(supply.rows.count() for supply in supplies(actor, wanted))


def sets_of(actor: Actor) -> QuerySet[DocumentSet]:
    """The sets one has ordered, the latest first."""
    return DocumentSet.objects.filter(user_id=actor.user_id, discarded_at__isnull=True)


def sees_whole(actor: Actor, document_set: DocumentSet) -> bool:
    """Whether the actor may today see every paper whose file is in the set."""
    items = document_set.items.exclude(files=[]).order_by()
    pairs = items.values_list("kind", "owner_type").distinct()
    return all(
        _sees_all(actor, find_source(kind, name), items.filter(kind=kind, owner_type=name))
        for kind, name in pairs
    )


def _sees_all(actor: Actor, source: PaperSource | None, items: QuerySet[SetItem]) -> bool:
    """Whether the actor may see the papers that this source makes of the rows of these items."""
    if source is None:
        return False
    visible = source.owners(actor).order_by().filter(pk__in=items.values("owner_id"))
    return visible.values("pk").distinct().count() == items.count()


def is_available(document_set: DocumentSet, today: date) -> bool:
    """Whether the file can be fetched: it is finished and still kept."""
    return document_set.is_finished and today <= document_set.kept_until


def missing_items(document_set: DocumentSet) -> QuerySet[SetItem]:
    """The papers that could not be made, in order."""
    return document_set.items.filter(status=SetItem.State.MISSING)


def file_stream(document_set: DocumentSet) -> Iterator[bytes]:
    """The ZIP, one part in memory at a time."""
    parts = SetPart.objects.filter(document_set=document_set)
    for position in parts.values_list("position", flat=True):
        yield bytes(parts.get(position=position).content)
