"""Thi đua, khen thưởng trên trang: registering, discussing, nominating, sifting, sending."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook
from tests.apps.awards import stage as scenery
from tests.remembering import remembered

from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination, AwardRegistration
from tusoi.awards.selectors.registrations import COLUMNS
from tusoi.org.enums import Role


@pytest.fixture
def rated(department):
    return remembered(scenery.rated, department)


@pytest.fixture
def nominated(department):
    return remembered(scenery.nominated, department)


@pytest.fixture
def head(sign_in):
    return sign_in("trade_head", Role.UNIT_HEAD)


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def test_the_head_enters_a_registration_and_takes_it_back(rated, head, department):
    who = f"ca-nhan-{department.people['trade_officer'].pk}"
    form = {"who": who, "title": "base_fighter", "registered_on": "10/02/2023"}
    page = head.post(reverse("unit:registration_add"), form, follow=True)
    assert "Đã ghi đăng ký thi đua năm 2023 của Bùi Ngọc Ánh" in page.text
    assert "Chiến sĩ thi đua cơ sở" in page.text
    made = AwardRegistration.objects.get()
    page = head.post(reverse("unit:registration_withdraw", args=[made.pk]), follow=True)
    assert "Chưa có đăng ký thi đua" in page.text


def test_a_whole_unit_registers_at_once(rated, head):
    form = {"title": "advanced_worker", "registered_on": "10/02/2023"}
    page = head.post(reverse("unit:registration_add_all"), form, follow=True)
    assert "Đã ghi đăng ký thi đua của 5 người" in page.text


def test_the_collective_of_the_unit_registers_for_its_own_titles(rated, head, department):
    who = f"tap-the-{department.collectives['trade'].pk}"
    form = {"who": who, "title": "base_fighter", "registered_on": "10/02/2023"}
    page = head.post(reverse("unit:registration_add"), form)
    assert page.status_code == 422
    assert "danh hiệu dành cho cá nhân" in page.text
    form["title"] = "excellent_collective"
    head.post(reverse("unit:registration_add"), form)
    assert AwardRegistration.objects.get().collective == department.collectives["trade"]


def test_the_office_registers_by_staff_code(rated, office, department):
    form = {"who": "không có", "title": "base_fighter", "registered_on": "10/02/2023"}
    page = office.post(reverse("unit:registration_add"), form)
    assert "Không có ai mang mã cán bộ này" in page.text
    form["who"] = department.people["industry_officer"].code
    page = office.post(reverse("unit:registration_add"), form, follow=True)
    assert "Cao Xuân Trường" in page.text
    sheet = office.get(reverse("unit:registrations_sheet") + "?year=2023&q=truong")
    assert sheet["Content-Disposition"].endswith('dang-ky-thi-dua.xlsx"')


def test_the_list_of_registrations_costs_the_same_for_any_number(
    rated, head, django_assert_max_num_queries
):
    head.post(
        reverse("unit:registration_add_all"),
        {"title": "advanced_worker", "registered_on": "10/02/2023"},
    )
    with django_assert_max_num_queries(16):
        head.get(reverse("unit:registrations") + "?q=anh&year=2023&title=advanced_worker")


def test_a_person_registers_and_takes_it_back(rated, sign_in, department):
    own = sign_in("trade_officer")
    page = own.get(reverse("me:awards"))
    assert "Chưa đăng ký thi đua" in page.text
    form = {"title": "base_fighter", "registered_on": "10/02/2023"}
    page = own.post(reverse("me:award_register"), form, follow=True)
    assert "Đã ghi đăng ký thi đua năm 2023" in page.text
    made = AwardRegistration.objects.get(person=department.people["trade_officer"])
    other = sign_in("trade_officer_2")
    assert other.post(reverse("me:award_withdraw", args=[made.pk])).status_code == 404
    own = sign_in("trade_officer")
    own.post(reverse("me:award_withdraw", args=[made.pk]))
    assert not AwardRegistration.objects.exists()


def test_from_the_discussion_to_the_nomination(rated, head):
    page = head.get(reverse("unit:awards"))
    assert reverse("unit:award_discussion", args=[rated.meeting.pk]) in page.text
    address = reverse("unit:award_discussion", args=[rated.meeting.pk])
    page = head.post(address, {"voting": "Bỏ phiếu kín", "voters": "6"})
    assert "hội nghị có 5 thành viên có mặt" in page.text
    head.post(address, {"voting": "Bỏ phiếu kín", "voters": "5"})
    held = AwardDiscussion.objects.get()
    assert head.get(address).status_code == 404
    page = head.get(reverse("unit:award_candidates") + "?level=excellent")
    subject = rated.ratings.subject("trade_officer")
    assert reverse("unit:nominate", args=[subject.pk]) in page.text
    address = reverse("unit:nominate", args=[subject.pk])
    page = head.get(address)
    assert "Mức xếp loại: Hoàn thành xuất sắc nhiệm vụ; chưa đăng ký thi đua" in page.text
    form = {
        "title": "advanced_worker",
        "discussion": held.pk,
        "achievements": scenery.WORDS,
        "votes_for": "6",
        "votes_against": "0",
        "has_spirit": "yes",
        "achievement": "base",
        "initiatives": "1",
        "base_titles_running": "0",
        "provincial_titles_running": "0",
    }
    page = head.post(address, form)
    assert page.status_code == 422
    assert "không khớp với 5 người biểu quyết" in page.text
    assert scenery.WORDS in page.text
    page = head.post(address, form | {"votes_for": "5"}, follow=True)
    assert "Đã đề nghị “Lao động tiên tiến” cho Bùi Ngọc Ánh" in page.text
    assert AwardNomination.objects.get().merits["achievement"] == "base"


def test_a_collective_is_asked_other_questions(nominated, office, department):
    rows = nominated.ratings.row("trade")
    type(rows).objects.filter(pk=rows.pk).update(proposed_level="good")
    subject = nominated.ratings.subject("trade")
    address = reverse("unit:nominate", args=[subject.pk])
    page = office.get(address)
    assert "Nội bộ đoàn kết" in page.text
    assert "chiến sĩ thi đua cơ sở (tính cả năm nay)" not in page.text
    form = {
        "title": "advanced_collective",
        "discussion": AwardDiscussion.objects.get().pk,
        "achievements": "Hoàn thành kế hoạch năm.",
        "votes_for": "5",
        "votes_against": "0",
        "is_united": "yes",
        "achievement": "none",
        "initiatives": "0",
    }
    office.post(address, form)
    assert AwardNomination.objects.filter(title="advanced_collective").exists()


def test_a_nomination_shows_findings_and_papers_and_is_withdrawn_with_a_reason(nominated, head):
    row = AwardNomination.objects.get()
    page = head.get(reverse("unit:nomination", args=[row.pk]))
    assert "Kết quả kiểm tra khi đề nghị" in page.text
    assert "Báo cáo thành tích" in page.text
    assert "4 đồng ý, 1 không đồng ý trên 5 người biểu quyết" in page.text
    address = reverse("unit:nomination_withdraw", args=[row.pk])
    assert head.get(address).status_code == 200
    page = head.post(address, {"reason": "Ghi nhầm."}, follow=True)
    assert "Đã rút đề nghị khen thưởng cho Bùi Ngọc Ánh" in page.text
    assert "Ghi nhầm." in head.get(reverse("unit:nomination", args=[row.pk])).text


def test_the_office_leaves_out_takes_back_and_sends(nominated, office):
    row = AwardNomination.objects.get()
    page = office.get(reverse("hr:awards"))
    assert "Bùi Ngọc Ánh" in page.text
    office.post(reverse("hr:award_decline", args=[row.pk]), {"reason": "Chưa rõ."})
    assert "Chưa rõ." in office.get(reverse("hr:awards")).text
    office.post(reverse("hr:award_restore", args=[row.pk]))
    page = office.get(reverse("hr:award_list_submit"))
    assert "Hội đồng Thi đua - Khen thưởng Sở Công Thương" in page.text
    form = {
        "nominations": [row.pk],
        "council": "Hội đồng Thi đua - Khen thưởng Sở Công Thương tỉnh Lâm An",
        "dated": "04/12/2023",
    }
    page = office.post(reverse("hr:award_list_submit"), form, follow=True)
    assert "Đã trình 1 đề nghị" in page.text
    made = AwardList.objects.get()
    assert reverse("draft", args=["award_submission", "awards.awardlist", made.pk]) in page.text
    sheet = office.get(reverse("hr:awards_sheet"))
    assert sheet["Content-Disposition"].endswith('de-nghi-khen-thuong.xlsx"')


def test_others_do_not_find_it(nominated, sign_in):
    row = AwardNomination.objects.get()
    address = reverse("unit:nomination", args=[row.pk])
    assert sign_in("industry_head", Role.UNIT_HEAD).get(address).status_code == 404
    own = sign_in("trade_officer")
    assert own.get(address).status_code == 200
    assert "Lao động tiên tiến" in own.get(reverse("me:awards")).text


def test_pages_cost_the_same_for_any_number(nominated, office, django_assert_max_num_queries):
    for name in ("unit:awards", "unit:award_candidates", "hr:awards"):
        with django_assert_max_num_queries(20):
            office.get(reverse(name) + "?q=anh")


def sheet_of(*rows) -> SimpleUploadedFile:
    book, content = Workbook(), BytesIO()
    for row in (COLUMNS, *rows):
        book.active.append(row)
    book.save(content)
    return SimpleUploadedFile("dang-ky.xlsx", content.getvalue())


def test_the_list_filled_in_comes_back_as_registrations(rated, head, department):
    code = department.people["trade_officer"].code
    collective = department.collectives["trade"].name
    rows = (
        ("Bùi Ngọc Ánh", code, "", 2023, "Chiến sĩ thi đua cơ sở", date(2023, 2, 10)),
        (collective, "", "", 2023, "Tập thể lao động tiên tiến", "10/02/2023"),
        ("", "", "", "", "", ""),
    )
    address = reverse("unit:registrations_import")
    assert "Nhập đăng ký từ bảng tính" in head.get(address).text
    page = head.post(address, {"sheet": sheet_of(*rows)}, follow=True)
    assert "Đã ghi 2 đăng ký thi đua; 0 đăng ký đã có được giữ nguyên" in page.text
    page = head.post(address, {"sheet": sheet_of(*rows)}, follow=True)
    assert "Đã ghi 0 đăng ký thi đua; 2 đăng ký đã có được giữ nguyên" in page.text


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("", "không có", "", "", "Chiến sĩ thi đua cơ sở", "10/02/2023"), "mang mã cán bộ này"),
        (("", "trade_officer", "", "", "Anh hùng", "10/02/2023"), "không có trong danh mục"),
        (("", "trade_officer", "", "", "Lao động tiên tiến", "31/02/2023"), "không đúng dạng ngày"),
        (("", "trade_officer", "", "", "Lao động tiên tiến", "sáng nay"), "không đúng dạng ngày"),
        (
            ("", "trade_officer", "", "", "Tập thể lao động tiên tiến", "10/02/2023"),
            "Dòng 3: “Tập thể",
        ),
        (
            ("", "industry_officer", "", "", "Lao động tiên tiến", "10/02/2023"),
            "không có thẩm quyền",
        ),
    ],
)
def test_one_bad_row_and_nothing_is_entered(rated, head, department, row, sentence):
    people = department.people
    cells = [people[cell].code if cell in people else cell for cell in row]
    good = ("", people["trade_head"].code, "", "", "Lao động tiên tiến", "10/02/2023")
    page = head.post(reverse("unit:registrations_import"), {"sheet": sheet_of(good, cells)})
    assert sentence in page.text
    assert not AwardRegistration.objects.exists()


def test_another_table_is_refused(rated, head):
    address = reverse("unit:registrations_import")
    other = SimpleUploadedFile("a.xlsx", b"khong phai bang tinh")
    assert "Không đọc được tệp" in head.post(address, {"sheet": other}).text
    book, content = Workbook(), BytesIO()
    book.active.append(("Tên", "Tuổi"))
    book.save(content)
    wrong = SimpleUploadedFile("b.xlsx", content.getvalue())
    assert "không đúng các cột" in head.post(address, {"sheet": wrong}).text
    assert "nhận từ 1 đến" in head.post(address, {"sheet": sheet_of()}).text
    big = SimpleUploadedFile("c.xlsx", b"0" * (2 * 1024 * 1024 + 1))
    assert "lớn hơn 2 MB" in head.post(address, {"sheet": big}).text
