"""Bàn xếp loại: compare, try out levels, propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tusoi.core import clock
from tusoi.decisions.selectors.results import board_lines
from tusoi.decisions.services.issuing import issue_submission
from tusoi.decisions.services.proposing import propose_all
from tusoi.org.enums import Role
from tusoi.web.shared.acting import page
from tusoi.web.shared.board import board_context, campaign_or_404, changed_levels, posted_texts
from tusoi.web.shared.sheets import spreadsheet
from tusoi.web.shared.views import next_url

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tusoi.web.shared.acting import ActorRequest

COMPARES = (Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER)
PROPOSES = (Role.COORDINATOR, Role.UNIT_HEAD, Role.DEPARTMENT_HEAD)
COLUMNS = (
    "Họ và tên",
    "Chức vụ",
    "Đơn vị",
    "Nhóm tương đồng",
    "Tự xếp loại",
    "Mức số liệu chứng minh được",
    "Mức đề nghị",
    "Mức quyết định",
    "Trạng thái",
)


@require_GET
@page(*COMPARES)
def board(request: ActorRequest) -> HttpResponse:
    """The whole body's board; a page of it at a time."""
    context = {
        "page_title": "Bàn xếp loại",
        **board_context(request),
    }
    return render(request, "panel/board.html", context)


@require_POST
@page(*COMPARES, Role.UNIT_HEAD)
def board_preview(request: ActorRequest) -> HttpResponse:
    """The board as it would look with the levels chosen in the form; nothing is saved."""
    return render(request, "panel/board_part.html", {"is_draft": True, **board_context(request)})


@require_POST
@page(*PROPOSES)
def board_propose(request: ActorRequest) -> HttpResponse:
    """Propose every level that was changed, all of them or none."""
    changed = changed_levels(request.actor, request.POST)
    propose_all(
        actor=request.actor, at=clock.now(), levels=changed, texts=posted_texts(request.POST)
    )
    messages.success(request, f"Đã lưu đề nghị mức xếp loại của {len(changed)} đối tượng.")
    return redirect(next_url(request, "/"))


@require_GET
@page(*COMPARES, Role.UNIT_HEAD)
def board_sheet(request: ActorRequest) -> HttpResponse:
    """Every row that the actor may see, as a spreadsheet."""
    campaign = campaign_or_404()
    return spreadsheet(
        f"ban-xep-loai-{campaign.review_year}", COLUMNS, board_lines(request.actor, campaign)
    )


@require_POST
@page(Role.COORDINATOR)
def board_submit(request: ActorRequest) -> HttpResponse:
    """Make the submission note and the summary sheet from the proposals as they stand."""
    campaign, title = (
        campaign_or_404(),
        request.POST.get("signer_title", "").strip() or "Chánh Văn phòng",
    )
    issue_submission(actor=request.actor, at=clock.now(), campaign=campaign, signer_title=title)
    messages.success(request, "Đã lập tờ trình và biểu tổng hợp; tải về ở trang Văn bản.")
    return redirect("panel:board")
