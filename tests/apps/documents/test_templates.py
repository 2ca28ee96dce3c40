"""Mẫu văn bản của cơ quan: versions, switched on and off, used for the papers of the unit and below."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from tests.apps.documents.drafts import AT, issue

from tusoi.audit.models import AuditEntry
from tusoi.core.errors import NotAllowed
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import PaperTemplate
from tusoi.documents.selectors.stored import is_intact
from tusoi.documents.selectors.templates import file_of, kind_lines, template_for, value_lines
from tusoi.documents.services.templates import activate_template, add_template, retire_template
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.own import example_template
from tusoi.officialdocs.samples import sample_paper
from tusoi.officialdocs.styles import styles
from tusoi.org.enums import Role


def own_file(words="Theo mẫu của Sở"):
    document = Document(BytesIO(example_template("notice", styles()["nd30"])))
    document.add_paragraph(words)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def add(department, unit=None, content=None, **details):
    return add_template(
        actor=department.office,
        at=AT,
        unit=unit or department.body,
        kind="notice",
        file_name="thông báo.docx",
        content=content or own_file(),
        **details,
    )


def activate(department, template):
    return activate_template(actor=department.office, at=AT, template=template)


def retire(department, template, reason="Sửa mẫu"):
    return retire_template(actor=department.office, at=AT, template=template, reason=reason)


def test_versions_are_counted_and_none_is_in_use_at_first(department):
    first, second = add(department), add(department, note_text="Thêm logo")
    assert (first.version, second.version) == (1, 2)
    assert template_for(department.body, PaperKind.NOTICE) is None
    assert len(first.sha256) == 64


def test_one_version_at_a_time_is_in_use(department):
    first, second = add(department), add(department)
    activate(department, first)
    activate(department, second)
    assert template_for(department.body, PaperKind.NOTICE) == second
    first.refresh_from_db()
    assert first.retire_reason == "Thay bằng bản 2."
    activate(department, first)
    assert template_for(department.body, PaperKind.NOTICE) == first


def test_a_unit_without_its_own_takes_that_of_the_body(department):
    unit = department.units["trade"]
    above = activate(department, add(department))
    assert template_for(unit, PaperKind.NOTICE) == above
    own = activate(department, add(department, unit))
    assert template_for(unit, PaperKind.NOTICE) == own
    assert template_for(department.units["industry"], PaperKind.NOTICE) == above
    assert template_for(unit, PaperKind.DECISION) is None


def test_an_issued_paper_takes_the_template_and_keeps_it(department):
    template = activate(department, add(department))
    document = issue(department, department.units["trade"])
    assert "Theo mẫu của Sở" in "\n".join(
        paragraph.text for paragraph in Document(BytesIO(bytes(document.docx))).paragraphs
    )
    assert document.pdf is None
    assert document.pdf_sha256 == ""
    assert is_intact(document)
    entry = AuditEntry.objects.filter(command="document.issue").latest("pk")
    assert entry.detail["template_version"] == 1
    before = bytes(document.docx)
    activate(department, add(department, content=own_file("Bản mới")))
    document.refresh_from_db()
    assert bytes(document.docx) == before
    assert PaperTemplate.objects.filter(pk=template.pk).exists()


def test_switched_off_the_papers_are_ours_again(department):
    paper = sample_paper("notice")
    template = activate(department, add(department))
    assert file_of(paper, department.body, ".docx") != write_docx(paper)
    assert file_of(paper, department.body, ".pdf") is None
    retire(department, template)
    assert file_of(paper, department.body, ".docx") == write_docx(paper)
    assert file_of(paper, department.body, ".pdf")[:5] == b"%PDF-"


def test_every_kind_is_listed_with_what_is_in_use(department, django_assert_num_queries):
    template, office = activate(department, add(department)), department.office
    with django_assert_num_queries(1):
        lines = {line.kind: line for line in kind_lines(office)}
    assert set(lines) == set(PaperKind)
    assert lines[PaperKind.NOTICE].in_use == (template,)
    assert any(line.party_layout.is_unverified for line in lines.values())


def test_values_are_shown_by_field(department):
    lines = {line.name: line.value for line in value_lines(sample_paper("decision"))}
    assert lines["trich_yeu"]
    assert lines["danh_sach_doi_tuong_duoc_xep_loai"].count("\n") > 1


def test_only_the_office_keeps_templates(department):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    with pytest.raises(NotAllowed):
        add_template(
            actor=head,
            at=AT,
            unit=department.body,
            kind="notice",
            file_name="a.docx",
            content=own_file(),
        )
