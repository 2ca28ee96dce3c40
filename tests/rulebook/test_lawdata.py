"""Kho dữ liệu pháp luật: a faulty file is refused with its name."""

import pytest

from tusoi.rulebook import lawdata
from tusoi.rulebook.lawdata import LawDataFault, parse_yaml, read_yaml


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2\n", "key 'a' stands twice"),
        ("on: 1\n", "must stand in quotes"),
        ("a: [1\n", "expected"),
    ],
    ids=["khóa trùng", "khóa là on", "ngoặc chưa đóng"],
)
def test_what_can_be_read_two_ways_is_refused(text, fault):
    with pytest.raises(LawDataFault, match=fault):
        parse_yaml(text)


def test_the_file_is_named(monkeypatch):
    monkeypatch.setattr(lawdata, "read_text", lambda path: "a: 1\na: 2\n")
    with pytest.raises(LawDataFault, match=r"parameters/thu\.yaml"):
        read_yaml("parameters/thu.yaml")
