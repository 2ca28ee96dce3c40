"""Nhập nhân sự từ bảng tính: faults by row and column, nothing half-written, nothing doubled."""

from datetime import date, datetime
from io import BytesIO

import pytest
import xlsxwriter
from tests.factories import OFFICE, moment

from tusoi.audit.models import AuditEntry
from tusoi.core.errors import Refused
from tusoi.org.models import Assignment, Person
from tusoi.org.services.importing import check_people, import_people
from tusoi.org.services.sheet.columns import COLUMNS
from tusoi.org.services.sheet.template import people_template

NOW = moment(2023, 11, 24)
GOOD = {
    "code": "MOI-01",
    "full_name": "Lường Thị Ước",
    "birth_date": date(1990, 2, 3),
    "category": "Công chức",
    "unit": "qltm",
    "title": "Chuyên viên",
    "leadership": "",
    "group": "officers",
    "starts_on": "01/03/2023",
    "party_joined_on": datetime(2015, 9, 2),
    "cell": "CB-QLTM",
    "email": "uoc@vi-du.example",
}


def workbook(*rows, labels=None):
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Nhân sự")
    sheet.write_row(0, 0, labels or [column.label for column in COLUMNS])
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, [{**GOOD, **row}[column.code] for column in COLUMNS])
    book.close()
    return buffer.getvalue()


def importing(content):
    return import_people(actor=OFFICE, at=NOW, content=content)


def test_a_row_becomes_a_person_in_a_post(department):
    report = importing(workbook({}))
    person = Person.objects.get(code="MOI-01")
    assert (report.created, report.is_saved) == (1, True)
    assert person.party_cell == department.cells["trade"]
    assignment = person.assignments.get()
    assert assignment.post.unit == department.units["trade"]
    assert assignment.starts_on == date(2023, 3, 1)
    assert AuditEntry.objects.filter(command="person.import").get().detail["created"] == 1


def test_importing_again_doubles_nothing(department):
    importing(workbook({}, {"code": "MOI-02", "full_name": "Lù A Sử"}))
    again = importing(workbook({}, {"code": "MOI-02", "full_name": "Lù A Sử"}))
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert Assignment.objects.filter(person__code__startswith="MOI").count() == 2


def test_a_correction_changes_only_what_is_written(department):
    importing(workbook({}))
    report = importing(workbook({"full_name": "Lường Thị Ươm", "email": "", "birth_date": ""}))
    person = Person.objects.get(code="MOI-01")
    assert report.updated == 1
    assert person.full_name == "Lường Thị Ươm"
    assert person.search_name == "luong thi uom"
    assert person.email == "uoc@vi-du.example"


def test_another_post_is_a_move_and_ends_the_former(department):
    importing(workbook({}))
    report = importing(workbook({"unit": "QLCN", "starts_on": "01/09/2023"}))
    former, present = Person.objects.get(code="MOI-01").assignments.order_by("starts_on")
    assert report.moved == 1
    assert former.ends_on == date(2023, 8, 31)
    assert present.post.unit == department.units["industry"]


@pytest.mark.parametrize(
    ("cell", "value", "column", "sentence"),
    [
        ("code", "", "Mã cán bộ", "Chưa ghi."),
        ("birth_date", "31/02/1990", "Ngày sinh", "Không đúng dạng"),
        ("category", "Giáo viên", "Loại", "Chỉ nhận một trong các giá trị"),
        ("unit", "KHONGCO", "Mã đơn vị", "Không có đơn vị"),
        ("group", "x", "Nhóm tương đồng", "Không có nhóm"),
        ("cell", "x", "Mã chi bộ", "Không có chi bộ"),
        ("email", "khong-phai", "Thư điện tử", "Không đúng dạng địa chỉ"),
        ("party_joined_on", "", "Mã chi bộ", "chưa ghi ngày vào Đảng"),
        ("party_joined_on", "01/01/2030", "Ngày vào Đảng", "không sau ngày hôm nay"),
        ("full_name", "A" * 121, "Họ và tên", "Dài quá 120"),
        ("leadership", "Người đứng đầu", "Chức vụ", "đã lập với chức vụ lãnh đạo"),
    ],
)
def test_every_fault_names_its_row_and_column(department, cell, value, column, sentence):
    report = importing(workbook({"code": "MOI-02", "title": "Kế toán viên"}, {cell: value}))
    assert [(fault.row, fault.column) for fault in report.faults] == [(3, column)]
    assert sentence in report.faults[0].message
    assert not report.is_saved
    assert not Person.objects.filter(code__startswith="MOI").exists()


def test_a_person_twice_in_one_file_is_a_fault(department):
    report = importing(workbook({}, {}))
    assert report.faults[0].message == "Mã này đã ghi ở dòng 2."


def test_a_start_that_contradicts_the_posts_held_is_a_fault(department):
    importing(workbook({}))
    report = importing(workbook({"starts_on": "01/01/2022"}))
    assert "đã có phân công chính thức từ 01/03/2023" in report.faults[0].message


def test_checking_saves_nothing(department):
    report = check_people(at=NOW, content=workbook({}))
    assert report.fault_count == 0
    assert not Person.objects.filter(code="MOI-01").exists()


def test_a_file_that_is_no_spreadsheet_or_lacks_columns_is_refused(department):
    with pytest.raises(Refused, match="Không đọc được tệp"):
        importing(b"khong phai bang tinh")
    with pytest.raises(Refused, match="thiếu cột: Họ và tên"):
        importing(workbook({}, labels=["Mã cán bộ", *["x"] * 11]))
    with pytest.raises(Refused, match="không có dòng nào"):
        importing(workbook())


def test_the_template_reads_back(department):
    assert people_template()[:2] == b"PK"
    with pytest.raises(Refused, match="không có dòng nào"):
        importing(people_template())
