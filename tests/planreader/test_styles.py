"""Plans of other bodies than the five, in the spelling and the disorder they are met in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.planreader import expectations as expect
from tusoi.planreader import read_plan
from tusoi.planreader.draft import PlanDraft

STYLES = sorted((expect.HERE / "styles").glob("*.yaml"))
GOLD = sorted((expect.HERE / "gold").glob("*.txt"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_style(path: Path):
    wanted = expect.load(path)
    text = wanted["text"].replace("-", wanted.get("hyphens", "-"))
    expect.refute(expect.beyond_limits(expect.all_faults(read_plan(text), wanted), wanted))


def _substance(plan: PlanDraft) -> dict[str, object]:
    """What was read, without places."""
    scalars = {name: getattr(plan, name).value for name in (*expect.SCALARS, "recipients")}
    rows = {
        "numbers": [(row.number, row.date) for row in (*plan.legal_bases, *plan.cited)],
        "superseded": [row.number for row in plan.superseded],
        "deadlines": [(row.day, row.rule, row.inclusive) for row in plan.deadlines],
        "meetings": [row.day for row in plan.meetings],
        "forms": [row.code for row in plan.forms],
        "dossiers": [len(row.items) for row in plan.dossiers],
        "rules": [(row.rule, row.value) for row in plan.rules],
        "subjects": len(plan.subjects),
        "attachments": len(plan.attachments_needed),
    }
    return scalars | rows


DISGUISES: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "non-breaking hyphens": lambda text: text.replace("-", "\u2011"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "byte order mark": lambda text: f"\ufeff{text}",
    "blank lines between all lines": lambda text: text.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_spelling_of_the_file_changes_nothing(path: Path, disguise: str):
    raw = path.read_text(encoding="utf-8")
    assert _substance(read_plan(DISGUISES[disguise](raw))) == _substance(read_plan(raw))
