"""Việc chạy nền: run once, with the rights of today, and told in plain words when it fails."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.apps.org.test_importing import workbook
from tests.factories import OFFICE, START, moment

from tusoi.jobs.models import Job
from tusoi.jobs.selectors.progress import bar_of, jobs_visible_to
from tusoi.jobs.services import kinds, running
from tusoi.org.enums import Role
from tusoi.org.models import Person
from tusoi.org.services import accounts, roles

NOW = moment(2023, 11, 24)


@pytest.fixture
def coordinator(department):
    accounts.invite(actor=OFFICE, at=START, person=department.people["coordinator"])
    return department.office


def queued(actor, content, kind=kinds.PEOPLE_IMPORT):
    return running.queue_job(actor=actor, at=NOW, kind=kind, title="Nhập nhân sự", upload=content)


def test_a_job_stands_in_the_queue_and_runs_to_its_result(coordinator):
    job = queued(coordinator, workbook({}))
    assert ProcrastinateJob.objects.get().args == {"job_id": job.pk}
    assert bar_of(job).state == "queued"
    done = running.run_job(job.pk, at=NOW)
    assert (done.status, done.result["created"], done.upload) == (Job.State.DONE, 1, None)
    assert Person.objects.filter(code="MOI-01").exists()


def test_a_job_that_has_ended_does_not_run_again(coordinator):
    job = queued(coordinator, workbook({}))
    running.run_job(job.pk, at=NOW)
    assert running.run_job(job.pk, at=moment(2023, 11, 25)).finished_at == NOW


def test_a_job_whose_worker_died_starts_anew(coordinator):
    job = queued(coordinator, workbook({}))
    Job.objects.filter(pk=job.pk).update(status=Job.State.RUNNING, done=40, total=100)
    assert running.run_job(job.pk, at=NOW).status == Job.State.DONE


def test_a_bad_file_fails_with_the_sentence_of_the_refusal(coordinator):
    failed = running.run_job(queued(coordinator, b"x").pk, at=NOW)
    assert failed.status == Job.State.FAILED
    assert "Không đọc được tệp" in failed.message


def test_whoever_lost_the_role_changes_nothing_more(department, coordinator):
    job = queued(coordinator, workbook({}))
    grant = department.people["coordinator"].role_grants.get(role=Role.COORDINATOR)
    roles.revoke_role(actor=OFFICE, at=NOW, grant=grant, ends_on=moment(2023, 11, 1).date())
    failed = running.run_job(job.pk, at=NOW)
    assert failed.status == Job.State.FAILED
    assert not Person.objects.filter(code="MOI-01").exists()


def test_faults_are_a_result_not_a_failure(coordinator):
    done = running.run_job(
        queued(coordinator, workbook({"code": ""}), kinds.PEOPLE_CHECK).pk, at=NOW
    )
    assert done.result["fault_count"] == 1
    assert done.result["faults"][0][:2] == [2, "Mã cán bộ"]


def test_jobs_are_seen_by_their_owner_and_by_technical_staff(department, coordinator):
    queued(coordinator, workbook({}))
    assert jobs_visible_to(coordinator).count() == 1
    assert jobs_visible_to(department.actor("admin", Role.TECHNICAL_ADMIN)).count() == 1
    assert jobs_visible_to(department.actor("trade_officer")).count() == 0
