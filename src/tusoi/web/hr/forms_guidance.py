"""Biểu nhập về gợi ý kiểm điểm và phân công dự, chỉ đạo."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.campaigns.models import Campaign, Suggestion
from tusoi.campaigns.selectors.suggestions import STATUSES, units_to_ask
from tusoi.campaigns.selectors.supervisions import upper_level
from tusoi.core import clock
from tusoi.org.models import Person, Unit

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SuggestionFilter(forms.Form):
    """Bộ lọc nội dung gợi ý."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Tất cả"), *((code, label) for code, (label, _) in STATUSES.items())],
    )


class SubjectSearch(forms.Form):
    """Tìm đối tượng để ghi gợi ý."""

    q = forms.CharField(label="Tìm theo tên", required=False)


class SuggestionForm(forms.Form):
    """Một nội dung gợi ý kiểm điểm, theo văn bản của cấp trên."""

    issuer = forms.CharField(
        label="Cấp gợi ý kiểm điểm",
        max_length=200,
        help_text="Ví dụ: Ban Thường vụ Tỉnh ủy, Tập thể lãnh đạo Sở.",
    )
    document_number = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, required=False, help_text="Ví dụ: 1205-CV/TU."
    )
    document_date = forms.DateField(label="Ngày văn bản", widget=_DAY)
    text = forms.CharField(
        label="Nội dung gợi ý kiểm điểm",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Chép nguyên văn; mỗi nội dung ghi một lần để giải trình riêng.",
    )


class WithdrawalForm(forms.Form):
    """Lý do rút gợi ý."""

    reason = forms.CharField(label="Lý do rút gợi ý", widget=forms.Textarea(attrs={"rows": 3}))


class AskForm(forms.Form):
    """Đơn vị liên quan được hỏi ý kiến, chỉ về nội dung gợi ý."""

    units = forms.ModelMultipleChoiceField(
        label="Đơn vị liên quan",
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    due_on = forms.DateField(label="Hạn cho ý kiến (đến hết ngày)", widget=_DAY)

    def __init__(self, *args: Any, suggestion: Suggestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units_to_ask(suggestion)  # type: ignore[attr-defined]  # a choice of rows has it


class SupervisionFilter(forms.Form):
    """Bộ lọc đơn vị."""

    q = forms.CharField(label="Tìm theo đơn vị", required=False)
    con_thieu = forms.BooleanField(label="Chỉ đơn vị chưa phân công", required=False)


class AssignmentForm(forms.Form):
    """Người của cấp trên dự, chỉ đạo kiểm điểm ở một đơn vị."""

    person = forms.ModelChoiceField(
        label="Người dự, chỉ đạo",
        queryset=Person.objects.none(),
        empty_label="Chọn trong danh sách",
        help_text="Thành viên tập thể lãnh đạo hoặc cấp ủy của cấp trên.",
    )
    document = forms.CharField(label="Văn bản phân công", max_length=120, required=False)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = upper_level(campaign, clock.today())
        self.fields["person"].queryset = people  # type: ignore[attr-defined]  # a choice of rows has it
