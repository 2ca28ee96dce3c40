"""Biểu mẫu trong phòng họp: điểm danh, ý kiến, biểu quyết, kết luận, biên bản."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from tusoi.meetings.enums import AttendanceStatus, RatingLevel
from tusoi.meetings.models import Attendance
from tusoi.org.models import Person
from tusoi.web.panel.choices import offer

ROLL = [
    (status.value, status.label)
    for status in AttendanceStatus
    if status != AttendanceStatus.INVITED
]


class RollCallForm(forms.Form):
    """Điểm danh: one choice and, where excused, one reason per person."""

    def __init__(self, *args: Any, attendances: Iterable[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attendances = list(attendances)
        for row in self.attendances:
            name, is_new = row.person.full_name, row.status == AttendanceStatus.INVITED
            self.fields[f"status-{row.person_id}"] = forms.ChoiceField(
                label=f"Tình trạng dự họp của {name}",
                choices=ROLL,
                initial=AttendanceStatus.PRESENT if is_new else row.status,
            )
            self.fields[f"reason-{row.person_id}"] = forms.CharField(
                label=f"Lý do vắng của {name}", max_length=300, required=False, initial=row.reason
            )

    def rows(self) -> Iterator[tuple[Attendance, forms.BoundField, forms.BoundField]]:
        for row in self.attendances:
            yield row, self[f"status-{row.person_id}"], self[f"reason-{row.person_id}"]

    def marks(self) -> list[tuple[Person, str, str]]:
        """(person, status, reason) as the roll was called."""
        return [
            (
                row.person,
                self.cleaned_data[f"status-{row.person_id}"],
                self.cleaned_data[f"reason-{row.person_id}"],
            )
            for row in self.attendances
        ]


class RemarkForm(forms.Form):
    """Ý kiến phát biểu: the speaker is offered from those present."""

    speaker = forms.ModelChoiceField(
        label="Người phát biểu", empty_label="Chọn trong danh sách", queryset=Person.objects.none()
    )
    text = forms.CharField(label="Nội dung ý kiến", widget=forms.Textarea)

    def __init__(self, *args: Any, present: Iterable[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [row.person_id for row in present]
        offer(self, speaker=Person.objects.filter(pk__in=people))


class LevelVoteForm(forms.Form):
    """Biểu quyết giơ tay: số người chọn từng mức."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for level in RatingLevel:
            self.fields[level.value] = forms.IntegerField(label=level.label, min_value=0, initial=0)

    def counts(self) -> dict[str, int]:
        return {level.value: self.cleaned_data[level.value] for level in RatingLevel}


class ConclusionForm(forms.Form):
    """Kết luận của người chủ trì."""

    conclusion = forms.CharField(label="Kết luận", widget=forms.Textarea)
    suggested_level = forms.ChoiceField(
        label="Mức hội nghị đề nghị",
        required=False,
        choices=[("", "Không nêu mức"), *RatingLevel.choices()],
    )


class MinutesForm(forms.Form):
    """Lập biên bản."""

    additions = forms.CharField(
        label="Nội dung bổ sung vào biên bản",
        required=False,
        widget=forms.Textarea,
        help_text="Ghi thêm những điều chưa có trong phần ghi của từng nội dung.",
    )


class ApprovalForm(forms.Form):
    """Thông qua biên bản."""

    approvals = forms.IntegerField(label="Số thành viên đồng ý thông qua", min_value=0)
