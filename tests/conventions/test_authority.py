"""Deny by default: the table of authority and the registry of commands are the same list."""

import pytest

from tusoi.cli.generated import load_commands
from tusoi.core.actor import Actor
from tusoi.core.command import COMMANDS, may
from tusoi.rulebook.facts import Role
from tusoi.rulebook.rules import authority

load_commands()


def test_every_command_has_a_row_and_every_row_a_command():
    assert set(COMMANDS) == set(authority.rows())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_command_is_explained(name):
    """The docstring of a command is its page; it must exist and end its first sentence."""
    first_line = (COMMANDS[name].function.__doc__ or "").strip().splitlines()
    assert first_line
    assert first_line[0].rstrip().endswith((".", ";", ":"))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_role_outside_the_row_may_never(name, role):
    """Role × command: whoever is not in the row is refused, whatever the target."""
    actor = Actor(user_id=1, person_id=1, name="Người thử", role=role, unit_id=1)
    if role not in authority.roles_for(name):
        assert not may(actor, name, None)
