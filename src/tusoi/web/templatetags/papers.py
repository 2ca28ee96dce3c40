"""Papers that can be made of a row, as the person in this role may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import template
from django.urls import reverse

from tusoi.core.command import may
from tusoi.decisions.selectors.asked_papers import ASKED
from tusoi.documents.selectors.sources import PaperSource, owner_type, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from tusoi.core.actor import Actor

register = template.Library()


@dataclass(frozen=True, slots=True)
class PaperLink:
    """Một văn bản lập được: its name, the page where it is read, the page where its texts are written."""

    label: str
    url: str
    content_url: str


@register.inclusion_tag("components/papers.html", takes_context=True)
def papers_of(context: template.Context, row: Model) -> dict[str, Any]:
    """Every kind of paper that can be made of the row, with its own page; nothing where there is none."""
    return {"papers": list(_links(context["request"].actor, row))}


def _links(actor: Actor, row: Model) -> Iterator[PaperLink]:
    for source in sources():
        if source.owner_type == owner_type(row) and source.visible_to(actor, row):
            yield PaperLink(
                label=source.label,
                url=reverse("draft", args=[source.kind, source.owner_type, row.pk]),
                content_url=_content_url(actor, source, row),
            )


def _content_url(actor: Actor, source: PaperSource, row: Model) -> str:
    is_asked = source.kind in ASKED and may(actor, "paper.complete", row)
    return reverse("paper_content", args=[source.kind, row.pk]) if is_asked else ""
