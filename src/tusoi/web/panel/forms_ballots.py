"""Biểu mẫu bỏ phiếu: chuẩn bị lượt phiếu, lá phiếu, kết quả kiểm phiếu giấy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet

from tusoi.campaigns.models import Subject
from tusoi.meetings.enums import BallotMode, BallotPurpose, RatingLevel
from tusoi.meetings.facts import BLANK
from tusoi.meetings.models import Meeting
from tusoi.org.models import Person
from tusoi.web.panel.choices import offer


class RoundForm(forms.Form):
    """Chuẩn bị lượt bỏ phiếu."""

    title = forms.CharField(label="Nội dung bỏ phiếu", max_length=300)
    purpose = forms.ChoiceField(label="Hình thức", choices=BallotPurpose.choices())
    mode = forms.ChoiceField(label="Cách bỏ phiếu", choices=BallotMode.choices())
    subjects = forms.ModelMultipleChoiceField(
        label="Đối tượng trên phiếu",
        queryset=Subject.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, subjects=Subject.objects.filter(agenda_items__meeting=meeting))
        self.fields[
            "title"
        ].initial = f"Bỏ phiếu kín xếp loại chất lượng năm {meeting.campaign.review_year}"


class PanelForm(forms.Form):
    """Cử ban kiểm phiếu trong số người dự họp."""

    head = forms.ModelChoiceField(
        label="Trưởng ban kiểm phiếu",
        empty_label="Chọn trong danh sách",
        queryset=Person.objects.none(),
    )
    members = forms.ModelMultipleChoiceField(
        label="Thành viên",
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(attendances__meeting=meeting)
        offer(self, head=people, members=people)


class LatecomerForm(forms.Form):
    """Phát phiếu cho người đến muộn."""

    person = forms.ModelChoiceField(
        label="Người đến muộn", empty_label="Chọn trong danh sách", queryset=Person.objects.none()
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, person=people)


class BallotForm(forms.Form):
    """Lá phiếu: one level for each subject, or none – then the line is left blank."""

    def __init__(self, *args: Any, subjects: Iterable[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = list(subjects)
        for subject in self.subjects:
            self.fields[f"subject-{subject.pk}"] = forms.ChoiceField(
                label=subject.name,
                help_text=subject.title,
                choices=[*RatingLevel.choices(), (BLANK, "Để trống, không chọn mức nào")],
                widget=forms.RadioSelect,
            )

    def marks(self) -> dict[int, str]:
        """The paper as the box takes it: a blank line carries no level."""
        chosen = {
            subject.pk: self.cleaned_data[f"subject-{subject.pk}"] for subject in self.subjects
        }
        return {pk: "" if mark == BLANK else mark for pk, mark in chosen.items()}

    def choices_made(self) -> list[tuple[str, str]]:
        """(name, level or “Để trống”) to be read once more before the paper goes into the box."""
        marks = self.marks()
        return [
            (
                subject.name,
                RatingLevel(marks[subject.pk]).label if marks[subject.pk] else "Để trống",
            )
            for subject in self.subjects
        ]


class PaperTallyForm(forms.Form):
    """Kết quả kiểm phiếu giấy."""

    issued = forms.IntegerField(label="Số phiếu phát ra", min_value=0)
    returned = forms.IntegerField(label="Số phiếu thu về", min_value=0)
    invalid = forms.IntegerField(label="Số phiếu không hợp lệ", min_value=0, initial=0)

    def __init__(self, *args: Any, subjects: Iterable[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = list(subjects)
        for subject in self.subjects:
            for code, label in (*RatingLevel.choices(), (BLANK, "Để trống")):
                self.fields[f"{subject.pk}-{code}"] = forms.IntegerField(
                    label=f"{subject.name}: {label}", min_value=0, initial=0
                )

    def rows(self) -> Iterator[tuple[Subject, list[forms.BoundField]]]:
        codes = [*(level.value for level in RatingLevel), BLANK]
        for subject in self.subjects:
            yield subject, [self[f"{subject.pk}-{code}"] for code in codes]

    def counts(self) -> dict[int, dict[str, int]]:
        codes = [*(level.value for level in RatingLevel), BLANK]
        return {
            subject.pk: {code: self.cleaned_data[f"{subject.pk}-{code}"] for code in codes}
            for subject in self.subjects
        }
