"""Trường văn bản: text is NFC in the database, always."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _CharField = models.CharField[Any, Any]
    _TextField = models.TextField[Any, Any]
else:
    _CharField, _TextField = models.CharField, models.TextField


def _nfc(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


class NFCCharField(_CharField):
    def get_prep_value(self, value: Any) -> Any:
        return _nfc(super().get_prep_value(value))


class NFCTextField(_TextField):
    def get_prep_value(self, value: Any) -> Any:
        return _nfc(super().get_prep_value(value))


class StateField(_CharField):
    """Trạng thái: the current state of a process; written only through `core.state.fire`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 24)
        super().__init__(*args, **kwargs)
