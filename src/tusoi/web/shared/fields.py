"""Trường biểu mẫu dùng chung: dates as people write them, choices that begin empty."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.org.models import Person


class DateField(forms.DateField):
    """Ngày: day/month/year, typed, not picked."""

    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}
    )
    input_formats = ["%d/%m/%Y", "%Y-%m-%d"]

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "Ví dụ: 30/11/2023.")
        super().__init__(**options)


def optional_choices(choices: list[tuple[str, str]], empty: str) -> list[tuple[str, str]]:
    """The choices with an empty one in front."""
    return [("", empty), *choices]


def person_with(code: str) -> Person:
    """The person with that staff code; a fault of the field where there is none."""
    person = Person.objects.filter(code=code.strip()).first()
    if person is None:
        raise forms.ValidationError("Không có ai mang mã cán bộ này.")
    return person
