"""Điều kiện: what stands in the way of an act – shown by the pages, checked again by the commands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.facts import fields_of, forms_of, leadership_of
from tusoi.campaigns.models import Campaign, Review
from tusoi.campaigns.selectors.plan_checks import data_check, milestone_findings
from tusoi.campaigns.selectors.suggestions import EDITABLE_STATES, answer_findings
from tusoi.rulebook import Finding, Severity, blockers
from tusoi.rulebook.forms import Field, row_total

__all__ = [
    "EDITABLE_STATES",
    "blockers_for_circulate",
    "blockers_for_finalise",
    "blockers_for_open",
    "blockers_for_submit",
    "campaign_is_open",
    "data_check",
    "milestone_findings",
]

_PARTS_OF_WHOLE = {
    "tasks_total": ("tasks_on_time", "tasks_exceeded", "tasks_deficient"),
    "unit_targets_total": ("unit_targets_done", "unit_targets_exceeded", "unit_targets_on_time"),
}


def blockers_for_open(campaign: Campaign, day: date) -> list[Finding]:
    """Every fault of the plan and its subjects that must be mended before opening."""
    return blockers(data_check(campaign, day))


def campaign_is_open(campaign: Campaign) -> list[Finding]:
    if campaign.state == "open":
        return []
    message = f"{campaign} đang ở bước “{campaign.get_state_display()}”, chưa mở hoặc đã kết thúc."
    return [
        Finding(
            "campaign.not-open",
            Severity.BLOCKS,
            message,
            remedy="Văn phòng mở đợt trước khi thực hiện.",
        )
    ]


def missing_fields(review: Review) -> list[Field]:
    """Required fields without an answer, in the order of the form."""
    leadership = leadership_of(review.subject)
    missing = (
        field
        for part in forms_of(review.subject)
        for field in part.missing(review.content, leadership)
    )
    return [field for field in missing if not field.is_self_level]


def _block(rule: str, message: str, remedy: str, **data: str) -> Finding:
    return Finding(rule, Severity.BLOCKS, message, data=data, remedy=remedy)


def _content_faults(review: Review) -> Iterator[Finding]:
    labels = {field.code: field.label for field in fields_of(review.subject)}
    for field in missing_fields(review):
        yield _block(
            "review.missing",
            f"Chưa viết nội dung “{field.label}”.",
            "Điền nội dung này.",
            field=field.code,
        )
    for field in fields_of(review.subject):
        words = len(str(review.content.get(field.code) or "").split())
        if field.max_words and words > field.max_words:
            yield _block(
                "review.too-long",
                f"“{field.label}” dài {words} từ, quá mức {field.max_words} từ của biểu mẫu.",
                "Viết gọn lại nội dung này.",
                field=field.code,
            )
    yield from _period_faults(review)
    for whole, parts in _PARTS_OF_WHOLE.items():
        for part in parts:
            if (review.content.get(part) or 0) > review.content.get(whole, float("inf")):
                yield _block(
                    "review.numbers",
                    f"“{labels[part]}” lớn hơn “{labels[whole].lower()}”.",
                    "Kiểm tra lại hai số này.",
                    field=part,
                )


def _period_faults(review: Review) -> Iterator[Finding]:
    """A row that the form fixes has all its points, or its last cell says why not."""
    for field in (each for each in fields_of(review.subject) if each.rows):
        for label, row in zip(field.rows, review.content.get(field.code) or (), strict=False):
            if row_total(field.columns, row) is None and not row[-1]:
                yield _block(
                    "review.period-without-points",
                    f"{label} chưa có đủ điểm và chưa ghi lý do.",
                    f"Ghi điểm, hoặc ghi lý do ở cột “{field.columns[-1].title}”.",
                    field=field.code,
                )


def _asks_for_level(review: Review) -> bool:
    """A slip of one month asks for none."""
    return any(field.is_self_level for part in forms_of(review.subject) for field in part.fields)


def _level_fault(review: Review) -> Iterator[Finding]:
    is_rated = review.subject.standing != Standing.NOT_RATED
    if not review.self_level and is_rated and _asks_for_level(review):
        yield _block(
            "review.level-missing",
            "Chưa tự nhận mức xếp loại chất lượng.",
            "Chọn một trong bốn mức ở cuối biểu mẫu.",
            field="self_level",
        )


def blockers_for_submit(review: Review) -> list[Finding]:
    """What is still to be written; a collective takes its level at the meeting, so not yet here."""
    findings = [*_content_faults(review), *answer_findings(review)]
    return findings if review.subject.is_collective else [*findings, *_level_fault(review)]


def blockers_for_circulate(review: Review) -> list[Finding]:
    """Only a review that was handed in goes out as a draft."""
    if review.state == "submitted":
        return []
    message = f"{review} đang ở bước “{review.get_state_display()}”, chưa gửi dự thảo được."
    return [
        _block(
            "review.not-submitted",
            message,
            "Dự thảo được gửi sau khi người viết nộp bản kiểm điểm.",
        )
    ]


def blockers_for_finalise(review: Review) -> list[Finding]:
    """The whole form must be filled, the level included; unanswered comments are pointed out."""
    findings = [*_content_faults(review), *answer_findings(review), *_level_fault(review)]
    unanswered = review.comments.filter(response="").count()
    if unanswered:
        findings.append(
            Finding(
                "review.unanswered",
                Severity.WARNS,
                f"Còn {unanswered} ý kiến góp ý chưa được tiếp thu, giải trình.",
                remedy="Trả lời từng ý kiến trước khi hoàn thiện.",
            )
        )
    return findings
