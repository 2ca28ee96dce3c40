"""Đọc kế hoạch trong trình duyệt: from a file to a campaign, by mouse and by keyboard, at a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from tests import cast
from tests.factories import OFFICE, moment
from tests.journeys.visitor import PHONE, Visitor
from tusoi.campaigns.models import Campaign, PlanReading
from tusoi.org.services.accounts import invite
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser
GOLD = Path(__file__).parents[1] / "planreader" / "gold"
TODAY = moment(2023, 11, 24)


@pytest.fixture(scope="module")
def office(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A small department on the day of the plan: the address, and the one-time link of its office."""
    settings = {
        "DJANGO_SETTINGS_MODULE": "tusoi.config.settings.dev",
        "TUSOI_DATA": str(tmp_path_factory.mktemp("doc-ke-hoach")),
        "TUSOI_TODAY": TODAY.isoformat(),
    }
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_doc_ke_hoach"):
        person = cast.small_department().people["coordinator"]
        invitation = invite(actor=OFFICE, at=TODAY, person=person)
        with served(settings) as url:
            yield url, reverse("activation", args=[invitation.link_token])


@pytest.fixture(scope="module")
def coordinator(office: tuple[str, str], browser: Browser) -> Visitor:
    url, link = office
    visitor = Visitor(browser, url, "Văn phòng đọc kế hoạch")
    visitor.activate(link)
    visitor.act_as("Văn phòng")
    return visitor


def field(visitor: Visitor, key: str) -> Locator:
    return visitor.page.locator(f"[id='muc-{key}']")


def read(visitor: Visitor, name: str) -> None:
    visitor.visit("/dot/doc-ke-hoach/", "doc-ke-hoach")
    visitor.page.get_by_label("Tệp kế hoạch").set_input_files(GOLD / name)
    visitor.reads(f"Đã chọn: {name}")
    visitor.send("Đọc văn bản")


def test_the_file_becomes_a_page_of_fields(coordinator: Visitor) -> None:
    read(coordinator, "lai-chau-2023.txt")
    coordinator.look("ban-doc")
    assert PlanReading.objects.get().draft["number"] == "2284/KH-SCT"


def test_enter_on_a_field_shows_its_sentence(coordinator: Visitor) -> None:
    link = field(coordinator, "deadlines-1").get_by_role("link")
    link.focus()
    coordinator.page.keyboard.press("Enter")
    shown = coordinator.page.locator("mark.is-shown").first
    assert "30/11/2023" in coordinator.page.locator("mark.is-shown").last.inner_text()
    region = coordinator.page.get_by_role("region", name="Toàn văn").bounding_box()
    box = shown.bounding_box()
    assert region
    assert box
    assert region["y"] <= box["y"] <= region["y"] + region["height"]
    coordinator.look("cau-duoc-chi-ra")


def test_a_marked_sentence_shows_its_field(coordinator: Visitor) -> None:
    coordinator.page.locator("[data-places~='legal_bases-1']").first.click()
    assert "is-named" in (field(coordinator, "legal_bases-1").get_attribute("class") or "")


def test_answers_come_back_in_place(coordinator: Visitor) -> None:
    number = field(coordinator, "number")
    with coordinator.page.expect_response("**/muc/number/"):
        number.get_by_role("button", name="Nhận").click()
    number.get_by_text("Đã nhận").wait_for()
    assert "number" in PlanReading.objects.get().settled
    day = field(coordinator, "date")
    day.locator("summary").click()
    day.get_by_label("Giá trị đúng").fill("31/02/2023")
    with coordinator.page.expect_response("**/muc/date/"):
        day.get_by_role("button", name="Lưu giá trị này").click()
    day.get_by_text("không phải ngày có trong lịch").wait_for()
    coordinator.look("gia-tri-khong-the")


def test_the_campaign_says_what_the_text_says(coordinator: Visitor) -> None:
    coordinator.send("Nhận tất cả mục đã đọc rõ")
    coordinator.follow("Lập đợt đánh giá")
    coordinator.look("lap-dot")
    coordinator.send("Lập đợt đánh giá")
    coordinator.reads("Từ văn bản kế hoạch")
    coordinator.look("dot-tu-ban-doc")
    campaign = Campaign.objects.get()
    assert (campaign.plan_number, campaign.plan_date.isoformat()) == ("2284/KH-SCT", "2023-11-24")
    assert campaign.review_year == 2023
    assert campaign.legal_bases.count() == 4
    assert [
        (row.step, f"{row.due_on:%d/%m/%Y}", row.is_inclusive) for row in campaign.milestones.all()
    ] == [
        ("unit_reviews", "30/11/2023", False),
        ("decisions", "03/12/2023", False),
        ("leaders_review", "05/12/2023", False),
        ("unit_remedy_plans", "25/12/2023", False),
        ("department_remedy_plan", "30/12/2023", False),
    ]


@pytest.mark.parametrize(
    "name", ["van-phong-ubnd-2023", "dong-thap-2021", "cho-chu-2024", "thanh-hoa-2022"]
)
def test_every_kind_of_plan_can_be_looked_through(coordinator: Visitor, name: str) -> None:
    read(coordinator, f"{name}.txt")
    coordinator.look(f"ban-doc {name}")
    coordinator.follow("Lập đợt đánh giá")
    coordinator.look(f"lap-dot {name}")


def test_on_a_phone_the_text_stays_above_the_fields(coordinator: Visitor) -> None:
    reading = PlanReading.objects.order_by("pk").last()
    coordinator.page.set_viewport_size({**PHONE, "width": 390})
    coordinator.visit(f"/dot/doc-ke-hoach/{reading.pk}/", "ban-doc dien thoai")
    coordinator.page.locator("[id='muc-deadlines-3']").get_by_role("link").click()
    assert coordinator.page.locator("mark.is-shown").first.is_visible()
    width = coordinator.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    coordinator.page.screenshot(path="artifacts/screens/ban-doc-dien-thoai-man-hinh.png")
