"""Bổ sung nội dung văn bản: texts a paper needs beside the facts of the season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.core.names import tidy
from tusoi.decisions.models import PaperContent
from tusoi.decisions.permissions import may_complete
from tusoi.decisions.selectors.asked_papers import ASKED, OF_CAMPAIGN, place_of
from tusoi.documents.enums import PaperKind


@command("paper.complete", target="owner", scope=may_complete)
def complete_paper(
    *, actor: Actor, at: datetime, owner: Campaign | Subject, kind: str, texts: Mapping[str, Any]
) -> PaperContent:
    """Save the texts of one paper of the row; what was there before is replaced."""
    asked = _asked_kind(kind, owner)
    unknown = set(texts) - ASKED[asked].codes
    if unknown:
        raise refuse(
            "paper.unknown-text",
            f"“{asked.label}” không có nội dung “{', '.join(sorted(unknown))}”.",
            remedy="Mở lại trang bổ sung nội dung của văn bản.",
        )
    kept = {code: _tidied(value) for code, value in texts.items()}
    if not any(kept.values()):
        raise refuse(
            "paper.no-text",
            "Chưa ghi nội dung nào.",
            remedy="Ghi ít nhất một nội dung rồi lưu.",
        )
    content, _ = PaperContent.objects.update_or_create(
        kind=asked,
        **place_of(owner),
        defaults={"texts": kept, "saved_at": at, "saved_by_id": actor.person_id},
    )
    note(kind=asked.value, texts=sorted(code for code, value in kept.items() if value))
    return content


def _asked_kind(kind: str, owner: Campaign | Subject) -> PaperKind:
    known = PaperKind(kind) if kind in set(PaperKind) else None
    if known not in ASKED or (known in OF_CAMPAIGN) == isinstance(owner, Subject):
        raise refuse(
            "paper.not-asked",
            "Loại văn bản này không có nội dung phải bổ sung.",
            remedy="Mở lại văn bản từ trang của nội dung cần lập.",
        )
    return known


def _tidied(value: Any) -> Any:
    """Tidy text; of a table the rows in which something is written."""
    if isinstance(value, str):
        return tidy(value).strip()
    rows = ({code: tidy(text).strip() for code, text in row.items()} for row in value)
    return [row for row in rows if any(row.values())]
