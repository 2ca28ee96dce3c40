"""Every way a table may be written, and every way it may be wrong: row, column, value, what is expected."""

import unicodedata
from datetime import date, datetime

import pytest
import xlsxwriter

from tests.batch.tables import FILLED, civil_servants, headings, read, write
from tusoi.batch.faults import BatchRefused
from tusoi.batch.layout import inquiry_of
from tusoi.batch.running import classify
from tusoi.batch.spelling import cell_text


def run(source, out, inquiry=None):
    return classify(source, out, inquiry or civil_servants(), 1, lambda done, total: None)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "ket-qua.csv"


def said(outcome) -> list[str]:
    return [str(fault) for fault in outcome.faults.in_order()]


def levels(path) -> list[str]:
    return [row[5] for row in read(path)]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_delimiters_and_the_mark_of_excel(tmp_path, out, delimiter, encoding):
    rows = [{"Tổng điểm": "90"}, {"Tổng điểm": "89,99"}, {"Tổng điểm": "89.99"}]
    run(write(tmp_path / "a.csv", rows, delimiter=delimiter, encoding=encoding), out)
    assert levels(out) == ["Hoàn thành xuất sắc nhiệm vụ", *["Hoàn thành tốt nhiệm vụ"] * 2]


def test_decomposed_letters_blanks_titles_and_comments(tmp_path, out):
    source = write(tmp_path / "a.csv", [{}, {"Mã": "#ghi chú", "Tổng điểm": "nháp"}])
    text = source.read_text(encoding="utf-8-sig").replace("Họ và tên", "  HỌ  và\u200b tên ")
    text = "DANH SÁCH;;\r\n;;\r\n" + text + ";;;\r\n"
    source.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    outcome = run(source, out)
    assert said(outcome) == []
    assert read(out)[0][1] == unicodedata.normalize("NFC", FILLED["Họ và tên"])
    assert len(read(out)) == 1


@pytest.mark.parametrize(
    ("heading", "value", "expected"),
    [
        ("Tổng điểm", "100,01", "Số từ 0 đến 100"),
        ("Tổng điểm", "88,5 điểm", "Số từ 0 đến 100"),
        ("Tổng điểm", "-1", "Số từ 0 đến 100"),
        ("Số tháng công tác", "13", "Số từ 0 đến 12"),
        ("Số tháng công tác", "", "Chưa ghi."),
        ("Chức vụ lãnh đạo", "Giám đốc", "Không; Cấp phó; Người đứng đầu"),
        ("Kỷ luật", "Rồi", "Một trong các giá trị"),
        ("Họ và tên", "a" * 201, "không quá 200 ký tự"),
    ],
)
def test_a_cell_that_cannot_be_understood(tmp_path, out, heading, value, expected):
    outcome = run(write(tmp_path / "a.csv", [{}, {heading: value}]), out)
    fault = outcome.faults.kept[0]
    assert (fault.row, fault.column, fault.value) == (3, heading, value)
    assert expected in fault.expected
    assert not out.exists()


def test_every_fault_is_told_not_only_the_first(tmp_path, out):
    rows = [{"Tổng điểm": "x", "Kỷ luật": "y"}, {}, {"Mã": "cc-1", "Họ và tên": ""}]
    outcome = run(write(tmp_path / "a.csv", rows), out)
    assert [(fault.row, fault.column) for fault in outcome.faults.in_order()] == [
        (2, "Kỷ luật"),
        (2, "Tổng điểm"),
        (4, "Họ và tên"),
        (4, "Mã"),
    ]
    assert "Mã này đã ghi ở dòng 2" in said(outcome)[-1]
    assert read(outcome.report)[0] == ["2", "Kỷ luật", "y", outcome.faults.kept[0].expected]


def test_parts_are_held_against_their_whole(tmp_path, out):
    inquiry = civil_servants(date(2024, 12, 1))
    row = {"Tổng số nhiệm vụ": "10", "Số nhiệm vụ vượt mức": "11"}
    outcome = run(write(tmp_path / "a.csv", [row], inquiry=inquiry), out, inquiry)
    assert said(outcome) == [
        "Dòng 2, cột “Số nhiệm vụ vượt mức”: “11”. Không được lớn hơn “Tổng số nhiệm vụ” (10)."
    ]
    both = {"Tổng số nhiệm vụ": "10", "Số nhiệm vụ chưa bảo đảm": "6"}
    both |= {"Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng": "6"}
    outcome = run(write(tmp_path / "b.csv", [both], inquiry=inquiry), out, inquiry)
    assert "lớn hơn tổng số nhiệm vụ (10)" in said(outcome)[0]
    assert run(
        write(tmp_path / "c.csv", [row | {"Số nhiệm vụ vượt mức": "1.000"}], inquiry=inquiry),
        out,
        inquiry,
    ).faults


def test_best_degree_below_the_lowest(tmp_path, out):
    day = date(2024, 12, 1)
    inquiry = inquiry_of("tap-the", day, 2024, ())
    row = {"Tên tập thể": "Tập thể A", "Cấp độ thấp nhất của tiêu chí chung": "Tốt"}
    row |= {"Cấp độ cao nhất của các tiêu chí": "Kém"}
    outcome = run(write(tmp_path / "a.csv", [row], inquiry=inquiry), out, inquiry)
    assert [fault.column for fault in outcome.faults.kept] == ["Cấp độ cao nhất của các tiêu chí"]


def _edited(source, old, new):
    source.write_text(source.read_text(encoding="utf-8-sig").replace(old, new), encoding="utf-8")
    return source


def test_headings_missing_misspelt_doubled_unused(tmp_path, out):
    source = write(tmp_path / "a.csv", [{}])
    outcome = run(_edited(source, "Tổng điểm", "Tổng đim"), out)
    assert said(outcome) == [
        "Dòng 1, cột “Tổng đim”. Không có cột này. Có phải “Tổng điểm”? Sửa lại tiêu đề cho đúng."
    ]
    outcome = run(_edited(source, "Tổng đim", "Ghi chú"), out)
    assert outcome.unused == ("Ghi chú",)
    assert "cột “Tổng điểm”. Thiếu cột này." in said(outcome)[0]
    outcome = run(_edited(source, "Ghi chú", "Kỷ luật"), out)
    assert "Tiêu đề này đứng hai lần" in said(outcome)[0]
    outcome = run(
        _edited(write(tmp_path / "b.csv", [{}]), "Số tháng nghỉ ốm", "Tổng số nhiệm vụ"), out
    )
    assert outcome.unused == ("Tổng số nhiệm vụ",), "a heading of another day is no slip"


def test_a_row_longer_than_the_heading(tmp_path, out):
    source = write(tmp_path / "a.csv", [{}], delimiter=",")
    outcome = run(_edited(source, '"88,5"', "88,5"), out)
    assert any("Dòng thừa 1 ô" in text for text in said(outcome))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", b"", "trống"),
        ("a.csv", b"a;b\n1;2\n", "không thấy dòng tiêu đề trong 10 dòng đầu"),
        ("a.csv", "Mã;Họ và tên\n1;2\n".encode("utf-16"), "UTF-8"),
        ("a.csv", b"M\xe3;x\n" * 20, "UTF-8"),
        ("a.xlsx", b"khong phai bang tinh", "Không đọc được tệp a.xlsx"),
        ("a.txt", b"x", "chỉ đọc được tệp .csv hoặc .xlsx"),
    ],
)
def test_files_that_are_no_table(tmp_path, out, name, content, expected):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BatchRefused, match=expected):
        run(tmp_path / name, out)
    assert sorted(tmp_path.iterdir()) == [tmp_path / name]


def test_files_that_break_off(tmp_path, out):
    source = write(tmp_path / "a.csv", [{}])
    whole = source.read_bytes()
    source.write_bytes(whole + b'9;"mo ma khong dong\r\n' + b"x;y\r\n" * 40_000)
    with pytest.raises(BatchRefused, match="dấu ngoặc kép"):
        run(source, out)
    source.write_bytes(whole + b"\r\n" * 20 + b"\xff\xfe")
    with pytest.raises(BatchRefused, match="UTF-8"):
        run(source, out)
    source.write_bytes(whole[: whole.index(b"\r\n") + 2])
    with pytest.raises(BatchRefused, match="không có dòng dữ liệu"):
        run(source, out)
    with pytest.raises(BatchRefused, match="Không có tệp"):
        run(tmp_path / "khong-co.csv", out)
    (tmp_path / "thu-muc.csv").mkdir()
    with pytest.raises(BatchRefused, match="là thư mục"):
        run(tmp_path / "thu-muc.csv", out)
    assert not out.exists()


def test_a_file_nobody_may_read(tmp_path, out, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError

    source = write(tmp_path / "a.csv", [{}])
    monkeypatch.setattr(type(source), "open", refuse)
    with pytest.raises(BatchRefused, match="Không được phép đọc"):
        run(source, out)


def test_what_a_cell_shows():
    shown = [cell_text(value) for value in (None, True, False, 7, 88.4, 0.0, date(2026, 5, 8))]
    assert shown == ["", "Có", "Không", "7", "88.4", "0", "08/05/2026"]


def test_a_workbook_with_numbers_dates_and_truths(tmp_path, out):
    source = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(source))
    sheet = book.add_worksheet("Bìa")
    sheet = book.add_worksheet("Đánh giá")
    known = headings(civil_servants())
    sheet.write_row(2, 0, known)
    rows = [
        FILLED | {"Mã": 7, "Số tháng công tác": 12.0, "Tổng điểm": 89.999999999999999},
        FILLED | {"Mã": 8, "Tổng điểm": 88.4, "Vi phạm trách nhiệm nêu gương": True},
        FILLED | {"Mã": "009", "Tổng điểm": "70"},
    ]
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, [row.get(heading, "") for heading in known])
    book.close()
    run(source, out)
    assert [row[0] for row in read(out)] == ["7", "8", "009"]
    assert levels(out)[1:] == ["Không hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ"]
    wrong = tmp_path / "b.xlsx"
    book = xlsxwriter.Workbook(str(wrong), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, known)
    row = FILLED | {"Tổng điểm": datetime(2026, 5, 8)}
    for place, heading in enumerate(known):
        sheet.write(1, place, row.get(heading, ""))
    book.close()
    assert said(run(wrong, out)) == [
        "Dòng 2, cột “Tổng điểm”: “08/05/2026”. Số từ 0 đến 100, phần lẻ viết sau dấu phẩy, ví dụ 88,5."
    ]
