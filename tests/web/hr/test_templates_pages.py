"""Trang “Mẫu văn bản”: our layouts with their trust, a template added, tried, used and switched off."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from tests.apps.campaigns.season import draft, open_season
from tusoi.documents.models import PaperTemplate
from tusoi.officialdocs.layouts import LayoutTrust
from tusoi.org.enums import Role


@pytest.fixture
def season(department):
    return open_season(department, draft(department))


@pytest.fixture
def office(season, sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def example(office, kind="plan"):
    return office.get(reverse("hr:template_example", args=[kind])).content


def add(office, department, content, kind="plan"):
    file = SimpleUploadedFile("mau.docx", content)
    address = reverse("hr:template_add", args=[kind])
    return office.post(address, {"unit": department.body.pk, "file": file}, follow=True)


def test_every_kind_is_listed_with_the_trust_of_our_layout(office):
    first = office.get(reverse("hr:templates")).text
    second = office.get(reverse("hr:templates") + "?page=2").text
    assert "Kế hoạch" in first
    assert LayoutTrust.UNVERIFIED.label in first + second


def test_the_fields_of_a_kind_are_explained(office):
    page = office.get(reverse("hr:template_kind", args=["decision"])).text
    assert "danh_sach_doi_tuong_duoc_xep_loai" in page
    assert "Danh sách, mỗi mục có các trường riêng" in page


def test_no_page_for_what_has_no_template(office):
    for kind in ("ballot_sheet", "la"):
        assert office.get(reverse("hr:template_kind", args=[kind])).status_code == 404


def test_a_faulty_file_is_refused_with_the_places(office, department):
    document = Document()
    document.add_paragraph("{{la}}")
    file = BytesIO()
    document.save(file)
    answer = add(office, department, file.getvalue())
    assert answer.status_code == 422
    assert "Không có trường {{la}} cho loại văn bản này (đoạn 1)" in answer.text
    assert "Thiếu trường {{nguoi_ky}}" in answer.text
    assert not PaperTemplate.objects.exists()


def test_a_template_is_tried_used_and_switched_off(office, department, season):
    answer = add(office, department, example(office))
    template = PaperTemplate.objects.get()
    assert "Chưa dùng" in answer.text
    assert template.sha256 in answer.text
    trial = [template.pk, season.pk]
    values = office.get(reverse("hr:template_trial", args=trial)).text
    assert "Mục đích, yêu cầu" in values
    made = office.get(reverse("hr:template_trial_file", args=trial)).content
    assert "{{" not in "".join(p.text for p in Document(BytesIO(made)).paragraphs)
    assert office.get(reverse("hr:template_file", args=[template.pk])).content[:2] == b"PK"

    office.post(reverse("hr:template_activate", args=[template.pk]))
    plan = ["plan", "campaigns.campaign", season.pk]
    page = office.get(reverse("draft", args=plan)).text
    assert "Theo mẫu của cơ quan" in page
    assert "Tải PDF" not in page
    file = reverse("draft_file", args=plan)
    assert office.get(file + "?dang=pdf").status_code != 200
    ours = office.get(file).content

    office.post(reverse("hr:template_retire", args=[template.pk]), {"reason": "Sửa mẫu"})
    assert "Sửa mẫu" in office.get(reverse("hr:template", args=[template.pk])).text
    assert office.get(file).content != ours


def test_templates_of_another_body_are_not_there(office, department):
    add(office, department, example(office))
    template = PaperTemplate.objects.get()
    other = department.body.__class__.objects.create(
        kind=department.body.kind,
        code="KHAC",
        name="Cơ quan khác",
        short_name="Khác",
        path="9999/",
        search_name="khac",
    )
    PaperTemplate.objects.filter(pk=template.pk).update(unit=other)
    assert office.get(reverse("hr:template", args=[template.pk])).status_code == 404
