"""Đọc chữ ký số: one, two, changed, locked, other, ended, revoked, stamped, none."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from asn1crypto import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from tests.officialdocs.signing import (
    SIGNED_AT,
    agency,
    authority,
    certificate,
    expired,
    issued_pdf,
    leader,
    revoked,
    signed,
    time_stamper,
)
from tusoi.officialdocs.completeness import MissingValues
from tusoi.officialdocs.metadata import OutgoingRecord, write_metadata
from tusoi.officialdocs.pdf_writer import write_pdf
from tusoi.officialdocs.samples import sample_paper
from tusoi.officialdocs.signatures import (
    Growth,
    Holder,
    Integrity,
    NotSigned,
    TimeSource,
    Trust,
    Verdict,
    read_signed,
)

NOW = datetime(2027, 1, 5, tzinfo=UTC)
SEAL_BOX = (300, 100, 420, 220)


def read(content, *, anchors=None, issued=None, at=NOW):
    return read_signed(
        content,
        issued=issued or issued_pdf(),
        anchors=[authority().der] if anchors is None else anchors,
        agencies=("Sở Công Thương",),
        at=at,
    )


def with_content(pdf):
    """Something printed on the first page afterwards, as a tool that writes number and date does."""
    writer, made = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    page = writer.root["/Pages"]["/Kids"][0]
    added = writer.add_object(generic.StreamObject(stream_data=b"q BT ET Q"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), added])
    writer.update_container(page)
    writer.write(made)
    return made.getvalue()


def test_one_signature():
    report = read(signed(issued_pdf(), leader()))
    [one] = report.signatures
    assert (one.signer, one.organisation, one.holder) == (
        "Lò Văn Mẫu",
        "Sở Công Thương",
        Holder.PERSON,
    )
    assert (one.integrity, one.trust) == (Integrity.INTACT, Trust.TRUSTED)
    assert one.signed_at is not None
    assert one.time_source is TimeSource.SIGNER
    assert (report.growth, report.verdict) == (Growth.SIGNATURES, Verdict.VALID)


def test_two_signatures_one_of_them_shown():
    report = read(signed(signed(issued_pdf(), leader()), agency(), box=SEAL_BOX))
    assert [one.holder for one in report.signatures] == [Holder.PERSON, Holder.AGENCY]
    assert [one.integrity for one in report.signatures] == [Integrity.FOLLOWED, Integrity.INTACT]
    assert (report.growth, report.verdict) == (Growth.SIGNATURES, Verdict.VALID)


@pytest.mark.parametrize(
    "name", ["plan", "minutes", "summary_sheet", "self_review", "party_notice"]
)
def test_every_paper_can_be_signed(name):
    issued = write_pdf(sample_paper(name))
    report = read(signed(issued, leader()), issued=issued)
    assert (report.growth, report.verdict) == (Growth.SIGNATURES, Verdict.VALID)


@pytest.mark.parametrize("anchors", [[], [certificate("Nơi cấp khác", None).der]])
def test_without_its_authority_the_chain_is_unknown(anchors):
    report = read(signed(issued_pdf(), leader()), anchors=anchors)
    assert report.signatures[0].trust is Trust.UNKNOWN
    assert report.verdict is Verdict.UNPROVEN


@pytest.mark.parametrize("place", [400, 5000, 60000])
def test_a_byte_of_the_issued_paper_changed(place):
    content = bytearray(signed(issued_pdf(), leader()))
    content[place] ^= 1
    try:
        report = read(bytes(content))
    except NotSigned:
        return
    assert report.growth is Growth.OTHER
    assert report.verdict is Verdict.CHANGED


def test_a_byte_changed_between_two_signatures():
    content = bytearray(signed(signed(issued_pdf(), leader()), agency()))
    content[content.index(b"/Title", len(issued_pdf())) + 10] ^= 1
    report = read(bytes(content))
    assert {one.integrity for one in report.signatures} == {Integrity.BROKEN}
    assert report.verdict is Verdict.CHANGED


def test_words_added_after_a_signature():
    report = read(signed(with_content(signed(issued_pdf(), leader())), agency()))
    assert [one.integrity for one in report.signatures] == [Integrity.EXTENDED, Integrity.INTACT]
    assert (report.growth, report.verdict) == (Growth.CONTENT, Verdict.DOUBTFUL)


def test_words_added_before_the_first_signature():
    report = read(signed(with_content(issued_pdf()), leader()))
    assert report.growth is Growth.CONTENT


def test_another_document():
    assert read(signed(write_pdf(sample_paper("plan")), leader())).growth is Growth.OTHER


def test_an_ended_certificate_needs_a_timestamp():
    plain = read(signed(issued_pdf(), expired()))
    assert plain.signatures[0].trust is Trust.OUT_OF_DATE
    assert plain.verdict is Verdict.DOUBTFUL
    stamped = read(signed(issued_pdf(), expired(), stamper=time_stamper(SIGNED_AT)))
    assert stamped.signatures[0].trust is Trust.TRUSTED
    assert stamped.signatures[0].signed_at == SIGNED_AT
    assert stamped.signatures[0].time_source is TimeSource.TIMESTAMP


def test_a_revoked_certificate():
    lists = [revoked(leader(), datetime(2024, 1, 1, tzinfo=UTC))]
    known = ValidationContext(
        trust_roots=[x509.Certificate.load(authority().der)],
        crls=[revoked(agency(), datetime(2024, 1, 1, tzinfo=UTC))],
        allow_fetching=False,
    )
    fine = read(
        signed(issued_pdf(), leader(), embed_validation_info=True, validation_context=known)
    )
    assert fine.signatures[0].is_revocation_known
    assert fine.signatures[0].trust is Trust.TRUSTED
    bad = read(with_lists(signed(issued_pdf(), leader()), lists))
    assert bad.signatures[0].trust is Trust.REVOKED
    assert bad.verdict is Verdict.DOUBTFUL


def with_lists(content, lists):
    """The revocation lists kept in the file after signing."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    made = io.BytesIO(content)
    DocumentSecurityStore.add_dss(made, sig_contents=None, crls=lists)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"xin chao", "không phải là PDF"),
        (b"%PDF-1.7 xin chao", "bị hỏng"),
        (issued_pdf(), "chưa có chữ ký"),
        (signed(issued_pdf(), leader())[: len(issued_pdf()) + 2000], "bị hỏng"),
    ],
)
def test_what_is_no_signed_pdf_is_said_in_words(content, sentence):
    with pytest.raises(NotSigned, match=sentence):
        read(content)


def test_the_pdf_is_ready_to_be_signed():
    reader = PdfReader(io.BytesIO(issued_pdf()))
    assert not reader.is_encrypted
    fonts = [
        font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()
    ]
    inner = [font["/DescendantFonts"][0].get_object() for font in fonts]
    assert all(
        {"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"].get_object()) for font in inner
    )


def test_metadata_without_a_number_is_not_made():
    record = OutgoingRecord(
        type_name="Quyết định",
        code_number="",
        code_notation="QĐ-SCT",
        issued_on=None,
        organ_name="Sở Công Thương",
        subject="Về việc xếp loại",
        page_amount=1,
    )
    with pytest.raises(MissingValues) as caught:
        write_metadata(record)
    assert caught.value.names == ["số của văn bản", "ngày ban hành"]
