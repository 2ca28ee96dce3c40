"""The seasons from which the tests of rating start."""

from __future__ import annotations

import pytest

from tests.apps.decisions import stage as scenery
from tests.remembering import remembered


@pytest.fixture
def opened(department) -> scenery.Stage:
    """Đợt vừa mở, chưa ai kiểm điểm xong."""
    return remembered(scenery.opened, department)


@pytest.fixture
def stage(department) -> scenery.Stage:
    """Đã kiểm điểm xong, biên bản đã thông qua, đã đủ ý kiến."""
    return remembered(scenery.reviewed, department)
