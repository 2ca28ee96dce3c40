"""Bỏ phiếu: who may vote, once, while the round is open; nothing shows before closing; sums close."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.meetings import stage as scenery

from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.enums import Role
from tusoi.meetings.models.ballot import Ballot
from tusoi.meetings.selectors.results import ballot_result
from tusoi.meetings.services import balloting, conducting
from tusoi.rulebook.facts import RatingLevel

VOTERS = ("trade_head", "trade_deputy", "trade_officer", "trade_officer_2", "trade_officer_3")


@pytest.fixture
def meeting(stage):
    """Trade division in session; the fifth member is away."""
    return scenery.in_session(stage, absent=("trade_officer_3",))


@pytest.fixture
def ballot_round(stage, meeting):
    return scenery.open_ballot(stage, meeting)


def close(stage, ballot_round):
    return balloting.close_round(
        actor=scenery.counter_of(stage, ballot_round), at=scenery.STARTS, ballot_round=ballot_round
    )


def test_papers_go_to_the_members_present(stage, ballot_round):
    voters = set(ballot_round.issues.values_list("voter_id", flat=True))
    assert voters == {stage.person(key).pk for key in VOTERS[:4]}
    assert ballot_round.summoned == 5


def test_round_needs_a_panel(stage, meeting):
    chair = scenery.chair_of(stage, meeting)
    ballot_round = balloting.prepare_round(
        actor=chair,
        at=scenery.STARTS,
        meeting=meeting,
        title="Phiếu kín",
        mode="electronic",
        subjects=[stage.subjects["trade_head"]],
    )
    with pytest.raises(Refused, match="ban kiểm phiếu"):
        balloting.open_round(actor=chair, at=scenery.STARTS, ballot_round=ballot_round)


def test_round_opens_only_in_session(stage):
    with pytest.raises(Refused, match="đang họp"):
        scenery.open_ballot(stage, scenery.invited(stage))


def test_member_of_the_panel_takes_part_in_the_meeting(stage, meeting):
    chair = scenery.chair_of(stage, meeting)
    ballot_round = balloting.prepare_round(
        actor=chair,
        at=scenery.STARTS,
        meeting=meeting,
        title="Phiếu kín",
        mode="electronic",
        subjects=[stage.subjects["trade_head"]],
    )
    with pytest.raises(Refused, match="không tham gia ban kiểm phiếu"):
        balloting.appoint_panel(
            actor=chair, at=scenery.STARTS, ballot_round=ballot_round, head=stage.person("driver")
        )


def test_only_subjects_of_the_agenda_stand_on_the_paper(stage, meeting):
    with pytest.raises(Refused, match="Không có trong chương trình"):
        scenery.open_ballot(stage, meeting, keys=("director",))


def test_second_paper_is_refused(stage, ballot_round):
    scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="good")
    with pytest.raises(Refused, match="đã vào hòm"):
        scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="excellent")
    assert Ballot.objects.filter(ballot_round=ballot_round).count() == 2


@pytest.mark.parametrize("stranger", ["trade_officer_3", "industry_head", "director"])
def test_who_is_not_present_has_no_paper(stage, ballot_round, stranger):
    with pytest.raises(Refused, match="danh sách"):
        scenery.cast_paper(stage, ballot_round, stranger, trade_head="good")
    assert not Ballot.objects.exists()


def test_refused_paper_stays_unused(stage, ballot_round):
    with pytest.raises(Refused, match="đúng mẫu"):
        scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="perfect")
    with pytest.raises(Refused, match="đúng mẫu"):
        scenery.cast_paper(stage, ballot_round, "trade_officer", director="good")
    assert not ballot_round.issues.filter(is_used=True).exists()


def test_vote_after_closing_is_refused_by_command_and_by_database(stage, ballot_round):
    scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="good")
    close(stage, ballot_round)
    with pytest.raises(Refused, match="đã kết thúc"):
        scenery.cast_paper(stage, ballot_round, "trade_head", trade_head="good")
    with pytest.raises(DatabaseError, match="Hòm phiếu"), transaction.atomic():
        Ballot.objects.create(
            ballot_round=ballot_round, subject=stage.subjects["trade_head"], level="good"
        )
    with pytest.raises(DatabaseError, match="Hòm phiếu"), transaction.atomic():
        Ballot.objects.filter(ballot_round=ballot_round).delete()
    with pytest.raises(DatabaseError, match="đã chốt"), transaction.atomic():
        type(ballot_round).objects.filter(pk=ballot_round.pk).update(title="Sửa sau khi kiểm phiếu")


def test_result_shows_after_closing_only(stage, ballot_round):
    for key in VOTERS[:4]:
        scenery.cast_paper(stage, ballot_round, key, trade_head="good", trade_deputy="excellent")
    ballot_round.refresh_from_db()
    assert ballot_round.tally is None
    assert ballot_result(stage.subjects["trade_head"]) is None
    close(stage, ballot_round)
    result = ballot_result(stage.subjects["trade_head"])
    assert result.level is RatingLevel.GOOD
    assert result.counts[RatingLevel.GOOD] == 4
    assert (result.returned, result.base) == (4, 4)


def test_level_needs_more_than_half_of_the_base(stage, ballot_round):
    for key, level in zip(VOTERS, ("good", "good", "excellent", ""), strict=False):
        scenery.cast_paper(stage, ballot_round, key, trade_head=level)
    close(stage, ballot_round)
    result = ballot_result(stage.subjects["trade_head"])
    assert (result.level, result.blank) == (None, 1)


def test_few_papers_show_the_level_without_counts(stage, ballot_round):
    scenery.cast_paper(stage, ballot_round, "trade_head", trade_deputy="good")
    scenery.cast_paper(stage, ballot_round, "trade_officer", trade_deputy="good")
    tally = close(stage, ballot_round).tally
    assert not tally["is_detailed"]
    assert all(set(row) == {"level"} for row in tally["subjects"].values())


def test_empty_box_is_not_counted(stage, ballot_round):
    with pytest.raises(Refused, match="Chưa có phiếu"):
        close(stage, ballot_round)


def test_same_marks_give_the_same_hash(stage, ballot_round):
    for key in VOTERS[:3]:
        scenery.cast_paper(stage, ballot_round, key, trade_head="good", trade_deputy="good")
    first = close(stage, ballot_round)
    assert len(first.box_sha256) == 64
    assert first.tally["electorate"] == sorted(stage.person(key).pk for key in VOTERS[:4])


def test_latecomer_is_handed_a_paper_once_present(stage, meeting, ballot_round):
    late, counter = stage.person("trade_officer_3"), scenery.counter_of(stage, ballot_round)

    def issue():
        return balloting.issue_paper(
            actor=counter, at=scenery.STARTS, ballot_round=ballot_round, person=late
        )

    with pytest.raises(Refused, match="không phải thành viên có mặt"):
        issue()
    conducting.mark_attendance(
        actor=scenery.secretary_of(stage, meeting),
        at=scenery.STARTS,
        meeting=meeting,
        person=late,
        status="present",
    )
    issue()
    scenery.cast_paper(stage, ballot_round, "trade_officer_3", trade_head="good")
    with pytest.raises(Refused, match="đã nhận phiếu"):
        issue()


@pytest.mark.django_db(transaction=True)
def test_papers_cast_at_the_same_moment_are_all_counted_once(stage, ballot_round):
    """Five connections: four voters, one of them twice."""

    def put_in(key):
        try:
            scenery.cast_paper(stage, ballot_round, key, trade_head="good")
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "in the box"

    with ThreadPoolExecutor(5) as people:
        outcomes = list(people.map(put_in, [*VOTERS[:4], "trade_head"]))
    assert sorted(outcomes) == ["in the box"] * 4 + ["refused"]
    assert Ballot.objects.filter(ballot_round=ballot_round, level="good").count() == 4


def test_cancelled_round_is_destroyed_uncounted(stage, meeting, ballot_round):
    scenery.cast_paper(stage, ballot_round, "trade_head", trade_deputy="good")
    balloting.cancel_round(
        actor=scenery.chair_of(stage, meeting),
        at=scenery.STARTS,
        ballot_round=ballot_round,
        reason="Phát nhầm phiếu",
    )
    assert ballot_round.state == "cancelled"
    assert not Ballot.objects.exists()


def test_only_panel_or_chair_closes(stage, ballot_round):
    for actor in (
        stage.actor("trade_officer"),
        stage.actor("trade_officer").acting_as(Role.COUNTING_PANEL),
    ):
        with pytest.raises(NotAllowed):
            balloting.close_round(actor=actor, at=scenery.STARTS, ballot_round=ballot_round)


class TestPaper:
    """Phiếu giấy: the panel enters what it counted; sums that do not close are named."""

    @pytest.fixture
    def ballot_round(self, stage, meeting):
        return scenery.open_ballot(stage, meeting, mode="paper")

    def enter(
        self, stage, ballot_round, *, issued=4, returned=4, invalid=0, head=None, deputy=None
    ):
        whole = {"good": returned - invalid}
        counts = {
            stage.subjects["trade_head"].pk: head or whole,
            stage.subjects["trade_deputy"].pk: deputy or whole,
        }
        return balloting.enter_paper_tally(
            actor=scenery.counter_of(stage, ballot_round),
            at=scenery.STARTS,
            ballot_round=ballot_round,
            issued=issued,
            returned=returned,
            invalid=invalid,
            counts=counts,
        )

    def test_count_that_closes_gives_the_result(self, stage, ballot_round):
        self.enter(stage, ballot_round, returned=3, head={"excellent": 1, "good": 1, "blank": 1})
        close(stage, ballot_round)
        assert ballot_result(stage.subjects["trade_deputy"]).level is RatingLevel.GOOD
        assert ballot_result(stage.subjects["trade_head"]).level is None

    @pytest.mark.parametrize(
        ("numbers", "reason"),
        [
            ({"returned": 5}, "không khớp"),
            ({"invalid": 5}, "không khớp"),
            ({"issued": 6}, "nhiều hơn số người có mặt"),
            ({"head": {"good": 3}}, "Dòng 1"),
            ({"deputy": {"good": 3, "completed": 2}}, "Dòng 2"),
            ({"invalid": 1, "head": {"good": 4}}, "Dòng 1"),
        ],
    )
    def test_sums_that_do_not_close_are_named(self, stage, ballot_round, numbers, reason):
        with pytest.raises(Refused, match=reason):
            self.enter(stage, ballot_round, **numbers)
        assert not hasattr(type(ballot_round).objects.get(pk=ballot_round.pk), "paper_tally")

    def test_round_is_not_closed_before_the_count(self, stage, ballot_round):
        with pytest.raises(Refused, match="chưa nhập kết quả"):
            close(stage, ballot_round)

    def test_nobody_votes_on_a_screen(self, stage, ballot_round):
        with pytest.raises(Refused, match="bỏ phiếu giấy"):
            scenery.cast_paper(stage, ballot_round, "trade_head", trade_deputy="good")
