"""Forms: fields tied to their hints and errors, error summary, autosave (docs/design-system.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.forms import BaseForm, BoundField
    from django.utils.safestring import SafeString

register = template.Library()


def _target(bound: BoundField) -> str:
    """The id an error link leads to; a group of choices has none of its own, its first one has."""
    return bound.id_for_label or f"{bound.auto_id}_0"


def _faults(form: BaseForm) -> Iterator[dict[str, Any]]:
    for error in form.non_field_errors():
        yield {"message": error, "target": ""}
    for bound in form:
        for error in bound.errors:
            yield {"message": f"{bound.label}: {error}", "target": _target(bound)}


@register.simple_tag
def relabel(form: BaseForm, **labels: str) -> str:
    """Give the fields of a library's form our own words, before anything of it is shown."""
    for name, label in labels.items():
        if name in form.fields:
            form[name].label = label
    return ""


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Every fault of the forms with a link to its field; nothing when there is none."""
    return {"faults": [fault for form in forms if form.is_bound for fault in _faults(form)]}


def _describedby(bound: BoundField, hint: str, words: int) -> str:
    parts = (("hint", hint), ("error", bound.errors), ("words", words))
    return " ".join(f"{bound.auto_id}_{name}" for name, shown in parts if shown)


def _attributes(bound: BoundField, hint: str, words: int, rows: int) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "aria-describedby": _describedby(bound, hint, words),
        "aria-invalid": "true" if bound.errors else "",
        "data-words": words,
        "rows": rows,
    }
    given = {name: value for name, value in wanted.items() if value}
    return {
        "placeholder": False,
        **given,
    }  # a placeholder vanishes as soon as one writes; a hint stays


def _kind(bound: BoundField) -> str:
    if bound.use_fieldset:
        return "group"
    return "check" if bound.widget_type == "checkbox" else "plain"


@register.inclusion_tag("components/field.html")
def field(
    bound: BoundField,
    *,
    label: str = "",
    hint: str | None = None,
    words: int = 0,
    rows: int = 0,
    width: str = "",
) -> dict[str, Any]:
    """Label, hint, error and input, tied together; `words` shows a live word count."""
    hint = str(bound.help_text) if hint is None else hint
    kind = _kind(bound)
    described = _describedby(bound, hint, words)
    attributes = _attributes(bound, hint, words, rows)
    if kind == "group":
        attributes.pop("aria-describedby", None)
    return {
        "bound": bound,
        "label": label or bound.label,
        "hint": hint,
        "words": words,
        "kind": kind,
        "width": width,
        "described": described,
        "control": bound.as_widget(attrs=attributes),
    }


@register.inclusion_tag("components/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    return {"form": form}


@register.simple_block_tag(takes_context=True)
def autosave_form(
    context: template.Context, content: SafeString, save_url: str, version: int, action: str = ""
) -> SafeString:
    """A form whose text is saved while it is written; the version guards against a second window."""
    shown = {
        "content": content,
        "save_url": save_url,
        "version": version,
        "action": action,
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("components/autosave_form.html", shown)


@register.inclusion_tag("components/autosave_status.html")
def autosave_status(saved_at: datetime | None = None) -> dict[str, Any]:
    return {"saved_at": saved_at}


@register.inclusion_tag("components/conflict_banner.html")
def conflict_banner(conflict: Any) -> dict[str, Any]:
    return {"conflict": conflict}
