"""Biểu mẫu lập hội nghị và lọc danh sách hội nghị."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.meetings.enums import MEETING_STATES, MeetingKind, Role
from tusoi.meetings.permissions import OF_UNIT
from tusoi.meetings.selectors.agenda import subjects_for
from tusoi.meetings.selectors.people import members_of, officers_of
from tusoi.org.models import Person, RoleGrant, Unit
from tusoi.org.selectors.units import body, subtree
from tusoi.web.panel.choices import offer

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class MeetingFilter(forms.Form):
    """Bộ lọc danh sách hội nghị."""

    q = forms.CharField(label="Tìm theo đơn vị", required=False)
    state = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *MEETING_STATES.items()]
    )


class MeetingScopeForm(forms.Form):
    """Bước 1: đơn vị và loại hội nghị."""

    kind = forms.ChoiceField(
        label="Loại hội nghị", choices=MeetingKind.choices(), widget=forms.RadioSelect
    )
    unit = forms.ModelChoiceField(label="Đơn vị", queryset=Unit.objects.none(), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        root = body()
        units = subtree(root) if root else Unit.objects.none()
        offer(self, unit=units.filter(pk=actor.unit_id) if actor.role in OF_UNIT else units)

    def clean(self) -> dict[str, Any]:
        """A review before all staff is held in a unit, the leaders' meetings at the body."""
        cleaned = super().clean() or {}
        unit, kind = cleaned.get("unit"), cleaned.get("kind")
        if unit and kind and (kind != MeetingKind.UNIT_REVIEW) != (unit.parent_id is None):
            self.add_error(
                "unit",
                "Hội nghị của lãnh đạo cơ quan chọn đơn vị là cơ quan; hội nghị phòng, đơn vị chọn phòng, đơn vị.",
            )
        return cleaned


class MeetingForm(forms.Form):
    """Bước 2: thời gian, người điều hành, chương trình."""

    title = forms.CharField(label="Tên hội nghị", max_length=300)
    starts_at = forms.DateTimeField(label="Bắt đầu", widget=MOMENT)
    ends_at = forms.DateTimeField(label="Kết thúc", widget=MOMENT)
    place = forms.CharField(label="Địa điểm", max_length=200)
    chair = forms.ModelChoiceField(
        label="Người chủ trì", empty_label="Chọn trong danh sách", queryset=Person.objects.none()
    )
    deputy_chair = forms.ModelChoiceField(
        label="Người chủ trì khi kiểm điểm người đứng đầu",
        empty_label="Chọn trong danh sách",
        queryset=Person.objects.none(),
        required=False,
        help_text="Khi kiểm điểm người đứng đầu, một đồng chí cấp phó chủ trì.",
    )
    secretary = forms.ModelChoiceField(
        label="Thư ký", empty_label="Chọn trong danh sách", queryset=Person.objects.none()
    )
    guests = forms.ModelMultipleChoiceField(
        label="Đại biểu mời thêm",
        queryset=Person.objects.none(),
        required=False,
        help_text="Đại biểu được phát biểu nhưng không biểu quyết, không bỏ phiếu.",
        widget=forms.CheckboxSelectMultiple,
    )
    subjects = forms.ModelMultipleChoiceField(
        label="Đối tượng trong chương trình",
        queryset=Subject.objects.none(),
        help_text="Hệ thống sắp xếp theo trình tự quy định: tập thể, người đứng đầu, cấp phó, thành viên.",
        widget=forms.CheckboxSelectMultiple,
    )
    has_suggestions = forms.BooleanField(
        label="Cấp trên có gợi ý nội dung kiểm điểm", required=False
    )

    def __init__(
        self, *args: Any, campaign: Campaign, unit: Unit, kind: str, **kwargs: Any
    ) -> None:
        today = clock.today()
        members = members_of(unit, kind, today)
        leaders = members_of(campaign.body, MeetingKind.LEADERS_REVIEW, today)
        subjects = subjects_for(campaign, unit, MeetingKind(kind))
        usual = {
            "title": f"{MeetingKind(kind).label} năm {campaign.review_year}",
            "subjects": [subject.pk for subject in subjects],
            **officers_of(unit, today),
        }
        super().__init__(*args, initial=usual, **kwargs)
        offer(self, subjects=subjects)
        self._offer_people(unit, members, leaders)

    def _offer_people(
        self, unit: Unit, members: QuerySet[Person], leaders: QuerySet[Person]
    ) -> None:
        """Officers from the unit and the leaders, a secretary also by grant; other leaders as guests."""
        staff, above = Q(pk__in=members.values("pk")), Q(pk__in=leaders.values("pk"))
        granted = RoleGrant.objects.filter(role=Role.SECRETARY, unit=unit, ends_on__isnull=True)
        officers = Person.objects.filter(staff | above)
        secretaries = Person.objects.filter(staff | Q(pk__in=granted.values("person_id")))
        guests = Person.objects.filter(above & ~staff)
        offer(self, chair=officers, deputy_chair=officers, secretary=secretaries, guests=guests)
        if not guests.exists():
            del self.fields["guests"]


class CatchUpForm(forms.Form):
    """Hội nghị kiểm điểm bổ sung cho những đối tượng đã hoãn."""

    starts_at = forms.DateTimeField(label="Bắt đầu", widget=MOMENT)
    ends_at = forms.DateTimeField(label="Kết thúc", widget=MOMENT)
    place = forms.CharField(label="Địa điểm", max_length=200)


class ReasonForm(forms.Form):
    """Lý do của một thao tác."""

    reason = forms.CharField(label="Lý do", max_length=300)
