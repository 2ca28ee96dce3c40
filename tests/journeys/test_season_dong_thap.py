"""Cả đợt dong-thap-2021: a small office, three forms, what the Party cell takes over, equal posts compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate

from tusoi.awards.models import AwardNomination
from tusoi.campaigns.facts import form_code_of
from tusoi.campaigns.models import CirculationReceipt
from tusoi.campaigns.selectors.checks import data_check
from tusoi.campaigns.selectors.places import places_of
from tusoi.decisions.models import Classification
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.agenda import deferred_subjects
from tusoi.meetings.selectors.held import with_places_open
from tusoi.meetings.selectors.results import review_meeting_of
from tusoi.meetings.selectors.taken_over import taken_over
from tusoi.rehearsal import example, season
from tusoi.rehearsal.example import moment
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.stage import code_of
from tusoi.rulebook.facts import RatingLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rehearsal.stage import Stage

pytestmark = pytest.mark.journey
NAME, CELL = "dong-thap-2021", "CB-VP"
ABSENT, LATE = "DT-025", "DT-026"
ROOMS = ("CTQH", "CTHD", "TTDN", "HCTQ")


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker) -> Iterator[Stage]:
    """The season, played to its end in a database of its own."""
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_dong_thap"):
        yield season.play(example.load(NAME))


def cell_items(stage: Stage) -> dict[str, bool]:
    """Whom the cell dealt with, and whether the review was taken over from the room."""
    agenda = stage.meetings[CELL].agenda.select_related("subject__person", "subject__collective")
    return {code_of(item.subject): item.is_carried_over for item in agenda}


def test_the_office_is_small() -> None:
    people = example.load(NAME).people
    assert len(people["VP"]) == 3
    assert all(4 <= len(people[room]) <= 8 for room in ROOMS)


def test_leaders_of_the_office_are_asked_for_nothing(stage: Stage) -> None:
    assert not {"DT-001", "DT-002", "DT-003", "TTLD-VP"} & stage.subjects.keys()
    assert len(stage.subjects) == 28
    findings = data_check(stage.opened, date(2021, 11, 2))
    assert {each.rule for each in findings} <= {"org.no-account"}


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("TTLD-CTQH", "hd21-mau-01"),
        ("DT-011", "hd21-mau-02"),
        ("DT-046", "hd21-mau-02"),
        ("DT-015", "kbdg2021-mau-05"),
        ("DT-047", "kbdg2021-mau-05"),
    ],
    ids=["tập thể", "đảng viên giữ chức vụ", "đảng viên lái xe", "chưa là đảng viên", "phục vụ"],
)
def test_forms_by_membership(stage: Stage, code: str, form: str) -> None:
    assert form_code_of(stage.subjects[code]) == form


def test_every_review_is_held_before_the_twentieth(stage: Stage) -> None:
    rooms = [stage.meetings[room] for room in ROOMS]
    assert {meeting.kind for meeting in rooms} == {MeetingKind.UNIT_REVIEW}
    days = [localdate(review_meeting_of(row).starts_at) for row in stage.subjects.values()]
    assert max(days) == date(2021, 11, 19)
    deadline = stage.opened.milestones.get(step="unit_reviews")
    assert (deadline.due_on, deadline.is_inclusive) == (date(2021, 11, 20), False)


def test_members_reviewed_at_their_room_are_not_reviewed_again(stage: Stage) -> None:
    items = cell_items(stage)
    people = {code: row.person for code, row in stage.subjects.items() if row.person}
    assert items.keys() == {code for code, each in people.items() if each.party_joined_on}
    assert [code for code, is_taken in items.items() if not is_taken] == [ABSENT]


def test_opinions_of_the_room_stand_in_the_minutes_of_the_cell(stage: Stage) -> None:
    meeting = stage.meetings[CELL]
    taken = taken_over(meeting)
    for code, is_taken in cell_items(stage).items():
        if is_taken:
            opinions = taken[stage.subjects[code].pk].opinions
            assert sum(who.startswith("Ý kiến tại Hội nghị") for who, _ in opinions) == 2
    body = str(Meeting.objects.get(pk=meeting.pk).minutes.body)
    assert "nên không trình bày lại" in body
    assert "Góp ý bằng văn bản của đồng chí Dương Văn Nhẫn" in body
    assert "Kiểm điểm đồng chí Đặng Thanh Bình Nguyên" in body


def test_every_review_reached_every_member_beforehand(stage: Stage) -> None:
    starts_at = stage.meetings[CELL].starts_at
    sent = CirculationReceipt.objects.filter(
        circulation__review__subject__person__party_cell=stage.cast.cells[CELL],
        person__party_cell=stage.cast.cells[CELL],
        sent_at__lt=starts_at,
    )
    members = 22
    assert sent.count() == (members - 3) * (members - 1)


def test_the_cell_is_not_invited_while_a_review_is_missing(stage: Stage) -> None:
    refusal = next(each for each in stage.refusals if "Chi bộ" in each.label)
    (message,) = refusal.messages
    assert "chưa được gửi" in message
    assert stage.person(LATE).full_name in message


def test_who_missed_the_room_is_reviewed_in_the_cell(stage: Stage) -> None:
    subject = stage.subjects[ABSENT]
    (place,) = [row for row in places_of(subject) if row.is_main]
    assert place.cell == stage.cast.cells[CELL]
    assert review_meeting_of(subject) == stage.meetings[CELL]
    assert stage.review(ABSENT).state == "final"
    assert not deferred_subjects(stage.meetings["CTHD"]).exists()
    assert not with_places_open(stage.opened.subjects.all()).exists()


def test_equal_posts_are_compared_before_deciding(stage: Stage) -> None:
    """Three proposed for more than an equal of another room who did better; then proposed anew."""
    at_first, afterwards = stage.comparisons.values()
    assert at_first.keys() == {"DT-013", "DT-022", "DT-032", "DT-043", "DT-044"}
    assert "kết quả cao hơn nhưng mức đề nghị thấp hơn" in at_first["DT-013"]
    assert "kết quả thấp hơn nhưng mức đề nghị cao hơn" in at_first["DT-044"]
    assert afterwards == {}
    assert max(stage.comparisons) < moment("2021-12-01 09:00")


def test_the_head_decides_alone(stage: Stage) -> None:
    assert not Meeting.objects.filter(kind=MeetingKind.LEADERS_RATING).exists()
    decision = stage.decisions["rating-1"]
    assert decision.signer_title == "Chánh Văn phòng"
    assert Classification.objects.filter(decision=decision).count() == 27


def test_more_excellent_rooms_than_allowed_are_refused(stage: Stage) -> None:
    refusal = next(each for each in stage.refusals if "theo đề nghị lần đầu" in each.label)
    assert {line.split(": ")[0] for line in refusal.messages} == {
        "Phòng Công tác HĐND",
        "Phòng Hành chính, Tổ chức, Quản trị",
    }


def test_awards_only_for_the_excellent_who_registered(stage: Stage) -> None:
    made = AwardNomination.objects.select_related("subject__person", "subject__collective")
    assert {code_of(each.subject) for each in made} == {"DT-021", "DT-024", "TTLD-CTHD"}
    assert {each.state for each in made} == {"submitted"}
    levels = {stage.classification(code_of(each.subject)).decided_level for each in made}
    assert levels == {RatingLevel.EXCELLENT}
    refused = {each.label.rpartition(" cho ")[2]: each for each in stage.refusals}
    assert "Chưa có bản đăng ký" in refused["Châu Tuấn Vũ"].messages[0]
    assert "Hoàn thành tốt nhiệm vụ" in refused["Trịnh Hoài Ân"].messages[0]
