"""Trang so sánh: equal posts of all units side by side; what stands out is said in words, where the plan asks."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tests.remembering import remembered
from tusoi.campaigns.models import Campaign, Review, Subject, Track
from tusoi.decisions.models import Classification
from tusoi.meetings.models import AgendaItem
from tusoi.org.enums import Role

ASKED = ("thanh-hoa-2022", date(2022, 12, 20))


@pytest.fixture
def stage(department) -> scenery.Stage:
    return remembered(scenery.reviewed, department)


@pytest.fixture
def office(stage, sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def comparing(stage):
    """The plan of the season asks for the comparison."""
    overlay, law_date = ASKED
    Campaign.objects.filter(pk=stage.campaign.pk).update(overlay=overlay, law_date=law_date)


def page(client, **asked) -> str:
    return client.get(reverse("panel:comparison"), asked).content.decode()


def group_of(stage, key) -> str:
    return stage.subject(key).group.code


def unequal(stage):
    """One officer did less than the others and is proposed for more."""
    review = Review.objects.get(subject=stage.subject("trade_officer"))
    review.content = review.content | {"tasks_on_time": 7, "tasks_exceeded": 1}
    review.save(update_fields=["content"])
    for key, level in (("trade_officer", "excellent"), ("industry_officer", "good")):
        Classification.objects.filter(subject=stage.subject(key)).update(proposed_level=level)


def test_posts_of_every_unit_stand_side_by_side(stage, office):
    AgendaItem.objects.filter(subject=stage.subject("trade_officer")).update(
        suggested_level="completed"
    )
    shown = page(office, nhom=group_of(stage, "trade_officer"))
    assert "Bùi Ngọc Ánh" in shown
    assert "Cao Xuân Trường" in shown
    assert "10/10" in shown
    assert "Hoàn thành" in shown
    assert "không yêu cầu so sánh" in shown


def test_what_stands_out_is_said_in_words_where_the_plan_asks(stage, office):
    unequal(stage)
    assert "cùng nhóm có kết quả" not in page(office, nhom=group_of(stage, "trade_officer"))
    comparing(stage)
    shown = page(office, nhom=group_of(stage, "trade_officer"))
    assert "1 đối tượng cùng nhóm có kết quả cao hơn nhưng mức đề nghị thấp hơn" in shown
    assert "1 đối tượng cùng nhóm có kết quả thấp hơn nhưng mức đề nghị cao hơn" in shown
    assert "không yêu cầu so sánh" not in shown


def test_last_year_s_level_is_shown_where_it_is_known(stage, office):
    group = group_of(stage, "trade_officer")
    assert "Không hoàn thành" not in page(office, nhom=group)
    earlier(stage, "trade_officer")
    assert "Không hoàn thành" in page(office, nhom=group)


def earlier(stage, key):
    """The person was rated by the same body a year before."""
    plan = Campaign.objects.get(pk=stage.campaign.pk)
    plan.pk, plan.review_year, plan.state, plan._state.adding = None, 2022, "closed", True
    plan.save()
    subject = stage.subject(key)
    track = Track.objects.get(pk=subject.track_id)
    track.pk, track.campaign, track._state.adding = None, plan, True
    track.save()
    subject.pk, subject.campaign, subject.track, subject._state.adding = None, plan, track, True
    subject.save()
    Classification.objects.create(
        subject=Subject.objects.get(pk=subject.pk), decided_level="not_completed"
    )


def test_the_table_is_sorted_and_searched(stage, office):
    unequal(stage)
    group = group_of(stage, "trade_officer")
    by_unit = page(office, nhom=group)
    assert by_unit.index("Bùi Ngọc Ánh") < by_unit.index("Cao Xuân Trường")
    best_first = page(office, nhom=group, xep="tasks")
    assert best_first.index("Cao Xuân Trường") < best_first.index("Bùi Ngọc Ánh")
    for order in ("name", "unit", "self", "level", "exceeded", "targets", "nonsense"):
        assert "Bùi Ngọc Ánh" in page(office, nhom=group, xep=order)
    assert "Cao Xuân Trường" not in page(office, nhom=group, q="bui ngoc")


def test_the_first_group_stands_for_an_unknown_one(stage, office):
    assert page(office, nhom="KHONG-CO").count("<h2>") == page(office).count("<h2>") == 1


def test_the_group_is_taken_along_as_a_spreadsheet(stage, office):
    unequal(stage)
    comparing(stage)
    asked = {"nhom": group_of(stage, "trade_officer"), "xep": "level"}
    answer = office.get(reverse("panel:comparison_sheet"), asked)
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0][0] == "Đối tượng"
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Đối tượng"] == "Bùi Ngọc Ánh"
    assert first["Nhiệm vụ đúng hạn"] == "7/10"
    assert "kết quả cao hơn" in first["Nhận xét so sánh"]


def test_deciders_compare_and_nobody_else(stage, sign_in):
    assert "Bùi Ngọc Ánh" in page(
        sign_in("director", Role.DEPARTMENT_HEAD), nhom=group_of(stage, "trade_officer")
    )
    for key, role in (("trade_head", Role.UNIT_HEAD), ("trade_officer", Role.INDIVIDUAL)):
        client = sign_in(key, role)
        assert client.get(reverse("panel:comparison")).status_code == 404
        assert client.get(reverse("panel:comparison_sheet")).status_code == 404


def test_the_board_leads_to_the_comparison_of_each_group(stage, office):
    board = office.get(reverse("panel:board")).content.decode()
    assert f"{reverse('panel:comparison')}?nhom={group_of(stage, 'trade_officer')}" in board


def test_a_constant_number_of_queries(stage, office, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        page(office, nhom=group_of(stage, "trade_officer"))
    with django_assert_max_num_queries(22):
        page(office, nhom=group_of(stage, "director"))
