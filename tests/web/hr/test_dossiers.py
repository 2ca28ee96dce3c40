"""Trang hồ sơ: the list of a subject and of a unit, what is missing in the season, only for whoever may see it."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from tests.apps.decisions import stage as scenery
from tests.apps.decisions.test_dossier_lists import OFFICE_PLAN, TOWN_PLAN, noted, under
from tests.officialdocs.reading import text_of
from tests.remembering import remembered
from tusoi.org.enums import Role


@pytest.fixture
def stage(department) -> scenery.Stage:
    return remembered(scenery.reviewed, department)


@pytest.fixture
def office(stage, sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def page(client, name, *args, **asked) -> str:
    return client.get(reverse(name, args=args), asked).content.decode()


def test_the_list_of_a_leader_says_what_is_there_what_is_missing_and_where_to_go(stage, office):
    under(stage, OFFICE_PLAN)
    leader = stage.subject("director")
    shown = page(office, "hr:dossier", leader.pk)
    assert "Hồ sơ cá nhân tại điểm a Mục 2.1 Phần II" in shown
    assert "trên 14 tài liệu" in shown
    assert "Bản kê khai tài sản" in shown
    assert "Đối tượng nộp bản giấy; Văn phòng ghi số, nơi lưu" in shown
    assert reverse("paper_content", args=["dossier_list", leader.pk]) in shown
    noted(stage, "director", assets="Lưu tại ngăn 3")
    assert "Lưu tại ngăn 3" in page(office, "hr:dossier", leader.pk)


def test_the_office_writes_numbers_of_the_papers_of_that_list_only(stage, office):
    under(stage, TOWN_PLAN)
    address = reverse("paper_content", args=["dossier_list", stage.subject("trade_head").pk])
    form = office.get(address).content.decode()
    assert "Bản kê khai tài sản của năm kiểm điểm" in form
    assert "Phiếu theo dõi, đánh giá theo kỳ" not in form
    answer = office.post(address, {"assets": "Số 9/BKK"}, follow=True)
    assert "Số 9/BKK" in answer.content.decode()


def test_a_head_sees_the_dossiers_of_the_own_unit_only(stage, sign_in):
    under(stage, OFFICE_PLAN)
    head = sign_in("trade_head", Role.UNIT_HEAD)
    shown = page(head, "hr:dossier", stage.subject("trade_officer").pk)
    assert reverse("hr:opinions") not in shown
    other = reverse("hr:dossier", args=[stage.subject("industry_officer").pk])
    assert head.get(other).status_code == 404
    units = stage.department.units
    assert "05 tài liệu" not in shown
    assert "Biên bản họp phòng" in page(head, "hr:unit_dossier", units["trade"].pk)
    assert head.get(reverse("hr:unit_dossier", args=[units["industry"].pk])).status_code == 404
    assert head.get(reverse("hr:dossiers")).status_code == 404
    assert reverse("hr:unit_dossier", args=[units["trade"].pk]) in page(head, "unit:home")


def test_the_list_of_a_unit_is_taken_along_as_a_paper(stage, office):
    under(stage, OFFICE_PLAN)
    unit = stage.department.units["trade"]
    answer = office.get(reverse("hr:unit_dossier_file", args=[unit.pk]))
    text = text_of(answer.content)
    assert "Biên bản họp phòng" in text
    assert "Danh mục theo: điểm d Mục 2.2 Phần II" in text
    assert "còn thiếu" in text


def test_the_season_s_missing_papers_by_subject_and_by_unit(stage, office):
    under(stage, TOWN_PLAN)
    shown = page(office, "hr:dossiers")
    assert "Số hồ sơ thiếu từng loại tài liệu" in shown
    assert "Bản kê khai tài sản của năm kiểm điểm" in shown
    narrowed = page(office, "hr:dossiers", q="do manh", tai_lieu="assets")
    assert "Đỗ Mạnh Cường" in narrowed
    assert "Trịnh Thị Hồng" not in narrowed
    assert "Không có hồ sơ nào" in page(office, "hr:dossiers", tai_lieu="period_slips")
    by_unit = page(office, "hr:dossiers", xem="don-vi")
    assert stage.department.units["trade"].name in by_unit
    assert "Đủ đến bước này" in by_unit
    nothing = page(office, "hr:dossiers", xem="don-vi", tinh_trang="thieu")
    assert "Không có hồ sơ nào" in nothing


def test_the_matrix_is_taken_along_with_a_column_for_every_paper(stage, office):
    under(stage, TOWN_PLAN)
    answer = office.get(reverse("hr:dossiers_sheet"), {"q": "do manh"})
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0][:2] == ("Hồ sơ của", "Đơn vị")
    column = rows[0].index("Bản kê khai tài sản")
    assert rows[1][0] == "Đỗ Mạnh Cường"
    assert rows[1][column].startswith("Thiếu: Đối tượng nộp bản giấy")


def test_the_matrix_takes_a_constant_number_of_queries(
    stage, office, django_assert_max_num_queries
):
    under(stage, TOWN_PLAN)
    for asked in ({}, {"xem": "don-vi"}, {"q": "do manh"}):
        with django_assert_max_num_queries(20):
            page(office, "hr:dossiers", **asked)


def test_unknown_filters_are_left_out(stage, office):
    answer = office.get(reverse("hr:dossiers"), {"don_vi": "KHONG-CO", "tai_lieu": "la"})
    assert answer.status_code == 200
