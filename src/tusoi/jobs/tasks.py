"""Hàng đợi: what the worker process runs. Two tasks only; the work stands in `jobs.services`."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from tusoi.core import clock
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
