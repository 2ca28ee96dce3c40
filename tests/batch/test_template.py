"""The template: what it asks for is what the command reads; filled in by its own rules it is judged."""

import csv
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.batch.tables import read
from tusoi.batch.cells import Choice, DecimalNumber, WholeNumber
from tusoi.batch.faults import BatchRefused
from tusoi.batch.kinds import KINDS
from tusoi.batch.layout import columns_of, inquiry_of
from tusoi.batch.running import classify
from tusoi.batch.template import write_template
from tusoi.rulebook.facts import RatingLevel

DAYS = (date(2019, 12, 1), date(2021, 12, 1), date(2024, 12, 1), date(2026, 6, 1))
LEVELS = {level.label for level in RatingLevel} | {"", "Chưa xác định"}


def inquiries():
    return st.builds(
        lambda slug, day: inquiry_of(slug, day, day.year, ()),
        st.sampled_from(list(KINDS)),
        st.sampled_from(DAYS),
    )


def cell(column):
    """Any text the hint of the column allows; numbers small, so that a part stays within its whole."""
    match column.reader:
        case Choice(options):
            return st.sampled_from(["", *options])
        case WholeNumber():
            return st.just("3") if column.whole else st.integers(6, 9).map(str)
        case DecimalNumber(most=most):
            return st.integers(0, most * 10).map(lambda tenths: f"{tenths // 10},{tenths % 10}")
        case _:
            return st.just("Mẫu")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), inquiry=inquiries())
def test_a_filled_template_is_judged(tmp_path, data, inquiry):
    template, filled, out = (tmp_path / f"{name}.csv" for name in ("mau", "dien", "ra"))
    write_template(template, inquiry)
    columns = columns_of(inquiry)
    rows = [
        [f"A{number}", *(data.draw(cell(column)) for column in columns[1:])] for number in range(3)
    ]
    with filled.open("w", encoding="utf-8", newline="") as file:
        file.write(template.read_text(encoding="utf-8"))
        csv.writer(file, delimiter=";").writerows(rows)
    outcome = classify(filled, out, inquiry, 1, lambda done, total: None)
    degrees = [fault for fault in outcome.faults.kept if "cấp độ" not in fault.column.lower()]
    if outcome.faults:
        assert not [fault for fault in degrees if fault.column], (
            "what the hints allow is understood"
        )
        return
    assert outcome.summary.rows == 3
    assert {row[5] for row in read(out)} <= LEVELS


@pytest.mark.parametrize("slug", KINDS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_example_row_counts_once_its_mark_is_taken_away(tmp_path, slug, ending):
    inquiry = inquiry_of(slug, DAYS[-1], 2026, ())
    template, out = tmp_path / f"mau.{ending}", tmp_path / "ra.csv"
    write_template(template, inquiry)
    with pytest.raises(BatchRefused, match="không có dòng dữ liệu"):
        classify(template, out, inquiry, 1, lambda done, total: None)
    _take_mark_away(template)
    outcome = classify(template, out, inquiry, 1, lambda done, total: None)
    assert outcome.summary.rows == 1
    assert outcome.unused == ()


def _take_mark_away(template):
    if template.suffix == ".csv":
        text = template.read_text(encoding="utf-8").replace("#VD-01", "VD-01")
        template.write_text(text, encoding="utf-8", newline="")
        return
    book = openpyxl.load_workbook(template)
    assert book.sheetnames == ["Đánh giá", "Hướng dẫn", "Danh mục"]
    sheet = book["Đánh giá"]
    assert sheet["A2"].value == "#VD-01"
    assert all(heading.comment for heading in sheet[1])
    sheet["A2"].value = "VD-01"
    book.save(template)


def test_lists_of_the_workbook_hold_every_allowed_value(tmp_path):
    inquiry = inquiry_of("cong-chuc", DAYS[-1], 2026, ())
    write_template(tmp_path / "mau.xlsx", inquiry)
    book = openpyxl.load_workbook(tmp_path / "mau.xlsx")
    choices = [column for column in columns_of(inquiry) if isinstance(column.reader, Choice)]
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in book["Danh mục"].columns
    }
    assert lists == {column.heading: list(column.reader.options) for column in choices}
    assert len(book["Đánh giá"].data_validations.dataValidation) == len(choices)


def test_the_same_template_every_time_and_only_as_a_table(tmp_path):
    inquiry = inquiry_of("cong-chuc", DAYS[-1], 2026, ())
    for name in ("a.xlsx", "b.xlsx"):
        write_template(tmp_path / name, inquiry)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with pytest.raises(BatchRefused, match=r"bảng mẫu là tệp \.csv hoặc \.xlsx"):
        write_template(tmp_path / "a.json", inquiry)
