"""Đồng hồ của bản chạy thử: stands on a day of the season and goes on from there, over restarts."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ImproperlyConfigured

from tusoi.core import clock
from tusoi.rehearsal import demo_data
from tusoi.rehearsal.example import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STARTS_AT = moment("2023-11-30 09:30")
A_MOMENT = timedelta(minutes=1)


@pytest.fixture
def fresh_clock() -> Iterator[None]:
    """The clock reads the setting once per process; here anew for each test."""
    clock._shift.cache_clear()
    yield
    clock._shift.cache_clear()


def test_clock_stands_where_the_demonstration_sets_it(settings, fresh_clock: None) -> None:
    settings.CLOCK_STARTS_AT = STARTS_AT
    assert timedelta() <= clock.now() - STARTS_AT < A_MOMENT
    assert clock.today() == STARTS_AT.date()


def test_time_without_zone_is_the_time_of_vietnam(settings, fresh_clock: None) -> None:
    settings.CLOCK_STARTS_AT = STARTS_AT.replace(tzinfo=None)
    assert clock.now() - STARTS_AT < A_MOMENT


def test_second_start_goes_on_from_the_first(tmp_path: Path, fresh_clock: None) -> None:
    loaded = clock.now() - timedelta(hours=3)
    kept = {"starts_at": STARTS_AT.isoformat(), "loaded_at": loaded.isoformat()}
    (tmp_path / demo_data.CLOCK).write_text(json.dumps(kept), "utf-8")
    assert (
        timedelta(hours=3)
        <= demo_data.present(tmp_path) - STARTS_AT
        < timedelta(hours=3) + A_MOMENT
    )
    assert demo_data.environment(tmp_path)["TUSOI_TODAY"].startswith("2023-11-30T12:3")


def test_real_service_refuses_a_set_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import import_module

    for name, value in {
        "TUSOI_SECRET_KEY": "khoa-chi-de-kiem-thu",
        "TUSOI_HOSTS": "tusoi.example",
        "DATABASE_URL": "postgresql://tusoi@localhost/tusoi",
        "TUSOI_TODAY": STARTS_AT.isoformat(),
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match="TUSOI_TODAY"):
        import_module("tusoi.config.settings.prod")
