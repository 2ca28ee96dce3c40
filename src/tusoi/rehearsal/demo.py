"""Chạy thử: the example up to the middle of its season, with accounts for every role, on that season's days."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.urls import reverse
from rich.console import Console

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import INSTALLER
from tusoi.org.models import Person
from tusoi.org.selectors.actors import capacities_of
from tusoi.org.services.accounts import invite
from tusoi.rehearsal import demo_data, example
from tusoi.rehearsal.play import play_with_bar


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
            demo_data.start_clock(name, starts_at, folder)
    today = demo_data.present(folder)
    accounts = [_account(row, today) for row in chosen.season["accounts"]]
    demo_data.keep_accounts([asdict(row) for row in accounts], folder)


def announce(url: str, folder: Path) -> None:
    """Print the address and the accounts: a link to set a password, or the name to sign in with."""
    console = Console(soft_wrap=True)
    console.print("[bold]Tài khoản chạy thử[/]")
    for row in demo_data.accounts(folder):
        account = Account(**row)
        roles = ", ".join(account.roles.splitlines())
        sign_in = f"đã có mật khẩu, đăng nhập bằng tên {account.username}"
        console.print(f"\n[bold]{account.name}[/] – {roles}\n  {account.waits}")
        console.print(f"  {url}{account.link}" if account.link else f"  {sign_in}")
    now = f"{demo_data.present(folder):%H:%M ngày %d/%m/%Y}"
    console.print(f"\nĐợt mẫu: {demo_data.example_in(folder)}. Giờ của đợt chạy thử: {now}.")
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
