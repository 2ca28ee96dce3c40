"""Biểu mẫu quy định áp dụng: the filter of the list, a value of the body's own, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.campaigns.models import Campaign
from tusoi.campaigns.selectors.local_rules import STATUSES
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.parameter_text import exact_from_typed, parameter_groups
from tusoi.web.shared.fields import DateField, optional_choices

if TYPE_CHECKING:
    from datetime import date

    from tusoi.rulebook.parameters import Parameter

_FLAG = {"true": "Có", "false": "Không"}
_HINTS = {
    "share": "Theo phần trăm, ví dụ: 15% hoặc 12,5%. Phân số ghi như 1/3.",
    "count": "Ghi số nguyên, ví dụ: 5.",
    "day": "Ghi số ngày, ví dụ: 1,5.",
    "month": "Ghi số tháng, ví dụ: 6.",
    "month_day": "Ghi ngày và tháng, ví dụ: 15/12.",
}
_DOCUMENT = ("document_number", "document_date", "issuer")


class CampaignField(forms.ModelChoiceField):
    """Đợt đánh giá, by its short name and state."""

    def label_from_instance(self, campaign: Campaign) -> str:
        return f"{campaign.name} ({campaign.get_state_display().lower()})"


class RuleFilterForm(forms.Form):
    """Bộ lọc trang “Quy định áp dụng”."""

    q = forms.CharField(label="Tìm không cần dấu", required=False)
    day = DateField(label="Áp dụng vào ngày", required=False)
    campaign = CampaignField(
        None, label="Theo đợt đánh giá", required=False, empty_label="Không theo đợt nào"
    )
    group = forms.ChoiceField(label="Nội dung", required=False)
    rated_as = forms.ChoiceField(
        label="Loại đối tượng",
        required=False,
        choices=optional_choices(RatedAs.choices(), "Tất cả"),
    )
    status = forms.ChoiceField(label="Tình trạng", required=False, choices=list(STATUSES.items()))

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data, initial={"day": today})
        self.fields["campaign"].queryset = Campaign.objects.all()
        self.fields["group"].choices = optional_choices(
            list(parameter_groups().items()), "Mọi nội dung"
        )


def _value_field(parameter: Parameter) -> forms.Field:
    """Choices where the law names them, else a line of text with the way to write it."""
    choices = dict(parameter.choices) or (_FLAG if parameter.unit == "flag" else {})
    if choices:
        return forms.ChoiceField(
            label="Giá trị", choices=list(choices.items()), widget=forms.RadioSelect
        )
    return forms.CharField(label="Giá trị", max_length=80, help_text=_HINTS.get(parameter.unit, ""))


class LocalRuleForm(forms.Form):
    """Thêm quy định của cơ quan: the value in the unit of the parameter, its days, its document."""

    value = forms.Field()
    starts_on = DateField(label="Áp dụng từ ngày")
    ends_on = DateField(
        label="Đến hết ngày",
        required=False,
        help_text="Để trống khi văn bản không nêu ngày kết thúc.",
    )
    document_number = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=60, help_text="Ví dụ: 15/QĐ-SCT."
    )
    document_date = DateField(label="Ngày ban hành văn bản")
    issuer = forms.CharField(label="Cơ quan, người ban hành", max_length=200)
    note = forms.CharField(
        label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, parameter: Parameter, data: Any = None, *, issuer: str = "") -> None:
        super().__init__(data, initial={"issuer": issuer})
        self.parameter = parameter
        self.fields["value"] = _value_field(parameter)
        self.order_fields(["value"])

    def facts(self) -> dict[str, Any]:
        """The valid input as the command takes it."""
        value = exact_from_typed(self.parameter, self.cleaned_data["value"])
        return {**self.cleaned_data, "name": self.parameter.name, "value": value}


class LocalRuleEndForm(forms.Form):
    """Kết thúc quy định của cơ quan."""

    ended_from = DateField(
        label="Thôi áp dụng từ ngày",
        help_text="Ngày đầu tiên không còn áp dụng. Ghi ngày bắt đầu để bỏ hẳn một quy định nhập nhầm.",
    )
    reason = forms.CharField(
        label="Lý do",
        help_text="Nêu lý do và văn bản làm căn cứ.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
