"""Dự, chỉ đạo kiểm điểm: who may be assigned, what he or she reads, what is recorded after the meeting."""

import pytest

from tests.apps.campaigns import season as scenery
from tests.apps.campaigns.test_suggesting import suggest
from tests.cast import moment
from tusoi.campaigns.models import Review, Supervision
from tusoi.campaigns.permissions import reviews_visible_to, suggestions_visible_to
from tusoi.campaigns.selectors.supervisions import units_supervised, upper_level
from tusoi.campaigns.selectors.tasks import tasks_of
from tusoi.campaigns.services import supervising
from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.services.summoning import assign_supervisor, end_supervision
from tusoi.org.enums import Role

LATER = moment(2023, 11, 25)


def assign(department, campaign, unit="trade", person="vice_director"):
    return assign_supervisor(
        actor=department.office,
        at=LATER,
        campaign=campaign,
        unit=department.units[unit],
        person=department.people[person],
        document="15/PC-SCT",
    )


def record(department, supervision, key="vice_director", *, is_satisfactory=True):
    return supervising.record_findings(
        actor=department.actor(key),
        at=LATER,
        supervision=supervision,
        findings="Kiểm điểm nghiêm túc, đúng quy định.",
        is_satisfactory=is_satisfactory,
    )


def test_only_the_upper_level_is_assigned(department, season):
    people = set(upper_level(season, LATER.date()))
    assert people == {department.people["director"], department.people["vice_director"]}


def test_the_supervisor_reads_the_drafts_of_that_unit_once_they_are_out(department, season):
    draft = scenery.circulate(department, season, "trade_officer", "trade_head")
    scenery.submit(department, season, "trade_officer_2")
    scenery.circulate(department, season, "industry_officer", "industry_head")
    person = department.actor("vice_director")
    assert not reviews_visible_to(person).filter(subject__unit=department.units["trade"]).exists()
    supervision = assign(department, season)
    of_units = reviews_visible_to(person).exclude(subject__unit=department.body)
    assert list(of_units) == [draft]
    suggest(department, season, "trade_officer_2")
    assert suggestions_visible_to(person).exists()
    end_supervision(actor=department.office, at=LATER, supervision=supervision)
    assert not reviews_visible_to(person).filter(pk=draft.pk).exists()
    assert not suggestions_visible_to(person).exists()


def test_findings_are_recorded_after_the_meeting_and_may_be_completed(department, season):
    supervision = assign(department, season)
    person = department.actor("vice_director")
    assert any("Dự, chỉ đạo kiểm điểm tại" in task.label for task in tasks_of(person, LATER.date()))
    with pytest.raises(Refused, match="chưa tổ chức hội nghị"):
        record(department, supervision)
    Review.objects.filter(subject__person=department.people["trade_officer"]).update(
        state="discussed"
    )
    assert any("Ghi nhận xét" in task.label for task in tasks_of(person, LATER.date()))
    assert record(department, supervision, is_satisfactory=False).is_satisfactory is False
    with pytest.raises(NotAllowed):
        record(department, supervision, "director")
    with pytest.raises(Refused, match="đã có nhận xét"):
        end_supervision(actor=department.office, at=LATER, supervision=supervision)
    assert Supervision.objects.get().ended_at is None


def test_units_are_listed_with_what_is_missing(department, season, django_assert_num_queries):
    suggest(department, season, "industry_officer")
    suggest(department, season, "industry_officer", text="Nội dung thứ hai.")
    assign(department, season)
    with django_assert_num_queries(2):
        rows = {unit.code: unit for unit in units_supervised(season)}
    assert rows["QLCN"].suggestions == 2
    assert rows["QLCN"].supervised_by == []
    assert [each.person for each in rows["QLTM"].supervised_by] == [
        department.people["vice_director"]
    ]
    missing = units_supervised(season, q="cong nghiep", only_missing=True)
    assert [unit.code for unit in missing] == ["QLCN"]


@pytest.mark.parametrize("overlay", ["lai-chau-2023", "thanh-hoa-2022"])
def test_the_office_is_told_where_somebody_is_missing_if_the_plan_asks_for_one(
    department, season, overlay
):
    suggest(department, season, "industry_officer")
    season.overlay = overlay
    if overlay == "thanh-hoa-2022":
        season.law_date = moment(2022, 12, 5).date()
    season.save()
    office = department.actor("coordinator", Role.COORDINATOR)
    told = any("Phân công người dự" in task.label for task in tasks_of(office, LATER.date()))
    assert told is (overlay == "thanh-hoa-2022")
