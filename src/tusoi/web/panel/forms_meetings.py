"""Biểu mẫu lập hội nghị và lọc danh sách hội nghị."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.meetings.enums import MEETING_STATES, MeetingAudience, MeetingKind, Role
from tusoi.meetings.permissions import OF_UNIT
from tusoi.meetings.selectors.agenda import subjects_for
from tusoi.meetings.selectors.audiences import legal_audience
from tusoi.meetings.selectors.cell_pages import cells_of
from tusoi.meetings.selectors.cells import officers_of_cell
from tusoi.meetings.selectors.people import members_of, officers_of
from tusoi.org.models import PartyCell, Person, RoleGrant, Unit
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
    """Bước 1: loại hội nghị; đơn vị hoặc chi bộ."""

    kind = forms.ChoiceField(
        label="Loại hội nghị", choices=MeetingKind.choices(), widget=forms.RadioSelect
    )
    unit = forms.ModelChoiceField(
        label="Đơn vị", queryset=Unit.objects.none(), empty_label=None, required=False
    )
    cell = forms.ModelChoiceField(
        label="Chi bộ",
        queryset=PartyCell.objects.none(),
        required=False,
        empty_label="Không chọn chi bộ",
        help_text="Chỉ chọn khi lập hội nghị kiểm điểm của chi bộ.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        root = body()
        units = subtree(root) if root else Unit.objects.none()
        cells = cells_of(actor)
        offer(
            self,
            unit=units.filter(pk=actor.unit_id) if actor.role in OF_UNIT else units,
            cell=cells,
        )
        if not cells.exists():
            del self.fields["cell"]
            kinds = [kind for kind in MeetingKind.choices() if kind[0] != MeetingKind.CELL_REVIEW]
            cast("forms.ChoiceField", self.fields["kind"]).choices = kinds

    def clean(self) -> dict[str, Any]:
        """A Party cell for its own kind; a review before all staff in a unit, the leaders' meetings at the body."""
        cleaned = super().clean() or {}
        unit, kind = cleaned.get("unit"), cleaned.get("kind")
        if kind == MeetingKind.CELL_REVIEW:
            if not cleaned.get("cell"):
                self.add_error("cell", "Chọn chi bộ tổ chức hội nghị.")
        elif not unit:
            self.add_error("unit", "Chọn đơn vị tổ chức hội nghị.")
        elif kind and (kind != MeetingKind.UNIT_REVIEW) != (unit.parent_id is None):
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
    audience = forms.ChoiceField(
        label="Thành phần dự họp",
        choices=[each for each in MeetingAudience.choices() if each[0] != MeetingAudience.CELL],
        required=False,
        widget=forms.RadioSelect,
    )
    has_suggestions = forms.BooleanField(
        label="Cấp trên có gợi ý nội dung kiểm điểm", required=False
    )
    order_reason = forms.CharField(
        label="Lý do họp khác trình tự",
        max_length=300,
        required=False,
        help_text="Chỉ ghi khi cấp có thẩm quyền cho họp chi bộ khác trình tự quy định; ghi rõ văn bản.",
    )

    def __init__(
        self,
        *args: Any,
        campaign: Campaign,
        unit: Unit,
        kind: str,
        cell: PartyCell | None = None,
        **kwargs: Any,
    ) -> None:
        today = clock.today()
        members = members_of(unit, kind, today, cell=cell)
        leaders = members_of(campaign.body, MeetingKind.LEADERS_REVIEW, today)
        subjects = subjects_for(campaign, unit, MeetingKind(kind), cell)
        self.legal = legal_audience(campaign, unit, kind, today)
        usual = {
            "title": f"{MeetingKind(kind).label} năm {campaign.review_year}",
            "subjects": [subject.pk for subject in subjects],
            "audience": self.legal.audience,
            **(officers_of_cell(cell, today) if cell else officers_of(unit, today)),
        }
        super().__init__(*args, initial=usual, **kwargs)
        offer(self, subjects=subjects)
        self._offer_people(unit, members, leaders)
        self._leave_out(MeetingKind(kind))

    def _leave_out(self, kind: MeetingKind) -> None:
        """Only a review at work is held before a chosen audience; only a Party cell gives a reason for its order."""
        if kind in {MeetingKind.CELL_REVIEW, MeetingKind.LEADERS_RATING}:
            del self.fields["audience"]
        if kind is not MeetingKind.CELL_REVIEW:
            del self.fields["order_reason"]

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
