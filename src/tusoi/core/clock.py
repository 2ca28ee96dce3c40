"""Đồng hồ: the only module that asks for the time."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present instant, aware."""
    return timezone.now()


def today() -> date:
    """The present day in Vietnam."""
    return timezone.localdate()
