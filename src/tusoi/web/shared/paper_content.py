"""Bổ sung nội dung văn bản: the texts that a paper asks for beside what the season has written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tusoi.core.command import may
from tusoi.decisions.selectors.asked_papers import (
    ASKED,
    OF_CAMPAIGN,
    TABLE,
    Asked,
    AskedText,
    drafted,
)
from tusoi.decisions.selectors.dossier_notes import asked_for
from tusoi.decisions.services.completing import complete_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import Draft, Owner, find_source
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by

LONGEST = 8000
OWNERS = {True: "campaigns.campaign", False: "campaigns.subject"}


class PaperContentForm(forms.Form):
    """Nội dung bổ sung: a field for every text, and for every cell of a table with one row to spare."""

    def __init__(self, *args: Any, asked: Asked, saved: dict[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = asked
        self.rows = [*saved.get(TABLE, ()), {}] if asked.table else []
        for text in asked.texts:
            self.fields[text.code] = _field(text, text.label, saved.get(text.code, ""))
        for number, row in enumerate(self.rows):
            for column in asked.table:
                label = f"{column.label} (dòng {number + 1})"
                self.fields[_cell(number, column)] = _field(column, label, row.get(column.code, ""))

    def texts(self) -> dict[str, Any]:
        """The texts as the command takes them."""
        data = self.cleaned_data
        texts: dict[str, Any] = {text.code: data[text.code] for text in self.asked.texts}
        if self.asked.table:
            texts[TABLE] = [
                {column.code: data[_cell(number, column)] for column in self.asked.table}
                for number in range(len(self.rows))
            ]
        return texts


def _cell(number: int, column: AskedText) -> str:
    return f"{TABLE}-{number}-{column.code}"


def _field(text: AskedText, label: str, value: str) -> forms.CharField:
    """Nothing is required here: what is missing is named on the page of the paper."""
    return forms.CharField(
        label=label,
        help_text=text.hint,
        initial=value,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _own_draft(request: ActorRequest, kind: str, pk: int) -> Draft:
    """The paper, of a row the actor may see and complete."""
    known = PaperKind(kind) if kind in set(PaperKind) else None
    if known not in ASKED:
        raise Http404
    source = find_source(known, OWNERS[known in OF_CAMPAIGN])
    if source is None:
        raise Http404
    owner: Owner = get_object_or_404(source.owners(request.actor), pk=pk)
    if not may(request.actor, "paper.complete", owner):
        raise Http404
    return Draft(source, owner)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR, Role.UNIT_HEAD)
def paper_content(request: ActorRequest, kind: str, pk: int) -> HttpResponse:
    """Bổ sung nội dung văn bản."""
    draft = _own_draft(request, kind, pk)
    known, owner = draft.source.kind, draft.owner
    form = PaperContentForm(
        request.POST or None, asked=asked_for(known, owner), saved=drafted(known, owner)
    )

    def perform(_: dict[str, Any]) -> str:
        complete_paper(**by(request), owner=owner, kind=known, texts=form.texts())
        return f"Đã lưu nội dung của “{draft.title}”."

    address = reverse("draft", args=[known, draft.source.owner_type, owner.pk])
    return act_page(
        request,
        form,
        perform,
        title="Bổ sung nội dung văn bản",
        lead="Những phần này phần mềm không tự viết thay; số liệu và kết quả lấy từ đợt đánh giá.",
        submit="Lưu nội dung",
        trail=(Step(draft.title, address),),
    )
