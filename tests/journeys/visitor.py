"""Người dùng trước trình duyệt: signs in by a one-time link, walks the pages; every page is checked and pictured."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from tusoi.core.names import fold

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"
PASSWORD = "mat-khau-dung-de-kiem-thu"
SERIOUS = ("serious", "critical")
DESK: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 8000
PHONE: ViewportSize = {"width": 360, "height": 740}


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

    def _note(self, message) -> None:
        is_refusal_of_policy = "Content Security Policy" in message.text
        if is_refusal_of_policy:
            self.faults.append(f"{self.page.url}: {message.text}")

    def activate(self, link: str) -> None:
        """Open the one-time link, set a password, end up signed in."""
        self.open(link)
        self.look("kich-hoat")
        for box in self.page.locator("input[type=password]").all():
            box.fill(PASSWORD)
        self.press("Đặt mật khẩu")

    def open(self, path: str) -> None:
        answer = self.page.goto(path if path.startswith("http") else f"{self.url}{path}")
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def press(self, label: str) -> None:
        """Press the button of that name and wait for what follows."""
        self.page.get_by_role("button", name=label, exact=True).first.click()
        self.page.wait_for_load_state("networkidle")

    def follow(self, label: str) -> None:
        self.page.get_by_role("link", name=label).first.click()
        self.page.wait_for_load_state("networkidle")

    def act_as(self, role: str) -> None:
        """Choose the capacity whose label begins so."""
        self.page.locator("summary.menu__summary", has_text="Đang làm việc").click()
        self.page.get_by_role("button", name=re.compile(f"^{role}")).first.click()
        self.page.wait_for_load_state("networkidle")

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
