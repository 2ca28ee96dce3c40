"""Lấy ý kiến: asked of those who must be heard, answered by them alone, once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.decisions.stage import ASKED, DUE, heard_by
from tusoi.core.errors import NotAllowed, Refused
from tusoi.decisions.models import OpinionRequest
from tusoi.decisions.selectors.opinions import subjects_to_consult
from tusoi.decisions.selectors.tasks import tasks_of
from tusoi.decisions.services.consulting import give_opinion, request_opinions, withdraw_request
from tusoi.org.enums import Role


def ask(stage, *keys: str, due_on: date = DUE) -> list[OpinionRequest]:
    subjects = [stage.subject(key) for key in keys] or subjects_to_consult(stage.campaign)
    return request_opinions(
        actor=stage.office, at=ASKED, campaign=stage.campaign, subjects=subjects, due_on=due_on
    )


def test_the_plan_says_who_is_heard(opened):
    asked = {(request.subject.name, request.source) for request in ask(opened)}
    assert ("Tập thể lãnh đạo Phòng Quản lý thương mại", "party_committee") in asked
    assert ("Nguyễn Thị Hải Yến", "party_cell") in asked
    assert not any(name == "Bùi Ngọc Ánh" for name, _ in asked)
    assert subjects_to_consult(opened.campaign) == []


def test_nobody_is_asked_twice(opened):
    ask(opened, "trade_head")
    with pytest.raises(Refused, match="Không còn ý kiến nào phải lấy"):
        ask(opened, "trade_head")


@pytest.mark.parametrize(
    ("due_on", "why"), [(date(2023, 11, 20), "đã qua"), (date(2023, 12, 2), "là ngày nghỉ")]
)
def test_the_deadline_is_a_working_day_to_come(opened, due_on, why):
    with pytest.raises(Refused, match=why):
        ask(opened, "trade_head", due_on=due_on)
    assert not OpinionRequest.objects.exists()


def test_the_cell_asked_answers_and_no_other(opened):
    (request,) = ask(opened, "trade_head")
    with pytest.raises(NotAllowed):
        give_opinion(
            actor=opened.actor("industry_head", Role.PARTY_CELL),
            at=ASKED,
            request=request,
            text="Tốt.",
        )
    given = give_opinion(
        actor=heard_by(opened, request), at=ASKED, request=request, text=" Gương mẫu. "
    )
    assert (given.state, given.text) == ("given", "Gương mẫu.")


def test_an_opinion_stands_once_given(opened):
    (request,) = ask(opened, "trade_head")
    give_opinion(actor=heard_by(opened, request), at=ASKED, request=request, text="Gương mẫu.")
    with pytest.raises(Refused):
        give_opinion(
            actor=heard_by(opened, request), at=ASKED, request=request, text="Ý kiến khác."
        )
    with pytest.raises(Refused):
        withdraw_request(actor=opened.office, at=ASKED, request=request)


def test_an_empty_opinion_is_refused(opened):
    (request,) = ask(opened, "trade_head")
    with pytest.raises(Refused, match="Chưa có nội dung ý kiến"):
        give_opinion(actor=heard_by(opened, request), at=ASKED, request=request, text="  ")


def test_a_withdrawn_request_may_be_made_again(opened):
    (request,) = ask(opened, "trade_head")
    withdraw_request(actor=opened.office, at=ASKED, request=request)
    assert len(ask(opened, "trade_head")) == 1


def test_what_is_asked_is_a_task_with_its_day(opened):
    ask(opened, "trade_head")
    tasks = tasks_of(opened.actor("trade_head", Role.PARTY_CELL), ASKED.date())
    assert [(task.label, task.due_on) for task in tasks] == [
        ("Cho ý kiến về Nguyễn Thị Hải Yến", DUE)
    ]
