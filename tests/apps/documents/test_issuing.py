"""Ban hành, thu hồi: number and date on both files, nothing issued twice, nothing deleted."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from pypdf import PdfReader
from tests.apps.documents.drafts import AT, blank, draft_of, issue
from tests.officialdocs.reading import text_of

from tusoi.core.errors import NotAllowed, Refused
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument, Withdrawal
from tusoi.documents.selectors.stored import is_intact, latest_of
from tusoi.documents.services.issuing import issue_draft, withdraw_document
from tusoi.documents.services.numbering import Stamp
from tusoi.officialdocs.docx_writer import write_docx
from tusoi.officialdocs.numbering import kind_code, numbered
from tusoi.officialdocs.samples import sample_paper
from tusoi.org.enums import Role

DAY = date(2026, 12, 1)


def withdraw(department, document, **details):
    facts = {"reason": "Sai tên đơn vị.", **details}
    return withdraw_document(actor=department.office, at=AT, document=document, **facts)


def words_of_pdf(content):
    return " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages
    )


def test_number_and_date_are_open_before_and_stand_on_both_files_after(department):
    before = text_of(write_docx(blank("notice")))
    assert "01/TB-" not in before
    assert "ngày 01 tháng 12" not in before
    document = issue(department, department.units["trade"])
    for words in (text_of(bytes(document.docx)), words_of_pdf(bytes(document.pdf))):
        assert "Số: 01/TB-" in words
        assert "ngày 01 tháng 12 năm 2026" in words
    assert "01/TB-" in document.preview
    assert (document.number, document.issued_on) == (1, DAY)
    assert is_intact(document)


def test_the_annex_names_the_number_given():
    paper = blank("decision")
    assert "số …/QĐ-" in numbered(sample_paper("decision"), None, DAY).annexes[0].reference
    issued = numbered(numbered(paper, None, DAY), 7, DAY)
    assert issued.number == 7
    renamed = numbered(sample_paper("decision"), 7, DAY)
    assert "số 07/QĐ-" in renamed.annexes[0].reference
    assert "ngày 01 tháng 12 năm 2026" in renamed.annexes[0].reference


@pytest.mark.parametrize(
    ("name", "code"),
    [("plan", "KH"), ("party_notice", "TB"), ("submission_note", "TTr"), ("self_review", "")],
)
def test_the_kind_is_read_from_the_symbol(name, code):
    assert kind_code(sample_paper(name)) == code


def test_a_paper_without_a_symbol_is_frozen_without_a_number(department):
    document = issue(department, department.units["trade"], name="self_review")
    assert document.number is None
    assert document.is_issued
    assert not hasattr(document, "register_entry")


def test_the_same_paper_is_not_issued_twice(department):
    trade = department.units["trade"]
    first = issue(department, trade)
    with pytest.raises(Refused, match="đã ban hành ngày 01/12/2026"):
        issue(department, trade)
    withdraw(department, first)
    second = issue(department, trade)
    assert (first.number, second.number) == (1, 2)
    assert latest_of(trade, PaperKind.NOTICE) == second


def test_a_withdrawn_paper_keeps_its_files_and_says_what_replaces_it(department):
    trade = department.units["trade"]
    first = issue(department, trade)
    other = issue(department, department.units["industry"])
    withdrawal = withdraw(department, first, replaced_by=other)
    assert withdrawal.replaced_by == other
    first.refresh_from_db()
    assert is_intact(first)
    for act in (Withdrawal.objects.all().delete, StoredDocument.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_only_the_office_issues(department):
    draft = draft_of(department.units["trade"])
    with pytest.raises(NotAllowed):
        issue_draft(
            actor=department.actor("trade_head", Role.UNIT_HEAD),
            at=AT,
            draft=draft,
            stamp=Stamp(dated=DAY),
        )
