"""Whom a plan reviews, and whom it leaves out."""

from __future__ import annotations

import pytest

from tusoi.planreader.normal import normalise
from tusoi.planreader.outline import outline_of
from tusoi.planreader.subjects import Subjects, is_collective, subjects_of


def read(text: str) -> Subjects:
    return subjects_of(outline_of(normalise(text)))


def texts(rows) -> list[str]:
    return [row.text for row in rows]


def test_groups_named_in_a_line():
    found = read(
        "1. Đối tượng kiểm điểm\n- a. *Tập thể*: Tập thể Lãnh đạo Sở; các phòng.\n- b. *Cá nhân*: Công chức, viên chức."
    )
    assert [(row.text, row.is_collective) for row in found.subjects] == [
        ("Tập thể Lãnh đạo Sở", True),
        ("các phòng", True),
        ("Công chức, viên chức", False),
    ]


def test_groups_with_lists_below_and_what_is_conditional():
    found = read(
        "1. Đối tượng\n1.1. Tập thể\n- Chi ủy (chi bộ không có chi ủy thì kiểm điểm tập thể chi bộ).\n1.2. Cá nhân\n"
        "Tất cả công chức (trừ các trường hợp thuộc diện Tỉnh ủy quản lý)\n2. Nơi kiểm điểm\n- Ở chi bộ."
    )
    assert texts(found.subjects) == [
        "Chi ủy (chi bộ không có chi ủy thì kiểm điểm tập thể chi bộ)",
        "Tất cả công chức",
    ]
    assert [(row.text, row.is_collective) for row in found.exclusions] == [
        ("các trường hợp thuộc diện Tỉnh ủy quản lý", False)
    ]


def test_what_is_named_in_two_parts_stands_once():
    found = read(
        "1. Đối tượng kiểm điểm\n- Tập thể Lãnh đạo Sở.\n2. Đối tượng đánh giá\n- Tập thể lãnh đạo Sở;\n- Viên chức."
    )
    assert texts(found.subjects) == ["Tập thể Lãnh đạo Sở", "Viên chức"]


@pytest.mark.parametrize(
    "line",
    [
        "Không đánh giá đối với: Giáo viên nghỉ thai sản.",
        "Không thực hiện đánh giá đối với Giáo viên nghỉ thai sản.",
        "Trường hợp không thuộc đối tượng đánh giá: Giáo viên nghỉ thai sản.",
        "Viên chức của trường, trừ Giáo viên nghỉ thai sản.",
        "Viên chức của trường (không bao gồm Giáo viên nghỉ thai sản).",
    ],
)
def test_those_left_out(line: str):
    found = read(f"I. ĐỐI TƯỢNG\n1. Viên chức của trường.\n2. {line}")
    assert texts(found.exclusions) == ["Giáo viên nghỉ thai sản"]
    assert texts(found.subjects) == ["Viên chức của trường"]


def test_a_part_of_those_left_out():
    found = read(
        "1. Các đối tượng không đánh giá\n- Người tập sự;\n- Người đang nghỉ phép.\n2. Khác\nA"
    )
    assert texts(found.exclusions) == ["Người tập sự", "Người đang nghỉ phép"]
    assert found.subjects == ()


def test_other_matter_below_the_heading_is_not_taken_for_a_subject():
    found = read(
        "I. ĐỐI TƯỢNG\n1. Viên chức.\n2. Hồ sơ gồm\n- Biên bản họp.\nThực hiện theo Điều 6."
    )
    assert texts(found.subjects) == ["Viên chức"]


def test_to_whom_a_regulation_applies():
    found = read("Điều 1. Đối tượng áp dụng\nQuy chế này áp dụng đối với Thẩm phán, Thư ký.")
    assert texts(found.subjects) == ["Thẩm phán, Thư ký"]


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("Ban Thường vụ Đảng uỷ", True),
        ("16 chi bộ trực thuộc", True),
        ("Phòng Thông tin, Dân nguyện", True),
        ("Trưởng, Phó các phòng", False),
        ("các trường hợp khác", False),
        ("Phó Chánh Văn phòng", False),
        ("công chức", False),
    ],
)
def test_bodies_and_persons(text: str, collective: bool):
    assert is_collective(text) is collective
