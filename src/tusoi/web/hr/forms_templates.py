"""Biểu mẫu về mẫu văn bản: a file for one unit, the reason to stop using it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.officialdocs.own import LARGEST_FILE

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tusoi.org.models import Unit


class TemplateForm(forms.Form):
    """Thêm mẫu văn bản."""

    unit: Any = forms.ModelChoiceField(
        queryset=None,
        label="Cơ quan, đơn vị dùng mẫu",
        help_text="Mẫu của cơ quan dùng cho cả các đơn vị chưa có mẫu riêng.",
    )
    file = forms.FileField(
        label="Tệp mẫu",
        help_text=f"Tệp .docx, không quá {LARGEST_FILE // (1024 * 1024)} MB, không có macro.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    note_text = forms.CharField(label="Ghi chú", required=False, max_length=500)

    def __init__(self, *args: Any, units: QuerySet[Unit]) -> None:
        super().__init__(*args)
        self.fields["unit"].queryset = units

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError("Tệp quá lớn. Giảm dung lượng hình ảnh rồi tải lại.")
        return file


class TemplateRetireForm(forms.Form):
    """Thôi dùng mẫu văn bản."""

    reason = forms.CharField(label="Lý do thôi dùng", max_length=500)
