"""Every address declares who may open it, and every role is tried on every address."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import cast

from tusoi.rulebook.facts import Role
from tusoi.web import urls as web_urls
from tusoi.web.shared.acting import PUBLIC, SIGNED_IN

HOLDERS = {
    Role.INDIVIDUAL: "driver",
    Role.UNIT_HEAD: "trade_head",
    Role.UNIT_DEPUTY: "trade_deputy",
    Role.SECRETARY: "trade_officer",
    Role.COORDINATOR: "coordinator",
    Role.DEPARTMENT_HEAD: "director",
    Role.DEPARTMENT_LEADER: "vice_director",
    Role.PARTY_COMMITTEE: "vice_director",
    Role.PARTY_CELL: "industry_head",
    Role.SUPERVISOR: "industry_officer_2",
    Role.TECHNICAL_ADMIN: "admin",
}
NOWHERE = 987_654_321


def flat(patterns, namespaces=()):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from flat(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield ":".join((*namespaces, pattern.name or "")), pattern


ROUTES = dict(flat(web_urls.urlpatterns))


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_address_declares_its_permission(name):
    assert hasattr(ROUTES[name].callback, "permission"), f"{name}: add @page(...) or @public"


def address(name):
    converters = ROUTES[name].pattern.converters
    return reverse(
        name,
        kwargs={
            key: NOWHERE if type(c).__name__ == "IntConverter" else "khong-co"
            for key, c in converters.items()
        },
    )


@pytest.fixture(scope="module")
def signed_in(django_db_setup, django_db_blocker):
    """One client per role, all over one small department that outlives the single tests of this module."""
    from django.db import transaction

    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        department = cast.small_department()
        yield {role: cast.sign_in(Client(), department, key, role) for role, key in HOLDERS.items()}
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.mark.parametrize("name", sorted(ROUTES))
@pytest.mark.parametrize("role", list(HOLDERS), ids=str)
def test_role_on_address(signed_in, django_db_blocker, name, role):
    """Outside the declared roles every address is 404; inside, it answers, or is 404 for an object that is not there."""
    permission = ROUTES[name].callback.permission
    if permission == PUBLIC:
        return
    with django_db_blocker.unblock():
        status = signed_in[role].get(address(name)).status_code
    is_object = bool(ROUTES[name].pattern.converters)
    if (permission != SIGNED_IN and role not in permission) or is_object:
        assert status in {404, 405}
    else:
        assert status in {200, 302, 404, 405}


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_visitor_is_sent_to_sign_in(client, db, name):
    if ROUTES[name].callback.permission == PUBLIC:
        return
    response = client.get(address(name))
    assert response.status_code in {302, 405}
    if response.status_code == 302:
        assert response.url.startswith(reverse("account_login"))


def test_no_address_outside_the_lists():
    prefixes = {str(pattern.pattern) for pattern in get_resolver().url_patterns}
    assert prefixes == {"tai-khoan/", ""}
