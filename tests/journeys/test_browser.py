"""Hành trình trong trình duyệt: from the running server a public employee's review becomes a decided level, read by her.

The demonstration stands at 09:30 on 30/11/2023. Everything below is done by people at screens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.visitor import PHONE, Visitor
from tusoi.campaigns.models import Review
from tusoi.decisions.models import Classification, Notice
from tusoi.meetings.models import Meeting
from tusoi.rehearsal import demo, demo_data
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def links(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, str]]]:
    """The running demonstration and the one-time link of each account by name."""
    folder = tmp_path_factory.mktemp("chay-thu")
    settings = {
        "DJANGO_SETTINGS_MODULE": "tusoi.config.settings.dev",
        "TUSOI_DATA": str(folder),
    }
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_trang"):
        demo.load("lai-chau-2023", folder)
        rows = demo_data.accounts(folder)
        with served(settings | demo_data.environment(folder)) as url:
            yield url, {row["name"]: row["link"] for row in rows}


@pytest.fixture(scope="module")
def enter(links: tuple[str, dict[str, str]], browser: Browser) -> Callable[..., Visitor]:
    """`enter("Phìn Văn Xiêng")` gives that person at a screen, signed in; the same person once."""
    url, by_name = links
    present: dict[str, Visitor] = {}

    def come(name: str, **screen) -> Visitor:
        if name not in present:
            present[name] = Visitor(browser, url, name, **screen)
            present[name].activate(by_name[name])
        return present[name]

    return come


def test_employee_writes_and_hands_in(enter: Callable[..., Visitor]) -> None:
    person = enter("Phìn Văn Xiêng")
    person.open("/")
    person.look("viec-cua-toi")
    review = Review.objects.get(subject__person__full_name=person.name)
    person.open(f"/ban-kiem-diem/{review.pk}/")
    person.page.locator("textarea").first.fill(
        "Chấp hành nghiêm chủ trương của Đảng, pháp luật của Nhà nước."
    )
    person.reads("Đã lưu lúc")
    person.look("viet-ban-kiem-diem")
    review.refresh_from_db()
    assert (
        "Chấp hành nghiêm chủ trương của Đảng, pháp luật của Nhà nước." in review.content.values()
    )
    person.send("Nộp bản kiểm điểm")
    person.reads("Bản kiểm điểm đã nộp")
    person.look("da-nop")


def test_head_circulates_drafts(enter: Callable[..., Visitor]) -> None:
    head = enter("Mã Trung Dũng")
    head.act_as("Trưởng đơn vị")
    head.visit("/don-vi/", "don-vi-cua-toi")
    head.follow("Gửi dự thảo")
    head.look("gui-du-thao")
    head.send("Gửi dự thảo")
    review = Review.objects.get(subject__person__full_name="Phìn Văn Xiêng")
    assert review.state == "circulated"


def test_chair_concludes_the_item_under_review(enter: Callable[..., Visitor]) -> None:
    chair = enter("Hồ Sỹ Bằng")
    chair.visit("/hoi-nghi/", "hoi-nghi")
    meeting = Meeting.objects.get(unit__code="QLNL")
    chair.visit(f"/hoi-nghi/{meeting.pk}/", "phong-hop")
    item = meeting.agenda.get(state="current")
    chair.page.get_by_label("Người phát biểu").select_option(index=1)
    chair.page.get_by_label("Nội dung ý kiến").fill("Nhất trí với bản tự kiểm điểm.")
    chair.send("Ghi ý kiến")
    chair.reads("Nhất trí với bản tự kiểm điểm.")
    chair.page.get_by_label("Kết luận", exact=False).last.fill(
        "Hội nghị thống nhất ưu điểm là cơ bản."
    )
    chair.send("Kết luận nội dung này")
    item.refresh_from_db()
    assert item.state == "concluded"
    chair.visit(f"/hoi-nghi/{meeting.pk}/trinh-chieu/", "man-chieu")


def test_voter_votes_on_a_phone(enter: Callable[..., Visitor]) -> None:
    voter = enter("Nguyễn Thị Hoài Thương", viewport=PHONE)
    ballot_round = Meeting.objects.get(unit__code="KCXT").ballot_rounds.get()
    voter.visit(f"/bo-phieu/{ballot_round.pk}/", "la-phieu")
    for group in voter.page.locator("fieldset").all():
        group.get_by_label("Hoàn thành tốt nhiệm vụ").check()
    voter.send("Xem lại phiếu")
    voter.look("xem-lai-phieu")
    voter.send("Bỏ phiếu vào hòm")
    voter.reads("Phiếu đã vào hòm")
    voter.look("da-bo-phieu")


def test_panel_counts(enter: Callable[..., Visitor]) -> None:
    counter = enter("Tăng Thị Thanh Tâm")
    ballot_round = Meeting.objects.get(unit__code="KCXT").ballot_rounds.get()
    counter.visit(f"/kiem-phieu/{ballot_round.pk}/", "dang-bo-phieu")
    counter.confirm("Kết thúc bỏ phiếu và kiểm phiếu")
    counter.reads("Mã niêm phong hòm phiếu")
    counter.look("ket-qua-kiem-phieu")


def test_chair_has_the_minutes_approved(enter: Callable[..., Visitor]) -> None:
    chair = enter("Triệu Quốc Hoàn")
    meeting = Meeting.objects.get(unit__code="KCXT")
    chair.open(f"/hoi-nghi/{meeting.pk}/")
    chair.send("Lập biên bản")
    chair.look("doc-bien-ban")
    chair.page.get_by_label("Số thành viên đồng ý").fill("13")
    chair.send("Thông qua biên bản")
    chair.reads("Biên bản đã được thông qua")
    chair.look("bien-ban-da-thong-qua")


def test_employee_completes_the_review(enter: Callable[..., Visitor]) -> None:
    employee = enter("Nguyễn Thị Hoài Thương", viewport=PHONE)
    review = Review.objects.get(subject__person__full_name=employee.name)
    employee.visit(f"/ban-kiem-diem/{review.pk}/", "hoan-thien")
    employee.send("Hoàn thiện bản kiểm điểm")
    employee.reads("Bản kiểm điểm đã hoàn thành")


def test_office_appraises(enter: Callable[..., Visitor]) -> None:
    office = enter("Hoàng Thị Thu Hiền")
    office.act_as("Văn phòng")
    row = Classification.objects.get(subject__person__full_name="Nguyễn Thị Hoài Thương")
    office.visit("/tham-dinh/", "tham-dinh")
    office.visit(f"/tham-dinh/{row.pk}/", "tham-dinh-mot-ho-so")
    office.send("Ghi kết quả thẩm định")
    row.refresh_from_db()
    assert row.state == "appraised"


def test_office_sets_a_rule_of_its_own(enter: Callable[..., Visitor]) -> None:
    office = enter("Hoàng Thị Thu Hiền")
    office.act_as("Văn phòng")
    address = "/quy-dinh/quota.max_share_excellent/"
    office.visit(address, "mot-quy-dinh")
    office.follow("Thêm quy định của cơ quan")
    office.look("them-quy-dinh")
    office.page.get_by_label("Giá trị").fill("mười lăm")
    office.page.get_by_label("Áp dụng từ ngày").fill("01/12/2023")
    office.page.get_by_label("Số, ký hiệu văn bản").fill("34/QĐ-SCT")
    office.page.get_by_label("Ngày ban hành văn bản").fill("28/11/2023")
    office.send("Xem trước ảnh hưởng")
    office.look("quy-dinh-bi-tu-choi")
    office.page.get_by_label("Giá trị").fill("15%")
    office.send("Xem trước ảnh hưởng")
    office.reads("Không thay đổi đợt này")
    office.look("xem-truoc-quy-dinh")
    office.send("Lưu quy định")
    office.reads("Chưa đến ngày áp dụng")
    office.look("quy-dinh-da-ghi")
    for path in ("/quy-dinh/", f"{address}", f"{address}them/"):
        office.page.set_viewport_size({"width": 390, "height": 800})
        office.visit(path, f"dien-thoai-{path}")
        assert office.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    office.page.set_viewport_size(office.viewport)


def test_head_proposes_and_decides(enter: Callable[..., Visitor]) -> None:
    head = enter("Triệu Quốc Hoàn")
    head.act_as("Trưởng đơn vị")
    row = Classification.objects.get(subject__person__full_name="Nguyễn Thị Hoài Thương")
    head.visit("/don-vi/de-nghi-muc/", "de-nghi-muc")
    head.page.locator(f"#level_{row.pk}").select_option("good")
    head.reads("Mức vừa chọn chưa được lưu")
    head.page.locator(f"#text_{row.pk}").fill("Số mức xuất sắc của nhóm đã hết tỉ lệ.")
    head.look("muc-vua-chon")
    head.send("Lưu mức đề nghị")
    head.visit("/quyet-dinh/lap/", "lap-quyet-dinh")
    head.page.get_by_label("Số quyết định", exact=False).fill("46/QĐ-KCXT")
    head.page.locator(f"#level_{row.pk}").select_option("good")
    head.page.wait_for_load_state("networkidle")
    head.look("kiem-tra-quyet-dinh")
    head.send("Ban hành quyết định")
    row.refresh_from_db()
    assert row.decided_level == "good"
    head.look("quyet-dinh")
    head.confirm("Gửi thông báo kết quả")
    assert Notice.objects.filter(subject=row.subject, kind="subject").exists()


def test_employee_reads_the_notice(enter: Callable[..., Visitor]) -> None:
    employee = enter("Nguyễn Thị Hoài Thương", viewport=PHONE)
    notice = Notice.objects.get(subject__person__full_name=employee.name, kind="subject")
    employee.visit("/ket-qua/", "ket-qua")
    employee.visit(f"/ket-qua/{notice.pk}/", "vi-sao")
    employee.reads("Vì sao")
    employee.send("Xác nhận đã đọc thông báo")
    notice.refresh_from_db()
    assert notice.read_at is not None


@pytest.mark.parametrize(
    ("name", "role", "paths"),
    [
        (
            "Hoàng Thị Thu Hiền",
            "Văn phòng",
            [
                *("hr:progress", "hr:campaigns", "hr:subjects", "hr:opinions", "hr:notices"),
                *("hr:rules", "hr:documents", "hr:units", "hr:people", "hr:imports"),
            ],
        ),
        (
            "Lò Văn Thuận",
            "Người đứng đầu cơ quan",
            ["panel:board", "panel:decisions", "hr:progress"],
        ),
        ("Đặng Quốc Hưởng", "Đảng ủy", ["oversight:opinions"]),
        (
            "Sùng Thị Chư",
            "Giám sát",
            ["oversight:progress", "oversight:results", "oversight:history"],
        ),
        (
            "Tẩn A Sểnh",
            "Quản trị",
            ["oversight:accounts", "oversight:roles", "oversight:jobs"],
        ),
        ("Giàng A Páo", "", ["me:tasks", "me:reviews", "me:drafts", "me:results"]),
    ],
)
def test_every_menu_page_is_sound(
    enter: Callable[..., Visitor], name: str, role: str, paths: list[str]
) -> None:
    from django.urls import reverse

    person = enter(name)
    if role:
        person.act_as(role)
    for path in paths:
        person.visit(reverse(path), path.replace(":", "-"))
