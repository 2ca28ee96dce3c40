"""Biểu mẫu chứng thư gốc tin cậy."""

from __future__ import annotations

from django import forms


class TrustAnchorForm(forms.Form):
    """Chứng thư gốc tin cậy."""

    certificate = forms.FileField(
        label="Tệp chứng thư gốc",
        help_text="Tệp .cer, .crt hoặc .pem do nơi cấp chứng thư công bố.",
        widget=forms.FileInput(attrs={"accept": ".cer,.crt,.pem,.der"}),
    )
    source = forms.CharField(
        label="Nguồn và cách đối chiếu",
        max_length=500,
        help_text="Ví dụ: tải từ trang của nơi cấp ngày 01/11/2023, đã đối chiếu dấu vân tay qua công văn.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RetireAnchorForm(forms.Form):
    """Thôi tin cậy một chứng thư."""

    reason = forms.CharField(
        label="Lý do", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
