"""Chạy thử: the example up to the middle of its season, with accounts for every role, on that season's days."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.urls import reverse
from rich.console import Console

from tusoi.campaigns.models import Campaign
from tusoi.core import clock
from tusoi.core.actor import INSTALLER
from tusoi.org.models import Person
from tusoi.org.selectors.actors import capacities_of
from tusoi.org.services.accounts import invite
from tusoi.rehearsal import example
from tusoi.rehearsal.play import play_with_bar

LINKS, CLOCK = "demo-links.txt", "demo-clock.txt"
PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Account:
    """Tài khoản chạy thử: who it is, in which roles, what waits; the link until it is used."""

    name: str
    username: str
    roles: str
    waits: str
    link: str


def load(name: str, folder: Path) -> None:
    """Set the example up where nothing is yet; give everybody who has no password a new link."""
    chosen = example.load(name)
    if not Campaign.objects.exists():
        starts_at = example.moment(chosen.season["demo_at"])
        with transaction.atomic():
            play_with_bar(chosen, Console(), starts_at)
        kept = {"starts_at": starts_at.isoformat(), "loaded_at": clock.now().isoformat()}
        _keep(folder / CLOCK, json.dumps(kept))
    today = present(folder)
    accounts = [_account(row, today) for row in chosen.season["accounts"]]
    _keep(folder / LINKS, json.dumps([asdict(row) for row in accounts], ensure_ascii=False))


def present(folder: Path) -> datetime:
    """The instant of the demonstration: its start, and the time gone by since it was set up."""
    kept = json.loads((folder / CLOCK).read_text("utf-8"))
    started, loaded = (datetime.fromisoformat(kept[key]) for key in ("starts_at", "loaded_at"))
    return started + (clock.now() - loaded)


def environment(folder: Path) -> dict[str, str]:
    """What the server and the worker need to run on the days of the demonstration."""
    return {"TUSOI_TODAY": present(folder).isoformat()}


def announce(url: str, folder: Path) -> None:
    """Print the address and the accounts: a link to set a password, or the name to sign in with."""
    console = Console(soft_wrap=True)
    console.print("[bold]Tài khoản chạy thử[/]")
    for row in json.loads((folder / LINKS).read_text("utf-8")):
        account = Account(**row)
        roles = ", ".join(account.roles.splitlines())
        sign_in = f"đã có mật khẩu, đăng nhập bằng tên {account.username}"
        console.print(f"\n[bold]{account.name}[/] – {roles}\n  {account.waits}")
        console.print(f"  {url}{account.link}" if account.link else f"  {sign_in}")
    console.print(f"\nGiờ của đợt chạy thử: {present(folder):%H:%M ngày %d/%m/%Y}.")
    console.print(
        f"Mở trang: [bold]{url}[/]   Dừng: Ctrl-C.   Làm lại từ đầu: ./tusoi demo --reset"
    )


def _account(row: example.Row, today: datetime) -> Account:
    person = Person.objects.get(code=row["person"])
    user = getattr(person, "user", None)
    link = ""
    if user is None or not user.has_usable_password():
        invitation = invite(actor=INSTALLER, at=today, person=person)
        user, link = invitation.user, reverse("activation", args=[invitation.link_token])
    roles = [capacity.label for capacity in capacities_of(user, today.date())]
    return Account(person.full_name, user.username, "\n".join(roles), row["waits"], link)


def _keep(path: Path, text: str) -> None:
    """Write a file that only its owner reads."""
    path.touch(mode=PRIVATE)
    path.write_text(text, "utf-8")
