"""Lệnh: authority, transaction and audit row belong together."""

from itertools import pairwise

import pytest
from django.db import DatabaseError, transaction
from tests.factories import OFFICE, START

from tusoi.audit.models import AuditEntry
from tusoi.audit.selectors.chain import GENESIS, digest
from tusoi.core.command import COMMANDS, command, may, note
from tusoi.core.errors import NotAllowed, Refused, refuse
from tusoi.org.enums import Role
from tusoi.org.models import SimilarPostGroup
from tusoi.org.services.structure import register_group
from tusoi.rulebook.rules.authority import NoAuthority

pytestmark = pytest.mark.django_db


def group(code):
    return register_group(actor=OFFICE, at=START, code=code, name=f"Nhóm {code}", position=1)


def test_command_leaves_one_audit_row_with_actor_and_target():
    row = group("a")
    entry = AuditEntry.objects.get(command="group.register")
    assert (entry.actor_name, entry.role, entry.target_id) == (
        OFFICE.name,
        str(OFFICE.role),
        str(row.pk),
    )
    assert entry.at == START


def test_entries_are_chained_from_the_first():
    for code in "abc":
        group(code)
    entries = list(AuditEntry.objects.order_by("pk"))
    assert entries[0].previous_hash == GENESIS
    for before, after in pairwise(entries):
        assert after.previous_hash == before.entry_hash
    assert all(digest(entry) == entry.entry_hash for entry in entries)


def test_a_refused_command_changes_nothing_and_leaves_no_row():
    group("a")
    count = AuditEntry.objects.count()
    with pytest.raises(Refused):
        group("a")
    assert AuditEntry.objects.count() == count
    assert SimilarPostGroup.objects.filter(code="a").count() == 1


def test_a_role_without_authority_is_refused_in_words(department):
    with pytest.raises(NotAllowed, match="không có thẩm quyền"):
        register_group(actor=department.actor("driver"), at=START, code="x", name="X", position=1)
    assert not SimilarPostGroup.objects.filter(code="x").exists()


def test_a_command_without_an_authority_row_cannot_be_declared():
    with pytest.raises(NoAuthority):
        command("group.invent")


@pytest.fixture
def outer_command():
    """A throw-away command around another one, taken out of the registry afterwards."""
    original = COMMANDS["group.register"]

    @command("group.register", is_anonymous=True)
    def register_two(*, actor, at, fails):
        """Register two groups, then perhaps stop."""
        note(first="một")
        group("one")
        note(second="hai")
        if fails:
            raise refuse("test.stop", "Dừng lại để thử.", remedy="Thử lại.")

    yield register_two
    COMMANDS["group.register"] = original


def test_nested_commands_are_logged_inner_first_when_the_outer_ends(outer_command):
    outer_command(actor=OFFICE, at=START, fails=False)
    inner, outer = AuditEntry.objects.order_by("pk")
    assert inner.target_type == "org.similarpostgroup"
    assert outer.detail == {"first": "một", "second": "hai"}
    assert outer.person_id is None
    assert OFFICE.name not in outer.actor_name


def test_a_failing_outer_command_takes_the_inner_one_back(outer_command):
    with pytest.raises(Refused):
        outer_command(actor=OFFICE, at=START, fails=True)
    assert not AuditEntry.objects.exists()
    assert not SimilarPostGroup.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_auditentry SET actor_name = 'x'", "DELETE FROM audit_auditentry"]
)
def test_the_database_refuses_to_change_the_log(statement):
    from django.db import connection

    group("a")
    with (
        pytest.raises(DatabaseError, match="chỉ được ghi thêm"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_may_asks_role_and_scope(department):
    assert may(OFFICE, "group.register")
    assert not may(department.actor("driver", Role.INDIVIDUAL), "group.register")
