"""Nơi kiểm điểm: from people and posts to the places of review, with their ground."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.apps.campaigns.season import AS_OF, PLANNED, WRITTEN, circulate, open_season
from tests.factories import OFFICE
from tusoi.campaigns.enums import PlaceKind
from tusoi.campaigns.facts import UNSETTLED_PLACE, person_facts
from tusoi.campaigns.models import CirculationReceipt
from tusoi.campaigns.permissions import subjects_visible_to
from tusoi.campaigns.selectors.cells import may_still_comment
from tusoi.campaigns.selectors.checks import data_check
from tusoi.campaigns.selectors.places import placements, places_of
from tusoi.campaigns.services import circulating, enrolling, placing
from tusoi.org.enums import AssignmentKind, Category, CollectiveKind, Leadership, Role, UnitKind
from tusoi.org.models import CollectiveMember
from tusoi.org.services import structure

pytestmark = pytest.mark.django_db
TOWN_DAY = date(2024, 10, 25)


@pytest.fixture
def town(department, plan):
    """The same plan under the local rules of Chợ Chu."""
    plan.overlay, plan.plan_date = "cho-chu-2024", TOWN_DAY
    plan.save(update_fields=["overlay", "plan_date"])
    return plan


def enrol(department, campaign):
    enrolling.enrol_subjects(actor=department.office, at=PLANNED, campaign=campaign, as_of=AS_OF)


def subject_of(department, campaign, key):
    return campaign.subjects.get(person=department.people[key])


def places(department, campaign, key):
    """(kind, where, marks) per place: M main, R report only."""
    return [
        (
            PlaceKind(row.kind),
            str(row.cell or row.unit.short_name),
            "M" * row.is_main + "R" * row.is_report_only,
        )
        for row in places_of(subject_of(department, campaign, key))
    ]


def further_post(department, key, *, unit, rank, since=date(2022, 1, 1), is_specialised=True):
    post = factories.post(
        department.units[unit],
        f"Chức vụ kiêm nhiệm của {key}",
        group=department.groups["heads"],
        leadership=Leadership.HEAD,
        rank=rank,
    )
    return factories.assign(
        department.people[key],
        post,
        since=since,
        kind=AssignmentKind.CONCURRENT,
        is_specialised=is_specialised,
    )


CELL = "Chi bộ Phòng Quản lý thương mại"
TRADE = "Phòng Quản lý thương mại"


def test_a_leader_is_reviewed_in_two_places_and_staff_where_they_work(department, plan):
    assert places(department, plan, "trade_head") == [
        (PlaceKind.COLLECTIVE, _short(department, "trade"), "M"),
        (PlaceKind.CELL, CELL, ""),
    ]
    assert places(department, plan, "trade_officer") == [
        (PlaceKind.UNIT, _short(department, "trade"), "M"),
        (PlaceKind.CELL, CELL, ""),
    ]
    assert places(department, plan, "trade_officer_2") == [
        (PlaceKind.UNIT, _short(department, "trade"), "M")
    ]


def _short(department, unit):
    return department.units[unit].short_name


def test_every_place_carries_its_ground_and_the_law(department, town):
    enrol(department, town)
    rows = places_of(subject_of(department, town, "trade_head"))
    assert all(row.ground and row.cites for row in rows)
    assert "kh-du-cho-chu-2024/ii.2.2" in rows[0].cites


def test_a_collective_of_less_than_three_joins_the_whole_body(department, town):
    collective = department.collectives["trade"]
    members = list(CollectiveMember.objects.filter(collective=collective, ends_on__isnull=True))
    for member in members[2:]:
        structure.end_membership(actor=OFFICE, at=PLANNED, member=member, ends_on=member.starts_on)
    enrol(department, town)
    assert places(department, town, "trade_head")[0][0] is PlaceKind.WHOLE_BODY
    of_collective = places_of(town.subjects.get(collective=collective)).get()
    assert of_collective.kind == PlaceKind.WHOLE_BODY
    assert of_collective.is_main


def test_a_concurrent_post_that_is_not_specialised_only_hears_a_report(department, town):
    further_post(department, "trade_head", unit="industry", rank=30, is_specialised=False)
    enrol(department, town)
    assert places(department, town, "trade_head")[2:] == [
        (PlaceKind.OTHER_POST, _short(department, "industry"), "R")
    ]


def test_a_lower_specialised_post_adds_a_place(department, town):
    own = department.people["trade_head"].assignments.get().post.rank
    further_post(department, "trade_head", unit="industry", rank=own + 1)
    enrol(department, town)
    assert (PlaceKind.OTHER_POST, _short(department, "industry"), "") in places(
        department, town, "trade_head"
    )


def test_of_equal_posts_the_longer_held_one_counts(department, town):
    own = department.people["trade_head"].assignments.get().post.rank
    further_post(department, "trade_head", unit="industry", rank=own, since=date(2023, 9, 1))
    enrol(department, town)
    kinds = [kind for kind, _, _ in places(department, town, "trade_head")]
    assert PlaceKind.OTHER_POST not in kinds
    assert UNSETTLED_PLACE not in subject_of(department, town, "trade_head").facts


def test_equal_posts_held_equally_long_wait_for_the_office(department, town):
    own = department.people["trade_head"].assignments.get().post.rank
    further_post(department, "trade_head", unit="industry", rank=own)
    enrol(department, town)
    subject = subject_of(department, town, "trade_head")
    assert "chưa xác định được nơi kiểm điểm" in subject.facts[UNSETTLED_PLACE]
    assert person_facts(subject).leadership is Leadership.HEAD
    assert "subjects.unplaced" in {each.rule for each in data_check(town, AS_OF)}
    placing.set_place(
        actor=OFFICE,
        at=PLANNED,
        subject=subject,
        kind=PlaceKind.COLLECTIVE,
        unit=department.units["industry"],
        reason="Thông báo số 12-TB/ĐU ngày 20/10/2024.",
    )
    expected = [
        (PlaceKind.COLLECTIVE, _short(department, "industry"), "M"),
        (PlaceKind.CELL, CELL, ""),
    ]
    assert places(department, town, "trade_head") == expected
    assert "subjects.unplaced" not in {each.rule for each in data_check(town, AS_OF)}
    enrol(department, town)
    assert places(department, town, "trade_head") == expected


def test_a_further_place_may_be_added_by_the_office(department, plan):
    placing.set_place(
        actor=OFFICE,
        at=PLANNED,
        subject=subject_of(department, plan, "trade_officer"),
        kind=PlaceKind.OTHER_POST,
        unit=department.units["industry"],
        reason="Quyết định số 8-QĐ/ĐU.",
        is_main=False,
    )
    marks = [mark for _, _, mark in places(department, plan, "trade_officer")]
    assert sorted(marks) == ["", "", "M"]


@pytest.fixture
def residential_cell(department, town):
    """A Party cell as a unit of its own, with a committee of two, one of them without any post."""
    unit = factories.unit("Chi bộ Tân Lập", kind=UnitKind.PARTY_CELL)
    cell = structure.register_cell(
        actor=OFFICE, at=PLANNED, code="CB-TL", name="Chi bộ Tân Lập", unit=unit
    )
    collective = structure.register_collective(
        actor=OFFICE,
        at=PLANNED,
        unit=unit,
        name="Chi ủy chi bộ Tân Lập",
        group=department.groups["collectives"],
    )
    post = factories.post(
        unit, "Bí thư chi bộ", group=department.groups["heads"], leadership=Leadership.HEAD, rank=50
    )
    secretary = factories.person(
        category=Category.CADRE, party_joined_on=date(2010, 1, 1), party_cell=cell
    )
    factories.assign(secretary, post)
    structure.add_member(
        actor=OFFICE,
        at=PLANNED,
        collective=collective,
        person=secretary,
        is_head=True,
        starts_on=date(2022, 1, 1),
    )
    return cell, collective, secretary


def _found(campaign, person=None, collective=None):
    each = next(
        each
        for each in placements(campaign, AS_OF)
        if each.subject.person_id == getattr(person, "pk", None)
        and each.subject.collective_id == getattr(collective, "pk", None)
    )
    return [(row.kind, row.cell, row.is_main) for row in each.places]


def _subject(campaign, kind, **whom):
    """A subject as the enrolment writes it, for kinds the plan of the small department has not."""
    template = campaign.subjects.first()
    template.pk, template.person, template.collective = None, None, None
    for name, value in whom.items():
        setattr(template, name, value)
    template.save(force_insert=True)
    return template


def test_whoever_leads_nothing_but_a_cell_is_reviewed_there(town, residential_cell):
    cell, collective, secretary = residential_cell
    _subject(town, "cell", person=secretary, unit=cell.unit)
    _subject(town, "cell", collective=collective, unit=cell.unit)
    assert _found(town, person=secretary) == [(PlaceKind.CELL, cell, True)]
    assert _found(town, collective=collective) == [(PlaceKind.WHOLE_BODY, cell, True)]


def test_a_cell_without_a_committee_reviews_as_a_cell(town, residential_cell):
    cell, collective, secretary = residential_cell
    structure.correct_cell(
        actor=OFFICE, at=PLANNED, cell=cell, name=cell.name, unit=cell.unit, has_committee=False
    )
    _subject(town, "cell", collective=collective, unit=cell.unit)
    subject = _subject(town, "cell", person=secretary, unit=cell.unit)
    assert _found(town, collective=collective) == [(PlaceKind.CELL, cell, True)]
    placement = next(each for each in placements(town, AS_OF) if each.subject == subject)
    assert "không có chi ủy" in placement.places[0].ground


def test_the_cell_itself_counts_its_members(town, residential_cell, department):
    cell, _, _ = residential_cell
    itself = structure.register_collective(
        actor=OFFICE,
        at=PLANNED,
        unit=cell.unit,
        name="Chi bộ Tân Lập",
        group=department.groups["collectives"],
        kind=CollectiveKind.PARTY_ORGANISATION,
    )
    _subject(town, "cell", collective=itself, unit=cell.unit)
    assert _found(town, collective=itself) == [(PlaceKind.WHOLE_BODY, cell, True)]


def test_a_suspended_member_of_a_committee_is_reviewed_in_the_cell(department, town):
    committee = factories.unit("Đảng ủy Sở", kind=UnitKind.PARTY_COMMITTEE)
    collective = structure.register_collective(
        actor=OFFICE,
        at=PLANNED,
        unit=committee,
        name="Ban Thường vụ Đảng ủy",
        group=department.groups["collectives"],
    )
    post = factories.post(
        committee,
        "Phó Bí thư Đảng ủy",
        group=department.groups["heads"],
        leadership=Leadership.DEPUTY,
        rank=1,
    )
    person = department.people["trade_officer"]
    factories.assign(person, post, kind=AssignmentKind.CONCURRENT, since=date(2022, 1, 1))
    member = structure.add_member(
        actor=OFFICE,
        at=PLANNED,
        collective=collective,
        person=person,
        is_head=False,
        starts_on=date(2022, 1, 1),
    )
    _subject(town, "party", person=None, collective=collective, unit=committee)
    own = [row for row in placements(town, AS_OF) if row.subject.person == person]
    assert committee in [row.unit for row in own[0].places]
    structure.suspend_member(
        actor=OFFICE,
        at=PLANNED,
        member=member,
        suspended_from=date(2023, 6, 1),
        document="Quyết định số 5-QĐ/HU ngày 01/6/2023",
    )
    (own,) = [row for row in placements(town, AS_OF) if row.subject.person == person]
    (place,) = own.places
    assert place.is_main
    assert str(place.cell) == CELL
    assert "bị đình chỉ sinh hoạt cấp ủy" in place.ground


def test_the_number_of_queries_does_not_grow_with_the_people(department, plan):
    with CaptureQueriesContext(connection) as few:
        placing.place_subjects(plan, AS_OF)
    extra = [factories.person() for _ in range(6)]
    for person in extra:
        factories.assign(
            person, factories.post(department.units["trade"], group=department.groups["officers"])
        )
    enrol(department, plan)
    with CaptureQueriesContext(connection) as many:
        placing.place_subjects(plan, AS_OF)
    assert len(many) <= len(few)
    assert plan.subjects.filter(places__isnull=True).count() == 0


def test_the_review_goes_to_every_other_member_of_the_cell(department, plan):
    campaign = open_season(department, plan)
    review = circulate(department, campaign, "trade_head", "trade_deputy", "trade_officer_2")
    circulating.send_to_cell(actor=department.actor("trade_head"), at=WRITTEN, review=review)
    sent = CirculationReceipt.objects.filter(
        circulation__review=review, sent_at__isnull=False
    ).values_list("person__full_name", flat=True)
    assert set(sent) == {
        department.people[key].full_name
        for key in ("trade_deputy", "trade_officer", "trade_officer_3")
    }
    review.state = "discussed"
    review.save(update_fields=["state"])
    assert may_still_comment(review, department.people["trade_officer"].pk)
    assert not may_still_comment(review, department.people["trade_officer_2"].pk)
    circulating.comment_on_review(
        actor=department.actor("trade_officer"), at=WRITTEN, review=review, text="Nhất trí."
    )


def test_a_cell_knows_only_those_whose_review_it_holds(department, plan):
    visible = subjects_visible_to(department.actor("trade_head", Role.PARTY_CELL))
    staff = subject_of(department, plan, "trade_officer")
    assert staff not in visible
    placing.set_place(
        actor=OFFICE,
        at=PLANNED,
        subject=staff,
        kind=PlaceKind.CELL,
        cell=department.people["trade_officer"].party_cell,
        reason="Quyết định số 8-QĐ/ĐU.",
    )
    assert staff in subjects_visible_to(department.actor("trade_head", Role.PARTY_CELL))
