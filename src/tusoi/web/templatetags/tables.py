"""Lists that sort, filter and page, and keep their state in the address (docs/design-system.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.forms import BaseForm
    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def table(content: SafeString, label: str, *, stack: bool = False) -> SafeString:
    """A table in its own scrolling, focusable region; `stack` turns rows into blocks on phones."""
    return render_to_string(
        "components/table.html", {"content": content, "label": label, "stack": stack}
    )


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(
    context: template.Context, label: str, key: str, *, numeric: bool = False
) -> dict[str, Any]:
    """A column head that sorts; pressed again, it turns the order round."""
    request = context["request"]
    directions = {key: "ascending", f"-{key}": "descending"}
    direction = directions.get(request.GET.get("sort", ""), "")
    wanted = f"-{key}" if direction == "ascending" else key
    return {
        "request": request,
        "label": label,
        "direction": direction,
        "wanted": wanted,
        "numeric": numeric,
    }


@register.inclusion_tag("components/filter_bar.html", takes_context=True)
def filter_bar(
    context: template.Context, form: BaseForm, target: str, export_url: str = ""
) -> dict[str, Any]:
    """A search box (`q`) and filters that refresh the list in place and stay in the address."""
    return {"request": context["request"], "form": form, "target": target, "export_url": export_url}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: template.Context, page_obj: Page, noun: str = "dòng") -> dict[str, Any]:
    """Where we are in the list and how many there are."""
    numbers = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return {"request": context["request"], "page_obj": page_obj, "noun": noun, "numbers": numbers}
