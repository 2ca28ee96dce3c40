"""The shape of the JSON that other programs read."""

from __future__ import annotations

import json

import pytest

from tests.planreader.expectations import HERE
from tusoi.planreader import read_plan
from tusoi.planreader.as_json import as_json

LISTS = {
    "legal_bases": {"number", "date", "issuer", "title", "span", "confidence"},
    "subjects": {"text", "is_collective", "span", "confidence"},
    "forms": {"code", "for", "span", "confidence"},
    "rules": {"rule", "value", "unit", "base", "scope", "parameter", "span", "confidence"},
    "attachments_needed": {"text", "span", "confidence"},
    "authority": {"body", "act", "subject", "span", "confidence"},
    "warnings": {"code", "message", "span"},
}


def gold(name: str):
    return as_json(read_plan((HERE / "gold" / f"{name}.txt").read_text(encoding="utf-8")))


def test_identity():
    data = gold("lai-chau-2023")
    assert (data["kind"], data["number"], data["date"], data["review_year"]) == (
        "plan",
        "2284/KH-SCT",
        "2023-11-24",
        2023,
    )
    assert data["fields"]["number"] == {"state": "found", "span": [0, 15], "confidence": 100}


def test_what_is_open_says_so():
    fields = gold("thanh-hoa-2022")["fields"]
    assert (fields["number"]["state"], fields["review_year"]["state"]) == ("unclear", "absent")
    assert fields["review_year"]["span"] is None


@pytest.mark.parametrize("name", sorted(LISTS))
def test_keys(name: str):
    rows = gold("lai-chau-2023")[name] or gold("thanh-hoa-2022")[name]
    assert rows
    assert all(set(row) == LISTS[name] for row in rows)


def test_a_deadline_is_a_day_or_a_rule():
    rows = gold("lai-chau-2023")["deadlines"] + gold("thanh-hoa-2022")["deadlines"]
    assert all("date" in row or "rule" in row for row in rows)
    first = next(row for row in rows if row.get("date") == "2023-11-30")
    assert first["inclusive"] is False
    assert {"--12-10", "--12-30"} <= {row.get("date") for row in rows}


def test_dossiers_hold_their_items():
    counts = [len(row["items"]) for row in gold("van-phong-ubnd-2023")["dossiers"]]
    assert counts == [4, 14, 5, 3]


def test_numbers_are_numbers_and_all_can_be_written():
    data = gold("thanh-hoa-2022")
    values = {row["rule"]: row["value"] for row in data["rules"]}
    assert (values["meeting_days"], values["meeting_days_suggested"], values["cap"]) == (
        1.5,
        2,
        0.2,
    )
    assert json.loads(json.dumps(data)) == data
