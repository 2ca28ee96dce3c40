"""A drafted and an opened campaign of the small department."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.campaigns.season import OPENED, draft, open_season
from tests.remembering import remembered
from tusoi.campaigns.models import Campaign


@pytest.fixture
def plan(department) -> Campaign:
    """Kế hoạch đã đủ nội dung, chưa mở."""
    return remembered(draft, department)


@pytest.fixture
def season(department, plan) -> Campaign:
    """Đợt đã mở."""
    return remembered(open_season, department, plan)


@pytest.fixture
def today() -> date:
    return OPENED.date()
