"""Gợi ý kiểm điểm: what stands, what is answered, and what stops an act on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import (
    Campaign,
    Review,
    Subject,
    Suggestion,
    SuggestionOpinion,
)
from tusoi.campaigns.permissions import may_write, suggestions_visible_to
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.org.models import Unit
from tusoi.rulebook import Finding, Severity
from tusoi.rulebook.facts import GuidanceFacts
from tusoi.rulebook.rules import guidance

ANSWERS = "suggestions"
WITHDRAWN = Q(withdrawn_at__isnull=False)
ANSWERED = ~Q(answer="")
OPEN_TO_SUGGESTIONS = frozenset({"drafting", "submitted", "returned", "circulated"})
EDITABLE_STATES = frozenset({"drafting", "returned", "discussed"})
STATUSES = {
    "open": ("Chưa giải trình", ~WITHDRAWN & ~ANSWERED),
    "answered": ("Đã giải trình", ~WITHDRAWN & ANSWERED),
    "withdrawn": ("Đã rút", WITHDRAWN),
}


def standing_suggestions(subjects: Iterable[Subject]) -> QuerySet[Suggestion]:
    """The suggestions on these subjects that were not withdrawn, in the order of their documents."""
    return Suggestion.objects.filter(~WITHDRAWN, subject__in=subjects)


def source_of(suggestion: Suggestion) -> str:
    """“Ban Thường vụ Tỉnh ủy (Công văn số 12-CV/TU, ngày 20/11/2023)”."""
    number = f"{suggestion.document_number}, " if suggestion.document_number else ""
    return f"{suggestion.issuer} ({number}ngày {suggestion.document_date:%d/%m/%Y})"


def is_suggested(subject: Subject) -> bool:
    """Whether the superior suggested anything to this subject that still stands."""
    return standing_suggestions([subject]).exists()


def guidance_facts(subjects: Iterable[Subject], *, supervisors: int = 0) -> GuidanceFacts:
    """The suggestions on the subjects as the rules see them."""
    counted = standing_suggestions(subjects).aggregate(
        suggestions=Count("pk"), answered=Count("pk", filter=ANSWERED)
    )
    return GuidanceFacts(supervisors=supervisors, **counted)


def answer_findings(review: Review) -> list[Finding]:
    """Suggestions that the review does not answer yet."""
    law = law_of(review.subject.campaign)
    found = guidance.answer_findings(guidance_facts([review.subject]), law)
    return [replace(each, data={**each.data, "field": ANSWERS}) for each in found]


def suggestions_of(actor: Actor, subject: Subject) -> QuerySet[Suggestion]:
    """The suggestions on one subject that the actor may read, with the opinions on them."""
    return suggestions_visible_to(actor).filter(subject=subject).prefetch_related(_opinions())


def _opinions() -> Prefetch[Any]:
    return Prefetch("opinions", SuggestionOpinion.objects.select_related("unit", "given_by"))


def answerable(suggestion: Suggestion, review: Review) -> bool:
    """While the review is being written; what came in later may still be answered once."""
    if suggestion.withdrawn_at is not None:
        return False
    is_late = not suggestion.answer and review.state in OPEN_TO_SUGGESTIONS
    return review.state in EDITABLE_STATES or is_late


def answerable_by(actor: Actor, review: Review) -> list[Suggestion]:
    """The suggestions the actor may answer now, in the order of their documents."""
    if not may_write(actor, review):
        return []
    rows = review.subject.suggestions.filter(~WITHDRAWN).prefetch_related(_opinions())
    return [row for row in rows if answerable(row, review)]


def suggestions_listed(
    actor: Actor, campaign: Campaign, *, q: str = "", status: str = ""
) -> QuerySet[Suggestion]:
    """Every suggestion of the campaign in sight, with how many opinions were asked and given."""
    rows = suggestions_visible_to(actor).filter(subject__campaign=campaign)
    for word in fold(q).split():
        rows = rows.filter(subject__search_name__contains=word)
    if status in STATUSES:
        rows = rows.filter(STATUSES[status][1])
    return (
        rows.select_related("subject__unit", "subject__review")
        .annotate(
            asked=Count("opinions"),
            given=Count("opinions", filter=Q(opinions__given_at__isnull=False)),
        )
        .order_by("subject__unit__path", "subject__rank", "subject__sort_key", "pk")
    )


def opinions_asked_of(actor: Actor, campaign: Campaign) -> QuerySet[SuggestionOpinion]:
    """What the unit of the actor was asked to say on suggestions; open ones first."""
    rows = SuggestionOpinion.objects.filter(
        unit_id=actor.unit_id, suggestion__subject__campaign=campaign
    )
    return rows.select_related("suggestion__subject__unit", "unit").order_by(
        F("given_at").asc(nulls_first=True), "due_on", "pk"
    )


def open_opinions(actor: Actor, campaign: Campaign) -> QuerySet[SuggestionOpinion]:
    """Those that still wait for the actor's unit."""
    return opinions_asked_of(actor, campaign).filter(
        given_at__isnull=True,
        suggestion__withdrawn_at__isnull=True,
        suggestion__subject__review__state__in=OPEN_TO_SUGGESTIONS,
    )


def units_to_ask(suggestion: Suggestion) -> QuerySet[Unit]:
    """Units of the body that were not asked yet; the subject's own is not asked about itself."""
    body = suggestion.subject.campaign.body
    return (
        Unit.objects.filter(path__startswith=body.path)
        .exclude(pk__in=[body.pk, suggestion.subject.unit_id])
        .exclude(pk__in=suggestion.opinions.values("unit_id"))
    )


def _block(rule: str, message: str, remedy: str) -> Finding:
    return Finding(f"suggestion.{rule}", Severity.BLOCKS, message, remedy=remedy)


def not_discussed_yet(review: Review) -> list[Finding]:
    """Suggestions come before the meeting takes the review up."""
    if review.state in OPEN_TO_SUGGESTIONS:
        return []
    return [
        _block(
            "discussed",
            f"{review} đang ở bước “{review.get_state_display()}” nên không ghi, không rút gợi ý kiểm điểm được nữa.",
            "Nếu kiểm điểm chưa đạt yêu cầu, yêu cầu kiểm điểm lại rồi ghi gợi ý.",
        )
    ]


def blockers_for_record(
    review: Review, *, issuer: str, text: str, document_date: date, today: date
) -> list[Finding]:
    return [*not_discussed_yet(review), *_record_faults(issuer, text, document_date, today)]


def _record_faults(issuer: str, text: str, document_date: date, today: date) -> Iterator[Finding]:
    if not issuer or not text:
        yield _block(
            "incomplete",
            "Chưa ghi cấp gợi ý hoặc nội dung gợi ý kiểm điểm.",
            "Ghi tên cấp gợi ý (ví dụ: Ban Thường vụ Tỉnh ủy) và nguyên văn nội dung.",
        )
    if document_date > today:
        yield _block(
            "date",
            f"Ngày văn bản gợi ý {document_date:%d/%m/%Y} sau ngày hôm nay.",
            "Ghi đúng ngày ban hành của văn bản gợi ý.",
        )


def blockers_for_answer(suggestion: Suggestion, review: Review) -> list[Finding]:
    if answerable(suggestion, review):
        return []
    return [
        _block(
            "not-answerable",
            "Nội dung gợi ý đã rút hoặc bản kiểm điểm không còn sửa được nên không ghi giải trình được.",
            "Đề nghị người phụ trách trả lại bản kiểm điểm nếu cần sửa phần giải trình.",
        )
    ]


def blockers_for_ask(
    suggestion: Suggestion, units: Iterable[Unit], due_on: date, today: date
) -> list[Finding]:
    """Asked of units of the body, each once, while an opinion can still be of use."""
    found = [*_standing_fault(suggestion), *not_discussed_yet(suggestion.subject.review)]
    asked = {unit.pk for unit in units}
    able = set(units_to_ask(suggestion).filter(pk__in=asked).values_list("pk", flat=True))
    if not asked or asked - able:
        found.append(
            _block(
                "units",
                "Chưa chọn đơn vị liên quan, hoặc có đơn vị không hỏi được (đã hỏi rồi, hoặc là chính đơn vị được gợi ý).",
                "Chọn lại các đơn vị liên quan trong danh sách.",
            )
        )
    if due_on < today:
        found.append(
            _block(
                "due",
                f"Hạn cho ý kiến {due_on:%d/%m/%Y} đã qua.",
                "Chọn một ngày từ hôm nay trở đi.",
            )
        )
    return found


def blockers_for_give(opinion: SuggestionOpinion, text: str) -> list[Finding]:
    """Given once, while the suggestion stands and the review has not been discussed."""
    found = [
        *_standing_fault(opinion.suggestion),
        *not_discussed_yet(opinion.suggestion.subject.review),
    ]
    if opinion.given_at is not None:
        found.append(
            _block(
                "given",
                "Đơn vị đã cho ý kiến về nội dung gợi ý này.",
                "Ý kiến thêm được phát biểu tại hội nghị kiểm điểm.",
            )
        )
    if not text:
        found.append(
            _block("no-text", "Chưa có nội dung ý kiến.", "Ghi ý kiến về nội dung gợi ý rồi gửi.")
        )
    return found


def _standing_fault(suggestion: Suggestion) -> list[Finding]:
    if suggestion.withdrawn_at is None:
        return []
    return [
        _block(
            "withdrawn",
            f"Nội dung gợi ý đã được rút ngày {suggestion.withdrawn_at:%d/%m/%Y}.",
            "Không cần làm gì thêm với nội dung này.",
        )
    ]
