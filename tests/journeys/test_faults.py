"""Sự cố khi đang viết: a killed server, a server that is away, a second window – and no text lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests import cast
from tests.apps.campaigns import season
from tests.journeys.visitor import Visitor
from tusoi.campaigns.models import Review
from tusoi.org.enums import Role
from tusoi.org.services.accounts import invite
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.serving import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
OLDEST_UNSAVED_MS = 5000
PATIENCE_MS = 20_000
DAY = "2023-11-24T09:00:00+07:00"


@pytest.fixture(scope="module")
def desk(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Review, str]]:
    """A server over an opened season, the review that the driver writes, and the driver's one-time link."""
    folder: Path = tmp_path_factory.mktemp("su-co")
    environment = {"DJANGO_SETTINGS_MODULE": "tusoi.config.settings.dev", "TUSOI_TODAY": DAY}
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_su_co"):
        department = cast.small_department()
        campaign = season.open_season(department, season.draft(department))
        invitation = invite(
            actor=department.actor("admin", Role.TECHNICAL_ADMIN),
            at=season.OPENED,
            person=department.people["driver"],
        )
        server = Server(environment | {"TUSOI_DATA": str(folder)})
        server.start()
        review = season.review_of(department, campaign, "driver")
        yield server, review, f"/kich-hoat/{invitation.link_token}/"
        server.stop()


@pytest.fixture(scope="module")
def window(desk: tuple[Server, Review, str], browser: Browser) -> Page:
    """The driver's screen, signed in."""
    server, _, link = desk
    visitor = Visitor(browser, server.url, "Lò Văn Sơn")
    visitor.activate(link)
    visitor.page.on("dialog", lambda dialog: dialog.accept())
    return visitor.page


def open_form(page: Page, desk: tuple[Server, Review, str]) -> None:
    page.goto(f"{desk[0].url}/ban-kiem-diem/{desk[1].pk}/")


def write(page: Page, text: str) -> None:
    page.locator("textarea").first.press_sequentially(text)


def says(page: Page, text: str) -> None:
    page.locator("[data-autosave-status]", has_text=text).wait_for(timeout=PATIENCE_MS)


def stored(review: Review) -> str:
    """What a reader who comes anew finds in the database."""
    connection.close()
    review.refresh_from_db()
    return " ".join(str(answer) for answer in review.content.values())


def test_a_killed_server_loses_no_text_older_than_five_seconds(window: Page, desk) -> None:
    server, review, _ = desk
    open_form(window, desk)
    write(window, "Câu thứ nhất. ")
    window.wait_for_timeout(OLDEST_UNSAVED_MS)
    write(window, "Câu chưa kịp gửi. ")
    server.kill()
    assert "Câu thứ nhất." in stored(review)
    says(window, "Chưa kết nối được máy chủ")
    server.start()
    says(window, "Đã lưu lúc")
    assert "Câu chưa kịp gửi." in stored(review)


def test_what_was_written_without_a_server_survives_leaving_the_page(window: Page, desk) -> None:
    server, review, _ = desk
    open_form(window, desk)
    server.kill()
    write(window, "Viết khi mất kết nối. ")
    says(window, "Chưa kết nối được máy chủ")
    window.goto("about:blank")
    server.start()
    open_form(window, desk)
    assert "Viết khi mất kết nối." in window.locator("textarea").first.input_value()
    says(window, "Đã lưu lúc")
    assert "Viết khi mất kết nối." in stored(review)


def test_a_second_window_overwrites_nothing(window: Page, desk) -> None:
    _, review, _ = desk
    other = window.context.new_page()
    for page in (window, other):
        open_form(page, desk)
    write(other, "Cửa sổ hai. ")
    says(other, "Đã lưu lúc")
    write(window, "Cửa sổ một. ")
    window.get_by_text("Biểu mẫu này vừa được sửa ở nơi khác").wait_for(timeout=PATIENCE_MS)
    says(window, "Đã dừng tự động lưu")
    assert "Cửa sổ hai." in stored(review)
    assert "Cửa sổ một." not in stored(review)
    assert "Cửa sổ một." in window.locator("textarea").first.input_value()
