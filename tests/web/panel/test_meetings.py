"""Phòng họp trên trình duyệt: who sees what, and a whole meeting through the pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests import cast
from tests.apps.meetings import stage as scenery
from tests.remembering import remembered
from tusoi.core import clock
from tusoi.meetings.enums import Role
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import Ballot


@pytest.fixture
def stage(department) -> scenery.Stage:
    return remembered(scenery.open_season, department)


@pytest.fixture
def acting(client, department):
    """`acting("trade_head")` signs the same client in as somebody else."""

    def sign_in(key, role=Role.INDIVIDUAL):
        department.people[key].refresh_from_db()
        return cast.sign_in(client, department, key, role)

    return sign_in


def go(client, name, *args, data=None):
    return client.post(reverse(f"panel:{name}", args=args), data or {})


def see(client, name, *args):
    return client.get(reverse(f"panel:{name}", args=args))


class TestSeeing:
    @pytest.fixture
    def meeting(self, stage):
        return scenery.in_session(stage)

    @pytest.mark.parametrize(
        ("key", "role", "status"),
        [
            ("trade_officer_2", Role.INDIVIDUAL, 200),
            ("trade_head", Role.UNIT_HEAD, 200),
            ("coordinator", Role.COORDINATOR, 200),
            ("director", Role.DEPARTMENT_HEAD, 200),
            ("industry_officer_2", Role.SUPERVISOR, 200),
            ("industry_head", Role.UNIT_HEAD, 404),
            ("centre_employee", Role.INDIVIDUAL, 404),
            ("admin", Role.TECHNICAL_ADMIN, 404),
        ],
    )
    def test_room_opens_for_those_concerned(self, acting, meeting, key, role, status):
        client = acting(key, role)
        for name in ("meeting", "room_live", "projector", "invitation_docx"):
            assert see(client, name, meeting.pk).status_code == status
        listed = see(client, "meetings").content.decode()
        assert (meeting.title in listed) is (status == 200)

    def test_member_sees_no_forms_of_the_officers(self, acting, meeting):
        html = see(acting("trade_officer_2"), "meeting", meeting.pk).content.decode()
        assert "Lưu điểm danh" not in html
        assert "Ghi ý kiến" not in html

    @pytest.mark.parametrize("rounds", [0, 3])
    def test_room_takes_the_same_number_of_queries(
        self, acting, stage, meeting, rounds, django_assert_max_num_queries
    ):
        for _ in range(rounds):
            scenery.open_ballot(stage, meeting)
        client = acting("trade_officer_2")
        for name, limit in (("meeting", 20), ("room_live", 20), ("meetings", 20)):
            args = () if name == "meetings" else (meeting.pk,)
            with django_assert_max_num_queries(limit):
                see(client, name, *args)


def test_meeting_is_planned_in_two_steps(acting, stage):
    client = acting("trade_officer", Role.SECRETARY)
    unit = stage.department.units["trade"]
    first = client.get(reverse("panel:meeting_scope"), {"unit": unit.pk, "kind": "unit_review"})
    assert first.url == reverse("panel:meeting_plan", args=[unit.pk, "unit_review"])
    day = clock.now() + timedelta(days=30)
    day += timedelta(days=(1 - day.weekday()) % 7)
    wanted = {
        "title": "Hội nghị kiểm điểm",
        "starts_at": f"{day:%Y-%m-%d}T08:00",
        "ends_at": f"{day:%Y-%m-%d}T17:00",
        "place": "Phòng họp",
        "chair": stage.person("trade_head").pk,
        "deputy_chair": stage.person("trade_deputy").pk,
        "secretary": stage.person("trade_officer").pk,
        "subjects": [
            stage.subjects[key].pk for key in ("trade_officer_2", "collective", "trade_head")
        ],
    }
    response = client.post(first.url, wanted)
    meeting = Meeting.objects.get()
    assert response.url == reverse("panel:meeting", args=[meeting.pk])
    assert [item.subject_id for item in meeting.agenda.all()] == [
        stage.subjects[key].pk for key in ("collective", "trade_head", "trade_officer_2")
    ]


def test_planning_for_another_unit_is_not_found(acting, stage):
    client = acting("industry_officer", Role.SECRETARY)
    assert (
        see(client, "meeting_plan", stage.department.units["trade"].pk, "unit_review").status_code
        == 404
    )


def test_invitation_that_must_wait_says_why(acting, stage):
    meeting = scenery.plan(stage)
    client = acting("trade_officer", Role.SECRETARY)
    html = see(client, "meeting", meeting.pk).content.decode()
    assert "Chưa thể thực hiện" in html
    refused = go(client, "meeting_invite", meeting.pk)
    assert refused.status_code == 422
    assert "chưa được gửi" in refused.content.decode()


def test_whole_meeting_through_the_pages(acting, stage):
    scenery.circulate(stage)
    meeting = scenery.plan(stage)
    go(acting("trade_officer", Role.SECRETARY), "meeting_invite", meeting.pk)
    people = {f"status-{row.person_id}": "present" for row in meeting.attendances.all()}
    assert go(acting("trade_officer"), "roll_call", meeting.pk, data=people).status_code == 302
    assert go(acting("trade_head"), "meeting_start", meeting.pk).status_code == 302
    for item in meeting.agenda.select_related("subject"):
        go(acting("trade_head"), "item_take_up", item.pk)
        secretary = acting("trade_officer")
        remark = {"speaker": stage.person("trade_officer_2").pk, "text": "Tôi nhất trí."}
        assert go(secretary, "item_remark", item.pk, data=remark).status_code == 302
        if item.subject.is_collective:
            go(
                secretary,
                "item_vote",
                item.pk,
                data={"excellent": 0, "good": 5, "completed": 0, "not_completed": 0},
            )
        conductor = (
            "trade_deputy"
            if item.subject.person_id == stage.person("trade_head").pk
            else "trade_head"
        )
        concluded = go(
            acting(conductor), "item_conclude", item.pk, data={"conclusion": "Hoàn thành nhiệm vụ."}
        )
        assert concluded.status_code == 302
    assert go(acting("trade_officer"), "minutes_draft", meeting.pk).status_code == 302
    assert "Tôi nhất trí." in see(acting("trade_officer_2"), "meeting", meeting.pk).content.decode()
    assert (
        go(acting("trade_head"), "minutes_approve", meeting.pk, data={"approvals": 5}).status_code
        == 302
    )
    meeting.refresh_from_db()
    assert meeting.state == "approved"
    assert see(acting("trade_officer_2"), "minutes_docx", meeting.pk).content[:2] == b"PK"


def test_officer_is_told_that_the_meeting_moved_on(acting, stage):
    meeting = scenery.in_session(stage)
    client = acting("trade_officer")
    stale = client.get(reverse("panel:room_live", args=[meeting.pk]), {"stage": "in_session-old"})
    assert "Tải lại phòng họp" in stale.content.decode()


class TestBallot:
    @pytest.fixture
    def ballot_round(self, stage):
        return scenery.open_ballot(stage, scenery.in_session(stage))

    def marks(self, stage, level="good", **more):
        return {
            f"subject-{stage.subjects[key].pk}": level for key in ("trade_head", "trade_deputy")
        } | more

    def test_paper_is_read_once_more_before_it_falls_into_the_box(
        self, acting, stage, ballot_round
    ):
        client = acting("trade_officer")
        empty = go(client, "ballot", ballot_round.pk, data={"confirmed": "1"})
        assert "Xem lại phiếu" in empty.content.decode()
        first = go(client, "ballot", ballot_round.pk, data=self.marks(stage))
        assert "Xem lại phiếu" in first.content.decode()
        assert not Ballot.objects.exists()
        go(client, "ballot", ballot_round.pk, data=self.marks(stage, confirmed="1"))
        assert Ballot.objects.count() == 2
        page = see(client, "ballot", ballot_round.pk)
        assert "Phiếu đã vào hòm" in page.content.decode()
        assert "no-store" in page["Cache-Control"]

    def test_second_paper_is_refused(self, acting, stage, ballot_round):
        client = acting("trade_officer")
        go(client, "ballot", ballot_round.pk, data=self.marks(stage, confirmed="1"))
        assert (
            go(client, "ballot", ballot_round.pk, data=self.marks(stage, confirmed="1")).status_code
            == 422
        )

    @pytest.mark.parametrize(
        "key", ["director", "industry_officer_2", "trade_officer_2", "coordinator"]
    )
    def test_nobody_sees_a_mark_before_closing(self, acting, stage, ballot_round, key):
        scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="not_completed")
        roles = {
            "director": Role.DEPARTMENT_HEAD,
            "industry_officer_2": Role.SUPERVISOR,
            "coordinator": Role.COORDINATOR,
        }
        client = acting(key, roles.get(key, Role.INDIVIDUAL))
        pages = [
            see(client, "round", ballot_round.pk),
            see(client, "meeting", ballot_round.meeting_id),
            see(client, "projector", ballot_round.meeting_id),
        ]
        assert all("Không hoàn thành nhiệm vụ" not in page.content.decode() for page in pages)
        assert see(client, "tally_docx", ballot_round.pk).status_code == 404

    def test_tally_shows_after_closing(self, acting, stage, ballot_round):
        for key in ("trade_head", "trade_deputy", "trade_officer"):
            scenery.cast_paper(stage, ballot_round, key, trade_head="good", trade_deputy="good")
        counter = acting("trade_officer_2")
        assert go(counter, "round_close", ballot_round.pk).status_code == 302
        assert "Hoàn thành tốt nhiệm vụ" in see(counter, "round", ballot_round.pk).content.decode()
        assert see(counter, "tally_docx", ballot_round.pk).content[:2] == b"PK"

    def test_code_leads_to_the_paper(self, acting, ballot_round):
        drawing = see(acting("trade_officer"), "ballot_qr", ballot_round.pk)
        assert drawing["Content-Type"] == "image/svg+xml"
        assert b"style=" not in drawing.content

    def test_stranger_finds_neither_paper_nor_bench(self, acting, ballot_round):
        client = acting("industry_head", Role.UNIT_HEAD)
        for name in ("ballot", "round", "ballot_qr", "tally_docx"):
            assert see(client, name, ballot_round.pk).status_code == 404

    def test_paper_sums_that_do_not_close_are_named(self, acting, stage):
        ballot_round = scenery.open_ballot(stage, scenery.in_session(stage), mode="paper")
        cells = {
            f"{stage.subjects[key].pk}-{code}": 0
            for key in ("trade_head", "trade_deputy")
            for code in ("excellent", "good", "completed", "not_completed", "blank")
        }
        numbers = {"issued": 5, "returned": 5, "invalid": 0, **cells}
        refused = go(acting("trade_officer_2"), "paper_tally", ballot_round.pk, data=numbers)
        assert refused.status_code == 422
        assert "Dòng 1" in refused.content.decode()
