"""Trang văn bản: one paper, frozen or still a draft – read, taken along, issued, withdrawn."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from tusoi.core import clock
from tusoi.core.command import may
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.papers import draft_view, find_draft, frozen_of, happenings, shown
from tusoi.documents.selectors.register import full_number
from tusoi.documents.selectors.signing import signed_files
from tusoi.documents.selectors.sources import Draft, find_source
from tusoi.documents.selectors.stored import is_intact, latest_of, sees_document
from tusoi.documents.selectors.templates import template_for
from tusoi.documents.services.issuing import issue_draft, withdraw_document
from tusoi.org.enums import Role
from tusoi.web.shared.acting import ActorRequest, page
from tusoi.web.shared.acts import Step, act_page, by
from tusoi.web.shared.documents import stored_response
from tusoi.web.shared.forms_papers import FreezeForm, IssueForm, WithdrawForm, others_like
from tusoi.web.shared.papers import asked_format, paper_response


def _own_draft(request: ActorRequest, kind: str, owner: str, pk: int) -> Draft:
    found = find_draft(request.actor, kind, owner, pk)
    if found is None:
        raise Http404
    return found


def _own_document(request: ActorRequest, pk: int) -> StoredDocument:
    rows = StoredDocument.objects.select_related(
        "issuer", "register_entry__series", "register_entry__entered_by"
    ).select_related("withdrawal__withdrawn_by", "withdrawal__replaced_by")
    found = get_object_or_404(rows, pk=pk)
    if not sees_document(request.actor, found):
        raise Http404
    return found


def _draft_address(name: str, draft: Draft) -> str:
    source = draft.source
    return reverse(name, args=[source.kind, source.owner_type, draft.owner.pk])


def _mend_address(request: ActorRequest, draft: Draft) -> str:
    """Where this actor fills in what is missing; empty where another has to."""
    place = draft.mend
    opens = {
        "paper_content": lambda: may(request.actor, "paper.complete", draft.owner),
        "hr": lambda: request.actor.role == Role.COORDINATOR,
    }.get(place.url_name.partition(":")[0], lambda: True)
    return reverse(place.url_name, args=place.url_args) if opens() else ""


def _sheet(preview: str) -> Any:
    """Made by `write_html`, which escapes every word."""
    return mark_safe(preview)  # noqa: S308 - see above


@require_GET
@page()
def draft(request: ActorRequest, kind: str, owner: str, pk: int) -> HttpResponse:
    """A paper that is made anew at every look, and what was frozen of it."""
    found = _own_draft(request, kind, owner, pk)
    view, latest = draft_view(found), latest_of(found.owner, found.source.kind)
    issued = latest if latest and latest.is_issued else None
    context = {
        "page_title": found.title,
        "draft": found,
        "view": view,
        "sheet": _sheet(view.preview),
        "own_template": template_for(found.issuer, found.source.kind),
        "frozen": frozen_of(found),
        "issued": issued,
        "file_url": _draft_address("draft_file", found),
        "issue_url": _draft_address("draft_issue", found),
        "mend_url": _mend_address(request, found),
        "may_issue": not issued
        and view.is_complete
        and may(request.actor, "document.issue", found),
    }
    return render(request, "shared/paper_draft.html", context)


@require_GET
@page()
def draft_file(request: ActorRequest, kind: str, owner: str, pk: int) -> HttpResponse:
    """The paper as it stands, to take along."""
    found = _own_draft(request, kind, owner, pk)
    return paper_response(found.paper(), found.title, found.issuer, asked_format(request))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def draft_issue(request: ActorRequest, kind: str, owner: str, pk: int) -> HttpResponse:
    """Ban hành văn bản, cấp số."""
    found = _own_draft(request, kind, owner, pk)
    view = draft_view(found)
    form_class = IssueForm if view.bears_number else FreezeForm
    initial = {"dated": view.dated or clock.today(), "number": view.number}
    form = form_class(request.POST or None, initial=initial)

    def perform(data: dict[str, Any]) -> str:
        made = issue_draft(**by(request), draft=found, stamp=form.stamp())
        return f"Đã ban hành “{made}”{f', số {made.number:02d}' if made.number else ''}."

    return act_page(
        request,
        form,
        perform,
        title="Ban hành văn bản",
        lead="Tệp DOCX và PDF được chốt cùng số, ngày và mã băm; sau đó không sửa được nữa.",
        submit="Ban hành",
        trail=(Step(found.title, _draft_address("draft", found)),),
    )


@require_GET
@page()
def document(request: ActorRequest, pk: int) -> HttpResponse:
    """A frozen paper: its words, its files with their hashes, what became of it."""
    found = _own_document(request, pk)
    entry = getattr(found, "register_entry", None)
    context = {
        "page_title": found.title,
        "document": found,
        "sheet": _sheet(shown(found.preview)),
        "is_intact": is_intact(found),
        "happenings": happenings(found),
        "entry": entry,
        "full_number": full_number(entry) if entry else "",
        "withdrawal": getattr(found, "withdrawal", None),
        "source": find_source(found.kind, found.owner_type),
        "may_withdraw": may(request.actor, "document.withdraw", found),
        "signed_files": signed_files(found),
        "may_attach_signed": may(request.actor, "document.attach_signed", found),
    }
    return render(request, "shared/paper.html", context)


@require_GET
@page()
def document_file(request: ActorRequest, pk: int) -> HttpResponse:
    """The files as frozen."""
    return stored_response(_own_document(request, pk), asked_format(request))


@require_http_methods(["GET", "POST"])
@page(Role.COORDINATOR)
def document_withdraw(request: ActorRequest, pk: int) -> HttpResponse:
    """Thu hồi văn bản."""
    found = _own_document(request, pk)
    form = WithdrawForm(request.POST or None, others=others_like(found))

    def perform(data: dict[str, Any]) -> str:
        withdraw_document(**by(request), document=found, **data)
        return f"Đã ghi nhận thu hồi “{found}”."

    return act_page(
        request,
        form,
        perform,
        title="Thu hồi văn bản",
        lead="Văn bản và số đã cấp vẫn được giữ; trang văn bản ghi rõ đã thu hồi, lý do và văn bản thay thế.",
        submit="Thu hồi",
        trail=(Step(found.title, reverse("document", args=[pk])),),
    )
