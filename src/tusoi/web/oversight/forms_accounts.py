"""Biểu mẫu quản trị: finding accounts, inviting, granting roles, delegating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from tusoi.org.enums import Role
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.org.services.roles import GRANTED
from tusoi.web.shared.fields import DateField, optional_choices, person_with

if TYPE_CHECKING:
    from tusoi.core.actor import Actor

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
        self.cleaned_data["person"] = person_with(self.cleaned_data["code"])
        return str(self.cleaned_data["code"])


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


class DelegationForm(forms.Form):
    """Ghi ủy quyền: a head gives the role acted in; the office also names giver, role and unit."""

    giver = forms.CharField(label="Mã cán bộ của người ủy quyền", max_length=30)
    role = forms.ChoiceField(
        label="Vai trò",
        choices=[
            (role.value, role.label)
            for role in (Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.UNIT_HEAD)
        ],
    )
    unit = forms.ModelChoiceField(
        Unit.objects.filter(dissolved_on__isnull=True), label="Đơn vị", empty_label="Chọn đơn vị"
    )
    receiver = forms.CharField(label="Mã cán bộ của người được ủy quyền", max_length=30)
    starts_on = DateField(label="Từ ngày")
    ends_on = DateField(label="Đến hết ngày")
    document = forms.CharField(label="Số, ngày văn bản ủy quyền", max_length=120)

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.actor = actor
        if actor.role != Role.COORDINATOR:
            for name in ("giver", "role", "unit"):
                del self.fields[name]

    def clean_giver(self) -> Person:
        return person_with(self.cleaned_data["giver"])

    def clean_receiver(self) -> Person:
        return person_with(self.cleaned_data["receiver"])

    def delegation(self, data: dict[str, Any]) -> dict[str, Any]:
        """The arguments of the command; what the form does not ask comes from the actor."""
        own = self.actor.role != Role.COORDINATOR
        return {
            "from_person": Person.objects.get(pk=self.actor.person_id) if own else data["giver"],
            "role": self.actor.role if own else data["role"],
            "unit": Unit.objects.get(pk=self.actor.unit_id) if own else data["unit"],
            "to_person": data["receiver"],
            "starts_on": data["starts_on"],
            "ends_on": data["ends_on"],
            "document": data["document"],
        }
