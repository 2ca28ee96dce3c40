"""Đồng hồ: the only module that asks for the time."""

from datetime import date, datetime, timedelta
from functools import cache

from django.conf import settings
from django.utils import timezone


@cache
def _shift() -> timedelta:
    """How far a demonstration's clock stands from the real one; none where it is not set."""
    starts_at = settings.CLOCK_STARTS_AT
    if starts_at is None:
        return timedelta()
    if timezone.is_naive(starts_at):
        starts_at = timezone.make_aware(starts_at)
    return starts_at - timezone.now()


def now() -> datetime:
    """The present instant, aware."""
    return _shift() + timezone.now()


def today() -> date:
    """The present day in Vietnam."""
    return timezone.localdate(now())
