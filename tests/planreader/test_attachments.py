"""What the plan relies on without giving it."""

from __future__ import annotations

import pytest

from tusoi.planreader.attachments import attachments_of
from tusoi.planreader.outline import outline_of


def read(body: str) -> list[str]:
    outline = outline_of("KẾ HOẠCH\nKiểm điểm năm 2023\n\nI. NỘI DUNG\n\n" + body)
    rows = attachments_of(outline)
    assert all(row.span.of(outline.text) == row.text for row in rows)
    return [row.text for row in rows]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Thực hiện theo Điều 6 Quy định số 18-QĐ/TU ngày 15/11/2023.",
            ["Điều 6 Quy định số 18-QĐ/TU"],
        ),
        (
            "Theo Điều 18, 19 Nghị định số 90/2020/NĐ-CP.",
            ["Điều 18, 19 Nghị định số 90/2020/NĐ-CP"],
        ),
        (
            "Thực hiện theo Mục II, III, IV, V, Phần II, Hướng dẫn số 05-HD/BTCTU của Ban Tổ chức.",
            ["Mục II, III, IV, V, Phần II, Hướng dẫn số 05-HD/BTCTU"],
        ),
        (
            "theo đúng quy định tại Khoản 1, Điều 13, Quyết định số 3271-QĐ/TU và Điều 2, Quyết định số 33-QĐ/TU.",
            ["Khoản 1, Điều 13, Quyết định số 3271-QĐ/TU", "Điều 2, Quyết định số 33-QĐ/TU"],
        ),
        (
            "theo Biểu số 01 và số 02 Quy định số 06-QĐ/BCSĐ",
            ["Biểu số 01 và số 02 Quy định số 06-QĐ/BCSĐ"],
        ),
        (
            "theo Mẫu số 02B-HD KĐ.ĐG kèm theo Hướng dẫn số 07-HD/TU;",
            ["Mẫu số 02B-HD KĐ.ĐG kèm theo Hướng dẫn số 07-HD/TU"],
        ),
        (
            "theo Mẫu 02A ban hành kèm theo Hướng dẫn số 43-HD/BTCTW.",
            ["Mẫu 02A ban hành kèm theo Hướng dẫn số 43-HD/BTCTW"],
        ),
        ("Thực hiện theo Kế hoạch 641-KH/BCSD ngày 23/11/2023.", ["Kế hoạch 641-KH/BCSD"]),
        (
            "Thực hiện theo Quy định số 2377-QĐ/HU ngày 30/9/2024 của Ban Thường vụ; Hướng dẫn số 02-HD/ĐU.",
            ["Quy định số 2377-QĐ/HU", "Hướng dẫn số 02-HD/ĐU"],
        ),
        ("Bản tóm tắt (theo mẫu gửi kèm);", ["theo mẫu gửi kèm"]),
        (
            "(Có các biểu mẫu gửi kèm theo kế hoạch này).",
            ["các biểu mẫu gửi kèm theo kế hoạch này"],
        ),
        ("Danh sách (theo Phụ lục số 2).", ["theo Phụ lục số 2"]),
    ],
)
def test_what_must_be_attached(body: str, wanted: list[str]):
    assert read(body) == wanted


def test_each_stands_once():
    assert read("- Bản tóm tắt (theo mẫu gửi kèm);\n- Khung tiêu chí (mẫu gửi kèm).") == [
        "theo mẫu gửi kèm"
    ]


def test_a_document_named_by_its_articles_is_not_named_again_as_a_whole():
    body = "Thực hiện theo Quy định số 18-QĐ/TU.\n\nNội dung theo Điều 6 Quy định số 18-QĐ/TU."
    assert read(body) == ["Điều 6 Quy định số 18-QĐ/TU"]


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện nghiêm Quy định số 124-QĐ/TW.",
        "Căn cứ Điều 5 của kế hoạch này.",
        "Kiểm điểm theo quy định.",
        "Báo cáo theo Mẫu.",
    ],
)
def test_what_need_not_be_attached(body: str):
    assert read(body) == []
