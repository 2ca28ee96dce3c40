"""Con người, đơn vị, nhập bảng: what the office sees and does; nobody else gets in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import factories
from tests.apps.org.test_importing import workbook
from tusoi.core import clock
from tusoi.jobs.models import Job
from tusoi.jobs.services.running import run_job
from tusoi.org.enums import Role
from tusoi.org.models import Person, Unit

LISTS = ("hr:people", "hr:units", "hr:imports")


@pytest.fixture
def office(sign_in):
    return sign_in("coordinator", Role.COORDINATOR)


def text(response):
    return response.content.decode()


def test_the_list_is_searched_without_diacritics_and_filtered(office, department):
    page = text(office.get(reverse("hr:people"), {"q": "yen hai"}))
    assert "Nguyễn Thị Hải Yến" in page
    assert "Hoàng Đình Lộc" not in page
    page = text(
        office.get(
            reverse("hr:people"), {"unit": department.units["trade"].pk, "leadership": "head"}
        )
    )
    assert "Nguyễn Thị Hải Yến" in page
    assert "Bùi Ngọc Ánh" not in page


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("key", "role"),
    [("trade_head", Role.UNIT_HEAD), ("admin", Role.TECHNICAL_ADMIN), ("driver", Role.INDIVIDUAL)],
)
def test_other_roles_do_not_find_the_pages(sign_in, name, key, role):
    assert sign_in(key, role).get(reverse(name)).status_code == 404


@pytest.mark.parametrize("name", ["hr:people", "hr:units"])
def test_the_number_of_queries_does_not_grow(
    office, department, django_assert_max_num_queries, name
):
    with django_assert_max_num_queries(20) as few:
        office.get(reverse(name))
    officer = factories.post(department.units["trade"], group=department.groups["officers"])
    for _ in range(30):
        factories.assign(factories.person(), officer)
    with django_assert_max_num_queries(len(few)):
        office.get(reverse(name))


def test_registering_assigning_and_ending(office, department):
    answer = office.post(
        reverse("hr:person_register"),
        {
            "code": "M-01",
            "full_name": "Lường Văn Phương",
            "category": "civil_servant",
            "birth_date": "01/02/1990",
        },
    )
    assert answer.status_code == 302
    person = Person.objects.get(code="M-01")
    post = factories.post(department.units["trade"], group=department.groups["officers"])
    data = {"post": post.pk, "kind": "main", "starts_on": "01/03/2023"}
    office.post(reverse("hr:assignment_record", args=[person.pk]), data)
    office.post(
        reverse("hr:absence_record", args=[person.pk]),
        {"kind": "sick", "starts_on": "01/04/2023", "ends_on": "30/06/2023"},
    )
    row = person.assignments.get()
    office.post(reverse("hr:assignment_end", args=[row.pk]), {"ends_on": "31/08/2023"})
    page = text(office.get(reverse("hr:person", args=[person.pk])))
    for shown in ("Lường Văn Phương", "31/08/2023", "Nghỉ ốm", "30/06/2023"):
        assert shown in page


def test_a_refusal_keeps_what_was_typed(office, department):
    answer = office.post(
        reverse("hr:person_register"),
        {"code": "SCT-001", "full_name": "Lường Văn Phương", "category": "civil_servant"},
    )
    assert answer.status_code == 422
    assert "đã có trong danh sách" in text(answer)
    assert "Lường Văn Phương" in text(answer)


def test_a_discipline_is_recorded_with_its_act(office, department):
    person = department.people["trade_officer"]
    office.post(
        reverse("hr:discipline_record", args=[person.pk]),
        {
            "side": "state",
            "form": "reprimand",
            "effective_on": "01/06/2023",
            "document": "15/QĐ-SCT",
            "act_code": "VP-01",
            "acted_on": "01/05/2023",
        },
    )
    assert "Khiển trách" in text(office.get(reverse("hr:person", args=[person.pk])))


def test_units_posts_and_collectives_are_built_up(office, department):
    body = department.body
    office.post(
        reverse("hr:unit_register"),
        {
            "parent": body.pk,
            "kind": "division",
            "code": "KH",
            "name": "Phòng Kế hoạch",
            "short_name": "Phòng Kế hoạch",
        },
    )
    unit = Unit.objects.get(code="KH")
    office.post(
        reverse("hr:post_register", args=[unit.pk]),
        {
            "title": "Trưởng phòng",
            "leadership": "head",
            "group": department.groups["heads"].pk,
            "rank": 10,
        },
    )
    office.post(
        reverse("hr:collective_register", args=[unit.pk]),
        {"name": "Tập thể lãnh đạo Phòng Kế hoạch", "group": department.groups["collectives"].pk},
    )
    office.post(
        reverse("hr:member_add", args=[unit.collectives.get().pk]),
        {"code": "SCT-009", "is_head": "on", "starts_on": "01/03/2023"},
    )
    page = text(office.get(reverse("hr:unit", args=[unit.pk])))
    for shown in ("Trưởng phòng", "Tập thể lãnh đạo Phòng Kế hoạch", "Người đứng đầu"):
        assert shown in page
    answer = office.post(reverse("hr:unit_move", args=[body.pk]), {"parent": unit.pk})
    assert answer.status_code == 422


def test_the_list_can_be_taken_along(office):
    answer = office.get(reverse("hr:people_sheet"))
    assert answer.content[:2] == b"PK"


def send(office, content, action, name="nhan-su.xlsx"):
    return office.post(
        reverse("hr:imports"), {"sheet": SimpleUploadedFile(name, content), "action": action}
    )


def test_a_sheet_is_checked_then_imported_with_a_bar(office):
    assert office.get(reverse("hr:import_template")).content[:2] == b"PK"
    answer = send(office, workbook({}), "check")
    job = Job.objects.get()
    assert answer.url == reverse("hr:import", args=[job.pk])
    assert "hx-get" in text(office.get(answer.url))
    run_job(job.pk, at=clock.now())
    bar = office.get(reverse("job", args=[job.pk]))
    assert bar["HX-Refresh"] == "true"
    assert "Bảng không có lỗi" in text(office.get(answer.url))
    answer = send(office, workbook({}), "import")
    run_job(Job.objects.first().pk, at=clock.now())
    assert "Đã nhập xong" in text(office.get(answer.url))
    assert Person.objects.filter(code="MOI-01").exists()


def test_faults_are_shown_and_can_be_taken_along(office):
    answer = send(office, workbook({"code": ""}), "import")
    job = Job.objects.get()
    run_job(job.pk, at=clock.now())
    page = text(office.get(answer.url))
    assert "chưa ghi gì" in page
    assert "Mã cán bộ" in page
    assert office.get(reverse("hr:import_faults", args=[job.pk])).content[:2] == b"PK"


def test_only_spreadsheets_are_taken(office):
    answer = send(office, b"abc", "check", name="nhan-su.pdf")
    assert "Chỉ nhận tệp .xlsx" in text(answer)


def test_a_job_of_somebody_else_is_not_found(office, client, department):
    send(office, workbook({}), "check")
    other = Job.objects.get()
    from tests import cast

    stranger = cast.sign_in(client, department, "trade_officer")
    assert stranger.get(reverse("job", args=[other.pk])).status_code == 404
