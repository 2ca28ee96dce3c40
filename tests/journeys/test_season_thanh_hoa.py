"""Cả đợt thanh-hoa-2022: suggestions and supervised reviews, one held again, secret ballots, caps, the result report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils.timezone import localdate

from tusoi.audit.models import Transition
from tusoi.campaigns.models import Suggestion, Supervision
from tusoi.campaigns.selectors.plan_checks import milestone_findings
from tusoi.decisions.models import Classification, Notice
from tusoi.decisions.selectors.caps import caps_of
from tusoi.decisions.selectors.result_papers import result_report
from tusoi.meetings.enums import BallotPurpose, MeetingAudience
from tusoi.meetings.models import AgendaItem, RepeatOrder
from tusoi.meetings.selectors.blockers import findings_for_meeting
from tusoi.meetings.selectors.repeats import open_orders, reviews_held
from tusoi.meetings.selectors.results import review_meeting_of
from tusoi.rehearsal import example, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rulebook.facts import RatingLevel, Standing
from tusoi.rulebook.rules.quotas import QuotaScope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rehearsal.stage import Stage

pytestmark = pytest.mark.journey
NAME, BODY = "thanh-hoa-2022", "SNN&PTNT"
ROOMS, BRANCHES, LARGE = ("VP", "TTR", "TCCB", "KHTC"), ("CCTL", "CCPT"), "TTKN"
UNITS = (*ROOMS, *BRANCHES, LARGE)
SUGGESTED, AGAIN, CATCH_UP = "CCTL", "CCTL-lai", "KHTC-bo-sung"
LENGTH = "procedure.meeting-length"


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker) -> Iterator[Stage]:
    """The season, played to its end in a database of its own."""
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_thanh_hoa"):
        yield season.play(example.load(NAME))


def rules(stage: Stage, key: str) -> set[str]:
    """What the rules remark on a meeting as it was held."""
    stage.meetings[key].refresh_from_db()
    return {found.rule for found in findings_for_meeting(stage.meetings[key])}


def refused(stage: Stage, words: str) -> str:
    (found,) = [each for each in stage.refusals if words in each.label]
    return " ".join(found.messages)


def test_one_unit_has_more_than_70_people() -> None:
    people = example.load(NAME).people
    assert sum(map(len, people.values())) == 127
    assert {unit for unit, rows in people.items() if len(rows) >= 70} == {LARGE}


def test_only_the_large_unit_is_reviewed_before_the_key_officials(stage: Stage) -> None:
    held_before = {unit: stage.meetings[unit].audience for unit in UNITS}
    assert held_before.pop(LARGE) == MeetingAudience.KEY_OFFICIALS
    assert set(held_before.values()) == {MeetingAudience.ALL_STAFF}
    assert stage.meetings[LARGE].attendances.filter(is_guest=False).count() == 11


def test_reviews_are_long_enough_or_the_rule_says_so(stage: Stage) -> None:
    long_enough = [*UNITS, AGAIN, BODY]
    assert [key for key in long_enough if LENGTH in rules(stage, key)] == []
    assert LENGTH in rules(stage, CATCH_UP)
    days = {
        key: (
            localdate(stage.meetings[key].ends_at) - localdate(stage.meetings[key].starts_at)
        ).days
        for key in long_enough
    }
    assert set(days.values()) == {1}


def test_a_suggested_review_of_a_day_and_a_half_is_too_short(stage: Stage) -> None:
    meeting = stage.meetings[SUGGESTED]
    meeting.ends_at = meeting.ends_at.replace(hour=4)
    assert LENGTH in {found.rule for found in findings_for_meeting(meeting)}
    meeting.refresh_from_db()


def test_units_meet_from_the_first_to_the_tenth_and_leaders_before_the_thirtieth(
    stage: Stage,
) -> None:
    for key in (*UNITS, AGAIN, CATCH_UP):
        meeting = stage.meetings[key]
        assert date(2022, 12, 1) <= localdate(meeting.starts_at)
        assert localdate(meeting.ends_at) <= date(2022, 12, 10)
    assert localdate(stage.meetings[BODY].ends_at) < date(2022, 12, 30)


def test_suggestions_are_answered_before_the_report_is_taken(stage: Stage) -> None:
    rows = Suggestion.objects.select_related("subject__unit")
    assert {row.subject.unit.code for row in rows} == {SUGGESTED}
    assert rows.count() == 2
    assert all(row.answer for row in rows)
    assert "chưa được giải trình" in refused(stage, "chưa giải trình")
    minutes = str(stage.meetings[SUGGESTED].minutes.body)
    assert "số liệu của các huyện gửi muộn" in minutes


def test_every_unit_is_supervised_and_the_findings_are_on_file(stage: Stage) -> None:
    rows = Supervision.objects.select_related("unit", "person")
    assert {row.unit.code for row in rows} == set(UNITS)
    leaders = {stage.person(code) for code in stage.cast.leaders(BODY)}
    assert {row.person for row in rows} <= leaders
    assert all(row.findings for row in rows)
    assert [row.unit.code for row in rows if not row.is_satisfactory] == [SUGGESTED]
    guests = stage.meetings[SUGGESTED].attendances.filter(is_guest=True)
    assert any("dự, chỉ đạo" in row.title for row in guests)


def test_one_review_is_held_again_and_the_first_stays_on_file(stage: Stage) -> None:
    subject = stage.subjects["TTLD-CCTL"]
    first, second = reviews_held(subject)
    order = RepeatOrder.objects.get()
    assert order.item == first
    assert first.meeting == stage.meetings[SUGGESTED]
    assert second.meeting == stage.meetings[AGAIN] == review_meeting_of(subject)
    assert not open_orders(stage.opened).exists()
    assert "chậm 21 ngày" in str(second.meeting.minutes.body)
    assert "chậm 21 ngày" not in str(first.meeting.minutes.body)


def test_new_drafts_lie_three_working_days_before_the_second_meeting(stage: Stage) -> None:
    assert "ít nhất 03 ngày làm việc" in refused(stage, "Mời họp lại ngày 06/12/2022")
    sent = stage.review("TTLD-CCTL").circulation.sent_at
    assert (localdate(sent), localdate(stage.meetings[AGAIN].starts_at)) == (
        date(2022, 12, 3),
        date(2022, 12, 8),
    )


def test_polls_and_secret_ballots_close_arithmetically(stage: Stage) -> None:
    purposes = []
    for ballot_round in stage.rounds.values():
        ballot_round.refresh_from_db()
        tally = ballot_round.tally
        assert tally["issued"] == tally["returned"] + tally["not_returned"]
        assert tally["returned"] == tally["valid"] + tally["invalid"]
        purposes.append(ballot_round.purpose)
    assert purposes.count(BallotPurpose.SECRET) == 5
    assert purposes.count(BallotPurpose.POLL) == len(UNITS) + 1


def test_leaders_vote_on_each_of_their_own(stage: Stage) -> None:
    own = [row for row in stage.rounds.values() if row.meeting == stage.meetings[BODY]]
    (ballot_round,) = own
    voted_on = set(ballot_round.lines.values_list("subject__person__code", flat=True))
    assert voted_on == set(stage.cast.leaders(BODY))
    assert ballot_round.tally["issued"] == 5


def test_first_decision_over_the_cap_is_refused_and_corrected(stage: Stage) -> None:
    reasons = refused(stage, "5216/QĐ-SNN&PTNT")
    assert "vượt mức tối đa 1" in reasons
    assert "vượt mức tối đa 2" in reasons
    verdicts = caps_of(stage.opened).verdicts
    assert all(verdict.current.is_within for verdict in verdicts.values())
    small = verdicts[QuotaScope.GROUP, "LD-TT"]
    assert small.is_small
    assert (small.counts[RatingLevel.EXCELLENT], small.counts[RatingLevel.GOOD]) == (1, 3)


def test_a_level_without_ground_is_rated_again(stage: Stage) -> None:
    assert "phải nêu lý do" in refused(stage, "mà không nêu căn cứ")
    row = stage.classification("SNN-226")
    assert row.decided_level == RatingLevel.GOOD
    steps = Transition.objects.filter(machine="classification", target_id=str(row.pk))
    actions = list(steps.order_by("pk").values_list("action", flat=True))
    assert actions.count("send_back") == 1
    assert actions.count("propose") == 2


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("TTLD-CCTL", RatingLevel.COMPLETED),
        ("SNN-061", RatingLevel.COMPLETED),
        ("SNN-056", RatingLevel.NOT_COMPLETED),
        ("SNN-223", RatingLevel.COMPLETED),
        ("SNN-086", RatingLevel.GOOD),
        ("TTLD-KHTC", RatingLevel.EXCELLENT),
        ("TTLD-CCPT", RatingLevel.GOOD),
    ],
    ids=[
        "kiểm điểm lại",
        "người đứng đầu không cao hơn tập thể",
        "bị kỷ luật",
        "nghỉ ốm hơn ba tháng",
        "nghỉ thai sản",
        "tập thể xuất sắc duy nhất",
        "tập thể nhường vì tỉ lệ",
    ],
)
def test_levels_of_the_hard_cases(stage: Stage, code: str, level: RatingLevel) -> None:
    assert stage.classification(code).decided_level == level


def test_the_newcomer_is_reviewed_and_not_rated(stage: Stage) -> None:
    subject = stage.subjects["SNN-271"]
    assert subject.standing == Standing.NOT_RATED
    assert AgendaItem.objects.filter(subject=subject, state="concluded").exists()


def test_the_later_day_of_the_plan_is_pointed_out_and_the_decree_is_kept(stage: Stage) -> None:
    milestone = stage.opened.milestones.get(step="decisions")
    (found,) = [
        each
        for each in milestone_findings(milestone, date(2022, 11, 21))
        if each.rule == "deadlines.rating-before"
    ]
    assert {"bc-snnptnt-thanh-hoa-2022/ii.1", "90-2020-nd-cp/d20.k2"} <= set(found.cites)
    decided = Classification.objects.filter(decision__isnull=False)
    assert decided.count() == 128
    assert max(localdate(row.decided_at) for row in decided) < date(2022, 12, 15)


def test_everybody_is_told_within_december(stage: Stage) -> None:
    sent = {localdate(row.sent_at) for row in Notice.objects.all()}
    assert min(sent) >= date(2022, 12, 1)
    assert max(sent) <= date(2022, 12, 31)
    assert stage.opened.state == "closed"


def test_the_result_report_has_the_parts_of_the_seed_with_its_numbers(stage: Stage) -> None:
    text = str(result_report(stage.opened, date(2022, 12, 30)))
    for heading in (
        "Tình hình và kết quả thực hiện",
        "Tổ chức thực hiện kiểm điểm",
        "Đánh giá chung",
    ):
        assert heading in text
    assert "Tổng số 122" in text
    assert "được xếp loại 121" in text
