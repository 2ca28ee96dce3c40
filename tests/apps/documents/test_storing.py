"""Văn bản đã chốt: kept as issued, found again, and shown to be unchanged."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from tests.cast import moment
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.stored import documents_of, is_intact, stored_documents
from tusoi.documents.services.storing import store


def _store(owner, title="Quyết định số 01", kind=PaperKind.DECISION):
    return store(
        kind=kind,
        title=title,
        file_name="van-ban.docx",
        content=b"noi dung",
        owner=owner,
        at=moment(2023, 12, 4),
    )


def test_a_stored_paper_keeps_its_bytes_and_its_hash(department):
    document = _store(department.body)
    document.refresh_from_db()
    assert bytes(document.content) == b"noi dung"
    assert is_intact(document)
    document.content = b"khac"
    assert not is_intact(document)


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
