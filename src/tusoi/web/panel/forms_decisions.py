"""Biểu nhập của quyết định: its facts, the levels it decides, the reasons for deciding otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.decisions.selectors.deciding import DecisionDraft
from tusoi.decisions.selectors.signing import basis_meetings
from tusoi.decisions.services.deciding import OverrideInput
from tusoi.rulebook.facts import RatingLevel
from tusoi.web.shared.board import posted_levels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tusoi.campaigns.models import Campaign
    from tusoi.core.actor import Actor
    from tusoi.decisions.models import Classification
    from tusoi.decisions.selectors.signing import OverrideAsked


class DecisionForm(forms.Form):
    """Thông tin của quyết định."""

    number = forms.CharField(
        label="Số quyết định", max_length=60, help_text="Ví dụ: 1012 hoặc 1012/QĐ-SCT."
    )
    signed_on = forms.DateField(
        label="Ngày ký", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=120)
    basis_meeting = forms.ModelChoiceField(
        label="Hội nghị làm căn cứ",
        queryset=None,
        required=False,
        empty_label="Không có",
        help_text="Hội nghị Tập thể Lãnh đạo đã thông qua biên bản; viên chức do người đứng đầu đơn vị quyết định thì không cần.",
    )

    def __init__(self, campaign: Campaign, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign = campaign
        self.fields["basis_meeting"].queryset = basis_meetings(campaign)  # type: ignore[attr-defined]  # a ModelChoiceField


def chosen_levels(
    rows: Iterable[Classification], data: Mapping[str, str]
) -> dict[Classification, RatingLevel]:
    """The level chosen for each row; rows without a level are left for later."""
    levels = {pk: RatingLevel(level) for pk, level in posted_levels(data).items() if level}
    return {row: levels[row.pk] for row in rows if row.pk in levels}


def draft_of(
    actor: Actor, form: DecisionForm, levels: Mapping[Classification, RatingLevel], today: date
) -> DecisionDraft:
    """The decision as the form has it so far."""
    form.is_valid()
    given = getattr(form, "cleaned_data", {})
    return DecisionDraft(
        actor=actor,
        campaign=form.campaign,
        levels=levels,
        number=given.get("number", ""),
        signed_on=given.get("signed_on") or today,
        basis_meeting=given.get("basis_meeting"),
    )


def posted_overrides(data: Mapping[str, str]) -> dict[int, list[OverrideInput]]:
    """`override_<key>_rule`, `_rows`, `_reason`, `_document`: one answer may stand for several rows."""
    found: dict[int, list[OverrideInput]] = {}
    for name in data:
        prefix, _, part = name.rpartition("_")
        if (
            part == "rule"
            and prefix.startswith("override_")
            and data.get(f"{prefix}_reason", "").strip()
        ):
            answer = OverrideInput(
                data[name], data[f"{prefix}_reason"], data.get(f"{prefix}_document", "")
            )
            for pk in filter(str.isdecimal, data.get(f"{prefix}_rows", "").split(",")):
                found.setdefault(int(pk), []).append(answer)
    return found


def are_answered(
    asked: Iterable[OverrideAsked], overrides: Mapping[int, list[OverrideInput]]
) -> bool:
    """Whether every finding that asks for a reason has one, with its document."""
    given = {
        (pk, each.rule)
        for pk, answers in overrides.items()
        for each in answers
        if each.document.strip()
    }
    return all((pk, each.rule) in given for each in asked for pk in each.rows)
