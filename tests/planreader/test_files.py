"""From bytes to text: what Word draws is written out, what cannot be read says why."""

from __future__ import annotations

import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter

from tests.planreader import expectations as expect
from tests.planreader.conftest import PRINTED, printed_from, saved, scanned, with_pages_of, written
from tusoi.planreader import read_plan
from tusoi.planreader.files import MAX_BYTES, MAX_CHARACTERS, Unreadable, pdf, text_of
from tusoi.planreader.files.wrapping import paragraphs_of

SENTENCE = "Các phòng gửi hồ sơ về Văn phòng Sở trước ngày 30/11/2023.\n"


def refusal(content: bytes, name: str = "ke-hoach") -> str:
    with pytest.raises(Unreadable) as refused:
        text_of(content, name)
    message = str(refused.value)
    assert f"“{name}”" in message
    assert message.endswith(".")
    assert unicodedata.is_normalized("NFC", message)
    return message


# Plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_any_encoding(encoding: str):
    text = text_of(SENTENCE.encode(encoding), "a.txt")
    assert text.lstrip("\ufeff") == SENTENCE


def test_the_old_windows_encoding_keeps_tones_apart():
    windows = "Kế hoạch".replace("ế", "ê\u0301").replace("ạ", "a\u0323").encode("cp1258")
    assert text_of(windows, "a.txt") == "Kế hoạch"


def test_content_counts_and_the_name_does_not(plan_docx: bytes):
    assert "KẾ HOẠCH" in text_of(plan_docx, "ke-hoach.pdf")
    assert text_of(SENTENCE.encode(), "ke-hoach.docx") == SENTENCE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống (0 byte)"),
        (b"  \n\t ", "không có chữ nào"),
        (b"\x00\x01\x02\x03\xff\xfe garbage", "không phải DOCX, PDF hay văn bản thuần"),
        (bytes(range(256)) * 9, "không phải DOCX, PDF hay văn bản thuần"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, ".doc, .xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (rb"{\rtf1\ansi K\u7871?}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "là ảnh"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 64, "là ảnh"),
        (b"a" * (MAX_BYTES + 1), "lớn hơn 20 MB"),
        (b"1" * (MAX_CHARACTERS + 1), "dài hơn 2 triệu ký tự"),
        ("Kế hoạch".encode("utf-16-le") + b"\x00\xd8", "không phải DOCX"),
    ],
)
def test_what_is_no_text_says_so(content: bytes, said: str):
    assert said in refusal(content)


@pytest.mark.parametrize(
    "typed",
    [
        "KÕ ho¹ch kiÓm ®iÓm, ®¸nh gi¸, xÕp lo¹i chÊt l­îng n¨m 2023 ®èi víi tËp thÓ, c¸ nh©n\n",
        "Keá hoaïch kieåm ñieåm, ñaùnh giaù, xeáp loaïi chaát löôïng naêm ñoái vôùi taäp theå, caù nhaân, huyeän uûy\n",
    ],
)
def test_letters_of_old_fonts_are_told_and_not_misread(typed: str):
    assert "Unikey" in refusal(typed.encode(), "cu.txt")


@pytest.mark.parametrize(
    "text",
    [
        "The annual review plan of the department is due on 30 November.",
        "Le plan d’évaluation annuelle; l’été dernier, on a reçu l’hôte où il naît, Noël.",
        "年度考核计划",
        "Årlig plan for å vurdere ansatte på sørøya, gjør ferdig før jul.",
    ],
)
def test_other_languages_are_text(text: str):
    assert text_of(text.encode(), "a.txt") == text


# Word


def test_a_plan_of_this_product_comes_back_with_its_letterhead(plan_docx: bytes):
    lines = text_of(plan_docx, "ke-hoach.docx").splitlines()
    assert lines.index("SỞ CÔNG THƯƠNG") < lines.index("Số: 05/KH-SCT") < lines.index("KẾ HOẠCH")
    assert "Lai Châu, ngày 24 tháng 11 năm 2023" in lines


def test_numbers_word_draws_are_written_out(word: WordDocument):
    for text in ("Mục đích", "Nội dung"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Lưu: VT", style="List Bullet")
    word.add_paragraph("Không đánh số")
    assert text_of(saved(word), "a.docx").split("\n") == [
        "1. Mục đích",
        "2. Nội dung",
        "- Lưu: VT",
        "Không đánh số",
    ]


LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))


def _with_levels(word: WordDocument) -> None:
    """A list of four levels as Vietnamese plans have them: I., 1., 1.1., a)."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for depth, (style, sign) in enumerate(LEVELS)
    )
    numbering = word.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )


def _numbered(word: WordDocument, text: str, depth: int) -> None:
    properties = word.add_paragraph(text)._p.get_or_add_pPr()
    place = properties.get_or_add_numPr()
    place.get_or_add_ilvl().val = depth
    place.get_or_add_numId().val = 90


def test_numbers_of_several_levels_count_on_and_start_again(word: WordDocument):
    _with_levels(word)
    for text, depth in [
        ("A", 0),
        ("B", 1),
        ("C", 2),
        ("D", 2),
        ("E", 3),
        ("F", 1),
        ("G", 2),
        ("H", 0),
    ]:
        _numbered(word, text, depth)
    assert text_of(saved(word), "a.docx").split("\n") == [
        *("I. A", "1. B", "1.1. C", "1.2. D", "a) E", "2. F", "2.1. G", "II. H")
    ]


def test_a_list_that_the_file_does_not_describe_has_no_numbers(word: WordDocument):
    _numbered(word, "A", 0)
    assert text_of(saved(word), "a.docx") == "A"


def test_ruled_tables_row_by_row_and_layout_cell_by_cell(word: WordDocument):
    layout = word.add_table(1, 2)
    layout.cell(0, 0).text, layout.cell(0, 1).text = "Số: 12/KH-STC", "An Biên, ngày 01/11/2025"
    ruled = word.add_table(2, 3, style="Table Grid")
    for row in range(2):
        for column in range(3):
            ruled.cell(row, column).text = f"ô {row}{column}"
    ruled.cell(0, 0).merge(ruled.cell(0, 1))
    inner = ruled.cell(1, 2).add_table(1, 1)
    inner.cell(0, 0).text = "bảng con"
    lines = text_of(saved(word), "a.docx").split("\n")
    assert lines == [
        "Số: 12/KH-STC",
        "An Biên, ngày 01/11/2025",
        "ô 00 ô 01 | ô 02",
        "ô 10 | ô 11 | ô 12 bảng con",
    ]


def test_the_header_of_the_first_page_without_its_page_number(word: WordDocument):
    header = word.sections[0].header
    header.paragraphs[0].text = "DỰ THẢO LẦN 2"
    header.add_paragraph("1")
    word.add_paragraph("KẾ HOẠCH")
    assert text_of(saved(word), "a.docx") == "DỰ THẢO LẦN 2\nKẾ HOẠCH"
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.paragraphs[0].text = "MẬT"
    assert text_of(saved(word), "a.docx") == "MẬT\nKẾ HOẠCH"


def test_changes_boxes_and_controls_are_read_as_they_stand(word: WordDocument):
    body = word.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Số: 1</w:t></w:r>"
            "<w:ins><w:r><w:t>2</w:t></w:r></w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
            "<w:r><w:noBreakHyphen/><w:t>KH</w:t><w:tab/><w:t>A</w:t><w:br/><w:t>B</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f'<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Ngoài</w:t></w:r><w:r><mc:AlternateContent>'
            "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
            "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        ),
    )
    assert text_of(saved(word), "a.docx").split("\n") == [
        "Số: 12-KH A",
        "B",
        "Ngoài",
        "Trong khung",
    ]


def _archive(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _with_document(plan: bytes, document: bytes) -> bytes:
    """The same file with another main part."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(plan)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.namelist():
            target.writestr(part, document if part == "word/document.xml" else source.read(part))
    return buffer.getvalue()


def test_other_archives_are_no_word_document():
    assert "không phải văn bản Word" in refusal(
        _archive(**{"xl/workbook.xml": b"<a/>"}), "bang.xlsx"
    )


def test_bombs_and_entities_are_not_opened(plan_docx: bytes):
    assert "bung ra quá lớn" in refusal(_with_document(plan_docx, b" " * (31 * 1024 * 1024)))
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(BytesIO(plan_docx)) as archive:
        main = archive.read("word/document.xml")
    head, _, rest = main.partition(b"?>")
    assert "khai báo XML" in refusal(_with_document(plan_docx, head + b"?>" + bomb + rest))


def test_broken_word_files_say_so(plan_docx: bytes):
    for cut in (100, len(plan_docx) // 2, len(plan_docx) - 30):
        assert "bị hỏng" in refusal(plan_docx[:cut], "ke-hoach.docx")
    assert "bị hỏng" in refusal(_with_document(plan_docx, b"<w:document"), "ke-hoach.docx")


def test_any_damage_to_a_word_file_is_a_refusal_or_a_reading(plan_docx: bytes):
    for place in range(0, len(plan_docx), max(1, len(plan_docx) // 150)):
        harmed = plan_docx[:place] + bytes([plan_docx[place] ^ 0x55]) + plan_docx[place + 1 :]
        try:
            text_of(harmed, "hong.docx")
        except Unreadable:
            continue


def test_a_locked_archive_asks_for_no_password(plan_docx: bytes):
    locked = bytearray(plan_docx)
    entry = locked.index(b"PK\x01\x02")
    locked[entry + 8] |= 1
    assert "mật khẩu" in refusal(bytes(locked), "ke-hoach.docx")


# PDF


def test_a_pdf_with_text_is_read(plan_pdf: bytes):
    text = text_of(plan_pdf, "ke-hoach.pdf")
    assert "Số: 05/KH-SCT" in text
    assert text.index("KẾ HOẠCH") < text.index("Nơi nhận")


def test_a_scan_has_no_text_and_a_scanned_page_says_which(plan_pdf: bytes):
    assert "bản chụp (scan), không có chữ" in refusal(written(scanned(3)), "quet.pdf")
    mixed = written(with_pages_of(plan_pdf, scanned(1)))
    assert text_of(mixed, "a.pdf").startswith("[Trang 1 không có chữ đọc được]\n")


def test_a_last_page_with_a_name_only_is_text():
    first = "Kế hoạch kiểm điểm, đánh giá, xếp loại chất lượng cán bộ, công chức năm 2023"
    source = PRINTED.replace(b"par(line)", b"page(line)")
    assert text_of(printed_from(source, f"{first}\n\nNgô Trà"), "a.pdf").split("\n") == [
        first,
        "[Trang 2 không có chữ đọc được]",
        "Ngô Trà",
    ]


def test_passwords_of_pdf(plan_pdf: bytes):
    for password, readable in (("bi-mat", False), ("", True)):
        writer = with_pages_of(plan_pdf, PdfWriter())
        writer.encrypt(password, "chu", algorithm="AES-256")
        if readable:
            assert "KẾ HOẠCH" in text_of(written(writer), "a.pdf")
        else:
            assert "có mật khẩu" in refusal(written(writer), "a.pdf")


def test_broken_and_endless_pdf(plan_pdf: bytes, monkeypatch: pytest.MonkeyPatch):
    assert "bị hỏng" in refusal(b"%PDF-1.7\nnothing else", "a.pdf")
    assert refusal(plan_pdf[: len(plan_pdf) // 3], "a.pdf")
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    assert "có hơn 2 trang" in refusal(written(scanned(3)), "a.pdf")


def test_any_damage_to_a_pdf_is_a_refusal_or_a_reading(plan_pdf: bytes):
    for place in range(0, len(plan_pdf), max(1, len(plan_pdf) // 40)):
        harmed = plan_pdf[:place] + b"\x00<<" + plan_pdf[place + 3 :]
        try:
            text_of(harmed, "hong.pdf")
        except Unreadable:
            continue


@pytest.mark.parametrize(
    "path", sorted((expect.HERE / "gold").glob("*.txt")), ids=lambda path: path.stem
)
def test_a_plan_printed_to_pdf_reads_as_it_was_written(path: Path):
    raw = path.read_text(encoding="utf-8")
    printed = printed_from(PRINTED, raw)
    wanted = expect.load(path.with_suffix(".yaml"))
    expect.refute(expect.all_faults(read_plan(text_of(printed, "a.pdf")), wanted))


def test_lines_a_page_broke_are_joined_and_others_are_not():
    page = [
        "Căn cứ Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 và Nghị định số 48/2023/NĐ-",
        "CP ngày 17/7/2023 của Chính phủ, tập thể lãnh đạo các phòng thuộc Sở Công",
        "Thương xây dựng kế hoạch kiểm điểm, đánh giá, xếp loại chất lượng năm 2023:",
        "1. Mục đích, yêu cầu",
        "- Các phòng gửi hồ sơ về Văn phòng Sở để tổng hợp, báo cáo tập thể trước ngày",
        "30/11/2023.",
        "a) Tập thể: các phòng chuyên môn, các đơn vị trực thuộc Sở và các chi cục (nếu",
        "có);",
        "- Lưu: VT.",
    ]
    assert list(paragraphs_of(page)) == [
        f"{page[0]}{page[1]} {page[2]}",
        page[3],
        f"{page[4]} {page[5]}",
        f"{page[6]} {page[7]}",
        page[8],
    ]
    assert list(paragraphs_of(page[:3])) == page[:3]
