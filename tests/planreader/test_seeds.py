"""The five plans the product began with: everything that stands in them is found, and nothing else."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.planreader import expectations as expect
from tusoi.planreader import read_plan
from tusoi.planreader.draft import PlanDraft

GOLD = expect.HERE / "gold"
SEEDS = sorted(path.stem for path in GOLD.glob("*.yaml"))


@cache
def reading(seed: str) -> PlanDraft:
    return read_plan((GOLD / f"{seed}.txt").read_text(encoding="utf-8"))


@cache
def wanted(seed: str) -> dict[str, Any]:
    return expect.load(GOLD / f"{seed}.yaml")


def test_all_five_are_here():
    assert len(SEEDS) == 5


@pytest.mark.parametrize("seed", SEEDS)
def test_fields(seed: str):
    expect.refute(expect.field_faults(reading(seed), wanted(seed)))


@pytest.mark.parametrize("name", expect.MATCHES)
@pytest.mark.parametrize("seed", SEEDS)
def test_list(seed: str, name: str):
    if wanted(seed)[name] is not None:
        expect.refute(expect.list_faults(name, reading(seed), wanted(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_attachments(seed: str):
    expect.refute(expect.attachment_faults(reading(seed), wanted(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_recipients(seed: str):
    expect.refute(expect.recipient_faults(reading(seed), wanted(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_reading_stands_where_it_says(seed: str):
    expect.refute(expect.span_faults(reading(seed)))


def test_what_was_replaced_since_is_a_caution_and_no_fault_of_the_plan():
    raw = (GOLD / "lai-chau-2023.txt").read_text(encoding="utf-8")
    later = read_plan(raw, on=date(2026, 11, 21))
    assert later.superseded == ()
    said = " ".join(caution.message for caution in later.warnings)
    assert "366-QĐ/TW" in said
    assert "366-QĐ/TW" not in " ".join(
        caution.message for caution in reading("lai-chau-2023").warnings
    )


def test_a_report_is_told_from_a_plan():
    cautions = " ".join(caution.message for caution in reading("thanh-hoa-2022").warnings)
    assert "áo cáo" in cautions
