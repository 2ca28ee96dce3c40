"""Thành phần theo quy định: all staff, key officials, the collective – by size and kind, with the ground."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.apps.meetings import stage as scenery
from tests.factories import OFFICE, START

from tusoi.campaigns.models import SubjectPlace
from tusoi.meetings.enums import MeetingAudience, MeetingKind
from tusoi.meetings.selectors.audiences import audience_findings, legal_audience
from tusoi.meetings.selectors.people import key_officials_of, members_of
from tusoi.org.enums import CollectiveKind, Leadership, UnitKind
from tusoi.org.models import Assignment, Person
from tusoi.org.services import structure

pytestmark = pytest.mark.django_db
DAY = date(2023, 11, 29)
LIMIT = 70


@pytest.fixture
def large(stage):
    """The season of Thanh Hóa 2022 and a trade division of seventy."""
    stage.campaign.overlay, stage.campaign.law_date = "thanh-hoa-2022", date(2022, 11, 24)
    stage.campaign.save(update_fields=["overlay", "law_date"])
    unit = stage.department.units["trade"]
    post = factories.post(unit, group=stage.department.groups["officers"])
    missing = LIMIT - members_of(unit, MeetingKind.UNIT_REVIEW, DAY).count()
    people = Person.objects.bulk_create(
        Person(code=f"L{number}", full_name=f"Lò Văn {number}", category="civil_servant")
        for number in range(missing)
    )
    Assignment.objects.bulk_create(
        Assignment(person=person, post=post, starts_on=date(2020, 1, 1)) for person in people
    )
    return unit


def test_seventy_posts_call_for_key_officials(stage, large):
    legal = legal_audience(stage.campaign, large, MeetingKind.UNIT_REVIEW, DAY)
    assert legal.audience is MeetingAudience.KEY_OFFICIALS
    assert "bc-snnptnt-thanh-hoa-2022/i.2.1.b" in legal.findings[0].cites
    scenery.circulate(stage)
    meeting = scenery.plan(stage)
    assert meeting.audience == MeetingAudience.KEY_OFFICIALS
    members = set(meeting.attendances.filter(is_guest=False).values_list("person_id", flat=True))
    assert members == {stage.person("trade_head").pk, stage.person("trade_deputy").pk}
    assert [each.rule for each in audience_findings(meeting)] == ["procedure.conference"]


def test_one_less_is_reviewed_before_all_staff(stage, large):
    Assignment.objects.filter(person__code="L0").delete()
    legal = legal_audience(stage.campaign, large, MeetingKind.UNIT_REVIEW, DAY)
    assert legal.audience is MeetingAudience.ALL_STAFF


def test_another_audience_may_be_chosen_and_is_pointed_out(stage, large):
    scenery.circulate(stage)
    meeting = scenery.plan(stage, audience=MeetingAudience.ALL_STAFF)
    assert meeting.attendances.filter(is_guest=False).count() == LIMIT
    ground, departure = audience_findings(meeting)
    assert departure.rule == "meeting.audience"
    assert departure.cites == ground.cites


def test_key_officials_are_leaders_committees_and_heads_of_mass_organisations(stage):
    body, groups = stage.department.body, stage.department.groups
    union = factories.unit("Công đoàn Sở", kind=UnitKind.MASS_ORGANISATION)
    for key, leadership in (
        ("trade_officer_2", Leadership.HEAD),
        ("driver", Leadership.DEPUTY),
    ):
        post = factories.post(union, leadership.label, group=groups["heads"], leadership=leadership)
        factories.assign(stage.person(key), post, kind="concurrent")
    committee = structure.register_collective(
        actor=OFFICE,
        at=START,
        unit=body,
        name="Đảng bộ Sở",
        group=groups["collectives"],
        kind=CollectiveKind.PARTY_ORGANISATION,
    )
    for key, is_head in (("director", True), ("industry_officer", False)):
        member = structure.add_member(
            actor=OFFICE,
            at=START,
            collective=committee,
            person=stage.person(key),
            is_head=is_head,
            starts_on=date(2020, 1, 1),
        )
    key_officials = key_officials_of(body, DAY)
    expected = ("director", "trade_head", "trade_deputy", "trade_officer_2", "industry_officer")
    assert {stage.person(key) for key in expected} <= set(key_officials)
    assert stage.person("driver") not in key_officials
    assert stage.person("trade_officer_3") not in key_officials
    member.suspended_from = date(2023, 1, 1)
    member.save(update_fields=["suspended_from"])
    assert stage.person("industry_officer") not in key_officials_of(body, DAY)


def _place(stage, kind):
    subject = stage.subjects["collective"]
    subject.unit = stage.department.body
    subject.save(update_fields=["unit"])
    SubjectPlace.objects.create(
        subject=subject, kind=kind, unit=subject.unit, is_main=True, ground="Căn cứ", cites=["x"]
    )
    return subject.unit


def test_a_small_leading_collective_meets_with_the_whole_body(stage):
    unit = _place(stage, "whole_body")
    legal = legal_audience(stage.campaign, unit, MeetingKind.LEADERS_REVIEW, DAY)
    assert legal.audience is MeetingAudience.ALL_STAFF
    assert legal.findings[0].message == "Căn cứ"


def test_the_leaders_meet_among_themselves(stage):
    unit = _place(stage, "collective")
    for kind in (MeetingKind.LEADERS_REVIEW, MeetingKind.LEADERS_RATING):
        assert legal_audience(stage.campaign, unit, kind, DAY).audience is MeetingAudience.LEADERS
    bare = stage.department.units["industry"]
    legal = legal_audience(stage.campaign, bare, MeetingKind.LEADERS_REVIEW, DAY)
    assert (legal.audience, legal.findings) == (MeetingAudience.LEADERS, ())


def test_a_council_is_reviewed_at_its_own_conference(stage):
    council = factories.unit("Thường trực Hội đồng nhân dân", kind=UnitKind.PEOPLES_COUNCIL)
    legal = legal_audience(stage.campaign, council, MeetingKind.UNIT_REVIEW, DAY)
    assert legal.audience is MeetingAudience.LEADERS


def test_the_leaders_may_be_reviewed_before_the_key_officials(stage):
    """Seed 001, 2.3: the whole office and its guests hear the leaders."""
    scenery.circulate(stage, "director", "vice_director")
    meeting = scenery.plan(
        stage,
        actor=OFFICE,
        unit=stage.department.body,
        kind=MeetingKind.LEADERS_REVIEW,
        audience=MeetingAudience.KEY_OFFICIALS,
        chair=stage.person("director"),
        deputy_chair=stage.person("vice_director"),
        secretary=stage.person("coordinator"),
    )
    members = meeting.attendances.filter(is_guest=False).values_list("person_id", flat=True)
    assert stage.person("industry_head").pk in members
    assert stage.person("industry_officer").pk not in members
