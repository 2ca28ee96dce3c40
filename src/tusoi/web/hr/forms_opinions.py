"""Biểu nhập của việc lấy ý kiến, thẩm định."""

from __future__ import annotations

from django import forms

from tusoi.decisions.enums import CLASSIFICATION_STATES, OPINION_REQUEST_STATES, OpinionSource

EVERYTHING = ("", "Tất cả")


class RequestForm(forms.Form):
    """Yêu cầu lấy ý kiến: the last day for answering."""

    due_on = forms.DateField(
        label="Hạn cho ý kiến (đến hết ngày)",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class OpinionFilter(forms.Form):
    """Bộ lọc yêu cầu lấy ý kiến."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    noi = forms.ChoiceField(
        label="Nơi cho ý kiến", required=False, choices=[EVERYTHING, *OpinionSource.choices()]
    )
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[EVERYTHING, *OPINION_REQUEST_STATES.items()]
    )


class AppraisalFilter(forms.Form):
    """Bộ lọc hồ sơ thẩm định."""

    q = forms.CharField(label="Tìm theo tên", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[EVERYTHING, *CLASSIFICATION_STATES.items()]
    )


class NoteForm(forms.Form):
    """Ý kiến thẩm định."""

    note = forms.CharField(
        label="Ý kiến thẩm định", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class ReasonForm(forms.Form):
    """Lý do trả hồ sơ."""

    reason = forms.CharField(label="Lý do trả hồ sơ", widget=forms.Textarea(attrs={"rows": 3}))
