"""Biểu mẫu lập bộ văn bản."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.documents.enums import SetContent, SetFormat
from tusoi.documents.selectors.sets import Wanted
from tusoi.org.enums import Role
from tusoi.org.models import Unit

OF_ONE_UNIT = frozenset({Role.UNIT_HEAD, Role.SECRETARY})
_CONTENTS = [choice for choice in SetContent.choices() if choice[0] != SetContent.DOSSIER]


class FormatsForm(forms.Form):
    """Lập hồ sơ của một đối tượng: only in which files."""

    formats = forms.ChoiceField(
        label="Định dạng tệp", choices=SetFormat.choices(), initial=SetFormat.BOTH
    )


class SetForm(FormatsForm):
    """Lập bộ văn bản: which papers, of which season and unit."""

    content = forms.ChoiceField(label="Nội dung", choices=_CONTENTS)
    campaign = forms.ModelChoiceField(Campaign.objects.none(), label="Đợt đánh giá")
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label="Đơn vị", required=False, empty_label="Mọi đơn vị"
    )
    field_order = ("content", "campaign", "unit", "formats")

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        campaigns = Campaign.objects.exclude(state="withdrawn")
        self.fields["campaign"].queryset = campaigns
        self.fields["campaign"].initial = campaigns.first()
        if actor.role in OF_ONE_UNIT:
            del self.fields["unit"]

    def wanted(self) -> Wanted:
        return Wanted(
            content=SetContent(self.cleaned_data["content"]),
            campaign_id=self.cleaned_data["campaign"].pk,
            unit=self.cleaned_data.get("unit"),
        )

    def title(self) -> str:
        """What is in the set, of whom, of which season."""
        unit, content = self.cleaned_data.get("unit"), SetContent(self.cleaned_data["content"])
        parts = (content.label, unit.name if unit else "", self.cleaned_data["campaign"].name)
        return ", ".join(part for part in parts if part)
