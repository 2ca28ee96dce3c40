"""Bộ lọc hồ sơ còn thiếu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from tusoi.decisions.selectors.missing_papers import DossierFilter
from tusoi.rulebook.dossier_lists import PartSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from tusoi.org.models import Unit

EVERYTHING = ("", "Tất cả")
MISSING = "thieu"


class DossierFilterForm(forms.Form):
    """Bộ lọc hồ sơ; the view by subject or by unit stays as chosen."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    don_vi = forms.ChoiceField(label="Đơn vị", required=False)
    tai_lieu = forms.ChoiceField(
        label="Thiếu tài liệu", required=False, choices=[EVERYTHING, *PartSource.choices()]
    )
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[EVERYTHING, (MISSING, "Còn thiếu")]
    )
    xem = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, units: QuerySet[Unit], data: Mapping[str, str]) -> None:
        super().__init__(data)
        choices = [EVERYTHING, *units.values_list("code", "short_name")]
        self.fields["don_vi"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> DossierFilter:
        """The filter as the address has it; what is unknown is left out."""
        chosen = self.cleaned_data if self.is_valid() else {}
        return DossierFilter(
            query=chosen.get("q", ""),
            unit=chosen.get("don_vi", ""),
            source=chosen.get("tai_lieu", ""),
            only_missing=chosen.get("tinh_trang") == MISSING,
        )
