"""Forms by code, and who uses them."""

from __future__ import annotations

import pytest

from tusoi.planreader.forms import forms_of
from tusoi.planreader.outline import outline_of
from tusoi.rulebook.forms import forms


def read(body: str) -> list[tuple[str, str]]:
    outline = outline_of("KẾ HOẠCH\nKiểm điểm năm 2023\n\nI. NỘI DUNG\n\n" + body)
    rows = forms_of(outline)
    for row in rows:
        assert (
            row.code.split("-")[0].split()[-1].lstrip("0").lower()
            in row.span.of(outline.text).lower()
        )
    return [(row.code, row.used_by) for row in rows]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("- Báo cáo kiểm điểm của tập thể theo Mẫu 01.", [("Mẫu 01", "tập thể")]),
        (
            "- Mỗi công chức làm một bản theo Mẫu 02; mỗi viên chức làm một bản theo Mẫu 03.",
            [("Mẫu 02", "công chức"), ("Mẫu 03", "viên chức")],
        ),
        (
            "- Tập thể viết Mẫu 01-HD KB.ĐG 2021, cá nhân chưa là đảng viên viết Mẫu 05-HD KB.ĐG 2021.",
            [
                ("Mẫu 01-HD KB.ĐG 2021", "tập thể"),
                ("Mẫu 05-HD KB.ĐG 2021", "cá nhân chưa là đảng viên"),
            ],
        ),
        (
            "+ Đối với đảng viên không là công chức: Tự kiểm điểm theo Mẫu số 2C-HD KĐ. ĐG.",
            [("Mẫu 02C-HD KĐ.ĐG", "đảng viên không là công chức")],
        ),
        ("1. Bản kiểm điểm cá nhân thực hiện theo mẫu 2b.", [("Mẫu 02B", "cá nhân")]),
        (
            "- Bản tổng hợp tập thể, cá nhân diện Ban cán sự đánh giá theo Biểu số 01 và số 02.",
            [
                ("Biểu 01", "tập thể, cá nhân diện Ban cán sự"),
                ("Biểu 02", "tập thể, cá nhân diện Ban cán sự"),
            ],
        ),
        (
            "3- Đảng viên viết bản kiểm điểm (Mẫu 02A, 02B).",
            [("Mẫu 02A", "đảng viên"), ("Mẫu 02B", "đảng viên")],
        ),
        ("Phân tích theo Mẫu 1a gửi kèm.", [("Mẫu 1a", "")]),
    ],
)
def test_code_and_user(body: str, wanted: list[tuple[str, str]]):
    assert read(body) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "- Xây dựng báo cáo theo Mẫu, kèm theo Phiếu liên hệ.",
        "- Thực hiện theo mẫu gửi kèm.",
        "- In biểu mẫu 02 bản.",
        "- Gương mẫu 100% đảng viên.",
        "- Đạt mẫu 3/16.",
    ],
)
def test_what_has_no_code_is_no_form(body: str):
    assert read(body) == []


def test_a_form_named_again_for_the_same_people_stands_once():
    body = "- Báo cáo của tập thể theo Mẫu 01.\n\n- Tập thể lãnh đạo tự nhận mức trong Mẫu 01."
    assert read(body) == [("Mẫu 01", "tập thể")]


def test_codes_are_spelled_as_the_rulebook_spells_them():
    numbers = {form.number for form in forms().values()}
    spelled = {
        code for code, _ in read("- Mẫu 1a; Mẫu 2A; Mẫu số 02c-HD KĐ.ĐG; Mẫu 5-HD KB.ĐG 2021.")
    }
    assert spelled <= numbers


def test_what_is_attached_to_the_list_of_recipients_is_no_form():
    assert read("1. Tổ chức.\n\nNơi nhận:\n- Sở Nội vụ (Mẫu 01);\n- Lưu: VT.") == []
