"""Gợi ý kiểm điểm: recorded from the superior's documents, followed, withdrawn; opinions asked only on them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.campaigns.models import Suggestion
from tusoi.campaigns.permissions import subjects_visible_to, suggestions_visible_to
from tusoi.campaigns.selectors.subjects import list_subjects
from tusoi.campaigns.selectors.suggestions import OPEN_TO_SUGGESTIONS, suggestions_listed
from tusoi.campaigns.services import suggesting
from tusoi.org.enums import Role
from tusoi.web.hr.forms_guidance import (
    AskForm,
    SubjectSearch,
    SuggestionFilter,
    SuggestionForm,
    WithdrawalForm,
)
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, Trail, act_page, by
from tusoi.web.shared.board import campaign_or_404
from tusoi.web.shared.listing import page_of

LEADING = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)


def _trail(suggestion: Suggestion | None = None) -> Trail:
    steps = [Step("Gợi ý kiểm điểm", reverse("hr:suggestions"))]
    if suggestion is not None:
        url = reverse("hr:suggestion", args=[suggestion.pk])
        steps.append(Step(suggestion.subject.name, url))
    return tuple(steps)


def _own(request: ActorRequest, pk: int) -> Suggestion:
    rows = suggestions_visible_to(request.actor).select_related(
        "subject__campaign__body", "subject__unit", "subject__review"
    )
    return get_object_or_404(rows, pk=pk)


@require_GET
@page(*LEADING)
def suggestions(request: ActorRequest) -> HttpResponse:
    form = SuggestionFilter(request.GET)
    form.is_valid()
    rows = suggestions_listed(
        request.actor,
        campaign_or_404(),
        q=form.cleaned_data.get("q", ""),
        status=form.cleaned_data.get("trang_thai", ""),
    )
    context = {
        "page_title": "Gợi ý kiểm điểm",
        "form": form,
        "page_obj": page_of(request, rows),
    }
    return render(request, "hr/suggestions.html", context)


@require_GET
@page(*LEADING)
def choose(request: ActorRequest) -> HttpResponse:
    """Whom the superior's document is about; only reviews that no meeting has taken up."""
    form = SubjectSearch(request.GET)
    form.is_valid()
    rows = list_subjects(request.actor, campaign_or_404(), {"q": form.cleaned_data.get("q", "")})
    rows = rows.filter(review__state__in=OPEN_TO_SUGGESTIONS)
    context = {
        "page_title": "Chọn đối tượng được gợi ý",
        "form": form,
        "page_obj": page_of(request, rows),
    }
    return render(request, "hr/suggestion_choose.html", context)


@require_http_methods(["GET", "POST"])
@page(*LEADING)
def record(request: ActorRequest, pk: int) -> HttpResponse:
    subject = get_object_or_404(subjects_visible_to(request.actor), pk=pk)

    def perform(chosen: dict[str, Any]) -> str:
        suggesting.record_suggestion(**by(request), subject=subject, **chosen)
        return f"Đã ghi nội dung gợi ý kiểm điểm đối với {subject}."

    return act_page(
        request,
        SuggestionForm(request.POST or None),
        perform,
        title=f"Ghi gợi ý kiểm điểm đối với {subject}",
        trail=_trail(),
        lead="Nội dung gợi ý được gắn vào hồ sơ; người viết phải giải trình trước khi nộp bản kiểm điểm.",
        submit="Ghi gợi ý",
    )


@require_GET
@page(*LEADING)
def suggestion(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)
    is_open = found.withdrawn_at is None and found.subject.review.state in OPEN_TO_SUGGESTIONS
    context = {
        "page_title": f"Gợi ý kiểm điểm đối với {found.subject}",
        "suggestion": found,
        "opinions": found.opinions.select_related("unit", "given_by"),
        "is_open": is_open,
    }
    return render(request, "hr/suggestion.html", context)


@require_http_methods(["GET", "POST"])
@page(*LEADING)
def withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)

    def perform(chosen: dict[str, Any]) -> str:
        suggesting.withdraw_suggestion(**by(request), suggestion=found, **chosen)
        return "Đã rút nội dung gợi ý; nội dung vẫn được lưu trong hồ sơ."

    return act_page(
        request,
        WithdrawalForm(request.POST or None),
        perform,
        title="Rút nội dung gợi ý kiểm điểm",
        trail=_trail(found),
        submit="Rút gợi ý",
    )


@require_http_methods(["GET", "POST"])
@page(*LEADING)
def ask(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)

    def perform(chosen: dict[str, Any]) -> str:
        asked = suggesting.ask_opinions(**by(request), suggestion=found, **chosen)
        return f"Đã hỏi ý kiến {len(asked)} đơn vị về nội dung gợi ý."

    return act_page(
        request,
        AskForm(request.POST or None, suggestion=found),
        perform,
        title="Lấy ý kiến về nội dung gợi ý",
        trail=_trail(found),
        lead="Chỉ lấy ý kiến của tập thể, cá nhân liên quan về nội dung được gợi ý.",
        submit="Gửi yêu cầu cho ý kiến",
    )
