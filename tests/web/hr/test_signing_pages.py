"""Trang bản đã ký số và chứng thư gốc tin cậy."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.apps.documents.drafts import issue
from tests.officialdocs.signing import agency, authority, issued_pdf, leader, signed
from tusoi.documents.models import SignedFile, TrustAnchor
from tusoi.org.enums import Role


@pytest.fixture
def document(department):
    return issue(department, department.units["trade"])


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def _attach(office, document, content, **data):
    upload = SimpleUploadedFile("da-ky.pdf", content, "application/pdf")
    return office.post(
        reverse("hr:signed_attach", args=[document.pk]), {"signed": upload, **data}, follow=True
    )


def test_a_signed_file_is_attached_read_and_downloaded(office, document):
    content = signed(signed(bytes(document.pdf), leader()), agency())
    page = _attach(office, document, content).text
    assert "Đã lưu bản đã ký" in page
    assert "Chưa xác định được chuỗi tin cậy" in page
    assert "Lò Văn Mẫu, Sở Công Thương" in page
    kept = SignedFile.objects.get()
    assert office.get(reverse("hr:signed_file", args=[kept.pk])).content == content
    again = office.post(reverse("hr:signed_check", args=[kept.pk]), follow=True)
    assert "Đã kiểm tra lại" in again.text


def test_a_file_signed_elsewhere_is_refused_on_the_page_of_the_form(office, document):
    answer = _attach(office, document, signed(issued_pdf(), leader()), reason="")
    assert answer.status_code == 422
    assert "không được ký trên bản PDF đã lập" in answer.text
    assert not SignedFile.objects.exists()


def test_the_metadata_file_lies_beside_the_pdf(office, document):
    answer = office.get(reverse("hr:paper_metadata", args=[document.pk]))
    assert answer["Content-Type"] == "application/xml"
    assert answer.content.startswith(b"<?xml")


def test_the_administrator_trusts_a_certificate_and_no_longer(sign_in, department):
    admin = sign_in("admin", Role.TECHNICAL_ADMIN)
    upload = SimpleUploadedFile("goc.cer", authority().der)
    data = {"certificate": upload, "source": "Tải từ trang của nơi cấp."}
    page = admin.post(reverse("oversight:trust_anchor_add"), data, follow=True).text
    assert "Cơ quan chứng thực thử nghiệm" in page
    assert "Đang tin cậy" in page
    anchor = TrustAnchor.objects.get()
    assert anchor.fingerprint in page
    retire = reverse("oversight:trust_anchor_retire", args=[anchor.pk])
    assert "Đã thôi tin cậy" in admin.post(retire, {"reason": "Đã thay."}, follow=True).text


def test_without_certificates_the_page_says_what_follows(sign_in):
    admin = sign_in("admin", Role.TECHNICAL_ADMIN)
    assert "Chưa có chứng thư gốc nào" in admin.get(reverse("oversight:trust_anchors")).text
