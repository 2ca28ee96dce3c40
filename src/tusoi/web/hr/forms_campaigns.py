"""Biểu mẫu lập kế hoạch, một việc một trang."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.campaigns.enums import (
    SELF_REVIEW_STATES,
    MilestoneStep,
    PlaceKind,
    Standing,
    SubjectKind,
)
from tusoi.campaigns.models import Campaign, Milestone, Subject, Track
from tusoi.campaigns.selectors.campaigns import known_overlays
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.rulebook.form_choice import choices_on, criteria_forms_on

PLAN_FIELDS = (
    "title",
    "plan_number",
    "plan_date",
    "overlay",
    "signer",
    "signer_title",
    "superior_body",
    "plan_purpose",
    "plan_contents",
    "plan_organisation",
    "recipients",
)
_TEXT = "Mỗi đoạn một dòng."


def date_field(label: str, **options: Any) -> forms.DateField:
    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}
    )
    options.setdefault("help_text", "Ví dụ: 30/11/2023.")
    return forms.DateField(
        label=label, widget=widget, input_formats=["%d/%m/%Y", "%Y-%m-%d"], **options
    )


def _paragraphs(label: str, help_text: str = _TEXT) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea, required=False)


class DraftForm(forms.Form):
    """Lập đợt: what every plan states."""

    title = forms.CharField(
        label="Tên đợt đánh giá", max_length=300, help_text="Như trích yếu của kế hoạch."
    )
    review_year = forms.IntegerField(label="Năm đánh giá", min_value=2020, max_value=2100)
    plan_number = forms.CharField(
        label="Số, ký hiệu kế hoạch",
        max_length=60,
        required=False,
        help_text="Ví dụ: 15/KH-SCT. Để trống khi chưa có số.",
    )
    plan_date = date_field("Ngày kế hoạch")
    overlay = forms.ChoiceField(
        label="Quy định riêng áp dụng",
        required=False,
        help_text="Quy định của địa phương, cơ quan được áp dụng cùng quy định của Trung ương.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["overlay"].choices = [("", "Không có"), *known_overlays()]


class PlanForm(DraftForm):
    """Thông tin kế hoạch: the texts and the signer as well."""

    signer = forms.ModelChoiceField(None, label="Người ký", required=False, empty_label="Chưa chọn")
    signer_title = forms.CharField(label="Chức vụ của người ký", max_length=120, required=False)
    superior_body = forms.CharField(
        label="Cơ quan cấp trên nhận báo cáo", max_length=200, required=False
    )
    plan_purpose = _paragraphs("Mục đích, yêu cầu")
    plan_contents = _paragraphs("Nội dung kiểm điểm")
    plan_organisation = _paragraphs("Tổ chức thực hiện")
    recipients = _paragraphs("Nơi nhận", "Mỗi nơi nhận một dòng; dòng lưu viết “Lưu: VT, VP”.")

    def __init__(self, campaign: Campaign, data: Any = None) -> None:
        super().__init__(data, initial={field: getattr(campaign, field) for field in PLAN_FIELDS})
        del self.fields["review_year"]
        leaders = Person.objects.filter(memberships__collective__unit=campaign.body).distinct()
        self.fields["signer"].queryset = leaders


class BasesForm(forms.Form):
    texts = forms.CharField(
        label="Căn cứ pháp lý",
        widget=forms.Textarea,
        help_text="Mỗi căn cứ một dòng, theo thứ tự trong kế hoạch.",
        error_messages={"required": "Ghi ít nhất một căn cứ pháp lý."},
    )


class MilestoneForm(forms.Form):
    step = forms.ChoiceField(label="Bước", choices=MilestoneStep.choices)
    label = forms.CharField(label="Nội dung công việc", max_length=300)
    responsible = forms.CharField(label="Đơn vị, cá nhân chủ trì", max_length=200)
    due_on = date_field("Ngày")
    is_inclusive = forms.TypedChoiceField(
        label="Cách tính",
        choices=[("before", "Trước ngày này"), ("within", "Trong ngày này")],
        coerce=lambda code: code == "within",
        widget=forms.RadioSelect,
        help_text="“Trước ngày 30/11” nghĩa là chậm nhất hết ngày 29/11.",
    )

    def __init__(self, milestone: Milestone | None = None, data: Any = None) -> None:
        names = ("step", "label", "responsible", "due_on")
        initial = {name: getattr(milestone, name) for name in names} if milestone else {}
        initial["is_inclusive"] = "within" if milestone and milestone.is_inclusive else "before"
        super().__init__(data, initial=initial)


class TrackForm(forms.Form):
    """Biểu mẫu của một nhóm đối tượng: those in use on the day of the plan."""

    form_code = forms.ChoiceField(label="Biểu mẫu", widget=forms.RadioSelect)
    criteria_form_code = forms.ChoiceField(
        label="Phiếu phân tích chất lượng kèm theo", widget=forms.RadioSelect, required=False
    )

    def __init__(self, track: Track, data: Any = None) -> None:
        names = ("form_code", "criteria_form_code")
        super().__init__(data, initial={name: getattr(track, name) for name in names})
        day, is_collective = track.campaign.plan_date, SubjectKind(track.kind).is_collective
        main = choices_on(day, is_collective=is_collective)
        self.fields["form_code"].choices = [(each.code, each.label) for each in main]
        if is_collective:
            sheets = [(each.code, each.label) for each in criteria_forms_on(day)]
            self.fields["criteria_form_code"].choices = [("", "Không kèm phiếu"), *sheets]
        else:
            del self.fields["criteria_form_code"]


class EnrolForm(forms.Form):
    as_of = date_field(
        "Tính đến ngày",
        help_text="Người đang công tác tại cơ quan vào ngày này được đưa vào danh sách.",
    )


class StandingForm(forms.Form):
    standing = forms.ChoiceField(
        label="Diện đánh giá", choices=Standing.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Lý do", max_length=500, help_text="Ghi lý do và văn bản làm căn cứ."
    )

    def __init__(self, subject: Subject, data: Any = None) -> None:
        super().__init__(
            data, initial={"standing": subject.standing, "reason": subject.standing_reason}
        )


class PlaceForm(forms.Form):
    """Xác định nơi kiểm điểm: one unit or one Party cell."""

    unit = forms.ModelChoiceField(
        Unit.objects.all(), label="Đơn vị", required=False, empty_label="Không phải đơn vị"
    )
    cell = forms.ModelChoiceField(
        PartyCell.objects.all(), label="Chi bộ", required=False, empty_label="Không phải chi bộ"
    )
    kind = forms.ChoiceField(label="Hình thức", choices=PlaceKind.choices())
    is_further = forms.BooleanField(
        label="Kiểm điểm thêm ở nơi này, giữ nguyên nơi kiểm điểm chính", required=False
    )
    reason = forms.CharField(
        label="Lý do", max_length=500, help_text="Ghi lý do và văn bản của cấp có thẩm quyền."
    )

    def wanted(self) -> dict[str, Any]:
        """What the command takes; an empty reason is refused there."""
        data = self.cleaned_data
        return {
            "unit": data.get("unit"),
            "cell": data.get("cell"),
            "kind": data.get("kind", PlaceKind.UNIT),
            "is_main": not data.get("is_further", False),
            "reason": data.get("reason", ""),
        }


class SubjectFilterForm(forms.Form):
    """Bộ lọc danh sách đối tượng."""

    q = forms.CharField(label="Tìm theo tên, chức vụ, mã", required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label="Đơn vị", required=False, empty_label="Tất cả đơn vị"
    )
    kind = forms.ChoiceField(label="Nhóm đối tượng", required=False)
    standing = forms.ChoiceField(label="Diện đánh giá", required=False)
    state = forms.ChoiceField(label="Bản kiểm điểm", required=False)
    places = forms.ChoiceField(
        label="Nơi kiểm điểm",
        required=False,
        choices=[("", "Tất cả"), ("open", "Còn nơi chưa kiểm điểm")],
    )

    def __init__(self, campaign: Campaign, data: Any) -> None:
        super().__init__(data)
        kinds = [(track.kind, str(track)) for track in campaign.tracks.all()]
        self.fields["kind"].choices = [("", "Tất cả nhóm"), *kinds]
        self.fields["standing"].choices = [("", "Tất cả diện"), *Standing.choices()]
        self.fields["state"].choices = [("", "Mọi trạng thái"), *SELF_REVIEW_STATES.items()]
