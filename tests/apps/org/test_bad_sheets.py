"""Bảng tính hỏng: whatever the file holds, a sentence says where the fault is, and nothing is half-written."""

import random
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from tests.apps.org.test_importing import GOOD, NOW, importing, workbook
from tests.refusals import everything_stored, refused

from tusoi.core.errors import Refused
from tusoi.org.models import Person
from tusoi.org.services.importing import check_people
from tusoi.org.services.sheet.columns import COLUMNS


def archive(**files: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return buffer.getvalue()


def sheet(write) -> bytes:
    """A workbook with the right heading and whatever `write` puts below it."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer)
    page = book.add_worksheet("Nhân sự")
    page.write_row(0, 0, [column.label for column in COLUMNS])
    write(page)
    book.close()
    return buffer.getvalue()


WHOLE = workbook({})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Không đọc được tệp"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "Không đọc được tệp"),
        ("Mã cán bộ;Họ và tên\nMOI-01;Lù Thị Xoa".encode(), "Không đọc được tệp"),
        (archive(tai_lieu="không phải bảng tính"), "Không đọc được tệp"),
        (WHOLE[: len(WHOLE) // 2], "Không đọc được tệp"),
        (workbook({}, labels=["Tên"] * len(COLUMNS)), "thiếu cột"),
        (workbook({}, labels=["Họ và tên"] * len(COLUMNS)), "thiếu cột"),
        (workbook(), "không có dòng nào"),
    ],
    ids=["empty", "PDF", "CSV", "zip", "torn", "headings", "same headings", "no rows"],
)
def test_a_file_that_is_no_list_of_people_is_refused(department, content, sentence):
    refused(lambda: importing(content), sentence)


def test_merged_cells_leave_the_cells_below_empty(department):
    def merged(page):
        page.merge_range(1, 0, 2, 0, "MOI-01")
        for row in (1, 2):
            page.write_row(row, 1, [GOOD[column.code] or "" for column in COLUMNS[1:2]])

    report = importing(sheet(merged))
    places = {(fault.row, fault.column) for fault in report.faults}
    assert (3, "Mã cán bộ") in places
    assert not report.is_saved


def test_a_formula_counts_with_its_value_and_a_broken_one_is_a_fault(department):
    def formulas(page):
        for place, column in enumerate(COLUMNS):
            page.write(1, place, {**GOOD, "birth_date": "", "party_joined_on": ""}[column.code])
        page.write_formula(1, 0, '="MOI-"&"01"', value="MOI-01")
        page.write_formula(1, 8, "=1/0", value="#DIV/0!")
        page.write(1, 10, "")

    report = importing(sheet(formulas))
    assert [(fault.row, fault.column) for fault in report.faults] == [(2, "Ngày bắt đầu")]
    assert not Person.objects.filter(code="MOI-01").exists()


def test_a_thousand_faults_are_all_named(department):
    rows = [{"code": f"MOI-{number}", "email": "hỏng"} for number in range(1000)]
    before = everything_stored()
    report = check_people(at=NOW, content=workbook(*rows))
    assert [fault.row for fault in report.faults] == list(range(2, 1002))
    assert everything_stored() == before


def test_one_bad_row_among_good_ones_keeps_all_out(department):
    good = [{"code": f"MOI-{number}"} for number in range(20)]
    report = importing(workbook(*good, {"code": "MOI-0"}))
    assert [(fault.row, fault.message) for fault in report.faults] == [
        (22, "Mã này đã ghi ở dòng 2.")
    ]
    assert not Person.objects.filter(code__startswith="MOI").exists()


def test_odd_text_in_cells_is_tidied(department):
    importing(workbook({"full_name": "Lu\u0300  Thị\u202e Xoa 🌾"}))
    assert Person.objects.get(code="MOI-01").full_name == "Lù Thị Xoa 🌾"


def test_a_damaged_file_is_refused_or_reported_never_a_fault_of_the_server(department):
    dice = random.Random(2284)  # noqa: S311 - repeatable damage
    for _ in range(40):
        content = bytearray(WHOLE)
        for _ in range(dice.randrange(1, 40)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        with suppress(Refused):
            check_people(at=NOW, content=bytes(content))
