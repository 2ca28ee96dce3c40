"""Giao lập bộ văn bản: the set and its place in the queue are written together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tusoi.core.errors import refuse
from tusoi.documents.services.sets import order_set
from tusoi.jobs.selectors.progress import job_of_set
from tusoi.jobs.services.kinds import SET_MAKING
from tusoi.jobs.services.running import ENDED, queue_job

if TYPE_CHECKING:
    from datetime import datetime

    from tusoi.core.actor import Actor
    from tusoi.documents.enums import SetFormat
    from tusoi.documents.models import DocumentSet
    from tusoi.documents.selectors.sets import Wanted
    from tusoi.jobs.models import Job


@transaction.atomic
def order_document_set(
    *, actor: Actor, at: datetime, wanted: Wanted, formats: SetFormat, title: str
) -> DocumentSet:
    """Order a set and give its making to the background."""
    ordered = order_set(actor=actor, at=at, wanted=wanted, formats=formats, title=title)
    _queue(actor, at, ordered)
    return ordered


def continue_document_set(*, actor: Actor, at: datetime, document_set: DocumentSet) -> Job:
    """After a failure: the papers made so far stay, the making goes on behind them."""
    job = job_of_set(document_set)
    if document_set.is_finished or (job is not None and job.status not in ENDED):
        raise refuse(
            "document_set.under_way",
            f"Bộ “{document_set}” đã lập xong hoặc đang được lập.",
            remedy="Mở lại trang của bộ này để xem tiến độ hoặc tải về.",
        )
    return _queue(actor, at, document_set)


def _queue(actor: Actor, at: datetime, document_set: DocumentSet) -> Job:
    return queue_job(
        actor=actor,
        at=at,
        kind=SET_MAKING,
        title=f"Lập bộ: {document_set}"[:200],
        payload={"set": document_set.pk},
    )
