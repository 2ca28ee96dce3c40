"""Biểu mẫu đọc kế hoạch: the text to read, the answer to one field, the campaign made from a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.selectors.campaigns import known_overlays
from tusoi.campaigns.selectors.plan_fields import InputKind
from tusoi.campaigns.selectors.plan_proposals import Proposal, a_year_from
from tusoi.planreader.draft import DocumentKind
from tusoi.planreader.files import MAX_BYTES
from tusoi.web.shared.fields import DateField

if TYPE_CHECKING:
    from tusoi.campaigns.selectors.plan_readings import SettledField

_NONE = "none"
_BOUNDS = {_NONE: None, "before": False, "within": True}
_FLAG = [("true", "Có"), ("false", "Không")]
_HINTS = {
    InputKind.DAY: "Ví dụ: 30/11/2023.",
    InputKind.DEADLINE: "Ví dụ: 30/11/2023.",
    InputKind.YEAR: "Ví dụ: 2023.",
    InputKind.PARAGRAPHS: "Mỗi đoạn một dòng.",
}


class ReadingForm(forms.Form):
    """Đọc kế hoạch: a file, or the text itself."""

    file = forms.FileField(
        label="Tệp kế hoạch",
        required=False,
        allow_empty_file=True,
        help_text=f"Tệp .docx, .pdf có chữ hoặc .txt, không quá {MAX_BYTES // 1024**2} MB. Kéo tệp thả vào ô này cũng được.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt,.md", "data-drop": "true"}),
    )
    text = forms.CharField(
        label="Hoặc dán toàn văn kế hoạch",
        required=False,
        help_text="Chép từ trang web, thư điện tử hay phần mềm văn bản rồi dán vào đây.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        given = [bool(data.get("file")) or data.get("file") is not None, bool(data.get("text"))]
        if sum(given) != 1 and not self.errors:
            raise forms.ValidationError(
                "Chọn một trong hai cách: gửi tệp, hoặc dán văn bản."
                if all(given)
                else "Chưa có gì để đọc. Chọn một tệp, hoặc dán văn bản."
            )
        return data

    def source(self) -> dict[str, Any]:
        """The valid input as the command takes it."""
        file = self.cleaned_data["file"]
        if file is not None:
            return {"content": file.read(), "file_name": file.name}
        return {"content": self.cleaned_data["text"].encode(), "file_name": ""}


class TypedField(forms.CharField):
    """Giá trị được ghi: whether the field can hold it is said by the command."""

    def validate(self, value: Any) -> None:
        """Leave the checking to the command."""


class SettleForm(forms.Form):
    """Sửa một mục: the value in the way its kind is written; a deadline has its step and its bound as well."""

    value = TypedField(label="Giá trị đúng", strip=False)
    step = forms.ChoiceField(
        label="Bước của đợt",
        choices=[(_NONE, "Không gắn với bước nào"), *MilestoneStep.choices()],
    )
    inclusive = forms.ChoiceField(
        label="Cách tính",
        choices=[(_NONE, "Chưa rõ"), ("before", "Trước ngày này"), ("within", "Trong ngày này")],
    )

    def __init__(self, row: SettledField, data: Any = None, *, part: str = "sua") -> None:
        bound = next(code for code, counts in _BOUNDS.items() if counts is row.inclusive)
        initial = {"value": _typed(row), "step": row.step or _NONE, "inclusive": bound}
        super().__init__(data, initial=initial, auto_id=f"{part}-{row.key}-%s")
        self.fields["value"].widget = _widget(row)
        self.fields["value"].help_text = _HINTS.get(row.field.input, "")
        if row.field.input is not InputKind.DEADLINE:
            del self.fields["step"], self.fields["inclusive"]

    def answer(self) -> dict[str, Any]:
        """What was typed, as the command takes it; a choice that is no choice is left out."""
        data: dict[str, Any] = getattr(self, "cleaned_data", {})
        step = data.get("step", _NONE)
        return {
            "value": data.get("value", ""),
            "step": "" if step == _NONE else step,
            "inclusive": _BOUNDS[data.get("inclusive", _NONE)],
        }


def _typed(row: SettledField) -> str:
    """The value as people would type it."""
    if row.field.input is InputKind.RULE and row.field.parameter is not None:
        return row.written if row.field.parameter.unit == "share" else row.value.replace(".", ",")
    if row.field.input in {InputKind.DAY, InputKind.DEADLINE}:
        return row.written
    return row.value


def _widget(row: SettledField) -> forms.Widget:
    field = row.field
    if field.input is InputKind.PARAGRAPHS:
        return forms.Textarea(attrs={"rows": 6})
    if field.input is InputKind.KIND:
        return forms.Select(choices=[(each.value, each.label) for each in DocumentKind])
    if field.parameter is not None and field.parameter.choices:
        return forms.Select(choices=list(field.parameter.choices.items()))
    if field.parameter is not None and field.parameter.unit == "flag":
        return forms.Select(choices=_FLAG)
    is_number = field.input in {InputKind.DAY, InputKind.DEADLINE, InputKind.YEAR}
    return forms.TextInput(attrs={"inputmode": "numeric"} if is_number else {})


class ReadingCampaignForm(forms.Form):
    """Lập đợt từ bản đọc: the local rules to apply, until when those of the plan hold, why a doubtful text is used."""

    overlay = forms.ChoiceField(
        label="Bộ quy định và quy trình áp dụng",
        required=False,
        help_text="Quy trình đánh giá từng nhóm đối tượng được lấy từ bộ này ở bước “Quy trình áp dụng”.",
    )
    rules_until = DateField(
        label="Quy định riêng của kế hoạch áp dụng đến hết ngày",
        required=False,
        help_text="Để trống khi kế hoạch không có thời hạn.",
    )
    reason = forms.CharField(
        label="Lý do lập đợt từ văn bản này",
        max_length=500,
        help_text="Lý do được ghi vào nhật ký cùng tên người lập.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, proposal: Proposal, data: Any = None) -> None:
        last = a_year_from(proposal.plan_date) if proposal.plan_date else None
        super().__init__(data, initial={"overlay": proposal.overlay, "rules_until": last})
        self.fields["overlay"].choices = [("", "Chưa chọn"), *known_overlays()]
        if not any(rule.stance == "new" for rule in proposal.rules):
            del self.fields["rules_until"]
        if not proposal.doubts:
            del self.fields["reason"]
