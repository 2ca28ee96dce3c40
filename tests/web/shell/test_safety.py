"""An toàn: what no page may allow – forged requests, guessed passwords, formulas in spreadsheets, rights that ended."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from openpyxl import load_workbook
from tests import cast
from tests.apps.meetings import stage as scenery
from tests.factories import OFFICE, START

from tusoi.core import clock
from tusoi.core.errors import NotAllowed, Refused
from tusoi.meetings.services import balloting
from tusoi.org.enums import Role
from tusoi.org.selectors.actors import actor_of
from tusoi.org.services import roles
from tusoi.org.services.accounts import invite
from tusoi.web.shared.acting import SESSION_KEY
from tusoi.web.shared.papers import attachment
from tusoi.web.shared.sheets import spreadsheet

PASSWORD = "chuồn chuồn bay thấp"
FAILURES_ALLOWED = 5
EVIL = ("=1+1", "+84", "-2", "@SUM(A1)", "{=1+1}", "http://vi-du.vn")


def callbacks(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from callbacks(pattern.url_patterns)
        else:
            yield pattern.callback


def test_every_form_is_protected_against_forgery():
    assert not any(
        getattr(each, "csrf_exempt", False) for each in callbacks(get_resolver().url_patterns)
    )


def test_forged_request_is_refused(department):
    client = cast.sign_in(Client(enforce_csrf_checks=True), department, "trade_head")
    assert client.post(reverse("capacity"), {"capacity": "individual"}).status_code == 403


def test_cells_are_text_never_formulas():
    response = spreadsheet("thu", ["Ô"], [(text,) for text in EVIL])
    sheet = load_workbook(BytesIO(response.content)).active
    assert [(row[0].value, row[0].data_type) for row in sheet.iter_rows(min_row=2)] == [
        (text, "s") for text in EVIL
    ]
    assert not any(row[0].hyperlink for row in sheet.iter_rows())


def test_name_of_a_file_cannot_add_a_header():
    with pytest.raises(ValueError, match="newlines"):
        attachment(b"", "a.docx\r\nSet-Cookie: b=c")


def test_guessing_a_password_is_stopped(department, client):
    user = invite(actor=OFFICE, at=START, person=department.people["director"]).user
    user.set_password(PASSWORD)
    user.save()
    address = reverse("account_login")
    for attempt in range(FAILURES_ALLOWED + 1):
        client.post(address, {"login": user.username, "password": f"đoán lần {attempt}"})
    response = client.post(address, {"login": user.username, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert "nhập sai nhiều lần" in response.content.decode()


def test_signing_in_and_changing_the_role_change_the_session(department, client):
    cast.sign_in(client, department, "trade_head")
    before = client.session.session_key
    unit = department.units["trade"].pk
    client.post(reverse("capacity"), {"capacity": f"{Role.UNIT_HEAD}.{unit}"})
    assert client.session[SESSION_KEY] == f"{Role.UNIT_HEAD}.{unit}"
    assert client.session.session_key != before


def test_a_role_of_somebody_else_is_not_there(department, client):
    cast.sign_in(client, department, "trade_officer_2")
    unit = department.units["trade"].pk
    response = client.post(reverse("capacity"), {"capacity": f"{Role.UNIT_HEAD}.{unit}"})
    assert response.status_code == 404


def test_delegation_ends_within_an_open_session(department, client):
    head, today = department.people["trade_head"], clock.today()
    given = roles.give_delegation(
        actor=actor_of(head, Role.UNIT_HEAD, today),
        at=clock.now(),
        from_person=head,
        to_person=department.people["trade_deputy"],
        role=Role.UNIT_HEAD,
        unit=department.units["trade"],
        starts_on=today,
        ends_on=today + timedelta(days=1),
        document="05/GUQ",
    )
    cast.sign_in(client, department, "trade_deputy", f"delegation.{given.pk}")
    address = reverse("unit:proposals")
    assert client.get(reverse("unit:home")).status_code == 200
    assert client.get(address).wsgi_request.actor.role == Role.UNIT_HEAD
    roles.revoke_delegation(
        actor=actor_of(head, Role.UNIT_HEAD, today), at=clock.now(), delegation=given
    )
    response = client.get(address)
    assert response.status_code == 404
    assert response.wsgi_request.actor.role == Role.INDIVIDUAL


def test_delegated_office_delegates_nothing(department):
    """Whoever acts for the office passes neither this role on nor records it for others."""
    giver, today = department.people["coordinator"], clock.today()
    facts = {"at": clock.now(), "from_person": giver, "role": Role.COORDINATOR}
    facts |= {"unit": department.body, "starts_on": today, "ends_on": today, "document": "06/GUQ"}
    substitute = department.people["office_chief"]
    roles.give_delegation(
        actor=actor_of(giver, Role.COORDINATOR, today), to_person=substitute, **facts
    )
    acting = actor_of(substitute, Role.COORDINATOR, today)
    with pytest.raises(NotAllowed):
        roles.give_delegation(actor=acting, to_person=department.people["driver"], **facts)


def test_nobody_gives_himself_a_role(department):
    admin = department.people["admin"]
    with pytest.raises(Refused, match="chính mình"):
        roles.grant_role(
            actor=actor_of(admin, Role.TECHNICAL_ADMIN, clock.today()),
            at=clock.now(),
            person=admin,
            role=Role.SUPERVISOR,
            starts_on=date(2024, 1, 1),
        )


def test_one_time_link_is_not_passed_on_and_works_once(department, client):
    invitation = invite(actor=OFFICE, at=clock.now(), person=department.people["driver"])
    address = reverse("activation", args=[invitation.link_token])
    page = client.get(address)
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    assert client.post(address, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert client.get(address).status_code == 410
    assert client.post(address, {"password": PASSWORD, "again": PASSWORD}).status_code == 410


def test_setting_a_password_ends_other_sessions(department, client):
    cast.sign_in(client, department, "driver")
    invitation = invite(actor=OFFICE, at=clock.now(), person=department.people["driver"])
    address = reverse("activation", args=[invitation.link_token])
    Client().post(address, {"password": PASSWORD, "again": PASSWORD})
    assert client.get("/").status_code == 302


def test_seal_of_a_few_papers_is_not_shown(department, client):
    """Its few possible counts could be tried one by one until the seal fits."""
    stage = scenery.open_season(department)
    ballot_round = scenery.open_ballot(stage, scenery.in_session(stage))
    for key in ("trade_head", "trade_officer"):
        scenery.cast_paper(stage, ballot_round, key, trade_deputy="good")
    closed = balloting.close_round(
        actor=scenery.counter_of(stage, ballot_round), at=scenery.STARTS, ballot_round=ballot_round
    )
    cast.sign_in(client, department, "director", Role.DEPARTMENT_HEAD)
    page = client.get(reverse("panel:round", args=[closed.pk])).content.decode()
    assert "Số phiếu quá ít để nêu chi tiết" in page
    assert closed.box_sha256 not in page
