"""The open season every test of meetings starts from."""

import pytest
from tests.apps.meetings import stage as scenery
from tests.remembering import remembered


@pytest.fixture
def stage(department) -> scenery.Stage:
    """Đợt đang mở của sở nhỏ."""
    return remembered(scenery.open_season, department)
