"""Yêu cầu kiểm điểm lại nội dung mà hội nghị đã kết luận."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tusoi.decisions.services.repeating import order_again
from tusoi.org.enums import Role
from tusoi.web.panel.room import own_item
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by


class AgainForm(forms.Form):
    """Lý do, thời hạn và văn bản yêu cầu."""

    reason = forms.CharField(
        label="Lý do kiểm điểm lại",
        help_text="Nêu rõ nội dung nào chưa đạt yêu cầu; người viết thấy nguyên văn lý do này.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    due_on = forms.DateField(
        label="Thực hiện trước hết ngày",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    document = forms.CharField(label="Văn bản yêu cầu", max_length=120, required=False)


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)
def again(request: ActorRequest, pk: int) -> HttpResponse:
    item = own_item(request, pk)

    def perform(chosen: dict[str, Any]) -> str:
        order_again(**by(request), item=item, **chosen)
        return f"Đã yêu cầu kiểm điểm lại {item.subject}; bản kiểm điểm được trả về người viết."

    return act_page(
        request,
        AgainForm(request.POST or None),
        perform,
        title=f"Yêu cầu kiểm điểm lại: {item.subject}",
        trail=(
            Step("Hội nghị", reverse("panel:meetings")),
            Step(item.meeting.title, reverse("panel:meeting", args=[item.meeting_id])),
        ),
        lead="Biên bản, ý kiến và bản kiểm điểm của lần này vẫn được lưu; thẩm định (nếu có) được mở lại.",
        submit="Yêu cầu kiểm điểm lại",
    )
