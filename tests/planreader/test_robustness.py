"""Whatever is dropped in: no crash, nothing invented, every place inside the text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.planreader import expectations as expect
from tusoi.planreader import read_plan
from tusoi.planreader.as_json import as_json
from tusoi.planreader.draft import PlanDraft
from tusoi.planreader.files import Unreadable, text_of
from tusoi.planreader.normal import normalise

GOLD = {
    path.stem: path.read_text(encoding="utf-8") for path in (expect.HERE / "gold").glob("*.txt")
}
EMPTY_LISTS = (*expect.MATCHES, "attachments_needed")


def is_sound(plan: PlanDraft) -> None:
    """Places inside the text, a value only where something was found, JSON that can be written."""
    assert list(expect.span_faults(plan)) == []
    for caution in plan.warnings:
        assert caution.span is None or 0 <= caution.span.start < caution.span.end <= len(plan.text)
    data = as_json(plan)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data


def finds_nothing(plan: PlanDraft) -> None:
    assert all(getattr(plan, name) == () for name in EMPTY_LISTS)
    for name in ("number", "date", "review_year", "signer"):
        assert getattr(plan, name).value is None, name


ENGLISH = """INTERNAL MEMO No. 12/2024
Subject: Annual performance review plan 2024
All staff must submit their self-assessment before 30/11/2024. Ratings above 20% need approval, see Article 6."""
FRENCH = """Note de service n° 45/2023 du 12 octobre 2023
L'entretien annuel d'évaluation doit être terminé avant le 15/12/2023, conformément à l'article 7."""
CHINESE = "关于开展2023年度考核工作的通知\n一、考核对象\n全体工作人员。\n二、时间安排\n请于2023年11月30日前完成。"


@pytest.mark.parametrize(
    "text", ["", " \n\t \n", "\ufeff", "\u200b\u00ad", "....", "/" * 50, "\n" * 999]
)
def test_nothing_in_nothing_out(text: str):
    plan = read_plan(text)
    is_sound(plan)
    finds_nothing(plan)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, CHINESE], ids=["english", "french", "chinese"])
def test_other_languages_are_not_read_as_plans(text: str):
    plan = read_plan(text)
    is_sound(plan)
    assert plan.kind.value is None or plan.kind.state != "found"
    assert (plan.legal_bases, plan.subjects, plan.dossiers, plan.authority) == ((), (), (), ())
    assert plan.signer.value is None


PIECES = [
    *(
        "Số:",
        "Số ",
        "/KH-SCT",
        "-QĐ/TW",
        " -\nHD/BTCTW",
        "ngày ",
        "tháng ",
        "năm ",
        "2023",
        "30/11",
        "31/02/2023",
    ),
    *(
        "Căn cứ ",
        "Quy định số ",
        "KẾ HOẠCH",
        "trước ngày ",
        "hằng năm",
        "I. ",
        "1.1. ",
        "a) ",
        "- ",
        "\n",
        "\n\n",
    ),
    *(
        "Nơi nhận:",
        "GIÁM ĐỐC",
        "Mẫu ",
        "02A-HD",
        "Hồ sơ gồm:",
        "(nếu có)",
        "20%",
        "dưới 05 ",
        "hơn một nửa",
    ),
    *(
        "Điều 6",
        "Hội nghị ",
        "**",
        "<p>",
        "&nbsp;",
        "|",
        "(",
        ")",
        "“",
        "”",
        "\u2011",
        "\u00a0",
        "0",
        "99999999999",
    ),
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
)
def test_any_text_is_read_soundly(text: str):
    is_sound(read_plan(text))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(GOLD)), st.integers(0, 20_000), st.integers(0, 400))
def test_a_plan_with_a_piece_missing_is_read_soundly(seed: str, start: int, length: int):
    text = GOLD[seed]
    is_sound(read_plan(text[:start] + text[start + length :]))


@pytest.mark.parametrize("seed", sorted(GOLD))
def test_reading_twice_gives_the_same(seed: str):
    first = read_plan(GOLD[seed])
    assert read_plan(GOLD[seed]) == first
    assert normalise(first.text) == first.text
    assert as_json(read_plan(first.text)) == as_json(first)


def test_two_hundred_pages_hold_what_one_plan_holds():
    body = GOLD["lai-chau-2023"]
    report = (
        "Tình hình thực hiện nhiệm vụ của các phòng, đơn vị trong năm có nhiều chuyển biến.\n"
        * 6_000
    )
    plan = read_plan(body + "\n" + report)
    is_sound(plan)
    assert plan.number.value == "2284/KH-SCT"
    assert [row.number for row in plan.legal_bases] == [
        row.number for row in read_plan(body).legal_bases
    ]


#: One long line and many short ones of everything that looks like the beginning of something.
FLOODS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "slashes": lambda n: "1/" * (n // 2),
    "numbers": lambda n: "Số: 12 " * (n // 7),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "quotes": lambda n: "“" * n,
    "blanks": lambda n: "a" + " " * n + "b",
    "lines": lambda n: "\n" * n,
    "dots": lambda n: "1." * (n // 2),
    "hyphens": lambda n: "12 - " * (n // 5),
    "capitals": lambda n: "KẾ HOẠCH " * (n // 9),
    "days": lambda n: "trước ngày 30/11 " * (n // 17),
    "bases": lambda n: "Căn cứ Quy định số 18-QĐ/TU " * (n // 28),
    "parts": lambda n: "1. A\n" * (n // 5),
    "deep parts": lambda n: "1.1.1.1.1. Á\n" * (n // 13),
    "tags": lambda n: "<p" * (n // 2),
    "entities": lambda n: "&" * n,
    "stars": lambda n: "*" * n,
    "rows": lambda n: "| a " * (n // 4),
    "forms": lambda n: "Mẫu 02A-HD KĐ.ĐG " * (n // 17),
    "broken lines": lambda n: "và các\n" * (n // 7),
    "dossiers": lambda n: "Hồ sơ gồm:\n- A\n- B (nếu có)\n" * (n // 29),
    "subjects": lambda n: "1. Đối tượng kiểm điểm\n- Tập thể lãnh đạo;\n" * (n // 43),
    "commas": lambda n: "Điều 1, " * (n // 8),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_are_read_to_their_end(flood: str):
    """Far longer than any line of a plan; what takes time with the square of it never comes back."""
    is_sound(read_plan(FLOODS[flood](20_000)))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf"]),
    st.binary(max_size=400),
)
def test_any_bytes_are_text_or_a_refusal(head: bytes, rest: bytes):
    try:
        text = text_of(head + rest, "tep")
    except Unreadable as refused:
        text = str(refused)
    assert text.strip()
