"""What is written: the same bytes whatever the number of processes, all of it or nothing."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.batch.tables import civil_servants, read, write
from tusoi.batch import crew, running
from tusoi.batch.faults import BatchRefused
from tusoi.batch.layout import inquiry_of
from tusoi.rulebook.record import answer, read_record

ENDINGS = ("csv", "json", "xlsx")
GOLDENS = Path(__file__).parent / "goldens"
#: One row for every way a civil servant may come out in 2026.
EVERY_WAY = [
    {"Tổng điểm": "90"},
    {"Tổng điểm": "89,99"},
    {"Tổng điểm": "70"},
    {"Tổng điểm": "50", "Họ và tên": "=Lò Thị Thử"},
    {"Tổng điểm": "49,99"},
    {"Tổng điểm": "80", "Kỷ luật": "Có"},
    {"Tổng điểm": ""},
    {"Tổng điểm": "", "Số tháng công tác": "5"},
    {"Tổng điểm": "95", "Cấp trên quản lý": "Có"},
    {
        "Tổng điểm": "95",
        "Chức vụ lãnh đạo": "Người đứng đầu",
        "Mức của tập thể do mình đứng đầu": "Hoàn thành nhiệm vụ",
    },
    {"Tổng điểm": "75", "Số tháng ở đơn vị cũ": "2", "Đã có nhận xét của đơn vị cũ": "Không"},
]


def classify(source, out, inquiry=None, jobs=1, progress=lambda done, total: None):
    return running.classify(source, out, inquiry or civil_servants(), jobs, progress)


@pytest.fixture
def source(tmp_path):
    return write(tmp_path / "bang.csv", EVERY_WAY)


def test_levels_and_reasons(source, tmp_path):
    out = tmp_path / "ra.csv"
    summary = classify(source, out).summary
    rows = read(out)
    assert [row[5].removesuffix(" nhiệm vụ") for row in rows] == [
        "Hoàn thành xuất sắc",
        "Hoàn thành tốt",
        "Hoàn thành tốt",
        "Hoàn thành",
        "Không hoàn thành",
        "Không hoàn thành",
        "Chưa xác định",
        "",
        "",
        "Hoàn thành",
        "Hoàn thành tốt",
    ]
    assert rows[3][1] == "'=Lò Thị Thử"
    assert "89,99" in rows[1][8]
    assert "nhưng mức cao nhất được xếp là “Hoàn thành nhiệm vụ”" in rows[9][7]
    assert "đơn vị cũ" in rows[10][9]
    assert summary.rows == len(EVERY_WAY)
    caps = read(tmp_path / "ra-ti-le-tran.csv")
    assert [row[0] for row in caps] == ["Nhóm có vị trí, nhiệm vụ tương đồng", "Cơ quan, đơn vị"]
    assert len(summary.over_cap) == 2


def test_the_csv_reads_as_it_always_did(source, tmp_path):
    classify(source, tmp_path / "ra.csv")
    written = (tmp_path / "ra.csv").read_text(encoding="utf-8-sig")
    assert written == (GOLDENS / "cong-chuc-2026.csv").read_text(encoding="utf-8")


def test_records_can_be_judged_again(source, tmp_path):
    classify(source, tmp_path / "ra.json")
    content = json.loads((tmp_path / "ra.json").read_text(encoding="utf-8"))
    assert len(content["subjects"]) == content["totals"]["rows"] == len(EVERY_WAY)
    for subject in content["subjects"]:
        again = answer(read_record(json.dumps(subject["record"])))
        assert json.loads(again) == subject["answer"]
    head = content["subjects"][9]
    assert head["answer"]["findings"][0]["rule"] == "classification.head-within-collective"
    assert head["level"] == "completed"


def test_the_workbook_is_ready_to_print(source, tmp_path):
    classify(source, tmp_path / "ra.xlsx")
    book = openpyxl.load_workbook(tmp_path / "ra.xlsx")
    assert book.sheetnames == ["Kết quả", "Giải thích", "Tỉ lệ trần", "Căn cứ"]
    result, explanation, caps, basis = book
    assert result.max_row == len(EVERY_WAY) + 1
    assert result["B5"].value == "=Lò Thị Thử"
    assert result["B5"].data_type == "s"
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes == "C2"
        assert sheet.print_title_rows == "$1:$1"
    assert "khoản 1 Điều 20 Nghị định 335/2025/NĐ-CP" in {cell.value for cell in explanation["G"]}
    assert caps["C2"].value == 8
    assert "khoản 1 Điều 20 Nghị định 335/2025/NĐ-CP" in {cell.value for cell in basis["A"]}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_bytes_with_any_number_of_processes(tmp_path, ending):
    rows = 20_000 if ending == "csv" else 2_000
    source = write(
        tmp_path / "lon.csv",
        [
            EVERY_WAY[number % len(EVERY_WAY)]
            | {"Đơn vị": f"Phòng {number % 40}", "Nhóm tương đồng": f"Nhóm {number % 7}"}
            for number in range(rows)
        ],
    )
    written = []
    for jobs in (1, 2):
        out = tmp_path / f"ra{jobs}.{ending}"
        classify(source, out, jobs=jobs)
        written.append(out.read_bytes())
    assert written[0] == written[1]


def test_faults_are_the_same_with_any_number_of_processes(tmp_path):
    rows = [{"Tổng điểm": "x"} if number % 700 == 3 else {} for number in range(2_000)]
    source = write(tmp_path / "a.csv", rows)
    found = [classify(source, tmp_path / "ra.csv", jobs=jobs).faults.in_order() for jobs in (1, 2)]
    assert found[0] == found[1]
    assert [fault.row for fault in found[0]] == [5, 705, 1405]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_fault_leaves_an_earlier_result_untouched(source, tmp_path, ending):
    out = tmp_path / f"ra.{ending}"
    classify(source, out)
    before = out.read_bytes()
    bad = write(tmp_path / "xau.csv", [*EVERY_WAY, {"Tổng điểm": "x"}])
    outcome = classify(bad, out)
    assert outcome.summary is None
    assert out.read_bytes() == before
    assert outcome.report.exists()
    classify(source, out)
    assert not outcome.report.exists(), "the list of faults goes with the faults"
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_stopping_leaves_nothing_half_written(tmp_path, ending, jobs):
    source = write(tmp_path / "lon.csv", [{}] * 2_000)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        classify(source, tmp_path / f"ra.{ending}", jobs=jobs, progress=stop)
    assert list(tmp_path.iterdir()) == [source]


def test_a_killed_process_is_told(tmp_path, monkeypatch):
    source = write(tmp_path / "a.csv", [{}] * 600)
    monkeypatch.setattr(crew, "_work", _die)
    with pytest.raises(BatchRefused, match="Một tiến trình bị hệ thống dừng"):
        classify(source, tmp_path / "ra.csv", jobs=2)
    assert list(tmp_path.iterdir()) == [source]


def _die(rows):
    import os

    os._exit(9)


def test_places_that_cannot_be_written(source, tmp_path, monkeypatch):
    (tmp_path / "thu-muc.csv").mkdir()
    for out, expected in (
        (source, "ghi đè lên chính tệp đầu vào"),
        (tmp_path / "ra.doc", "kết thúc bằng .csv, .json, .xlsx"),
        (tmp_path / "thu-muc.csv", "là thư mục"),
        (tmp_path / "khong-co" / "ra.csv", "không có thư mục"),
    ):
        with pytest.raises(BatchRefused, match=expected):
            classify(source, out)
    for error, expected in (
        (PermissionError(), "không có quyền ghi"),
        (OSError(28, "full"), "đĩa đã đầy"),
        (OSError(5, "io"), "hệ thống báo lỗi 5"),
    ):
        monkeypatch.setattr(Path, "replace", _raising(error))
        with pytest.raises(BatchRefused, match=expected):
            classify(source, tmp_path / "ra.csv")
    assert not list(tmp_path.glob("ra*"))
    assert not list(tmp_path.glob(".ra*"))


def _raising(error):
    def replace(self, target):
        raise error

    return replace


def test_more_rows_than_a_sheet_holds(source, tmp_path, monkeypatch):
    monkeypatch.setattr("tusoi.batch.results.xlsx_file.MOST_ROWS", 20)
    with pytest.raises(BatchRefused, match=r"Ghi kết quả ra tệp \.csv hoặc \.json"):
        classify(source, tmp_path / "ra.xlsx")
    assert list(tmp_path.iterdir()) == [source]


def test_only_so_many_faults_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("tusoi.batch.faults.KEPT_FAULTS", 3)
    outcome = classify(write(tmp_path / "a.csv", [{"Tổng điểm": "x"}] * 5), tmp_path / "ra.csv")
    assert (outcome.faults.count, len(outcome.faults.kept)) == (5, 3)


def test_without_a_table_in_force_people_decide(tmp_path):
    inquiry = inquiry_of("vien-chuc", date(2026, 12, 1), 2026, ())
    source = write(tmp_path / "a.csv", [{}], inquiry=inquiry)
    summary = classify(source, tmp_path / "ra.csv", inquiry).summary
    assert [finding.rule for finding in summary.preface if finding.severity == "warns"]
    assert "cấp có thẩm quyền quyết định" in read(tmp_path / "ra.csv")[0][7]


def test_levels_that_rest_on_others(tmp_path):
    day = date(2022, 12, 1)
    collective = inquiry_of("tap-the", day, 2022, ())
    degrees = dict.fromkeys(
        (
            "Cấp độ thấp nhất của tiêu chí chung",
            "Cấp độ thấp nhất của tiêu chí kết quả",
            "Cấp độ cao nhất của các tiêu chí",
        ),
        "Xuất sắc",
    )
    rows = [
        {"Tên tập thể": "A", "Mức của cơ quan, đơn vị": "Hoàn thành nhiệm vụ"} | degrees,
        {"Tên tập thể": "B", "Số tháng từ khi thành lập": "5"} | degrees,
    ]
    classify(write(tmp_path / "a.csv", rows, inquiry=collective), tmp_path / "ra.csv", collective)
    above, young = read(tmp_path / "ra.csv")
    assert "cao hơn mức của cơ quan, đơn vị" in above[9]
    assert young[4] == "Kiểm điểm, không xếp loại"
    agency = inquiry_of("co-quan", date(2026, 12, 1), 2026, ())
    row = {"Tên cơ quan, đơn vị": "Sở Thử", "Cấp công nhận": "UBND tỉnh", "Tổng điểm": "75"}
    classify(write(tmp_path / "b.csv", [row], inquiry=agency), tmp_path / "rb.csv", agency)
    assert read(tmp_path / "rb-ti-le-tran.csv")[0][1] == "UBND tỉnh"


def test_local_rules_are_named(tmp_path):
    day = date(2023, 11, 24)
    inquiry = inquiry_of("cong-chuc", day, 2023, ("lai-chau-2023",))
    source = write(tmp_path / "a.csv", [{}], inquiry=inquiry)
    classify(source, tmp_path / "ra.xlsx", inquiry)
    basis = openpyxl.load_workbook(tmp_path / "ra.xlsx")["Căn cứ"]
    assert ("Quy định của địa phương", "lai-chau-2023") in {
        (row[0].value, row[1].value) for row in basis.rows
    }
