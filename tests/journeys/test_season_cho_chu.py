"""Cả đợt cho-chu-2024: a town Party committee – two places of review, special cases, the Party's own papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate

from tusoi.campaigns.models import SubjectPlace
from tusoi.decisions.models import Classification, Decision, OpinionRequest
from tusoi.decisions.selectors.caps import caps_of
from tusoi.decisions.selectors.dossier_evidence import evidence_of
from tusoi.decisions.selectors.dossier_lines import checked_list, gaps_of
from tusoi.decisions.selectors.papers import decision_paper
from tusoi.documents.models import RegisterEntry
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.selectors.agenda import deferred_subjects
from tusoi.meetings.selectors.held import with_places_open
from tusoi.meetings.selectors.papers import invitation_paper
from tusoi.rehearsal import example, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rulebook.facts import PlaceKind, RatingLevel, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rehearsal.stage import Stage

pytestmark = pytest.mark.journey
NAME = "cho-chu-2024"
LAST_DAY = date(2024, 11, 14)
CELLS = ("CB-CQ", "CB-TH", "CB-P1", "CB-P2", "CB-P3", "CB-P4")


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker) -> Iterator[Stage]:
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_cho_chu"):
        yield season.play(example.load(NAME))


def places(stage: Stage, code: str) -> set[tuple[PlaceKind, str, bool]]:
    """Kind, unit or cell, and whether only a report is heard there."""
    rows = SubjectPlace.objects.filter(subject=stage.subjects[code]).select_related("unit", "cell")
    return {
        (PlaceKind(row.kind), (row.cell or row.unit).code, row.is_report_only)
        for row in rows
        if row.cell or row.unit
    }


def heard_at(stage: Stage, code: str) -> list[str]:
    """The meetings that concluded on somebody, in the order of their days."""
    items = AgendaItem.objects.filter(subject=stage.subjects[code], state="concluded")
    reviews = items.exclude(meeting__kind=MeetingKind.LEADERS_RATING).order_by("meeting__starts_at")
    keys = {meeting.pk: key for key, meeting in stage.meetings.items()}
    return [keys[item.meeting_id] for item in reviews]


def levels_of_group(stage: Stage, group: str) -> list[str]:
    rows = Classification.objects.filter(subject__campaign=stage.opened)
    return list(rows.filter(subject__group__code=group).values_list("decided_level", flat=True))


def test_season_ends_with_everybody_reviewed_and_told(stage: Stage) -> None:
    assert stage.opened.state == "closed"
    rows = Classification.objects.filter(subject__standing=Standing.RATED_HERE)
    assert set(rows.values_list("state", flat=True)) == {"notified"}
    assert not with_places_open(stage.opened.subjects.all()).exists()


def test_leaders_are_reviewed_in_the_cell_first_and_before_their_collective(stage: Stage) -> None:
    assert places(stage, "CC-021") == {
        (PlaceKind.CELL, "CB-CQ", False),
        (PlaceKind.COLLECTIVE, "UBND", False),
    }
    assert heard_at(stage, "CC-021") == ["CB-CQ", "UBND"]


def test_two_leaders_are_reviewed_with_the_whole_body(stage: Stage) -> None:
    assert (PlaceKind.WHOLE_BODY, "HĐND", False) in places(stage, "TTLD-HĐND")
    meeting = stage.meetings["HĐND"]
    members = meeting.attendances.filter(is_guest=False).values_list("person__code", flat=True)
    assert set(members) == {"CC-002", "CC-011", "CC-012", "CC-013"}


def test_a_full_time_further_post_is_a_third_place(stage: Stage) -> None:
    assert heard_at(stage, "CC-002") == ["CB-CQ", "HĐND", "ĐU"]


def test_a_part_time_post_only_hears_a_report_and_sends_its_comment(stage: Stage) -> None:
    assert (PlaceKind.OTHER_POST, "MTTQ", True) in places(stage, "CC-046")
    assert heard_at(stage, "CC-046") == ["CB-CQ", "HND"]
    asked = OpinionRequest.objects.get(subject=stage.subjects["CC-046"])
    assert (asked.source, asked.unit.code, asked.state) == ("concurrent_unit", "MTTQ", "given")


def test_of_two_equal_posts_the_longer_held_counts(stage: Stage) -> None:
    assert heard_at(stage, "CC-052") == ["CB-P2", "CCB"]
    assert "HND" not in {where for _, where, _ in places(stage, "CC-052")}


@pytest.mark.parametrize(
    ("code", "standing"),
    [
        ("TTLD-ĐU", Standing.RATED_ELSEWHERE),
        ("CC-001", Standing.RATED_ELSEWHERE),
        ("CC-021", Standing.RATED_ELSEWHERE),
        ("CC-023", Standing.NOT_RATED),
        ("TCD-CB-P4", Standing.NOT_RATED),
        ("CC-111", Standing.NOT_RATED),
        ("TCD-CB-P3", Standing.RATED_HERE),
        ("CC-041", Standing.RATED_HERE),
    ],
    ids=[
        "Ban Thường vụ",
        "bí thư",
        "ủy viên Ban Thường vụ",
        "mới bổ nhiệm",
        "chi bộ mới chia tách",
        "bí thư chi bộ mới",
        "chi bộ không có chi ủy",
        "người mới chuyển đến",
    ],
)
def test_everybody_stands_where_the_plan_puts_them(
    stage: Stage, code: str, standing: Standing
) -> None:
    subject = stage.subjects[code]
    assert subject.standing == standing
    assert stage.review(code).state == "final"
    assert bool(subject.standing_reason) == (standing != Standing.RATED_HERE)


def test_a_cell_without_committee_is_reviewed_as_a_cell(stage: Stage) -> None:
    assert places(stage, "TCD-CB-P3") == {(PlaceKind.CELL, "CB-P3", False)}
    assert "TTLD-CB-P3" not in stage.subjects
    assert {code for code in stage.subjects if code.startswith("TTLD-CB")} == {
        "TTLD-CB-CQ",
        "TTLD-CB-TH",
        "TTLD-CB-P1",
        "TTLD-CB-P2",
    }


def test_a_suspended_committee_member_is_reviewed_in_the_cell_only(stage: Stage) -> None:
    (place,) = SubjectPlace.objects.filter(subject=stage.subjects["CC-093"])
    assert (place.kind, place.is_main) == (PlaceKind.CELL, True)
    assert "trước khi bị đình chỉ" in place.ground
    assert heard_at(stage, "CC-093") == ["CB-P2"]


def test_the_absent_member_is_caught_up(stage: Stage) -> None:
    assert heard_at(stage, "CC-057") == ["CB-P3", "DTN-bo-sung"]
    assert not deferred_subjects(stage.meetings["DTN"]).exists()


def test_a_group_of_a_few_may_choose_one(stage: Stage) -> None:
    assert sorted(levels_of_group(stage, "CHI-UY")) == ["excellent", "good", "good", "good"]
    caps = caps_of(stage.opened)
    small = {caps.labels[key] for key, verdict in caps.verdicts.items() if verdict.is_small}
    assert small == {"Tập thể chi ủy", "Người đứng đầu chính quyền, Mặt trận, đoàn thể"}


def test_a_head_just_arrived_may_stand_above_the_collective(stage: Stage) -> None:
    assert stage.classification("TTLD-HPN").decided_level == RatingLevel.COMPLETED
    row = stage.classification("CC-041")
    assert row.decided_level == RatingLevel.GOOD
    assert "mới chuyển đến" in str(row.explanation)
    assert OpinionRequest.objects.get(subject=row.subject).unit.code == "UBND"


def test_the_first_draft_of_the_decision_was_refused(stage: Stage) -> None:
    (refusal,) = stage.refusals
    said = " ".join(refusal.messages)
    assert "Lê Văn Sỹ Hào: Mức của người đứng đầu" in said
    assert "vượt mức tối đa 1 (nhóm có dưới 05 đối tượng" in said
    assert stage.classification("CC-101").decided_level == RatingLevel.COMPLETED


def test_discipline_leaves_no_other_level(stage: Stage) -> None:
    assert stage.classification("CC-047").decided_level == RatingLevel.NOT_COMPLETED


def test_a_level_the_numbers_do_not_prove_is_proposed_with_its_reason(stage: Stage) -> None:
    row = stage.classification("TTLD-HND")
    assert "tự kiểm tra, phát hiện" in row.proposal_text
    others = [stage.classification(code).proposal_text for code in ("TTLD-CCB", "TTLD-MTTQ")]
    assert all(text.startswith("Căn cứ kết quả kiểm điểm") for text in others)


def test_files_reached_the_office_before_15_november(stage: Stage) -> None:
    reviews = Meeting.objects.filter(campaign=stage.opened).exclude(kind=MeetingKind.LEADERS_RATING)
    assert {localdate(each.starts_at) <= LAST_DAY for each in reviews} == {True}
    finalised = {localdate(stage.review(code).finalised_at) for code in stage.subjects}
    assert max(finalised) <= LAST_DAY


@pytest.mark.parametrize(
    ("code", "count"), [("TTLD-MTTQ", 8), ("TCD-CB-P1", 8), ("CC-032", 10), ("CC-081", 10)]
)
def test_dossiers_hold_what_the_plan_lists(stage: Stage, code: str, count: int) -> None:
    subject = stage.classification(code).subject
    evidence = evidence_of(stage.opened, [subject])
    checked = checked_list(subject, evidence)
    assert len(checked.lines) == count
    assert not list(gaps_of(checked, evidence))


def test_decision_is_the_partys_own(stage: Stage) -> None:
    (decision,) = Decision.objects.all()
    paper = decision_paper(decision)
    assert paper.style.party
    assert (paper.signatures[-1].title, paper.signatures[-1].name) == ("Bí thư", "Ma Khánh Thụ")
    assert RegisterEntry.objects.get(number=112).series.is_party
    assert {each.classifications.count() for each in (decision,)} == {35}


def test_every_body_writes_in_its_own_style(stage: Stage) -> None:
    styles = {key: invitation_paper(meeting).style.party for key, meeting in stage.meetings.items()}
    assert {key for key, is_party in styles.items() if is_party} == {*CELLS, "ĐU", "rating-1"}
