"""Đọc việc chạy nền: whose jobs one may see, and what the bar shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.jobs.models import Job
from tusoi.org.enums import Role

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tusoi.core.actor import Actor
    from tusoi.documents.models import DocumentSet

_BAR_STATES = {
    Job.State.QUEUED: "queued",
    Job.State.RUNNING: "running",
    Job.State.DONE: "succeeded",
    Job.State.FAILED: "failed",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """Thanh tiến độ của một việc."""

    label: str
    done: int
    total: int
    state: str
    message: str
    result_url: str = ""


def jobs_visible_to(actor: Actor) -> QuerySet[Job]:
    """One's own jobs; technical staff see that jobs ran, of everybody. Uploads are never loaded."""
    jobs = Job.objects.defer("upload", "result").select_related("user__person")
    return jobs if actor.role == Role.TECHNICAL_ADMIN else jobs.filter(user_id=actor.user_id)


def job_of_set(document_set: DocumentSet) -> Job | None:
    """The last job that makes this set of papers."""
    return Job.objects.defer("upload").filter(payload__set=document_set.pk).first()


def bar_of(job: Job) -> Bar:
    """What `job_progress` shows."""
    return Bar(job.title, job.done, job.total, _BAR_STATES[Job.State(job.status)], job.message)
