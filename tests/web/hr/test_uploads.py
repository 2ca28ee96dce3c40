"""Tệp gửi lên: whatever is sent to be imported, the page says what to send instead, and no job begins."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.apps.org.test_importing import workbook
from tusoi.jobs.models import Job
from tusoi.org.enums import Role

TOO_LARGE = 20 * 1024 * 1024 + 1


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("nhan-su.pdf", b"%PDF-1.7", "Chỉ nhận tệp .xlsx"),
        ("nhan-su.csv", "Mã cán bộ;Họ và tên".encode(), "Chỉ nhận tệp .xlsx"),
        ("nhan-su.xlsx", b"", "Tệp"),
        ("nhan-su.xlsx", b"\0" * TOO_LARGE, "Tệp lớn hơn 20 MB"),
    ],
    ids=["PDF", "CSV", "empty", "too large"],
)
def test_a_wrong_file_is_named_and_no_job_begins(office, name, content, sentence):
    answer = office.post(reverse("hr:imports"), {"sheet": SimpleUploadedFile(name, content)})
    assert answer.status_code in {200, 422}
    assert sentence in answer.content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize("body", [{}, {"sheet": "nhan-su.xlsx"}, {"tep": "x"}])
def test_a_form_without_a_file_is_shown_again(office, body):
    answer = office.post(reverse("hr:imports"), body)
    assert answer.status_code in {200, 422}
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nhong"),
        ("multipart/form-data", b"khong co ranh gioi"),
        ("application/x-www-form-urlencoded", b"a=%ff&b=%zz&=&&&"),
        ("application/x-www-form-urlencoded", b"&".join([b"x=1"] * 6000)),
        ("application/json", b'{"sheet": '),
        ("text/plain; charset=khong-co", b"x=1"),
    ],
)
def test_a_torn_body_is_a_bad_request_at_worst(office, content_type, body):
    answer = office.generic("POST", reverse("hr:imports"), body, content_type=content_type)
    assert answer.status_code < 500
    assert not Job.objects.exists()


def test_the_name_of_a_file_may_be_long_and_odd(office):
    name = "danh sách 🌾 " * 15 + ".xlsx"
    sheet = SimpleUploadedFile(name, workbook({}))
    assert office.post(reverse("hr:imports"), {"sheet": sheet}).status_code == 302
    assert Job.objects.count() == 1
