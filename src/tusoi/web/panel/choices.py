"""Lựa chọn trong biểu mẫu: what a field offers depends on the meeting, not on the form's class."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import QuerySet


def offer(form: forms.BaseForm, **choices: QuerySet[Any]) -> None:
    """Let the named fields choose among these rows."""
    for name, rows in choices.items():
        cast("forms.ModelChoiceField", form.fields[name]).queryset = rows
