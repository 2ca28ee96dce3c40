"""Mẫu của cơ quan: fields named, found wherever Word cuts them, checked with their places, filled and never run."""

from __future__ import annotations

import zipfile
from dataclasses import is_dataclass, replace
from io import BytesIO
from typing import get_args, get_type_hints

import pytest
from docx import Document

from tests.officialdocs.reading import text_of
from tusoi.officialdocs.own import (
    Unusable,
    check_template,
    example_template,
    fields_of,
    fill_template,
    fits,
    has_template,
)
from tusoi.officialdocs.own.fields import CONTEXTS, PARTS_OF_ELEMENTS, field_name, marked, plain
from tusoi.officialdocs.own.labels import NOT_PRINTED
from tusoi.officialdocs.own.package import LARGEST_FILE
from tusoi.officialdocs.samples import sample_paper
from tusoi.officialdocs.styles import styles

NOTICE = (
    "{{so_ky_hieu}} {{dia_danh_ngay_thang}} {{nguoi_ky}} {{noi_nhan}} {{muc_xep_loai}}",
    "{{nguoi_hoac_tap_the_nhan_thong_bao}} {{quyet_dinh_xep_loai}} {{quyen_va_thoi_han_kien_nghi}}",
)


def docx(*paragraphs, table=()):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for cell, text in zip(
            (cell for row in grid.rows for cell in row.cells),
            (text for row in table for text in row),
            strict=True,
        ):
            cell.text = text
    return saved(document)


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def added(content, name, part=b"x"):
    """The file with one more part."""
    file = BytesIO(content)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return file.getvalue()


def faults(content, kind="notice"):
    return [str(fault) for fault in check_template(content, kind).faults]


def filled(content, paper=None):
    return text_of(fill_template(content, paper or sample_paper("notice")))


@pytest.mark.parametrize("kind", sorted(CONTEXTS))
@pytest.mark.parametrize("style", ["nd30", "dang_hd36"])
def test_the_example_of_every_kind_passes_the_check_and_takes_a_real_paper(kind, style):
    example = example_template(kind, styles()[style])
    assert faults(example, kind) == []
    paper = sample_paper(kind)
    assert fits(paper)
    text = filled(example, paper)
    assert "{{" not in text
    assert paper.issuer.upper() in text


def classes(context):
    """A context class and those of its parts."""
    yield context
    for hint in get_type_hints(context).values():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and is_dataclass(part) and part not in PARTS_OF_ELEMENTS:
                yield from classes(part)


@pytest.mark.parametrize("kind", sorted(CONTEXTS))
def test_every_value_of_a_context_has_a_vietnamese_name_of_its_own(kind):
    for context in classes(CONTEXTS[kind]):
        names = [field_name(label) for label, _, _ in marked(context).values()]
        assert len(names) == len(set(names)), context
        hints = get_type_hints(context)
        unnamed = hints.keys() - marked(context).keys() - NOT_PRINTED
        assert {plain(hints[name]) for name in unnamed} <= PARTS_OF_ELEMENTS, context
    names = [field.name for field in fields_of(kind)]
    assert len(names) == len(set(names))


def test_a_kind_of_no_identity_has_no_template():
    assert not has_template("ballot_sheet")


def test_a_field_is_found_when_word_cuts_it_into_runs():
    document = Document()
    paragraph = document.add_paragraph("Mức: ")
    for piece in ("{", "{muc_", "xep_loai", "}", "} đạt."):
        paragraph.add_run(piece)
    paragraph.runs[2].bold = True
    text = filled(saved(document))
    assert "Mức: Hoàn thành tốt nhiệm vụ đạt." in text


def test_capitals_print_capitals():
    assert "SỞ CÔNG THƯƠNG" in filled(docx("{{CO_QUAN_BAN_HANH}}"))


def test_a_row_is_repeated_for_every_item_and_numbered():
    rows = (
        ("TT", "Tên"),
        (
            "{{#danh_sach_doi_tuong_duoc_xep_loai}}{{stt}}",
            "{{ten_doi_tuong}}{{/danh_sach_doi_tuong_duoc_xep_loai}}",
        ),
    )
    paper = sample_paper("decision")
    table = Document(BytesIO(fill_template(docx(table=rows), paper))).tables[0]
    assert len(table.rows) == 1 + len(paper.context.rows)
    assert [cell.text for cell in table.rows[1].cells] == ["1", paper.context.rows[0].name]


def test_an_empty_list_leaves_nothing_and_a_file_word_can_open():
    content = docx(
        table=(("{{#co_so_xac_dinh_muc_xep_loai}}{{muc}}", "{{/co_so_xac_dinh_muc_xep_loai}}"),)
    )
    paper = sample_paper("notice")
    bare = replace(paper, context=replace(paper.context, reasons=()))
    document = Document(BytesIO(fill_template(content, bare)))
    assert document.tables == []


def test_lists_within_lists_and_whole_paragraphs():
    content = docx(
        "{{#noi_dung_hop}}",
        "{{stt}}. {{tieu_de}}",
        "{{#y_kien}}- {{nguoi_phat_bieu}}: {{noi_dung_y_kien}}{{/y_kien}}",
        "{{/noi_dung_hop}}",
    )
    paper = sample_paper("minutes")
    text = filled(content, paper)
    for item in paper.context.items:
        assert item.title in text
        for opinion in item.opinions:
            assert f"- {opinion.speaker}: {opinion.text}" in text
    assert "{{" not in text


def test_the_whole_body_stands_in_place_of_its_paragraph():
    paper = sample_paper("decision")
    content = docx("{{so_ky_hieu}} {{dia_danh_ngay_thang}} {{trich_yeu}}", "{{toan_van}}")
    assert faults(content, "decision") == []
    text = filled(content, paper)
    assert "Điều 1." in text
    assert paper.context.rows[-1].name in text
    assert paper.signatures[0].name in text


def test_words_of_a_value_are_never_read_as_a_field():
    paper = sample_paper("notice")
    sly = replace(paper, context=replace(paper.context, subject="{{nguoi_ky}} {{#can_cu}}"))
    text = filled(docx("Gửi: {{nguoi_hoac_tap_the_nhan_thong_bao}}"), sly)
    assert "Gửi: {{nguoi_ky}} {{#can_cu}}" in text


def test_headers_and_footers_are_filled():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{co_quan_ban_hanh}}"
    made = Document(BytesIO(fill_template(saved(document), sample_paper("notice"))))
    assert made.sections[0].header.paragraphs[0].text == "Sở Công Thương"


def test_the_same_paper_gives_the_same_bytes():
    content = docx(*NOTICE)
    assert fill_template(content, sample_paper("notice")) == fill_template(
        content, sample_paper("notice")
    )


def test_a_number_not_yet_given_leaves_room():
    paper = replace(sample_paper("notice"), number=None, dated=None)
    text = filled(docx("Số: {{so_ky_hieu}}, {{ngay_thang}}"), paper)
    assert "/TB-SCT" in text
    assert "12" not in text


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "{{luong_toi_thieu}}",
            "Không có trường {{luong_toi_thieu}} cho loại văn bản này (đoạn 3)",
        ),
        ("{{nguoi ký}}", "Trường viết sai: “{{nguoi ký}}” (đoạn 3)"),
        ("{{nguoi_ky", "Trường viết sai: “{{” (đoạn 3)"),
        ("{{ 7*7 }} {{nguoi_ky.ten}}", "Trường viết sai: “{{nguoi_ky.ten}}”"),
        ("{{#co_so_xac_dinh_muc_xep_loai}}", "chưa đóng (đoạn 3)"),
        ("{{/chu_ky}}", "không khớp với danh sách nào đang mở (đoạn 3)"),
        ("{{chu_ky}}", "Trường {{chu_ky}} là danh sách (đoạn 3)"),
        ("{{#chu_ky}}{{chuc_vu}}{{/chu_ky}}", "Thiếu trường {{ho_ten}}"),
        ("Nội dung: {{toan_van}}", "không đứng một mình"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(paragraph, said):
    found = faults(docx(*NOTICE, paragraph))
    assert any(said in fault for fault in found), found


def test_what_is_missing_is_named():
    found = faults(docx(NOTICE[0]))
    assert len(found) == 3
    assert any("{{quyet_dinh_xep_loai}} – Quyết định xếp loại" in fault for fault in found)


def test_the_place_in_a_table_is_named():
    found = faults(docx(*NOTICE, table=(("a", "b"), ("c", "{{la}}"))))
    assert "bảng 1, dòng 2, ô 2" in found[0]


def test_a_field_used_twice_is_a_note_only():
    report = check_template(docx(*NOTICE, "{{nguoi_ky}}"), "notice")
    assert report.is_usable
    assert str(report.notes[0]).startswith("Trường {{nguoi_ky}} dùng 2 lần (đoạn 1; đoạn 3)")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"xin chao", "mau.docx", "không phải DOCX"),
        (added(b"", "a.txt"), "mau.docx", "không phải DOCX"),
        (docx("a"), "mau.docm", "macro"),
        (added(docx("a"), "word/vbaProject.bin"), "mau.docx", "macro"),
        (added(docx("a"), "word/embeddings/oleObject1.bin"), "mau.docx", "OLE"),
        (added(docx("a"), "word/x.xml", b"<!DOCTYPE a>"), "mau.docx", "DOCTYPE"),
        (b"x" * (LARGEST_FILE + 1), "mau.docx", "lớn quá"),
        (added(docx("a"), "word/x.bin", b"0" * 41 * 1024 * 1024), "mau.docx", "quá nhiều"),
    ],
)
def test_files_that_are_broken_too_large_or_act_are_refused(content, name, said):
    with pytest.raises(Unusable, match=said):
        check_template(content, "notice", name)


def test_a_field_of_word_that_fetches_is_refused():
    document = Document()
    run = document.add_paragraph().add_run()
    code = run._r.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText", {}
    )
    code.text = " DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "
    run._r.append(code)
    with pytest.raises(Unusable, match="nơi khác"):
        check_template(saved(document), "notice")
