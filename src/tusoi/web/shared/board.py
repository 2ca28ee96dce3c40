"""Bàn xếp loại trên trang: the filter in the address, the draft levels in the form, the page they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404

from tusoi.decisions.enums import CLASSIFICATION_STATES, RatingLevel
from tusoi.decisions.models import Classification
from tusoi.decisions.permissions import classifications_visible_to
from tusoi.decisions.selectors.board import rating_board
from tusoi.decisions.selectors.board_shapes import BoardFilter
from tusoi.decisions.selectors.results import shown_campaign
from tusoi.org.selectors.units import body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tusoi.campaigns.models import Campaign
    from tusoi.core.actor import Actor
    from tusoi.decisions.selectors.board_shapes import Board
    from tusoi.org.models import Unit
    from tusoi.web.shared.acting import ActorRequest

EVERYTHING = ("", "Tất cả")


class BoardFilterForm(forms.Form):
    """Bộ lọc của bàn xếp loại."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    nhom = forms.ChoiceField(label="Nhóm tương đồng", required=False)
    don_vi = forms.ChoiceField(label="Đơn vị", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[EVERYTHING, *CLASSIFICATION_STATES.items()]
    )
    muc = forms.ChoiceField(
        label="Mức đề nghị", required=False, choices=[EVERYTHING, *RatingLevel.choices()]
    )

    def __init__(self, board: Board, data: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["nhom"].choices = [EVERYTHING, *board.group_names.items()]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["don_vi"].choices = [EVERYTHING, *board.unit_names.items()]  # type: ignore[attr-defined]  # a ChoiceField


def filter_of(data: Mapping[str, str]) -> BoardFilter:
    """The filter as the address has it; what is unknown finds nothing."""
    page = data.get("page", "")
    return BoardFilter(
        group=data.get("nhom", ""),
        unit=data.get("don_vi", ""),
        state=data.get("trang_thai", ""),
        level=data.get("muc", ""),
        query=data.get("q", ""),
        page=int(page) if page.isdecimal() else 1,
    )


def campaign_or_404() -> Campaign:
    """The campaign whose pages are shown."""
    campaign = shown_campaign()
    if campaign is None:
        raise Http404
    return campaign


def body_or_404() -> Unit:
    """The body whose pages are shown."""
    found = body()
    if found is None:
        raise Http404
    return found


def posted_levels(data: Mapping[str, str]) -> dict[int, str]:
    """`level_<classification id>` → level; anything else in the form is not a level."""
    known = {"", *RatingLevel}
    found = {
        name.removeprefix("level_"): value
        for name, value in data.items()
        if name.startswith("level_")
    }
    return {int(pk): value for pk, value in found.items() if pk.isdecimal() and value in known}


def posted_texts(data: Mapping[str, str]) -> dict[int, str]:
    """`text_<classification id>` → the reason written beside the level."""
    found = {
        name.removeprefix("text_"): value
        for name, value in data.items()
        if name.startswith("text_")
    }
    return {int(pk): value for pk, value in found.items() if pk.isdecimal()}


def board_context(request: ActorRequest) -> dict[str, Any]:
    """Everything the board's page and its refreshed part need; draft levels and reasons stay as posted."""
    campaign, levels = campaign_or_404(), posted_levels(request.POST)
    board = rating_board(request.actor, campaign, levels, filter_of(request.GET))
    return {
        "campaign": campaign,
        "form": BoardFilterForm(board, request.GET),
        "board": board,
        "page_obj": board.page,
        "texts": posted_texts(request.POST),
        "levels": list(RatingLevel),
        "next": request.POST.get("next") or request.get_full_path(),
    }


def changed_levels(actor: Actor, data: Mapping[str, str]) -> dict[Classification, str]:
    """The rows of the form whose level or reason differs from what is stored."""
    levels, texts = posted_levels(data), posted_texts(data)
    rows = classifications_visible_to(actor).filter(pk__in=levels)
    rows = rows.select_related("subject__track", "subject__campaign")
    return {
        row: levels[row.pk] for row in rows if levels[row.pk] and _is_changed(row, levels, texts)
    }


def _is_changed(row: Classification, levels: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    text = texts.get(row.pk, row.proposal_text).strip()
    return (row.proposed_level, row.proposal_text) != (levels[row.pk], text)
