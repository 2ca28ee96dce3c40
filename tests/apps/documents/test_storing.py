"""Văn bản đã chốt: kept as issued, found again, and shown to be unchanged."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from tests.cast import moment

from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import documents_of, is_intact, stored_documents
from tusoi.documents.services.storing import Filing, store
from tusoi.officialdocs import write_docx
from tusoi.officialdocs.samples import sample_paper
from tusoi.org.selectors.units import body


def _store(owner, title="Quyết định số 01", kind=PaperKind.DECISION):
    filing = Filing(kind=kind, title=title, file_name="van-ban.docx", owner=owner, issuer=body())
    return store(filing, sample_paper("notice"), at=moment(2023, 12, 4))


def test_a_stored_paper_keeps_both_files_with_their_hashes_and_its_words(department):
    document = _store(department.body)
    document.refresh_from_db()
    assert bytes(document.docx) == write_docx(sample_paper("notice"))
    assert bytes(document.pdf).startswith(b"%PDF-")
    assert "THÔNG BÁO" in document.preview
    assert is_intact(document)


@pytest.mark.parametrize("field", ["docx", "pdf"])
def test_one_changed_byte_is_seen(department, field):
    document = _store(department.body)
    setattr(document, field, bytes(getattr(document, field))[:-1] + b"?")
    assert not is_intact(document)


def test_a_paper_kept_before_there_were_pdf_files_is_still_whole(department):
    document = _store(department.body)
    document.pdf, document.pdf_sha256 = None, ""
    assert is_intact(document)


def test_the_database_refuses_to_change_it(department):
    document = _store(department.body)
    with pytest.raises(DatabaseError), transaction.atomic():
        StoredDocument.objects.filter(pk=document.pk).update(title="Sửa tên")


def test_papers_are_found_by_owner_words_and_kind(department):
    decision = _store(department.body)
    minutes = _store(department.units["trade"], "Biên bản họp", PaperKind.MINUTES)
    assert list(documents_of([department.body])) == [decision]
    assert list(documents_of([])) == []
    assert list(stored_documents(search="biên bản")) == [minutes]
    assert list(stored_documents(kind=PaperKind.DECISION)) == [decision]
