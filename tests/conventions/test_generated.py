"""Trang sinh tự động: what stands in docs/ is what ./tusoi docs would write, and nothing else."""

import re
import sys

import pytest
from click.testing import CliRunner

from tusoi.cli import main, matrix
from tusoi.cli.generated import pages
from tusoi.cli.markdown import page, table
from tusoi.cli.running import project_root

PAGES = pages(project_root())
LAW_PAGES = {path.name: text for path, text in PAGES.items() if path.parent.name == "luat"}


@pytest.mark.parametrize("path", sorted(PAGES), ids=lambda path: path.name)
def test_generated_page_is_fresh(path):
    """Run ./tusoi docs when this fails."""
    assert path.read_text(encoding="utf-8") == PAGES[path]


def test_no_page_of_the_law_is_left_over():
    """Run ./tusoi docs when this fails."""
    assert matrix.stale_pages(PAGES) == []


def test_every_link_between_pages_of_the_law_arrives():
    anchors = {
        name: {f"{name}#{each}" for each in re.findall(r'<a id="([^"]+)">', text)} | {name}
        for name, text in LAW_PAGES.items()
    }
    known = set().union(*anchors.values())
    targets = {
        target
        for text in LAW_PAGES.values()
        for target in re.findall(r"\]\(([a-z0-9.#-]+\.md[^)]*)\)", text)
    }
    assert targets
    assert targets <= known


def test_only_the_law_is_written_on_request(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["tusoi.cli.main"], "project_root", lambda: tmp_path)
    left_over = tmp_path / "docs" / "luat" / "van-ban-cu.md"
    left_over.parent.mkdir(parents=True)
    left_over.write_text("cũ", encoding="utf-8")
    outcome = CliRunner().invoke(main, ["docs", "law"])
    assert outcome.exit_code == 0
    assert not left_over.exists()
    assert {path.name for path in left_over.parent.iterdir()} == set(LAW_PAGES)
    assert [path.name for path in (tmp_path / "docs").iterdir()] == ["luat"]


def test_cells_do_not_break_a_table():
    assert table(["A"], [["một|hai\nba"]]).splitlines()[2] == "| một\\|hai<br>ba |"
    assert page("Tên", "", "Đoạn\n").endswith("# Tên\n\nĐoạn\n")
