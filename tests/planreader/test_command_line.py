"""./tusoi read as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.planreader.expectations import HERE
from tusoi.cli.reading import read

ROOT = Path(__file__).parents[2]
LAI_CHAU = HERE / "gold" / "lai-chau-2023.txt"


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(read, [str(each) for each in arguments], input=given)


def test_a_summary_of_everything_with_its_words():
    done = run(LAI_CHAU)
    assert done.exit_code == 0, done.output
    assert "Số, ký hiệu: 2284/KH-SCT" in done.stdout
    assert "Ngày văn bản: 24/11/2023" in done.stdout
    assert "Căn cứ (4):" in done.stdout
    assert "- trước ngày 30/11/2023: " in done.stdout
    assert "      “" in done.stdout
    assert done.stdout.rindex("Lưu ý") > done.stdout.rindex("Văn bản phải kèm theo")


def test_rules_are_said_in_vietnamese():
    said = run(HERE / "gold" / "thanh-hoa-2022.txt").stdout
    assert "Tỉ lệ tối đa hoàn thành xuất sắc nhiệm vụ: 20%" in said
    assert "Cơ sở tính tỉ lệ: Số được xếp loại “Hoàn thành tốt nhiệm vụ”" in said
    assert "Thời gian kiểm điểm tối thiểu: 1,5 ngày" in said
    assert "Biểu quyết bằng phiếu kín: có" in said


def test_json_is_one_document_whose_places_lie_in_the_text():
    data = json.loads(run(LAI_CHAU, "--json").stdout)
    text = run(LAI_CHAU, "--text").stdout
    assert (data["kind"], data["number"], data["date"]) == ("plan", "2284/KH-SCT", "2023-11-24")
    assert len(data["legal_bases"]) == 4
    start, end = data["legal_bases"][0]["span"]
    assert "90/2020/NĐ-CP" in text[start:end]
    dated = next(each for each in data["deadlines"] if each.get("date") == "2023-11-30")
    assert dated["inclusive"] is False


@pytest.mark.parametrize(
    "key",
    [
        *(
            "kind",
            "issuer",
            "number",
            "date",
            "review_year",
            "legal_bases",
            "cited",
            "superseded",
            "subjects",
        ),
        *(
            "exclusions",
            "forms",
            "deadlines",
            "meetings",
            "dossiers",
            "rules",
            "attachments_needed",
            "warnings",
        ),
    ],
)
def test_json_always_has_every_key(key: str):
    assert key in json.loads(run("-", "--json", given="Không phải kế hoạch".encode()).stdout)


def test_standard_input_may_be_any_kind_of_file(plan_docx: bytes, plan_pdf: bytes):
    for content in (plan_docx, plan_pdf, LAI_CHAU.read_bytes()):
        done = run("-", given=content)
        assert done.exit_code == 0
        assert "KH-SCT" in done.stdout


def test_no_plan_is_still_read():
    done = run("-", given="Chúc mừng năm mới".encode())
    assert done.exit_code == 0
    assert "Số, ký hiệu: Văn bản không nêu" in done.stdout
    assert "Thời hạn: không thấy" in done.stdout


def test_the_day_of_reading_decides_what_has_been_replaced_since():
    for day in ("2026-11-21", "21/11/2026"):
        assert "366-QĐ/TW" in run(LAI_CHAU, "--on", day).stdout
    assert "366-QĐ/TW" not in run(LAI_CHAU).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co.docx"], "Không có tệp “khong-co.docx”"),
        ([str(HERE)], "Không mở được"),
        ([str(LAI_CHAU), "--on", "hôm nay"], "--on “hôm nay”: ghi ngày dạng"),
        ([str(LAI_CHAU), "--on", "2026-02-30"], "--on “2026-02-30”"),
    ],
)
def test_what_cannot_be_read_says_why(arguments: list[str], said: str):
    done = run(*arguments)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"Lỗi: {said}" in done.stderr


def test_an_empty_file_is_refused():
    done = run("-", given=b"")
    assert done.exit_code == 1
    assert "“đầu vào chuẩn” trống" in done.stderr


def test_reading_needs_no_database_and_no_framework():
    script = (
        "import sys; from tusoi.cli.reading import read; read(['-', '--json'], standalone_mode=False); "
        "sys.exit(any(name.split('.')[0] in {'django', 'psycopg', 'docx', 'pypdf'} for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=LAI_CHAU.read_bytes(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["number"] == "2284/KH-SCT"
