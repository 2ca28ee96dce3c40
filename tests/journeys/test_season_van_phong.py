"""Cả đợt van-phong-ubnd-2023: who decides on whom, three forms, the key conference, dossiers, awards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination, AwardRegistration
from tusoi.awards.selectors.dossier import award_dossiers
from tusoi.awards.selectors.papers import list_paper, minutes_paper, report_paper, unit_note_paper
from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.facts import form_code_of
from tusoi.campaigns.models import Review, Suggestion
from tusoi.decisions.enums import PartStanding
from tusoi.decisions.models import Classification, PaperContent
from tusoi.decisions.selectors.dossier_evidence import dossier_rows, evidence_of
from tusoi.decisions.selectors.dossier_lines import CheckedList, checked_list
from tusoi.decisions.selectors.missing_papers import unit_list
from tusoi.documents.enums import PaperKind
from tusoi.meetings.enums import MeetingAudience
from tusoi.meetings.selectors.papers import invitation_paper
from tusoi.meetings.selectors.people import officers_of
from tusoi.officialdocs.html_writer import write_html
from tusoi.rehearsal import example, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.stage import code_of
from tusoi.rulebook.dossier_lists import PartSource
from tusoi.rulebook.facts import RatingLevel, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rehearsal.stage import Refusal, Stage

pytestmark = pytest.mark.journey
NAME = "van-phong-ubnd-2023"
ROOMS = ("HCTC", "TH", "KT", "NC", "KGVX", "TCD")
SERVICE_UNITS = ("NK", "CBTH")
LEADERS = ("LA-001", "LA-002", "LA-003", "LA-004")
ROOM_DAY, KEY_DAY, FILES_DAY = date(2023, 12, 13), date(2023, 12, 14), date(2023, 12, 15)


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker) -> Iterator[Stage]:
    """The season, played to its end in a database of its own."""
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_van_phong"):
        yield season.play(example.load(NAME))


def dossier(stage: Stage, code: str) -> CheckedList:
    subject = dossier_rows(stage.opened.subjects.filter(pk=stage.subjects[code].pk)).get()
    return checked_list(subject, evidence_of(stage.opened, [subject]))


def refused(stage: Stage, words: str) -> Refusal:
    return next(each for each in stage.refusals if words in each.label)


def test_season_ends_with_everybody_told(stage: Stage) -> None:
    assert stage.opened.state == "closed"
    rows = Classification.objects.filter(subject__standing=Standing.RATED_HERE)
    assert set(rows.values_list("state", flat=True)) == {"notified"}


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("TTLD-VP", "Ban Thường vụ Tỉnh ủy"),
        ("LA-001", "Ban Thường vụ Tỉnh ủy"),
        ("LA-002", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        ("LA-004", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
    ],
)
def test_leaders_are_prepared_here_and_decided_above(stage: Stage, code: str, above: str) -> None:
    subject, row = stage.subjects[code], stage.classification(code)
    assert subject.standing == Standing.RATED_ELSEWHERE
    assert subject.track.decided_above_by == above
    assert row.proposed_level
    assert not row.decided_level


def test_the_head_decides_on_everybody_else_but_the_employees_of_service_units(
    stage: Stage,
) -> None:
    rows = Classification.objects.exclude(decided_level="").select_related(
        "decision", "subject__track", "subject__unit", "subject__person", "subject__collective"
    )
    signed = {code_of(row.subject): row.decision.issuer.code for row in rows}
    own = {code for code, unit in signed.items() if unit in SERVICE_UNITS}
    heads = {stage.cast.head(unit) for unit in SERVICE_UNITS}
    deputies = {"LA-082", "LA-092"}
    staff = {row["code"] for unit in SERVICE_UNITS for row in stage.example.people[unit]}
    assert own == staff - heads - deputies
    assert {unit for code, unit in signed.items() if code not in own} == {"VP"}


def test_service_units_decide_after_they_reported_to_the_conference(stage: Stage) -> None:
    reported = stage.meetings["rating-1"].minutes.approved_at
    for unit in SERVICE_UNITS:
        assert stage.decisions[unit].created_at > reported
        assert localdate(stage.decisions[unit].created_at) == KEY_DAY


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("TTLD-VP", "hd25-mau-01"),
        ("LA-002", "hd25-mau-02b"),
        ("LA-041", "hd25-mau-02b"),
        ("LA-081", "hd25-mau-02b"),
        ("LA-033", "hd25-mau-02a"),
        ("LA-093", "hd25-mau-02a"),
        ("LA-021", "hd07tu-mau-02c"),
        ("LA-016", "nd90-mau-02"),
        ("LA-022", "nd90-mau-02"),
        ("LA-085", "nd90-mau-03"),
    ],
)
def test_form_follows_membership_and_leadership(stage: Stage, code: str, form: str) -> None:
    assert form_code_of(stage.subjects[code]) == form


def test_rooms_finish_within_their_day(stage: Stage) -> None:
    for unit in (*ROOMS, *SERVICE_UNITS):
        meeting = stage.meetings[unit]
        assert localdate(meeting.minutes.approved_at) <= ROOM_DAY
        reviews = Review.objects.filter(subject__unit__code=unit)
        assert {review.state for review in reviews} == {"final"}
        assert all(localdate(review.finalised_at) <= ROOM_DAY for review in reviews)
        checked = unit_list(stage.opened, stage.cast.units[unit])
        assert len(checked.lines) == 5
        assert not checked.missing
    filed = PaperContent.objects.filter(kind=PaperKind.UNIT_REPORT).exclude(
        subject__unit__code="VP"
    )
    assert {localdate(row.saved_at) for row in filed} == {ROOM_DAY}


def test_the_day_of_the_plan_counts_with(stage: Stage) -> None:
    milestones = {row.step: row for row in stage.opened.milestones.all()}
    for step in (MilestoneStep.UNIT_REVIEWS, MilestoneStep.LEADERS_REVIEW):
        assert milestones[step].is_inclusive
    assert milestones[MilestoneStep.UNIT_REVIEWS].due_on == ROOM_DAY
    assert milestones[MilestoneStep.LEADERS_REVIEW].due_on == FILES_DAY
    assert milestones[MilestoneStep.AWARD_DOSSIERS].due_on == FILES_DAY


def test_key_conference_reviews_the_head_first_before_all_staff_and_guests(stage: Stage) -> None:
    meeting = stage.meetings["VP"]
    assert localdate(meeting.starts_at) == KEY_DAY
    assert meeting.audience == MeetingAudience.ALL_STAFF
    order = [code_of(item.subject) for item in meeting.agenda.order_by("position")]
    assert order[:2] == ["TTLD-VP", "LA-001"]
    assert set(order[2:]) == set(LEADERS[1:])
    staff = sum(len(rows) for rows in stage.example.people.values())
    assert meeting.attendances.filter(is_guest=False).count() == staff
    guests = meeting.attendances.filter(is_guest=True)
    assert {guest.title for guest in guests} == {
        row["attends_as"] for row in stage.example.cases["guests"]
    }
    text = write_html(invitation_paper(meeting))
    assert "Toàn thể công chức, viên chức, người lao động Văn phòng UBND tỉnh" in text
    assert "Đại diện Sở Nội vụ" in text


def test_rooms_without_a_collective_meet_under_their_head(stage: Stage) -> None:
    for unit in ROOMS:
        head, *deputies = stage.cast.leaders(unit)
        officers = officers_of(stage.cast.units[unit], ROOM_DAY)
        assert officers["chair"] == stage.person(head).pk
        assert officers["deputy_chair"] in {stage.person(code).pk for code in deputies}
        assert f"TTLD-{unit}" not in stage.subjects
        assert stage.classification(head).decided_level


def test_dossiers_of_the_leaders_have_the_parts_of_the_plan(stage: Stage) -> None:
    assert len(dossier(stage, "TTLD-VP").lines) == 4
    assert not dossier(stage, "TTLD-VP").missing
    for code in LEADERS[:3]:
        assert len(dossier(stage, code).lines) == 14
        assert not dossier(stage, code).missing
    assert [line.part.source for line in dossier(stage, "LA-004").missing] == [PartSource.RESIDENCE]
    findings = stage.classification("LA-004").appraisal.findings
    assert "dossiers.missing" in {finding["rule"] for finding in findings}


def test_achievements_belong_to_the_dossier_of_the_excellent_only(stage: Stage) -> None:
    standing = {
        code: line.answer.standing
        for code in LEADERS
        for line in dossier(stage, code).lines
        if line.part.source is PartSource.ACHIEVEMENTS
    }
    assert standing["LA-002"] is PartStanding.OUTSIDE
    assert standing["LA-001"] is PartStanding.NOT_APPLICABLE


def test_files_of_the_leaders_are_ready_on_their_day(stage: Stage) -> None:
    for code in ("TTLD-VP", *LEADERS):
        assert localdate(stage.classification(code).proposed_at) <= FILES_DAY
        assert localdate(stage.review(code).finalised_at) < FILES_DAY


def test_suggestion_is_answered_before_the_review_is_taken(stage: Stage) -> None:
    suggestion = Suggestion.objects.get()
    assert code_of(suggestion.subject) == "LA-003"
    assert suggestion.answer
    assert [opinion.unit.code for opinion in suggestion.opinions.all()] == ["TCD"]
    assert "chưa được giải trình" in refused(stage, "chưa giải trình").messages[0]


def test_first_decision_breaks_the_caps(stage: Stage) -> None:
    messages = refused(stage, "205/QĐ-VP").messages
    assert any("vượt mức tối đa" in message for message in messages)
    decided = {code: stage.classification(code).decided_level for code in ("LA-011", "LA-031")}
    assert decided == {"LA-011": RatingLevel.EXCELLENT, "LA-031": RatingLevel.GOOD}


def test_awards_rest_on_registrations_of_the_start_of_the_year(stage: Stage) -> None:
    days = AwardRegistration.objects.values_list("registered_on", flat=True)
    assert {(day.year, day.month) for day in days} == {(2023, 1)}
    assert "bản đăng ký thi đua" in refused(stage, "cho Cao Hữu Lộc").messages[0]


def test_awards_follow_the_level_and_the_share(stage: Stage) -> None:
    assert "Hoàn thành nhiệm vụ" in refused(stage, "cho Vi Thị Thoa").messages[0]
    assert "15%" in refused(stage, "Trình hội đồng").messages[0]
    left_out = AwardNomination.objects.get(state="declined")
    assert code_of(left_out.subject) == "LA-031"
    assert "Hoàn thành tốt nhiệm vụ" in left_out.closing_reason


def test_awards_go_to_the_council_with_their_papers(stage: Stage) -> None:
    made = AwardList.objects.get()
    sent = made.nominations.select_related("subject__unit", "discussion__meeting")
    assert sent.count() == 22
    assert all(row.discussion.meeting.unit == row.subject.unit for row in sent)
    assert "Hội đồng Thi đua - Khen thưởng" in write_html(list_paper(made))
    for checked in award_dossiers(stage.opened, AwardDiscussion.objects.all()):
        assert (checked.present, len(checked.parts)) == (3, 3)
    row = sent.get(subject=stage.subjects["LA-042"])
    discussion = row.discussion
    for paper in (unit_note_paper(discussion), minutes_paper(discussion), report_paper(row)):
        assert "Bàn Thị Kiều" in write_html(paper)
