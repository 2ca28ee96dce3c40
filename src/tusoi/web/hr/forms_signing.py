"""Biểu mẫu đưa lên bản đã ký số."""

from __future__ import annotations

from django import forms


class SignedFileForm(forms.Form):
    """Bản đã ký số của một văn bản."""

    signed = forms.FileField(
        label="Tệp PDF đã ký",
        help_text="Ký số trên đúng bản PDF tải từ trang văn bản; không quá 50 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )
    reason = forms.CharField(
        label="Lý do ký từ tệp khác",
        required=False,
        max_length=500,
        help_text="Chỉ ghi khi buộc phải dùng tệp không phải bản PDF đã lập tại đây.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
