"""Biểu mẫu quản trị: finding accounts, inviting, granting roles, delegating."""

from __future__ import annotations

from typing import Any

from django import forms

from tusoi.org.enums import Role
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.org.services.roles import GRANTED
from tusoi.web.shared.fields import DateField, optional_choices

ACCOUNT_STATES = [
    ("none", "Chưa có tài khoản"),
    ("invited", "Chưa đặt mật khẩu"),
    ("active", "Đang dùng"),
    ("off", "Đã ngừng"),
]


class AccountFilterForm(forms.Form):
    """Bộ lọc tài khoản."""

    q = forms.CharField(label="Tìm theo tên, mã hoặc tên đăng nhập", required=False)
    state = forms.ChoiceField(
        label="Tình trạng", required=False, choices=optional_choices(ACCOUNT_STATES, "Tất cả")
    )


class GrantForm(forms.Form):
    """Giao vai trò."""

    code = forms.CharField(label="Mã cán bộ", max_length=30)
    role = forms.ChoiceField(
        label="Vai trò", choices=[(role.value, role.label) for role in Role if role in GRANTED]
    )
    unit = forms.ModelChoiceField(
        Unit.objects.filter(dissolved_on__isnull=True),
        label="Đơn vị",
        required=False,
        empty_label="Không gắn với đơn vị",
    )
    cell = forms.ModelChoiceField(
        PartyCell.objects.all(),
        label="Chi bộ",
        required=False,
        empty_label="Không gắn với chi bộ",
        help_text="Chỉ chọn khi giao vai trò Chi bộ.",
    )
    starts_on = DateField(label="Từ ngày")
    ends_on = DateField(label="Đến hết ngày", required=False)
    document = forms.CharField(label="Số, ngày văn bản", max_length=120, required=False)

    def clean_code(self) -> str:
        person = Person.objects.filter(code=self.cleaned_data["code"].strip()).first()
        if person is None:
            raise forms.ValidationError("Không có ai mang mã cán bộ này.")
        self.cleaned_data["person"] = person
        return str(person.code)


class EndGrantForm(forms.Form):
    """Thôi giao vai trò."""

    ends_on = DateField(label="Ngày cuối cùng")


class InviteForm(forms.Form):
    """Mời mở tài khoản."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=150,
        required=False,
        help_text="Để trống thì lấy từ tên, ví dụ: annv.",
    )

    def clean_username(self) -> Any:
        return self.cleaned_data["username"].strip() or None
