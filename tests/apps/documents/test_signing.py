"""Bản đã ký số: kept as received, read, read again under other trusted certificates."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from tests.apps.documents.drafts import AT, issue
from tests.apps.documents.signed_papers import attach, distrust, trust
from tests.officialdocs.signing import agency, authority, certificate, issued_pdf, leader, signed

from tusoi.documents.enums import SignedOrigin
from tusoi.documents.models import SignedFile
from tusoi.documents.selectors.signing import is_untouched, outgoing_record, signed_files
from tusoi.documents.services.signing import check_signatures
from tusoi.officialdocs.metadata import write_metadata
from tusoi.officialdocs.signatures import Holder, Verdict


@pytest.fixture
def document(department):
    return issue(department, department.units["trade"])


def _both(document):
    return signed(signed(bytes(document.pdf), leader()), agency())


def _rules(view):
    return {finding.rule for finding in view.findings}


def test_both_signatures_under_a_trusted_certificate_are_valid(department, document):
    trust(department)
    kept = attach(department, document, _both(document))
    [view] = signed_files(document)
    assert view.verdict is Verdict.VALID
    assert [one.holder for one in view.report.signatures] == [Holder.PERSON, Holder.AGENCY]
    assert view.findings == []
    assert kept.origin == SignedOrigin.ISSUED
    assert kept.file_name.endswith("-da-ky.pdf")
    assert len(kept.file_name) <= 50
    assert is_untouched(kept)


def test_without_a_trusted_certificate_it_is_never_valid(department, document):
    attach(department, document, _both(document))
    [view] = signed_files(document)
    assert view.verdict is Verdict.UNPROVEN
    assert "signing.unknown" in _rules(view)


def test_checked_again_after_the_certificate_is_trusted_or_not(department, document):
    kept = attach(department, document, _both(document))
    anchor = trust(department)
    check_signatures(actor=department.office, at=AT, signed_file=kept)
    assert signed_files(document)[0].verdict is Verdict.VALID
    distrust(department, anchor)
    check_signatures(actor=department.office, at=AT, signed_file=kept)
    assert signed_files(document)[0].verdict is Verdict.UNPROVEN
    assert kept.checks.count() == 3


@pytest.mark.parametrize(
    ("holders", "rule"),
    [
        ([leader], "signing.agency"),
        ([agency], "signing.person"),
        ([agency, leader], "signing.order"),
    ],
)
def test_person_and_agency_both_sign_the_person_first(department, document, holders, rule):
    content = bytes(document.pdf)
    for holder in holders:
        content = signed(content, holder())
    attach(department, document, content)
    assert rule in _rules(signed_files(document)[0])


def test_a_changed_byte_is_reported(department, document):
    content = bytearray(_both(document))
    content[content.index(b"/Title", len(document.pdf)) + 10] ^= 1
    attach(department, document, bytes(content))
    [view] = signed_files(document)
    assert view.verdict is Verdict.CHANGED
    assert any(finding.is_blocker for finding in view.findings)


def test_a_file_signed_elsewhere_is_kept_with_its_reason(department, document):
    other = signed(issued_pdf(), leader())
    kept = attach(department, document, other, reason="Bản in có sửa tay.")
    assert kept.origin == SignedOrigin.OTHER
    assert "signing.growth" in _rules(signed_files(document)[0])


def test_nothing_kept_is_changed_or_deleted(department, document):
    kept = attach(department, document, _both(document))
    for act in (SignedFile.objects.update, SignedFile.objects.all()._raw_delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act(reason="khác") if act == SignedFile.objects.update else act("default")
    kept.refresh_from_db()
    assert is_untouched(kept)


def test_an_unknown_authority_is_not_trusted_by_its_name(department, document):
    impostor = certificate("Cơ quan chứng thực thử nghiệm", None)
    trust(department, impostor.der)
    attach(department, document, signed(bytes(document.pdf), leader()))
    assert authority().der != impostor.der
    assert signed_files(document)[0].verdict is not Verdict.VALID


def test_signed_files_take_a_constant_number_of_queries(
    department, document, django_assert_num_queries
):
    for holder in (leader, agency):
        attach(department, document, signed(bytes(document.pdf), holder()))
    with django_assert_num_queries(2):
        assert len(signed_files(document)) == 2


def test_the_metadata_file_says_what_the_register_says(document):
    xml = write_metadata(outgoing_record(document)).decode()
    entry = document.register_entry
    assert f"<CodeNumber>{document.number:02d}</CodeNumber>" in xml
    assert f"<CodeNotation>{document.symbol}</CodeNotation>" in xml
    assert f"<IssuedDate>{document.issued_on.isoformat()}</IssuedDate>" in xml
    assert f"<FullName>{entry.signer}</FullName>" in xml
    assert "<PageAmount>1</PageAmount>" in xml or "<PageAmount>2</PageAmount>" in xml
