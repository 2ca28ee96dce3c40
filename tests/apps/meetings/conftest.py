"""The open season every test of meetings starts from."""

import pytest
from tests.apps.meetings import stage as scenery


@pytest.fixture
def stage(department) -> scenery.Stage:
    """Đợt đang mở của sở nhỏ."""
    return scenery.open_season(department)
