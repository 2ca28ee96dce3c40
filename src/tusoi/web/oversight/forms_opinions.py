"""Biểu nhập ý kiến."""

from __future__ import annotations

from django import forms

from tusoi.decisions.enums import RatingLevel


class OpinionForm(forms.Form):
    """Ý kiến nhận xét, đánh giá."""

    text = forms.CharField(
        label="Nội dung nhận xét, đánh giá", widget=forms.Textarea(attrs={"rows": 8})
    )
    level = forms.ChoiceField(
        label="Mức đề xuất", required=False, choices=[("", "Không nêu mức"), *RatingLevel.choices()]
    )
