"""The bones of a document: blocks, numbered parts, sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planreader.expectations import HERE
from tusoi.planreader.draft import Span
from tusoi.planreader.normal import normalise
from tusoi.planreader.outline import Outline, outline_of


def gold(name: str) -> Outline:
    return outline_of(normalise((HERE / "gold" / f"{name}.txt").read_text(encoding="utf-8")))


def labels(outline: Outline) -> list[str]:
    return [part.label for part in outline.parts]


def test_blocks_of_a_plan():
    outline = gold("lai-chau-2023")
    assert outline.of(outline.header).startswith("Số: 2284/KH-SCT")
    assert outline.of(outline.kind_line) == "KẾ HOẠCH"
    assert outline.of(outline.title).endswith("của Sở Công Thương")
    assert [outline.of(basis)[:20] for basis in outline.bases] == [
        "Căn cứ Nghị định số ",
        "Căn cứ Quy định số 1",
    ]
    assert outline.of(outline.recipients).endswith("- Lưu: VT, VP.")
    assert outline.of(outline.signer).startswith("GIÁM ĐỐC")


def test_parts_carry_their_path():
    outline = gold("lai-chau-2023")
    assert {"I.1", "II.1.1.a", "II.2.3.2.d", "III.2"} <= set(labels(outline))
    part = next(part for part in outline.parts if part.label == "II.2.3.2.b")
    assert part.parent == "II.2.3.2"
    assert outline.of(part.heading).startswith("Đối với công chức là lãnh đạo")
    assert [each.label for each in outline.parts_around(part.heading.start)] == [
        "II",
        "II.2",
        "II.2.3",
        "II.2.3.2",
        "II.2.3.2.b",
    ]


def test_numbers_written_twice_are_both_kept():
    assert labels(gold("cho-chu-2024")).count("II.2") == 2
    assert "I.2.2" in labels(gold("thanh-hoa-2022"))  # written “2. 2.”


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I- MỤC ĐÍCH\n1- Đối tượng\n1.1- Tập thể\n1.2. Cá nhân", ["I", "I.1", "I.1.1", "I.1.2"]),
        ("Điều 1. Phạm vi\n1. Một\na) Hai\nb) Ba\nĐiều 2. Khác", ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.1.b", "Điều 2"]),
        ("Phần I\nA. NỘI DUNG\nI. Một\n1/ Hai", ["A", "A.I", "A.I.1"]),
        ("Phần I. CHUNG\nI. Một", ["Phần I", "Phần I.I"]),
        ("15/12 là hạn cuối\n3/16 người\n20% số", []),
        ("(1) Văn bản\n- Báo cáo", []),
    ],
)  # fmt: skip
def test_styles_of_numbering(text: str, wanted: list[str]):
    assert labels(outline_of(text)) == wanted


def test_bases_in_a_part_of_their_own():
    outline = outline_of(
        "KẾ HOẠCH\nKiểm điểm\nI. CĂN CỨ PHÁP LÝ\n- Quy định số 366-QĐ/TW;\nII. NỘI DUNG\n1. A"
    )
    assert [outline.of(basis) for basis in outline.bases] == ["- Quy định số 366-QĐ/TW;"]


def test_a_title_may_begin_like_a_basis():
    outline = outline_of("KẾ HOẠCH\nTheo dõi, đánh giá công chức năm 2026\nCăn cứ Luật Viên chức;")
    assert outline.of(outline.title) == "Theo dõi, đánh giá công chức năm 2026"
    assert len(outline.bases) == 1


def test_sentences_do_not_end_behind_a_number_or_a_title():
    text = "1. Giám đốc TS. Nguyễn An ký. Gửi trước ngày 05/12/2023. Lưu hồ sơ!"
    outline = outline_of(text)
    assert [outline.of(span) for span in outline.sentences()] == [
        "1. Giám đốc TS. Nguyễn An ký.",
        "Gửi trước ngày 05/12/2023.",
        "Lưu hồ sơ!",
    ]
    assert outline.sentence_at(text.index("trước")) == outline.sentences()[1]
    assert outline.sentences(Span(30, len(text))) == outline.sentences()[1:]


def test_nothing_stands_outside_the_text():
    outline = outline_of("")
    assert (outline.parts, outline.lines, outline.line_at(0), outline.part_at(3)) == (
        (),
        (),
        None,
        None,
    )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "I. ",
                "1. ",
                "1.1. ",
                "a) ",
                "A\n",
                "- Á",
                ": ",
                "KẾ HOẠCH\n",
                "Nơi nhận:\n",
                "GIÁM ĐỐC\n",
                "Căn cứ ",
                "\n",
            ]
        ),
        max_size=40,
    )
)
def test_every_part_holds_itself(pieces: list[str]):  # fmt: skip
    outline = outline_of(normalise("".join(pieces)))
    for part in outline.parts:
        assert part.span.start < part.heading.end <= part.body.end <= len(outline.text)
        assert outline.part_at(part.heading.start) is part


def test_headings_without_numbers_where_nothing_is_numbered():
    text = (
        "Văn phòng lập kế hoạch:\nĐỐI TƯỢNG\n- Công chức.\nThời gian và hồ sơ\na) Trước ngày 05/12."
    )
    assert labels(outline_of(text)) == ["ĐỐI TƯỢNG", "Thời gian và hồ sơ", "Thời gian và hồ sơ.a"]
    assert labels(outline_of(f"1. Chung.\n{text}")) == ["1", "1.a"]


def test_a_dash_below_the_bases_is_one_only_if_it_names_a_document():
    outline = outline_of(
        "KẾ HOẠCH\nNăm 2025\nThực hiện:\n- Quy định số 366-QĐ/TW;\n- Công chức gửi bản kiểm điểm: hết ngày 05/12."
    )
    assert [outline.of(basis) for basis in outline.bases] == [
        "Thực hiện:",
        "- Quy định số 366-QĐ/TW;",
    ]
