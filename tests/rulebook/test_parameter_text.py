"""Cách ghi tham số: what officials read, what is stored, and what no value is."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tusoi.rulebook.parameter_text import (
    UnreadableValue,
    as_written,
    exact_from_typed,
    exact_text,
    group_of,
    parameter_groups,
    read_exact,
)
from tusoi.rulebook.parameters import UNITS as KNOWN_UNITS
from tusoi.rulebook.parameters import parameters, parse_parameter

UNITS = {
    "share": [
        ("0.2", Decimal("0.2"), "20%"),
        ("0.125", Decimal("0.125"), "12,5%"),
        ("1/3", Fraction(1, 3), "1/3"),
    ],
    "count": [("3", 3, "3"), ("1000", 1000, "1.000")],
    "day": [("1.5", Decimal("1.5"), "1,5 ngày"), ("2", 2, "2 ngày")],
    "month": [("6", 6, "6 tháng")],
    "flag": [("true", True, "Có"), ("false", False, "Không")],
    "month_day": [("12-15", "12-15", "ngày 15/12")],
    "text": [("down", "down", "Bỏ phần lẻ")],
}
UNREADABLE = {
    "share": ["", "1.2", "20%", "0,2", "-1", "1/0", "4/3", "²", "nan", "9" * 40],
    "count": ["", "1.5", "-1", "²", "9" * 40],
    "day": ["", "1,5", "-1", "1e9"],
    "month": ["", "sáu"],
    "flag": ["", "có", "1"],
    "month_day": ["", "15-12", "02-30", "1-1"],
    "text": ["", "up-and-down"],
}


def parameter(unit):
    choices = {"down": "Bỏ phần lẻ", "up": "Làm tròn lên"} if unit == "text" else {}
    example = UNITS[unit][0][1]
    value = {"value": example, "cite": "124-qd-tw", "trust": "VERIFIED"}
    entry = {"label": "Mục thử", "unit": unit, "override": "free", "choices": choices}
    return parse_parameter("t.thu", entry | {"values": {date(2020, 1, 1): value}})


@pytest.mark.parametrize(
    ("unit", "text", "value", "written"),
    [(unit, *row) for unit, rows in UNITS.items() for row in rows],
)
def test_a_value_is_stored_exactly_and_read_in_vietnamese(unit, text, value, written):
    given = parameter(unit)
    assert (read_exact(given, text), type(read_exact(given, text))) == (value, type(value))
    assert exact_text(read_exact(given, text)) == text
    assert as_written(given, value) == written


@pytest.mark.parametrize(
    ("unit", "typed", "text"),
    [
        ("share", "15%", "0.15"),
        ("share", " 12,5 % ", "0.125"),
        ("share", "100", "1.00"),
        ("share", "1/3", "1/3"),
        ("share", "một nửa", "một nửa"),
        ("count", " 5 ", "5"),
        ("day", "1,5", "1.5"),
        ("month", "6", "6"),
        ("month", "sáu tháng", "sáu tháng"),
        ("flag", "true", "true"),
        ("month_day", "15/12", "12-15"),
        ("month_day", "1/9", "09-01"),
        ("month_day", "tháng 12", "tháng 12"),
        ("text", "down", "down"),
    ],
)
def test_what_people_write_becomes_exact_text(unit, typed, text):
    assert exact_from_typed(parameter(unit), typed) == text


@pytest.mark.parametrize(
    ("unit", "text"), [(unit, text) for unit, texts in UNREADABLE.items() for text in texts]
)
def test_what_is_no_value_of_the_unit_is_refused(unit, text):
    with pytest.raises(UnreadableValue):
        read_exact(parameter(unit), text)


def test_every_value_of_the_law_can_be_stored_and_shown():
    for each in parameters().values():
        for _, timeline in each.timelines():
            for dated in (dated for _, dated in timeline if dated is not None):
                assert read_exact(each, exact_text(dated.value)) == dated.value
                assert as_written(each, dated.value)


def test_every_unit_is_tried_here():
    assert UNITS.keys() == UNREADABLE.keys() == KNOWN_UNITS.keys()


def test_every_group_is_named_and_every_name_has_its_parameters():
    assert {group_of(name) for name in parameters()} <= parameter_groups().keys()
