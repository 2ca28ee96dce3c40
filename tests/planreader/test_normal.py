"""One readable text, however the file was made."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planreader.expectations import HERE
from tusoi.planreader.normal import folded, normalise

NASTY = [
    *"-–—‑/*_#>&;:.,()|\\ \n\t",
    "**",
    "&amp;",
    "&lt;p&gt;",
    "<b>",
    "</p>",
    "16",
    "HD",
    "QĐ/TW",
]
NASTY += ["Số:", "của", "Ban", "ổ", "A", "\u00ad", "\u200b", "\u00a0", "!important;", "1.", "a)"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Số: 2284 /KH-SCT", "Số: 2284/KH-SCT"),
        ("Hướng dẫn số 16 -\nHD/BTCTW", "Hướng dẫn số 16-HD/BTCTW"),
        ("06  - HD/ĐUK", "06-HD/ĐUK"),
        ("124\u2011QĐ/TW", "124-QĐ/TW"),
        ("90 / 2020 / NĐ - CP", "90/2020/NĐ-CP"),
        ("746 /HVN-TCCB", "746/HVN-TCCB"),
        ("Số: /BC-SNN&PTNT", "Số: /BC-SNN&PTNT"),
        ("đá !important;nh giá", "đánh giá"),
        ("## **II. ĐÁNH GIÁ**", "II. ĐÁNH GIÁ"),
        ("* **Lưu ý:** *nếu có*", "* Lưu ý: nếu có"),
        ("(*) Ghi chú", "(*) Ghi chú"),
        ("<p>K&#7871; ho&#7841;ch</p><br/>Năm&nbsp;2024", "Kế hoạch\n\nNăm 2024"),
        ("a &amp;amp; b", "a & b"),
        ("• Sở Nội vụ;", "- Sở Nội vụ;"),
        ("từ 01–10/12", "từ 01-10/12"),
        ("Sở – Ban", "Sở – Ban"),
        ("dòng\r\n\r\n\r\n\r\nKhác", "dòng\n\nKhác"),
        ("không cao hơn\n\nmức xếp loại", "không cao hơn mức xếp loại"),
        ("công chức,\n\nviên chức", "công chức, viên chức"),
        ("của Ban\nTổ chức", "của Ban\nTổ chức"),
        ("Quy định số\n124-QĐ/TW", "Quy định số 124-QĐ/TW"),
        ("trong năm\n1. Mục đích", "trong năm\n1. Mục đích"),
        ("nội dung\na) đối với", "nội dung\na) đối với"),
        ("KẾ HOẠCH\nkiểm điểm năm 2024", "KẾ HOẠCH\nkiểm điểm năm 2024"),
    ],
)
def test_what_a_file_does_to_a_text_is_undone(raw: str, text: str):
    assert normalise(raw) == text


def test_lines_broken_at_the_width_of_a_page_are_joined_and_page_numbers_go():
    page = (
        "Căn cứ Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính\ntrị về kiểm điểm và đánh giá, xếp loại; Nghị định số 90/2020\n"
        "cùng các văn bản hướng dẫn thi hành của cấp trên có thẩm\n2\nquyền quản lý cán bộ, Giám đốc Sở giao Văn phòng và các\n"
        "Phòng chuyên môn thuộc Sở tổ chức thực hiện kế hoạch này\nvà báo cáo kết quả.\nNơi nhận:\n"
    )
    lines = normalise(page).split("\n")
    assert lines == [lines[0], "Nơi nhận:"]
    assert "Bộ Chính trị" in lines[0]
    assert "thẩm quyền" in lines[0]


def test_decomposed_letters_are_composed():
    assert normalise(unicodedata.normalize("NFD", "Tỉnh ủy Lai Châu")) == "Tỉnh ủy Lai Châu"


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(NASTY), max_size=40).map("".join)))
def test_a_normalised_text_stays_as_it_is(raw: str):
    text = normalise(raw)
    assert normalise(text) == text
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize("path", sorted((HERE / "gold").glob("*.txt")), ids=lambda path: path.stem)
def test_a_plan_loses_no_word(path):
    raw = path.read_text(encoding="utf-8")
    letters = lambda text: [letter for letter in text if letter.isalnum()]  # noqa: E731
    assert letters(normalise(raw)) == letters(raw)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Tỉnh uỷ", "tỉnh ủy"),
        ("Thanh Hoá", "thanh hóa"),
        ("quý III", "quý iii"),
        ("hoàn thành", "hoàn thành"),
        ("khoẻ", "khỏe"),
        ("İ", "İ"),
    ],
)
def test_folding_places_tone_marks_one_way(text: str, plain: str):
    assert folded(text) == plain


def test_a_row_copied_from_a_table_keeps_its_cells():
    assert normalise("Gửi hồ sơ\tCác phòng\tTrước 05/12/2023") == (
        "| Gửi hồ sơ | Các phòng | Trước 05/12/2023 |"
    )
    assert normalise("Nơi nhận:\t\tGIÁM ĐỐC") == "Nơi nhận: GIÁM ĐỐC"
