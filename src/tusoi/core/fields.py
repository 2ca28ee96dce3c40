"""Trường văn bản: text in the database is tidy, not blank where it is required, and not too long – always."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from tusoi.core.errors import refuse
from tusoi.core.names import tidy

if TYPE_CHECKING:
    _Field = models.Field[Any, Any]
    _CharField = models.CharField[Any, Any]
    _TextField = models.TextField[Any, Any]
else:
    _Field = object
    _CharField, _TextField = models.CharField, models.TextField

_SHOWN = 40


class _TidyText(_Field):
    """Văn bản: refused in Vietnamese before it is written; `verbose_name` is what the user reads."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return tidy(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        text = self.get_prep_value(super().pre_save(model_instance, add))
        if isinstance(text, str):
            setattr(model_instance, self.attname, text)
            self._refuse_blank(text)
            self._refuse_long(text)
        return text

    def _refuse_blank(self, text: str) -> None:
        if not self.blank and not text.strip():
            raise refuse(
                "input.blank",
                f"“{self.verbose_name}” còn để trống.",
                remedy="Ghi nội dung này rồi thực hiện lại.",
            )

    def _refuse_long(self, text: str) -> None:
        if self.max_length is not None and len(text) > self.max_length:
            raise refuse(
                "input.long",
                f"“{self.verbose_name}” ({text[:_SHOWN]}…) dài {len(text)} ký tự, quá mức {self.max_length} ký tự.",
                remedy="Viết gọn nội dung này.",
            )

    def deconstruct(self) -> Any:
        """The label is for people; it is no part of the schema and its history."""
        name, path, args, options = super().deconstruct()
        options.pop("verbose_name", None)
        return name, path, args, options


class NFCCharField(_TidyText, _CharField):
    pass


class NFCTextField(_TidyText, _TextField):
    pass


class StateField(_CharField):
    """Trạng thái: the current state of a process; written only through `core.state.fire`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 24)
        super().__init__(*args, **kwargs)
