"""Người dùng trước trình duyệt: signs in by a one-time link, walks the pages; every page is checked and pictured."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from tusoi.core.names import fold

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Response, ViewportSize

SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"
PASSWORD = "mat-khau-dung-de-kiem-thu"
EMPTY_STYLE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
SERIOUS = ("serious", "critical")
DESK: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 8000
PHONE: ViewportSize = {"width": 360, "height": 740}


def _is_answer(response: Response) -> bool:
    """What a pressed button posted; not what the page saves by itself."""
    return response.request.method == "POST" and not response.url.endswith("/luu/")


@dataclass
class Visitor:
    """One person at one screen."""

    browser: Browser
    url: str
    name: str
    viewport: ViewportSize = field(default_factory=lambda: DESK)

    def __post_init__(self) -> None:
        self.page: Page = self.browser.new_context(
            viewport=self.viewport, locale="vi-VN", reduced_motion="reduce"
        ).new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._note)

    def _note(self, message: ConsoleMessage) -> None:
        """Keep what the page's security policy refused; an empty style is what the checker leaves behind."""
        if "Content Security Policy" in message.text and EMPTY_STYLE not in message.text:
            self.faults.append(f"{self.page.url}: {message.text}")

    def activate(self, link: str) -> None:
        """Open the one-time link, set a password, sign in with it."""
        self.open(link)
        self.look("kich-hoat")
        username = self.page.locator("input[name=username]").input_value()
        for box in self.page.locator("input[type=password]").all():
            box.fill(PASSWORD)
        self.send("Đặt mật khẩu")
        self.look("dang-nhap")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.send("Đăng nhập")

    def open(self, path: str) -> None:
        answer = self.page.goto(path if path.startswith("http") else f"{self.url}{path}")
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def send(self, label: str, *, dialog: bool = False) -> None:
        """Press the button of that name and wait until the server has answered what it posts."""
        place = self.page.get_by_role("dialog") if dialog else self.page
        button = place.get_by_role("button", name=label, exact=True).first
        with self.page.expect_response(_is_answer):
            button.click()
        self.page.wait_for_load_state("load")

    def confirm(self, label: str) -> None:
        """Press the button, and again in the dialog that asks whether it is meant."""
        self.page.get_by_role("button", name=label, exact=True).first.click()
        self.send(label, dialog=True)

    def follow(self, label: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=label).first.click()

    def act_as(self, role: str) -> None:
        """Choose the capacity whose label begins so."""
        self.page.locator("summary.menu__summary", has_text="Đang làm việc").click()
        with self.page.expect_response(_is_answer):
            self.page.get_by_role("button", name=re.compile(f"^{role}")).first.click()
        self.page.wait_for_load_state("load")

    def reads(self, text: str) -> None:
        """The page says so."""
        self.page.get_by_text(text).first.wait_for()

    def look(self, label: str) -> None:
        """Picture the page and hold it against the accessibility rules."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        file_name = re.sub(r"[^a-z0-9]+", "-", fold(f"{self.name} {label}"))
        self.page.screenshot(path=SCREENS / f"{file_name}.png", full_page=True)
        found = Axe().run(self.page).response["violations"]
        serious = [
            f"{each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in found
            if each["impact"] in SERIOUS
        ]
        assert not serious, f"{self.page.url}: {serious}"
        assert not self.faults, self.faults

    def visit(self, path: str, label: str) -> None:
        self.open(path)
        self.look(label)
