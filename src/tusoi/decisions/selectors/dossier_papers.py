"""Danh mục hồ sơ của một đối tượng: what is there, with its reference, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.timezone import localdate

from tusoi.campaigns.models import Subject
from tusoi.core import clock
from tusoi.decisions.models import Decision
from tusoi.decisions.selectors.asked_papers import Texts, content_of
from tusoi.decisions.selectors.rating_papers import row_of
from tusoi.decisions.selectors.subject_papers import LEADERS
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.documents.selectors.stored import latest_of
from tusoi.meetings.models import Meeting
from tusoi.meetings.selectors.results import review_meeting_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers.dossier_list import (
    DossierListContext,
    DossierPart,
    dossier_list_paper,
)
from tusoi.officialdocs.papers.office import Signer
from tusoi.rulebook import wording


@dataclass(frozen=True, slots=True)
class _Found:
    """What the season holds of one subject."""

    subject: Subject
    meeting: Meeting | None
    minutes: StoredDocument | None
    submission: StoredDocument | None
    texts: Texts


def dossier_list_of(subject: Subject, signer: Signer) -> Paper:
    """Danh mục hồ sơ, by the parts named for collectives, for leaders and for others."""
    position = "" if subject.is_collective else f"{subject.title}, {subject.unit.name}"
    return dossier_list_paper(
        DossierListContext(
            letterhead=letterhead_of(
                subject.campaign.body, clock.today(), is_dated=False, has_number=False
            ),
            signer=signer,
            compiled_by=signer.name,
            review_year=subject.campaign.review_year,
            subject=subject.name,
            position=position,
            parts=tuple(_parts(_found(subject))),
        )
    )


def _found(subject: Subject) -> _Found:
    meeting = review_meeting_of(subject)
    return _Found(
        subject=subject,
        meeting=meeting,
        minutes=latest_of(meeting, PaperKind.MINUTES) if meeting else None,
        submission=latest_of(subject.campaign, PaperKind.SUBMISSION_NOTE),
        texts=content_of(PaperKind.DOSSIER_LIST, subject),
    )


def _parts(found: _Found) -> Iterator[DossierPart]:
    """What the season itself makes, then what the office keeps on paper."""
    yield _stored("Tờ trình đề nghị đánh giá, xếp loại", found.submission)
    yield _review(found.subject)
    yield _minutes(found)
    yield from _opinions(found.subject)
    yield _appraisal(found.subject)
    yield _decision(row_of(found.subject).decision)
    yield _kept(found, "suggestion", "Văn bản gợi ý kiểm điểm", is_required=_was_suggested(found))
    if found.subject.track.kind in LEADERS:
        yield _kept(found, "assets", "Bản kê khai tài sản của năm kiểm điểm")
        yield _kept(found, "biography", "Bản bổ sung lý lịch hằng năm")
        yield _kept(found, "residence", "Nhận xét đảng viên giữ mối liên hệ với cấp ủy nơi cư trú")
    yield _kept(found, "other", "Các văn bản khác", is_required=False)


def _stored(title: str, document: StoredDocument | None) -> DossierPart:
    kept = f"lưu ngày {wording.day(localdate(document.created_at))}" if document else ""
    return DossierPart(title=title, is_present=document is not None, reference=kept)


def _review(subject: Subject) -> DossierPart:
    review = getattr(subject, "review", None)
    is_final = review is not None and review.state == "final"
    finalised = review.finalised_at if review else None
    return DossierPart(
        title="Báo cáo kiểm điểm của tập thể" if subject.is_collective else "Bản kiểm điểm cá nhân",
        is_present=is_final,
        reference=f"hoàn thiện ngày {wording.day(localdate(finalised))}" if finalised else "",
        note="" if is_final else "Chưa hoàn thiện",
    )


def _minutes(found: _Found) -> DossierPart:
    is_approved = found.meeting is not None and found.meeting.state == "approved"
    held = f"họp ngày {wording.day(localdate(found.meeting.starts_at))}" if found.meeting else ""
    return DossierPart(
        title="Biên bản hội nghị kiểm điểm",
        is_present=found.minutes is not None or is_approved,
        reference=held,
        note="" if is_approved or not found.meeting else "Chưa thông qua",
    )


def _opinions(subject: Subject) -> Iterator[DossierPart]:
    for request in subject.opinion_requests.exclude(state="withdrawn"):
        given = request.given_at
        yield DossierPart(
            title=f"Ý kiến của {request.get_source_display()}",
            is_present=request.state == "given",
            reference=f"ngày {wording.day(localdate(given))}" if given else "",
        )


def _appraisal(subject: Subject) -> DossierPart:
    appraisal = getattr(row_of(subject), "appraisal", None)
    return DossierPart(
        title="Kết quả thẩm định của Văn phòng",
        is_present=appraisal is not None,
        reference=f"ngày {wording.day(localdate(appraisal.at))}" if appraisal else "",
    )


def _decision(decision: Decision | None) -> DossierPart:
    signed = f"Số {decision.number} ngày {wording.day(decision.signed_on)}" if decision else ""
    return DossierPart(
        title="Quyết định đánh giá, xếp loại của cấp có thẩm quyền",
        is_present=decision is not None,
        reference=signed,
    )


def _was_suggested(found: _Found) -> bool:
    return found.meeting is not None and found.meeting.has_suggestions


def _kept(found: _Found, code: str, title: str, *, is_required: bool = True) -> DossierPart:
    """A paper kept outside: there once the office has written its number or place."""
    reference = found.texts.get(code, "")
    return DossierPart(
        title=title, is_present=bool(reference), is_required=is_required, reference=reference
    )
