"""Hàng đợi: what the worker process runs; the work itself stands in services."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from tusoi.core import clock
from tusoi.documents.services.sets import clear_expired
from tusoi.jobs.services.running import TASK
from tusoi.jobs.services.running import run_job as run


@app.task(name=TASK)
def run_job(job_id: int) -> None:
    """Run one job of the table."""
    run(job_id, at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="tusoi.jobs.resume", queueing_lock="resume", pass_context=True)
async def resume_jobs(context: JobContext, timestamp: int) -> None:
    """Put the jobs of a worker that has died back into the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)


@app.periodic(cron="20 2 * * *")
@app.task(name="tusoi.jobs.clear_sets", queueing_lock="clear_sets")
def clear_sets(timestamp: int) -> None:
    """Throw away sets of papers that are no longer kept."""
    clear_expired(clock.today(), clock.now())
