"""./tusoi classify as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.batch.tables import write
from tusoi.cli import classifying
from tusoi.cli.classifying import classify

ROOT = Path(__file__).parents[2]


def run(*arguments):
    return CliRunner().invoke(classify, [str(each) for each in arguments])


@pytest.fixture
def source(tmp_path):
    rows = [{"Tổng điểm": "95", "Nhóm tương đồng": f"Nhóm {number:02d}"} for number in range(12)]
    return write(tmp_path / "bang.csv", rows)


def test_a_table_in_a_result_out(source, tmp_path):
    out = tmp_path / "ra.csv"
    done = run(source, "--kind", "cong-chuc", "--date", "01/12/2026", "--out", out, "--jobs", 1)
    assert done.exit_code == 0, done.output
    assert "Áp dụng Nghị định 335/2025/NĐ-CP" in done.stdout
    assert "Đã xếp loại 12 dòng" in done.stdout
    assert "Vượt tỉ lệ trần ở 13 nơi" in done.stdout
    assert "… và 3 nơi khác" in done.stdout
    assert out.exists()


def test_faults_are_listed_and_the_rest_counted(tmp_path):
    bad = write(tmp_path / "bang.csv", [{"Tổng điểm": "x"}] * 25)
    bad.write_text(
        bad.read_text(encoding="utf-8").replace("Số tháng nghỉ ốm", "Ghi chú"), encoding="utf-8"
    )
    out = tmp_path / "ra.csv"
    done = run(bad, "--kind", "cong-chuc", "--date", "2026-12-01", "--out", out, "--jobs", 1)
    assert done.exit_code == 1
    assert "có 25 lỗi, không ghi kết quả nào" in done.stderr
    assert "… và 5 lỗi khác" in done.stderr
    assert "được bỏ qua: “Ghi chú”" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.csv"], "Thiếu --out"),
        (["a.csv", "--out", "b.csv"], "--date: ghi ngày xếp loại"),
        (["a.csv", "--out", "b.csv", "--date", "2026-02-30"], "--date “2026-02-30”"),
        (["a.csv", "--out", "b.csv", "--date", "hôm nay"], "--date “hôm nay”"),
        (["a.csv", "--out", "b.csv", "--date", "2026-12-01"], "--kind: không có loại"),
        (["--out", "b.csv", "--date", "2026-12-01", "--kind", "vien-chuc"], "Thiếu tên bảng"),
        (
            ["a.csv", "--out", "b.csv", "--date", "2026-12-01", "--kind", "can-bo", "--jobs", "0"],
            "--jobs 0",
        ),
    ],
)
def test_what_is_missing_is_said_in_vietnamese(arguments, said):
    done = run(*arguments)
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_template(tmp_path):
    out = tmp_path / "mau.xlsx"
    done = run("--template", "--kind", "dang-vien", "--date", "2026-12-01", "--out", out)
    assert (done.exit_code, done.stdout) == (0, f"Bảng mẫu: {out}\n")
    assert out.exists()


def test_ctrl_c(source, tmp_path, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(classifying, "_classify", stop)
    done = run(source, "--kind", "cong-chuc", "--date", "2026-12-01", "--out", tmp_path / "ra.csv")
    assert done.exit_code == 130
    assert "không ghi kết quả nào" in done.stderr


def test_the_bar_on_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with classifying._bar() as progress:
        progress(1, 2)


def test_django_is_never_loaded(source, tmp_path):
    script = (
        "import sys; sys.argv = ['tusoi', *sys.argv[1:]]\n"
        "from tusoi.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in {'django', 'psycopg', 'rich'}]\n"
    )
    arguments = [
        source,
        "--kind",
        "cong-chuc",
        "--date",
        "2026-12-01",
        "--out",
        tmp_path / "ra.csv",
    ]
    subprocess.run(
        [sys.executable, "-c", script, "classify", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        check=True,
        capture_output=True,
    )
