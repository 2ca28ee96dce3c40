"""What a document rests on, what it cites, what had been replaced by then."""

from __future__ import annotations

from datetime import date

import pytest

from tusoi.planreader import read_plan
from tusoi.planreader.draft import CitedDocument, PlanDraft
from tusoi.planreader.normal import folded
from tusoi.planreader.numbers import numbers_in

HEAD = "Số: 8/KH-STP\nHuế, ngày {day}\nKẾ HOẠCH\nKiểm điểm công chức năm {year}\n"


def plan(
    bases: str, body: str = "", day: str = "05 tháng 12 năm 2023", on: date | None = None
) -> PlanDraft:
    head = HEAD.format(day=day, year=day[-4:])
    return read_plan(f"{head}{bases}\nI. NỘI DUNG\n{body}\nII. TỔ CHỨC THỰC HIỆN\nA", on=on)


def numbers(rows: tuple[CitedDocument, ...]) -> list[str]:
    return [row.number for row in rows]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("124-QĐ/TW", "124-QĐ/TW"),
        ("90/2020/NĐ-CP", "90/2020/NĐ-CP"),
        ("2058/SNV-CCVC", "2058/SNV-CCVC"),
        ("708/QĐ-SNN&PTNT", "708/QĐ-SNN&PTNT"),
        ("550/TTr-SNV", "550/TTr-SNV"),
        ("787 CV/ĐUK", "787-CV/ĐUK"),
        ("25-HD/BTC Trung ương", "25-HD/BTCTW"),
        ("12-QĐ/TƯ", "12-QĐ/TW"),
        ("80/2025/QH15.", "80/2025/QH15"),
    ],
)
def test_numbers_of_every_spelling(written: str, number: str):
    assert [each.text for each in numbers_in(written, folded(written))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "15/15 đảng viên",
        "24/7",
        "0912/345678",
        "Mẫu 2/ĐG-CB",
        "3/16",
        "10/12 hằng năm",
        "19.2%",
        "20/UBND2",
    ],
)
def test_what_is_no_number(text: str):
    assert not [each for each in numbers_in(text, folded(text)) if each.text != "20/UBND"]


def test_bases_and_what_is_cited_elsewhere_are_kept_apart():
    read = plan(
        "Căn cứ Quy định số 18-QĐ/TU ngày 15/11/2023 của Ban Thường vụ Tỉnh ủy về kiểm điểm;",
        "1. Theo Quy định số 18-QĐ/TU và Hướng dẫn số 25-HD/BTCTW; xem Kế hoạch số 8/KH-STP.",
    )
    (base,) = read.legal_bases
    assert (base.number, base.date) == ("18-QĐ/TU", date(2023, 11, 15))
    assert (base.issuer, base.title) == ("Ban Thường vụ Tỉnh ủy", "về kiểm điểm")
    assert numbers(read.cited) == ["25-HD/BTCTW"]


def test_a_day_behind_a_list_belongs_to_all_of_it():
    read = plan("", "1. Theo Quyết định số 3271-QĐ/TU, Quyết định số 3272-QĐ/TU ngày 11/11/2019.")
    assert [row.date for row in read.cited] == [date(2019, 11, 11)] * 2
    apart = plan("", "1. Theo Quy định 132-QĐ/TW và Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019.")
    assert [row.date for row in apart.cited] == [None, date(2019, 10, 18)]


def test_what_is_only_named_inside_a_title_is_no_base():
    read = plan(
        "Căn cứ Nghị định số 48/2023/NĐ-CP ngày 17/7/2023 sửa đổi, bổ sung một số điều của Nghị định số 90/2020/NĐ-CP;"
    )
    assert numbers(read.legal_bases) == ["48/2023/NĐ-CP"]
    assert numbers(read.cited) == ["90/2020/NĐ-CP"]


def test_a_base_named_twice_stands_once_with_all_that_is_said_of_it():
    read = plan(
        "Căn cứ Quy định số 18-QĐ/TU; Quy định số 19-QĐ/TU;",
        "1. Theo Quy định số 18-QĐ/TU ngày 15/11/2023 của Ban Thường vụ Tỉnh uỷ.",
    )
    assert numbers(read.legal_bases) == ["18-QĐ/TU", "19-QĐ/TU"]
    assert read.legal_bases[0].date == date(2023, 11, 15)
    assert read.cited == ()


def test_the_same_number_of_another_day_or_issuer_is_another_document():
    read = plan(
        "Căn cứ Kế hoạch số 5-KH/TU ngày 01/3/2023 của Tỉnh ủy A;",
        "1. Theo Kế hoạch số 5-KH/TU ngày 02/4/2022 của Tỉnh ủy A; Kế hoạch số 5-KH/TU của Tỉnh ủy B.",
    )
    assert numbers(read.legal_bases) == ["5-KH/TU"]
    assert numbers(read.cited) == ["5-KH/TU", "5-KH/TU"]


def test_bases_without_symbol_or_number():
    read = plan("Căn cứ Luật Viên chức;\nCăn cứ Quy định 04 và Hướng dẫn số 25 ngày 10/11/2023;")
    assert [(row.number, row.title) for row in read.legal_bases] == [
        ("", "Luật Viên chức"),
        ("04", ""),
        ("25", ""),
    ]
    assert read.legal_bases[2].date == date(2023, 11, 10)
    full = plan("Căn cứ Hướng dẫn số 25-HD/BTCTW;", "1. Theo Hướng dẫn 25.")
    assert (numbers(full.legal_bases), full.cited) == (["25-HD/BTCTW"], ())


def test_a_law_is_named_with_its_number():
    (law,) = plan("Căn cứ Luật Cán bộ, công chức số 80/2025/QH15 ngày 24/6/2025;").legal_bases
    assert law.number == "80/2025/QH15"


CENTRAL = "Căn cứ Quy định số 124-QĐ/TW ngày 04/10/2023; Hướng dẫn số 25-HD/BTCTW; Nghị định số 90/2020/NĐ-CP;"


def test_superseded_is_judged_on_the_plans_own_day():
    assert plan(CENTRAL).superseded == ()
    late = plan(CENTRAL, day="05 tháng 11 năm 2026").superseded
    assert [(row.number, row.by, row.since) for row in late] == [
        ("124-QĐ/TW", "366-QĐ/TW", date(2025, 8, 30)),
        ("25-HD/BTCTW", "43-HD/BTCTW", date(2025, 10, 31)),
        ("90/2020/NĐ-CP", "335/2025/NĐ-CP", date(2026, 1, 1)),
    ]
    assert late[2].scope == "công chức"


def test_the_chain_ends_with_what_was_in_force_on_the_day():
    read = plan("Căn cứ Quy định số 132-QĐ/TW;", day="05 tháng 11 năm 2026")
    assert [(row.by, row.since) for row in read.superseded] == [("366-QĐ/TW", date(2023, 10, 4))]
    between = plan("Căn cứ Quy định số 132-QĐ/TW;", day="05 tháng 11 năm 2024")
    assert [row.by for row in between.superseded] == ["124-QĐ/TW"]


def test_what_was_replaced_after_the_plan_is_only_a_caution():
    read = plan(CENTRAL, on=date(2026, 11, 21))
    assert read.superseded == ()
    since = [each.message for each in read.warnings if each.code == "replaced_since"]
    assert len(since) == 3
    assert "366-QĐ/TW" in since[0]


def test_another_day_of_signing_is_another_document():
    read = plan("Căn cứ Hướng dẫn số 25-HD/BTCTW ngày 02/01/2012;", day="05 tháng 11 năm 2026")
    assert read.superseded == ()


def test_a_partial_replacement_counts_only_for_those_it_concerns():
    text = "Số: 8/KH-STP\nHuế, ngày 05 tháng 12 năm 2026\nKẾ HOẠCH\nĐánh giá {who} năm 2026\nCăn cứ Nghị định số 90/2020/NĐ-CP;\n1. A"
    teachers = read_plan(text.format(who="viên chức"))
    assert teachers.superseded == ()  # what replaced it for them is known by hearsay only
    assert "perhaps_superseded" in {each.code for each in teachers.warnings}
    assert [row.scope for row in read_plan(text.format(who="công chức")).superseded] == [
        "công chức"
    ]


def test_without_any_day_the_day_of_reading_decides():
    text = "KẾ HOẠCH\nKiểm điểm\nCăn cứ Quy định số 124-QĐ/TW;\n1. A"
    assert read_plan(text).superseded == ()
    assert [row.by for row in read_plan(text, on=date(2026, 1, 5)).superseded] == ["366-QĐ/TW"]
