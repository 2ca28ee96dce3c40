"""Lập danh sách đối tượng: each person exactly one of rated here, rated elsewhere, not rated with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.apps.campaigns.season import AS_OF, PLANNED, start
from tests.cast import moment
from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.facts import person_facts
from tusoi.campaigns.selectors.checks import data_check
from tusoi.campaigns.services import enrolling, planning
from tusoi.core.errors import Refused
from tusoi.org.enums import AbsenceKind, Category, Leadership, UnitKind
from tusoi.org.services import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_tracks(department):
    campaign = start(department)
    planning.load_tracks(actor=department.office, at=PLANNED, campaign=campaign)
    return campaign


def _enrol(department, campaign):
    return enrolling.enrol_subjects(
        actor=department.office, at=PLANNED, campaign=campaign, as_of=AS_OF
    )


def _newcomer(department, since: date, **details):
    person = factories.person("Sùng Thị Dua")
    post = factories.post(department.units["trade"], group=department.groups["officers"])
    factories.assign(person, post, since=since, **details)
    return person


def test_everybody_is_listed_once(department, plan):
    assert plan.subjects.filter(person__isnull=False).count() == len(department.people)
    assert plan.subjects.filter(collective__isnull=False).count() == len(department.collectives)


@pytest.mark.parametrize(
    ("key", "kind", "standing"),
    [
        ("director", SubjectKind.DEPARTMENT_LEADER, Standing.RATED_ELSEWHERE),
        ("office_chief", SubjectKind.DIVISION_HEAD, Standing.RATED_HERE),
        ("trade_deputy", SubjectKind.DIVISION_DEPUTY, Standing.RATED_HERE),
        ("driver", SubjectKind.CONTRACT_WORKER, Standing.RATED_HERE),
        ("trade_officer", SubjectKind.CIVIL_SERVANT, Standing.RATED_HERE),
        ("centre_head", SubjectKind.SERVICE_UNIT_HEAD, Standing.RATED_HERE),
        ("centre_employee", SubjectKind.PUBLIC_EMPLOYEE, Standing.RATED_HERE),
    ],
)
def test_kind_and_standing_follow_post_and_category(department, plan, key, kind, standing):
    subject = plan.subjects.get(person=department.people[key])
    assert (subject.track.kind, subject.standing) == (kind, standing)
    assert bool(subject.standing_reason) == (standing != Standing.RATED_HERE)


def test_appointed_four_months_ago_is_reviewed_but_not_rated(department, with_tracks):
    newcomer = _newcomer(department, date(2023, 9, 1))
    _enrol(department, with_tracks)
    subject = with_tracks.subjects.get(person=newcomer)
    assert subject.standing == Standing.NOT_RATED
    assert "chưa đủ 06 tháng" in subject.standing_reason


def test_maternity_leave_does_not_stand_against_a_rating(department, with_tracks):
    mother = department.people["trade_officer_3"]
    people.record_absence(
        actor=department.office,
        at=moment(2023, 2, 1),
        person=mother,
        kind=AbsenceKind.MATERNITY,
        starts_on=date(2023, 2, 1),
        ends_on=date(2023, 7, 31),
    )
    _enrol(department, with_tracks)
    assert with_tracks.subjects.get(person=mother).standing == Standing.RATED_HERE


def test_facts_come_back_as_they_were_frozen(department, plan):
    facts = person_facts(plan.subjects.get(person=department.people["trade_head"]))
    assert facts.category is Category.CIVIL_SERVANT
    assert facts.leadership is Leadership.HEAD
    assert facts.months_in_post == 12


def test_running_again_follows_moves_and_keeps_what_was_set_by_hand(department, plan):
    by_hand = plan.subjects.get(person=department.people["trade_deputy"])
    enrolling.set_standing(
        actor=department.office,
        at=PLANNED,
        subject=by_hand,
        standing=Standing.NOT_RATED,
        reason="Đình chỉ công tác",
    )
    newcomer = _newcomer(department, date(2023, 1, 1))
    result = _enrol(department, plan)
    assert (result.added, result.removed) == (1, 0)
    by_hand.refresh_from_db()
    assert (by_hand.standing, by_hand.standing_reason) == (Standing.NOT_RATED, "Đình chỉ công tác")
    people.end_assignment(
        actor=department.office,
        at=moment(2023, 11, 20),
        assignment=newcomer.assignments.get(),
        ends_on=date(2023, 11, 20),
    )
    assert _enrol(department, plan).removed == 1


def test_people_no_procedure_covers_are_named(department, with_tracks):
    with_tracks.tracks.filter(kind=SubjectKind.CONTRACT_WORKER).delete()
    assert _enrol(department, with_tracks).uncovered == ("Lò Văn Sơn",)


def test_equal_posts_held_equally_long_are_pointed_out(department, with_tracks):
    holder = department.people["trade_officer_2"]
    other = factories.post(department.units["industry"], group=department.groups["officers"])
    factories.assign(holder, other, kind="concurrent")
    _enrol(department, with_tracks)
    faults = [
        fault for fault in data_check(with_tracks, AS_OF) if fault.rule == "subjects.unsettled"
    ]
    assert [holder.full_name in fault.message for fault in faults] == [True]


def test_the_higher_of_two_posts_decides_where_one_is_rated(department, with_tracks):
    holder = department.people["trade_deputy"]
    board = factories.unit("Ban Quản lý dự án", kind=UnitKind.DIVISION)
    post = factories.post(
        board, "Trưởng ban", group=department.groups["heads"], leadership=Leadership.HEAD, rank=10
    )
    factories.assign(holder, post, kind="concurrent")
    _enrol(department, with_tracks)
    subject = with_tracks.subjects.get(person=holder)
    assert (subject.unit, subject.track.kind) == (board, SubjectKind.DIVISION_HEAD)


def test_a_standing_set_by_hand_needs_a_reason(department, plan):
    subject = plan.subjects.get(person=department.people["driver"])
    with pytest.raises(Refused, match="lý do"):
        enrolling.set_standing(
            actor=department.office,
            at=PLANNED,
            subject=subject,
            standing=Standing.NOT_RATED,
            reason=" ",
        )


def test_nobody_managed_above_is_rated_here(department, plan):
    subject = plan.subjects.get(person=department.people["director"])
    with pytest.raises(Refused, match="cấp trên quyết định"):
        enrolling.set_standing(
            actor=department.office,
            at=PLANNED,
            subject=subject,
            standing=Standing.RATED_HERE,
            reason="Theo phân cấp",
        )


def test_the_database_refuses_to_leave_somebody_out_without_a_reason(department, plan):
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.subjects.filter(person=department.people["driver"]).update(standing=Standing.NOT_RATED)


def test_enrolment_takes_few_queries_for_any_number_of_people(
    department, with_tracks, django_assert_max_num_queries
):
    from django.db import connection

    with CaptureQueriesContext(connection) as few:
        _enrol(department, with_tracks)
    for _ in range(10):
        _newcomer(department, date(2020, 1, 1))
    with django_assert_max_num_queries(len(few)):
        _enrol(department, with_tracks)
