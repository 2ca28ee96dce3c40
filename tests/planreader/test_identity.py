"""What a document says of itself: kind, number, day, year, issuer, signer, recipients."""

from __future__ import annotations

from datetime import date

import pytest

from tusoi.planreader import read_plan
from tusoi.planreader.draft import DocumentKind, PlanDraft, ReadState

BODY = "\nCăn cứ Quy định số 366-QĐ/TW;\nSở Tư pháp xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n1. A"


def plan(head: str) -> PlanDraft:
    return read_plan(head + BODY)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Số: 2284 /KH-SCT", "2284/KH-SCT"),
        ("Số 61-KH/ĐU", "61-KH/ĐU"),
        ("Số: 09 KH/ĐU", "09-KH/ĐU"),
        ("Số: 412/HD-SGD&ĐT", "412/HD-SGD&ĐT"),
        ("SỞ TƯ PHÁP Số: 12/KH-STP", "12/KH-STP"),
        ("15/KH-STP", "15/KH-STP"),
    ],
)
def test_number(written: str, number: str):
    read = plan(f"{written}\nKẾ HOẠCH\nKiểm điểm năm 2025").number
    assert (read.value, read.state) == (number, ReadState.FOUND)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("Số: /QĐ-KRNA", "QĐ-KRNA"),
        ("số - HD/ĐU", "HD/ĐU"),
        ("Số: ……/KH-UBND", "KH-UBND"),
        ("Số: ..... -KH/ĐU", "KH/ĐU"),
    ],
)
def test_a_blank_number_is_unclear_and_its_symbol_is_told(written: str, symbol: str):
    read = plan(f"{written}\nKẾ HOẠCH\nKiểm điểm năm 2025")
    assert (read.number.value, read.number.state) == (None, ReadState.UNCLEAR)
    assert any(
        f"“{symbol}”" in each.message for each in read.warnings if each.code == "blank_number"
    )


def test_a_damaged_number_is_shown_and_not_settled():
    read = plan("Số: 34O/KH-STP\nKẾ HOẠCH\nKiểm điểm năm 2025").number
    assert read.state is ReadState.UNCLEAR
    assert read.value == "34O/KH-STP"


def test_a_cited_number_or_a_licence_is_not_the_own_one():
    news = "Giấy phép\nSố: 12/GP-TTĐT\nSáng ngày 02/01/2024, họp theo Kế hoạch số 187-KH/ĐU."
    assert read_plan(news).number.state is ReadState.ABSENT
    assert plan("KẾ HOẠCH\nKiểm điểm năm 2025").number.state is ReadState.ABSENT


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Lai Châu, ngày 24 tháng 11 năm 2023", date(2023, 11, 24)),
        ("ngày 8 tháng 3 năm 2024", date(2024, 3, 8)),
        ("Huế, ngày 05/12/2023", date(2023, 12, 5)),
        ("Đăng ngày: 01/02/2024\nHuế, ngày 05 tháng 12 năm 2023", date(2023, 12, 5)),
        ("Thứ sáu, ngày 24 tháng 11 năm 2023", None),
        ("Hà Nội, ngày 05 tháng năm 2018", None),
        ("Hà Nội, ngày … tháng … năm 2018", None),
        ("Hà Nội, ngày 31 tháng 02 năm 2023", None),
    ],
)
def test_day(written: str, day: date | None):
    assert plan(f"{written}\nKẾ HOẠCH\nKiểm điểm năm 2025").date.value == day


def test_a_day_with_a_piece_missing_is_unclear():
    read = plan("Hà Nội, ngày 05 tháng năm 2018\nKẾ HOẠCH\nKiểm điểm").date
    assert read.state is ReadState.UNCLEAR
    assert read.span is not None


@pytest.mark.parametrize(
    ("title", "year", "state"),
    [
        ("Kiểm điểm năm 2023", 2023, ReadState.FOUND),
        ("Kiểm điểm năm 2023, phương hướng năm 2024", 2023, ReadState.FOUND),
        ("Đánh giá năm học 2024-2025", None, ReadState.UNCLEAR),
        ("Đánh giá năm học 2024 – 2025", None, ReadState.UNCLEAR),
        ("Kiểm điểm, đánh giá", None, ReadState.ABSENT),
    ],
)
def test_year_under_review(title: str, year: int | None, state: ReadState):
    read = plan(f"Huế, ngày 10 tháng 01 năm 2024\nKẾ HOẠCH\n{title}").review_year
    assert (read.value, read.state) == (year, state)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KẾ HOẠCH\nKiểm điểm theo Hướng dẫn số 25-HD/BTCTW", DocumentKind.PLAN),
        ("KẾ HOẠCH KIỂM ĐIỂM NĂM 2024", DocumentKind.PLAN),
        ("BÁO CÁO\nKết quả thực hiện Kế hoạch số 5-KH/ĐU", DocumentKind.REPORT),
        ("QUYẾT ĐỊNH\nBan hành Quy chế đánh giá", DocumentKind.DECISION),
        ("QUY CHẾ\nĐánh giá", DocumentKind.REGULATION),
        ("THÔNG BÁO\nKết quả", DocumentKind.NOTICE),
        ("Số: 5/SNV-CCVC\nV/v đánh giá năm 2024\nKính gửi: Các sở", DocumentKind.OFFICIAL_LETTER),
        ("Số: 8/KH-STP\nKiểm điểm năm 2024", DocumentKind.PLAN),
        ("Sáng ngày 02/01/2024, Đảng ủy xã họp.", DocumentKind.NEWS),
        ("Một đoạn văn bất kỳ.", None),
        ("TỜ TRÌNH\nVề việc khen thưởng", None),
    ],
)
def test_kind(text: str, kind: DocumentKind | None):
    assert read_plan(text).kind.value == kind


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("UBND TỈNH A\nSỞ TƯ PHÁP\nSố: 1/KH-STP\nKẾ HOẠCH\nNăm 2024", "SỞ TƯ PHÁP"),
        ("SỞ TƯ PHÁP Độc lập - Tự do - Hạnh phúc\nSố: 1/KH-STP\nKẾ HOẠCH\nNăm 2024", "SỞ TƯ PHÁP"),
        (
            "KẾ HOẠCH\nNăm 2024\nTheo Quy định số 366-QĐ/TW, Chi cục A xây dựng kế hoạch:",
            "Chi cục A",
        ),
        ("KẾ HOẠCH\nNăm 2024\n1. Làm.\nTrên đây là Kế hoạch năm 2024 của Sở Y tế./.", "Sở Y tế"),
        ("KẾ HOẠCH\nKiểm điểm năm 2024 của Chi cục Kiểm lâm", "Chi cục Kiểm lâm"),
        (
            "KẾ HOẠCH\nNăm 2024\n1. Làm.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An",
            "ỦY BAN NHÂN DÂN",
        ),
        ("KẾ HOẠCH\nNăm 2024", None),
    ],
)
def test_issuer(text: str, issuer: str | None):
    assert read_plan(text).issuer.value == issuer


def test_the_symbol_alone_only_hints_at_the_issuer():
    read = read_plan("Số: 8/KH-STP\nKẾ HOẠCH\nNăm 2024").issuer
    assert (read.value, read.state) == ("STP", ReadState.UNCLEAR)


END = (
    "\n1. Làm.\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(đã ký)\n{name}"
)


def test_signer_and_recipients():
    read = read_plan("KẾ HOẠCH\nNăm 2024" + END.format(name="Lò Thị Mai"))
    assert read.signer.value == "Lò Thị Mai"
    assert read.signer_title.value == "Phó Giám đốc"
    assert read.recipients.value == ("Sở Nội vụ", "Lưu: VT")


def test_a_post_without_a_name_leaves_the_signer_open():
    read = read_plan("KẾ HOẠCH\nNăm 2024" + END.format(name=""))
    assert read.signer.value is None
    assert read.signer_title.value == "Phó Giám đốc"


def test_columns_copied_as_one_are_told_apart():
    read = read_plan(
        "KẾ HOẠCH\nNăm 2024\n1. A.\nNơi nhận: GIÁM ĐỐC SỞ\n- Các phòng;\n- Lưu: VT.\nLò Thị Mai"
    )
    assert (read.signer.value, read.signer_title.value) == ("Lò Thị Mai", "Giám đốc Sở")
    assert read.recipients.value == ("Các phòng", "Lưu: VT")


def test_stretches_taken_over():
    read = read_plan(
        "KẾ HOẠCH\nNăm 2024\nI. MỤC ĐÍCH\nLàm rõ.\nII. NỘI DUNG\nKiểm điểm.\nIII. TỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi."
    )
    assert read.purpose.value == "Làm rõ."
    assert read.contents.value == "II. NỘI DUNG\nKiểm điểm."
    assert read.organisation.value == "Văn phòng theo dõi."


def codes(text: str, on: date | None = None) -> list[str]:
    return [caution.code for caution in read_plan(text, on=on).warnings]


HEAD = "Số: 8/KH-STP\nHuế, ngày 05 tháng 12 năm 2023\nKẾ HOẠCH\nKiểm điểm năm 2023\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("Xin chào.", "unknown_kind"),
        ("BÁO CÁO\nKết quả", "not_a_plan"),
        ("KẾ HOẠCH\nKiểm điểm", "no_number"),
        ("Số: /KH-STP\nKẾ HOẠCH\nKiểm điểm", "blank_number"),
        ("Số: 34O/KH-STP\nKẾ HOẠCH\nKiểm điểm", "unclear_number"),
        ("KẾ HOẠCH\nKiểm điểm", "no_date"),
        ("Huế, ngày tháng 12 năm 2023\nKẾ HOẠCH\nKiểm điểm", "unclear_date"),
        ("KẾ HOẠCH\nKiểm điểm", "no_year"),
        ("KẾ HOẠCH\nĐánh giá năm học 2023-2024", "school_year"),
        ("DỰ THẢO LẦN 2\nKẾ HOẠCH\nKiểm điểm", "draft"),
        (HEAD + "1. Làm.", "no_deadline"),
        (HEAD + "1. Các phòng gửi hồ sơ trước ngày 01/12/2023.", "before_document"),
        (HEAD + "1. Các phòng gửi hồ sơ trước ngày 01/6/2024.", "after_season"),
        (HEAD + "Căn cứ Quy định 04 của Bộ Chính trị;\n1. A.", "no_symbol"),
        (HEAD + "1. Thực hiện theo Nghị định của Chính phủ.", "no_reference_number"),
        (HEAD + "Căn cứ Kế hoạch số 5-KH/TU ngày 06/12/2023;\n1. A.", "later_reference"),
        (HEAD + "I. A\n1. Một\n2. Hai\n2. Ba", "number_twice"),
        (HEAD + "I. A\n1. Một\n2. Hai\n5. Năm", "number_gap"),
        (HEAD + "I. A\nIII. B", "number_gap"),
        (HEAD + "1. Hội nghị kiểm điểm ngày 28/12/2023.\nCác phòng hoàn thành kiểm điểm trước ngày 20/12/2023.", "meeting_after_deadline"),
    ],
)  # fmt: skip
def test_what_a_reader_must_settle(text: str, code: str):
    assert code in codes(text)


def test_a_list_begun_anew_is_no_fault_of_numbering():
    text = HEAD + "I. A\n1. Một\n2. Hai\n3. Ba\n1. Bốn\n2. Năm\nII. B"
    assert not {"number_twice", "number_gap"} & set(codes(text))
