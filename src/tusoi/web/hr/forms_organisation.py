"""Biểu mẫu tổ chức: units, posts, groups, cells, collectives."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.org.enums import CollectiveKind, Leadership, UnitKind
from tusoi.org.models import SimilarPostGroup, Unit
from tusoi.web.shared.fields import DateField, person_with


class UnitSearchForm(forms.Form):
    q = forms.CharField(label="Tìm đơn vị", required=False)


class UnitCorrectForm(forms.Form):
    """Tên và chi tiết của đơn vị."""

    name = forms.CharField(label="Tên đầy đủ", max_length=300)
    short_name = forms.CharField(
        label="Tên ngắn", max_length=80, help_text="Dùng trong bảng và thực đơn."
    )
    superior_name = forms.CharField(
        label="Cơ quan chủ quản",
        max_length=200,
        required=False,
        help_text="Ghi trên đầu văn bản, ví dụ: Ủy ban nhân dân tỉnh.",
    )
    place = forms.CharField(
        label="Địa danh",
        max_length=80,
        required=False,
        help_text="Ghi trước ngày tháng của văn bản.",
    )
    founded_on = DateField(label="Ngày thành lập", required=False)


class UnitForm(UnitCorrectForm):
    """Lập đơn vị."""

    parent = forms.ModelChoiceField(None, label="Đơn vị cấp trên", empty_label="Chọn đơn vị")
    kind = forms.ChoiceField(label="Loại đơn vị", choices=UnitKind.choices())
    code = forms.CharField(
        label="Mã đơn vị", max_length=30, help_text="Ngắn gọn, không đổi, ví dụ: QLTM."
    )
    field_order = ("parent", "kind", "code", "name", "short_name")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].queryset = Unit.objects.filter(dissolved_on__isnull=True)


class UnitMoveForm(forms.Form):
    """Chuyển đơn vị."""

    parent = forms.ModelChoiceField(None, label="Đơn vị cấp trên mới", empty_label="Chọn đơn vị")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].queryset = Unit.objects.filter(dissolved_on__isnull=True)


class DissolveForm(forms.Form):
    """Giải thể đơn vị."""

    dissolved_on = DateField(
        label="Ngày giải thể", help_text="Từ ngày này không ai giữ vị trí tại đơn vị."
    )


class PostForm(forms.Form):
    """Lập vị trí việc làm."""

    title = forms.CharField(label="Tên chức vụ, vị trí việc làm", max_length=200)
    leadership = forms.ChoiceField(label="Chức vụ lãnh đạo, quản lý", choices=Leadership.choices())
    group = forms.ModelChoiceField(
        SimilarPostGroup.objects.all(),
        label="Nhóm đối tượng có nhiệm vụ tương đồng",
        empty_label="Chọn nhóm",
        help_text="Tỷ lệ xếp loại xuất sắc được tính trong từng nhóm.",
    )
    rank = forms.IntegerField(
        label="Thứ bậc",
        min_value=1,
        max_value=999,
        initial=100,
        help_text="Số nhỏ đứng trước trong danh sách.",
    )


class GroupForm(forms.Form):
    """Lập nhóm tương đồng."""

    code = forms.CharField(label="Mã nhóm", max_length=40)
    name = forms.CharField(label="Tên nhóm", max_length=200)
    position = forms.IntegerField(label="Thứ tự", min_value=0, max_value=999, initial=0)


class CellCorrectForm(forms.Form):
    """Thông tin của chi bộ."""

    name = forms.CharField(label="Tên chi bộ", max_length=200)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label="Đơn vị", required=False, empty_label="Không gắn với đơn vị"
    )
    is_without_committee = forms.BooleanField(
        label="Chi bộ không có chi ủy",
        required=False,
        help_text="Chi bộ không có chi ủy thì kiểm điểm tập thể chi bộ.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["has_committee"] = not cleaned.pop("is_without_committee", False)
        return cleaned


class CellForm(CellCorrectForm):
    """Lập chi bộ."""

    code = forms.CharField(label="Mã chi bộ", max_length=30)
    field_order = ("code", "name", "unit")


class SuspensionForm(forms.Form):
    """Đình chỉ sinh hoạt cấp ủy."""

    suspended_from = DateField(label="Đình chỉ từ ngày")
    document = forms.CharField(label="Số, ngày quyết định đình chỉ", max_length=120)


class RestorationForm(forms.Form):
    """Hết đình chỉ sinh hoạt cấp ủy."""

    document = forms.CharField(label="Số, ngày văn bản", max_length=120, required=False)


class CollectiveForm(forms.Form):
    """Lập tập thể lãnh đạo."""

    kind = forms.ChoiceField(
        label="Loại tập thể",
        choices=CollectiveKind.choices(),
        initial=CollectiveKind.LEADERS,
        required=False,
        help_text="Chi bộ được xếp loại như một tổ chức đảng; chi ủy, tập thể lãnh đạo là tập thể lãnh đạo.",
    )
    name = forms.CharField(label="Tên tập thể", max_length=200)
    group = forms.ModelChoiceField(
        SimilarPostGroup.objects.all(), label="Nhóm tương đồng", empty_label="Chọn nhóm"
    )
    founded_on = DateField(label="Ngày thành lập", required=False)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or CollectiveKind.LEADERS.value


class MemberForm(forms.Form):
    """Thêm thành viên tập thể lãnh đạo."""

    code = forms.CharField(label="Mã cán bộ", max_length=30)
    is_head = forms.BooleanField(label="Là người đứng đầu tập thể", required=False)
    starts_on = DateField(label="Từ ngày")

    def clean_code(self) -> str:
        self.cleaned_data["person"] = person_with(self.cleaned_data["code"])
        return str(self.cleaned_data["code"])


class EndForm(forms.Form):
    """Kết thúc từ một ngày."""

    ends_on = DateField(label="Ngày cuối cùng")
