"""Biểu mẫu con người: persons, assignments, absences, disciplines, the spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.org.enums import (
    AbsenceKind,
    AssignmentKind,
    Category,
    DisciplineForm,
    DisciplineSide,
    Leadership,
)
from tusoi.org.models import PartyCell, Unit
from tusoi.org.selectors.structure import posts_for_choice
from tusoi.web.shared.fields import DateField, optional_choices

if TYPE_CHECKING:
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 20 * 1024 * 1024


class PeopleFilterForm(forms.Form):
    """Bộ lọc danh sách con người."""

    q = forms.CharField(label="Tìm theo tên hoặc mã, không cần dấu", required=False)
    unit = forms.ModelChoiceField(None, label="Đơn vị", required=False, empty_label="Mọi đơn vị")
    category = forms.ChoiceField(
        label="Loại", required=False, choices=optional_choices(Category.choices(), "Mọi loại")
    )
    leadership = forms.ChoiceField(
        label="Chức vụ lãnh đạo",
        required=False,
        choices=optional_choices(Leadership.choices(), "Tất cả"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = Unit.objects.filter(dissolved_on__isnull=True)

    def wanted(self) -> dict[str, Any]:
        """The filters as the selector takes them; what makes no sense is left out."""
        data = self.cleaned_data if self.is_valid() else {}
        return {
            "search": data.get("q", ""),
            "unit": data.get("unit"),
            "category": data.get("category", ""),
            "leadership": data.get("leadership", ""),
        }


class PersonForm(forms.Form):
    """Thông tin của một người; `code` only when the person is new."""

    code = forms.CharField(
        label="Mã cán bộ", max_length=30, help_text="Mỗi người một mã, không đổi qua các năm."
    )
    full_name = forms.CharField(label="Họ và tên", max_length=120)
    category = forms.ChoiceField(label="Loại", choices=Category.choices())
    birth_date = DateField(label="Ngày sinh", required=False)
    party_joined_on = DateField(label="Ngày vào Đảng", required=False)
    party_cell = forms.ModelChoiceField(
        PartyCell.objects.all(),
        label="Chi bộ nơi sinh hoạt",
        required=False,
        empty_label="Không sinh hoạt tại chi bộ nào",
    )
    email = forms.EmailField(label="Thư điện tử", required=False)


class AssignmentForm(forms.Form):
    """Phân công công tác."""

    post = forms.ModelChoiceField(None, label="Vị trí việc làm", empty_label="Chọn vị trí")
    kind = forms.ChoiceField(label="Loại phân công", choices=AssignmentKind.choices())
    starts_on = DateField(label="Từ ngày")
    ends_on = DateField(
        label="Đến hết ngày", required=False, help_text="Để trống khi chưa biết ngày kết thúc."
    )
    is_acting = forms.BooleanField(
        label="Phụ trách, quyền người đứng đầu",
        required=False,
        help_text="Có vai trò của người đứng đầu khi chưa có người chính thức.",
    )
    is_unspecialised = forms.BooleanField(
        label="Kiêm nhiệm không chuyên trách",
        required=False,
        help_text="Tại nơi kiêm nhiệm không chuyên trách có thể chỉ báo cáo kết quả, không kiểm điểm.",
    )
    document = forms.CharField(label="Số, ngày quyết định", max_length=120, required=False)

    def __init__(self, day: date, data: Any = None) -> None:
        super().__init__(data)
        self.fields["post"].queryset = posts_for_choice(day)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["is_specialised"] = not cleaned.pop("is_unspecialised", False)
        return cleaned


class AbsenceForm(forms.Form):
    """Thời gian nghỉ."""

    kind = forms.ChoiceField(label="Lý do", choices=AbsenceKind.choices())
    starts_on = DateField(label="Từ ngày")
    ends_on = DateField(label="Đến hết ngày")
    document = forms.CharField(label="Số, ngày văn bản", max_length=120, required=False)


class PersonDisciplineForm(forms.Form):
    """Quyết định kỷ luật."""

    side = forms.ChoiceField(label="Loại kỷ luật", choices=DisciplineSide.choices())
    form = forms.ChoiceField(label="Hình thức", choices=DisciplineForm.choices())
    effective_on = DateField(label="Ngày có hiệu lực")
    document = forms.CharField(label="Số, ngày quyết định", max_length=120)
    act_code = forms.CharField(
        label="Ký hiệu hành vi",
        max_length=40,
        help_text="Các quyết định về cùng một hành vi mang cùng ký hiệu, để hành vi chỉ tính một lần.",
    )
    acted_on = DateField(label="Ngày xảy ra hành vi", required=False)
    act_summary = forms.CharField(label="Tóm tắt hành vi", widget=forms.Textarea, required=False)


class SheetForm(forms.Form):
    """Bảng nhân sự để kiểm tra hoặc nhập."""

    sheet = forms.FileField(
        label="Bảng nhân sự",
        help_text="Tệp .xlsx theo bảng mẫu, không quá 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_sheet(self) -> UploadedFile:
        sheet: UploadedFile = self.cleaned_data["sheet"]
        if not str(sheet.name).lower().endswith(".xlsx"):
            raise forms.ValidationError(
                "Chỉ nhận tệp .xlsx. Hãy lưu bảng tính dưới dạng này rồi gửi lại."
            )
        if (sheet.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 20 MB. Hãy chia thành nhiều tệp.")
        return sheet
