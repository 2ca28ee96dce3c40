"""Yêu cầu hỏng: whatever is sent to an address, the answer is never a fault of the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

import tusoi.web
from tests import cast
from tests.apps.decisions import stage as rating
from tests.apps.meetings import stage as room
from tests.conventions.test_routes import ROUTES
from tusoi.campaigns.services.local_rules import add_local_rule
from tusoi.rulebook.facts import Role
from tusoi.web.shared.acting import PUBLIC, SIGNED_IN

MODELS = {
    "ban-kiem-diem": "campaigns.Review",
    "du-thao": "campaigns.Review",
    "don-vi": "campaigns.Review",
    "tien-do": "campaigns.Milestone",
    "dot": "campaigns.Campaign",
    "doi-tuong": "campaigns.Subject",
    "hoi-nghi": "meetings.Meeting",
    "noi-dung": "meetings.AgendaItem",
    "bo-phieu": "meetings.BallotRound",
    "kiem-phieu": "meetings.BallotRound",
    "quyet-dinh": "decisions.Decision",
    "ket-qua": "decisions.Notice",
    "lay-y-kien": "decisions.OpinionRequest",
    "y-kien": "decisions.OpinionRequest",
    "tham-dinh": "decisions.Classification",
    "to-chuc/don-vi": "org.Unit",
    "nguoi": "org.Person",
    "thanh-vien": "org.CollectiveMember",
    "phan-cong": "org.Assignment",
    "tai-khoan": "org.Person",
    "vai-tro": "org.RoleGrant",
    "quy-dinh": "campaigns.LocalRule",
}
NAMED = {"name": "quota.max_share_excellent"}
JUNK = ("", "abc", "\x00", "-1", "9" * 30, "31/02/2023", "đ" * 5000, "good", "1", "²")
TURNS = 2
_NAMES = re.compile(
    r"""(?:POST|GET)\.get(?:list)?\("(\w+)"|^ {4}(\w+) = .*(?:Field|Choice)\(|name="(\w+)"|f"(\w+_)\{""",
    re.MULTILINE,
)


@cache
def sources() -> tuple[str, ...]:
    folder = Path(tusoi.web.__file__).parent
    return tuple(path.read_text() for path in folder.rglob("*") if path.suffix in {".py", ".html"})


@cache
def field_names() -> list[str]:
    """Every name that a form of the product may send, those made for a row with a few keys."""
    found = {name for text in sources() for match in _NAMES.findall(text) for name in match if name}
    rows = {f"{name}{key}" for name in found if name.endswith("_") for key in ("1", "x", "9" * 30)}
    return sorted(found | rows)


def addresses(name: str) -> Iterator[str]:
    """The address with the keys of things that are there, and of nothing."""
    converters = ROUTES[name].pattern.converters
    if not converters:
        yield reverse(name)
        return
    path = str(ROUTES[name].pattern)
    places = [place for place in MODELS if f"{place}/" in path.split("<", maxsplit=1)[0]]
    model = apps.get_model(MODELS[max(places, key=len)]) if places else None
    keys = [] if model is None else list(model.objects.order_by("pk").values_list("pk", flat=True))
    for key in {*keys[:1], *keys[-1:]}:
        yield reverse(
            name,
            kwargs={
                each: key if type(kind).__name__ == "IntConverter" else NAMED.get(each, "khong-co")
                for each, kind in converters.items()
            },
        )


def in_the_room(department: cast.Department) -> None:
    stage = room.open_season(department)
    meeting = room.in_session(stage)
    room.open_ballot(stage, meeting)
    room.take_up(stage, meeting, "collective")


def at_the_rating(department: cast.Department) -> None:
    stage = rating.reviewed(department)
    rating.decided(stage, trade_officer="good")
    rating.proposed(stage, trade_officer_2="good")
    own_rule(department)


def own_rule(department: cast.Department) -> None:
    add_local_rule(
        actor=department.office,
        at=rating.OPENED,
        body=department.body,
        name=NAMED["name"],
        value="0.15",
        starts_on=rating.OPENED.date(),
        ends_on=None,
        document_number="34/QĐ-SCT",
        document_date=rating.OPENED.date(),
        issuer="Giám đốc Sở",
        note="",
    )


def allowed(name: str, role: Role) -> bool:
    permission = ROUTES[name].callback.permission
    return permission in (PUBLIC, SIGNED_IN) or role in permission


def bodies() -> Iterator[dict[str, str]]:
    """Nothing at all; the same key everywhere; and every kind of junk, each name another one."""
    names = field_names()
    yield {}
    yield dict.fromkeys(names, "1")
    for turn in range(TURNS):
        yield {name: JUNK[(place + turn) % len(JUNK)] for place, name in enumerate(names)}


def fault(client: Client, method: str, address: str, data: dict[str, str]) -> str:
    """The fault of the server that this request meets; empty when it is answered."""
    try:
        with transaction.atomic():
            answer = getattr(client, method)(address, data)
            transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001 - this is what the test looks for
        return f"{method} {address}: {type(error).__name__} {error}"[:300]
    return f"{method} {address}: {answer.status_code}" if answer.status_code >= 500 else ""


@pytest.mark.parametrize(
    ("world", "role", "key"),
    [
        (in_the_room, Role.UNIT_HEAD, "trade_head"),
        (in_the_room, Role.INDIVIDUAL, "trade_officer"),
        (at_the_rating, Role.COORDINATOR, "coordinator"),
        (at_the_rating, Role.DEPARTMENT_HEAD, "director"),
        (at_the_rating, Role.PARTY_COMMITTEE, "vice_director"),
        (at_the_rating, Role.TECHNICAL_ADMIN, "admin"),
    ],
)
def test_no_request_breaks_the_server(department, world, role, key):
    world(department)
    client = cast.sign_in(Client(), department, key, role)
    odd_query = {**dict.fromkeys(field_names(), "²"), "page": "9" * 30, "sort": "-x"}
    faults = set()
    for address in (each for name in ROUTES if allowed(name, role) for each in addresses(name)):
        faults.add(fault(client, "get", address, odd_query))
        faults.update(fault(client, "post", address, body) for body in bodies())
    assert not faults - {""}, "\n".join(sorted(faults))


def test_a_nul_in_an_address_is_a_bad_request(sign_in):
    answer = sign_in("coordinator", Role.COORDINATOR).get("/to-chuc/nguoi/?q=%00")
    assert answer.status_code == 400
