"""The seasons from which the tests of awards start."""

from __future__ import annotations

import pytest

from tests.apps.awards import stage as scenery
from tests.remembering import remembered


@pytest.fixture
def stage(department) -> scenery.Stage:
    """Đã xếp loại, đã họp; chưa đăng ký, chưa bình xét."""
    return remembered(scenery.rated, department)


@pytest.fixture
def nominated(department) -> scenery.Stage:
    """Đã có một đề nghị."""
    return remembered(scenery.nominated, department)
