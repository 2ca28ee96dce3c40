"""Fixtures for every test: a small invented department and clients that act in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import cast
from tests.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tusoi.org.enums import Role


@pytest.fixture
def department(db: None) -> cast.Department:
    """Sở nhỏ với đủ các vai."""
    return remembered(cast.small_department)


@pytest.fixture
def sign_in(client: Client, department: cast.Department) -> Callable[[str, Role], Client]:
    """`sign_in("trade_head", Role.UNIT_HEAD)` gives a client that acts in that role."""
    return lambda key, role="individual": cast.sign_in(client, department, key, role)
