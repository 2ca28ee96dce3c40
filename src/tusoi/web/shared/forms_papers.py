"""Biểu mẫu văn bản: number and date on issue, withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.documents.models import StoredDocument
from tusoi.documents.services.numbering import LAST_NUMBER, Stamp
from tusoi.web.shared.fields import DateField


class IssueForm(forms.Form):
    """Ban hành văn bản."""

    dated = DateField(label="Ngày ban hành")
    number = forms.IntegerField(
        label="Số văn bản",
        required=False,
        min_value=1,
        max_value=LAST_NUMBER,
        help_text="Để trống để lấy số tiếp theo của sổ; ghi số nếu văn thư đã cấp ngoài hệ thống.",
    )
    reason = forms.CharField(
        label="Lý do ngày không theo thứ tự số",
        required=False,
        help_text="Chỉ ghi khi ngày ban hành trước ngày của số liền trước, hoặc sau ngày của số liền sau.",
    )
    copies = forms.IntegerField(
        label="Số lượng bản", required=False, min_value=1, max_value=LAST_NUMBER
    )
    note = forms.CharField(label="Ghi chú vào sổ", required=False)

    def stamp(self) -> Stamp:
        return Stamp(**self.cleaned_data)


class FreezeForm(forms.Form):
    """Chốt văn bản không mang số."""

    dated = DateField(label="Ngày chốt văn bản")

    def stamp(self) -> Stamp:
        return Stamp(**self.cleaned_data)


class WithdrawForm(forms.Form):
    """Thu hồi văn bản."""

    reason = forms.CharField(
        label="Lý do thu hồi",
        widget=forms.Textarea,
        help_text="Ghi rõ sai sót hoặc căn cứ thu hồi.",
    )
    replaced_by = forms.ModelChoiceField(
        None, label="Văn bản thay thế", required=False, empty_label="Chưa có văn bản thay thế"
    )

    def __init__(self, data: Any, *, others: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["replaced_by"]
        field.queryset = others


def others_like(document: StoredDocument) -> Any:
    """Papers of the same row and kind that may replace this one."""
    rows = StoredDocument.objects.filter(
        kind=document.kind,
        owner_type=document.owner_type,
        owner_id=document.owner_id,
        withdrawal__isnull=True,
    )
    return rows.exclude(pk=document.pk).defer("docx", "pdf", "preview")
