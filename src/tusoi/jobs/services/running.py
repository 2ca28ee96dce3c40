"""Chạy việc nền: queue, run, resume. The work itself is a command; a job only carries it and its progress."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

from django.db import connection, transaction
from django.db.backends.base.base import NO_DB_ALIAS
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from tusoi.core.errors import Refused, refuse
from tusoi.jobs.models import Job
from tusoi.jobs.services.kinds import KINDS
from tusoi.org.selectors.actors import capacities_of

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from tusoi.core.actor import Actor

TASK = "tusoi.jobs.run"
ENDED = (Job.State.DONE, Job.State.FAILED)
logger = logging.getLogger(__name__)


@transaction.atomic
def queue_job(
    *,
    actor: Actor,
    at: datetime,
    kind: str,
    title: str,
    upload: bytes | None = None,
    payload: dict[str, Any] | None = None,
) -> Job:
    """Giao việc chạy nền: the job and its place in the queue are written together."""
    job = Job.objects.create(
        kind=kind,
        title=title,
        user_id=actor.user_id,
        actor={
            "role": actor.role,
            "unit": actor.unit_id,
            "cell": actor.cell_id,
            "delegation": actor.delegation_id,
        },
        upload=upload,
        payload=payload or {},
        message="Đang chờ đến lượt.",
        created_at=at,
    )
    app.configure_task(TASK, lock=f"job-{job.pk}").defer(job_id=job.pk)
    return job


def _actor_of(job: Job, at: datetime) -> Actor:
    """The capacity in which the job was given, if it is still held: rights are those of today."""
    for capacity in capacities_of(job.user, localdate(at)):
        actor = capacity.actor
        held = {
            "role": actor.role,
            "unit": actor.unit_id,
            "cell": actor.cell_id,
            "delegation": actor.delegation_id,
        }
        if held == job.actor:
            return actor
    raise refuse(
        "jobs.role-ended",
        "Người giao việc không còn giữ vai trò đã dùng khi giao việc.",
        remedy="Giao lại việc này trong vai trò đang giữ.",
    )


class _Bar:
    """Thanh tiến độ: written through a connection of its own, so that it shows before the work commits.

    The connection stands in no setting, so it bears the alias the framework keeps for such.
    """

    def __init__(self, job: Job) -> None:
        self.job_id = job.pk
        self.connection = connection.copy(NO_DB_ALIAS)  # type: ignore[no-untyped-call]  # the framework's own

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    def __call__(self, done: int, total: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE jobs_job SET done = %s, total = %s WHERE id = %s",
                [done, total, self.job_id],
            )


def _end(
    job: Job, *, at: datetime, status: Job.State, message: str, result: dict[str, Any] | None = None
) -> Job:
    job.status, job.message, job.result, job.finished_at = status, message, result or {}, at
    if status == Job.State.DONE:
        job.upload, job.done, job.total = None, 1, 1
    job.save(
        update_fields=["status", "message", "result", "finished_at", "upload", "done", "total"]
    )
    return job


def run_job(job_id: int, *, at: datetime) -> Job:
    """Chạy một việc: once from start to end; after a worker has died it starts anew, or goes on from what its kind kept."""
    job = Job.objects.select_related("user__person").get(pk=job_id)
    if job.status in ENDED:
        return job
    job.status, job.started_at, job.message = Job.State.RUNNING, at, "Đang thực hiện."
    job.save(update_fields=["status", "started_at", "message"])
    try:
        with _Bar(job) as progress:
            result = KINDS[job.kind](_actor_of(job, at), at, job, progress)
    except Refused as error:
        told = " ".join(f"{each.message} {each.remedy}" for each in error.findings)
        return _end(job, at=at, status=Job.State.FAILED, message=told)
    except Exception:
        logger.exception("job %s failed", job.pk)
        message = "Có sự cố khi thực hiện; không có gì được ghi. Hãy thử lại hoặc báo người quản trị kỹ thuật."
        return _end(job, at=at, status=Job.State.FAILED, message=message)
    return _end(job, at=at, status=Job.State.DONE, message="Đã thực hiện xong.", result=result)
