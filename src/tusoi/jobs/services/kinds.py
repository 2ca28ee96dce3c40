"""Loại việc chạy nền: what each kind does; every one is a command or a check that a page could run as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tusoi.documents.models import DocumentSet
from tusoi.documents.services.sets import make_set
from tusoi.org.services.importing import check_people, import_people

if TYPE_CHECKING:
    from datetime import datetime

    from tusoi.core.actor import Actor
    from tusoi.jobs.models import Job

Progress = Callable[[int, int], None]
Work = Callable[["Actor", "datetime", "Job", Progress], dict[str, Any]]

PEOPLE_CHECK = "people.check"
PEOPLE_IMPORT = "people.import"
SET_MAKING = "documents.set"


def _upload(job: Job) -> bytes:
    return bytes(job.upload or b"")


def _check(actor: Actor, at: datetime, job: Job, progress: Progress) -> dict[str, Any]:
    return check_people(at=at, content=_upload(job), progress=progress).as_dict()


def _import(actor: Actor, at: datetime, job: Job, progress: Progress) -> dict[str, Any]:
    return import_people(actor=actor, at=at, content=_upload(job), progress=progress).as_dict()


def _make_set(actor: Actor, at: datetime, job: Job, progress: Progress) -> dict[str, Any]:
    document_set = DocumentSet.objects.get(pk=job.payload["set"])
    return {"size": make_set(actor=actor, document_set=document_set, progress=progress).size}


KINDS: dict[str, Work] = {
    PEOPLE_CHECK: _check,
    PEOPLE_IMPORT: _import,
    SET_MAKING: _make_set,
}
