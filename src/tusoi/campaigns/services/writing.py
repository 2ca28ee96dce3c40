"""Viết bản kiểm điểm: save with versions, hand in, return, take up at the meeting, complete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from tusoi.campaigns.enums import RatingLevel
from tusoi.campaigns.facts import fields_of
from tusoi.campaigns.models import Review, ReviewVersion
from tusoi.campaigns.permissions import may_handle, may_write
from tusoi.campaigns.selectors.checks import (
    EDITABLE_STATES,
    blockers_for_finalise,
    blockers_for_submit,
    campaign_is_open,
)
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Conflict, raise_blockers, refuse
from tusoi.core.names import clean, tidy, whole_number
from tusoi.core.state import fire
from tusoi.rulebook import Finding, Severity
from tusoi.rulebook.facts import Degree
from tusoi.rulebook.forms import Field, FieldKind, points_in
from tusoi.rulebook.processes import SELF_REVIEW

_MINUTES_PER_VERSION = 10
_MAX_COUNT = 1_000_000
_MAX_TEXT = 1_000_000
_MAX_ROWS = 200


def lock_review(review: Review) -> Review:
    """The review, locked, with subject, track and campaign; refused outside an open campaign."""
    locked = (
        Review.objects.select_for_update(of=("self",))
        .select_related("subject__track", "subject__campaign", "subject__unit")
        .get(pk=review.pk)
    )
    raise_blockers(campaign_is_open(locked.subject.campaign))
    return locked


@command("review.save", target="review", scope=may_write)
def save_review(
    *,
    actor: Actor,
    at: datetime,
    review: Review,
    content: Mapping[str, Any],
    self_level: RatingLevel | str,
    base_revision: int,
    window: str,
) -> Review:
    """Keep what is written; Conflict when another window has saved since `base_revision`."""
    locked = lock_review(review)
    if locked.state not in EDITABLE_STATES:
        raise refuse(
            "review.not-editable",
            f"Bản kiểm điểm đang ở bước “{locked.get_state_display()}” nên không sửa được.",
            remedy="Đề nghị người phụ trách trả lại bản kiểm điểm nếu cần sửa.",
        )
    _refuse_overwriting(locked, base_revision, window)
    _write(locked, content, self_level, actor=actor, at=at, window=window)
    note(revision=locked.revision)
    return locked


def _refuse_overwriting(review: Review, base_revision: int, window: str) -> None:
    last = review.versions.select_related("saved_by").first()
    if last is None or base_revision == review.revision or last.window == window:
        return
    by, at = str(last.saved_by or ""), last.saved_at.isoformat()
    raise Conflict(
        [
            Finding(
                "review.conflict",
                Severity.BLOCKS,
                f"{by} đã lưu một nội dung khác từ cửa sổ khác.",
                data={"by": by, "at": at, "revision": review.revision},
                remedy="Mở bản mới nhất, chép phần vừa viết sang rồi lưu lại.",
            )
        ]
    )


def _write(
    review: Review,
    content: Mapping[str, Any],
    self_level: str,
    *,
    actor: Actor,
    at: datetime,
    window: str,
) -> None:
    """Put cleaned answers into the review and its history; saving the same again changes nothing."""
    answers, level = clean_answers(fields_of(review.subject), content), _clean_level(self_level)
    if (answers, level) == (review.content, review.self_level):
        return
    review.content, review.self_level = answers, level
    review.revision += 1
    review.saved_at, review.saved_by_id = at, actor.person_id
    review.save(update_fields=["content", "self_level", "revision", "saved_at", "saved_by"])
    _keep_version(review, window, at)


def clean_answers(fields: tuple[Field, ...], content: Mapping[str, Any]) -> dict[str, Any]:
    """Answers by field code, each of its kind; refuses what no field of the form asks for."""
    by_code = {field.code: field for field in fields}
    if unknown := sorted(content.keys() - by_code.keys()):
        raise refuse(
            "review.unknown-field",
            f"Biểu mẫu không có nội dung: {', '.join(unknown)}.",
            remedy="Tải lại trang để có biểu mẫu đúng.",
        )
    answers = {code: _clean_answer(by_code[code], value) for code, value in content.items()}
    return {code: value for code, value in answers.items() if value not in ("", None, [])}


def _clean_answer(field: Field, value: Any) -> Any:
    match field.kind:
        case FieldKind.NUMBER:
            return _clean_count(field, value)
        case FieldKind.LEVEL:
            return _clean_level(str(value or ""))
        case FieldKind.SCORE:
            return _clean_points(field.label, field.most, value)
        case FieldKind.TABLE:
            return _clean_table(field, value)
    return _clean_text(field, value)


def _clean_text(field: Field, value: Any) -> str:
    text = tidy(str(value or "")).replace("\r\n", "\n").strip()
    if len(text) > _MAX_TEXT:
        raise refuse(
            "review.too-large",
            f"“{field.label}” dài quá mức {_MAX_TEXT // 1000} nghìn ký tự.",
            remedy="Viết gọn lại; tài liệu dài nộp kèm hồ sơ.",
        )
    if field.kind is FieldKind.DEGREE and text and text not in set(Degree):
        raise refuse(
            "review.degree",
            f"“{field.label}”: cấp độ không có trong biểu mẫu.",
            remedy="Chọn một trong các cấp độ của biểu mẫu.",
        )
    return text


def _clean_count(field: Field, value: Any) -> int | None:
    text = str(value if value is not None else "").strip()
    if not text:
        return None
    count = whole_number(text, most=_MAX_COUNT)
    if count is None:
        raise refuse(
            "review.number", f"“{field.label}” phải là số nguyên không âm.", remedy="Ví dụ: 12."
        )
    return count


def _clean_points(label: str, most: Decimal | None, value: Any) -> str:
    """Points as officials write them ("27,5"), from 0 to the most that the form allows."""
    text = clean(str(value if value is not None else ""))
    if not text:
        return ""
    points, limit = points_in(text), most or Decimal()
    if points is None or not 0 <= points <= limit or round(points, 2) != points:
        raise refuse(
            "review.points",
            f"“{label}” phải là số điểm từ 0 đến {_written(limit)}, nhiều nhất hai chữ số thập phân.",
            remedy=f"Ví dụ: {_written(limit)}.",
        )
    return _written(points)


def _written(points: Decimal) -> str:
    return f"{points.normalize():f}".replace(".", ",")


def _clean_table(field: Field, value: Any) -> list[list[str]]:
    """Rows of cells in the order of the columns; empty rows go unless the form names its rows."""
    rows = value if isinstance(value, list) else []
    if len(rows) > _MAX_ROWS or (rows and field.rows and len(rows) != len(field.rows)):
        raise refuse(
            "review.rows",
            f"“{field.label}”: số dòng của bảng không đúng với biểu mẫu.",
            remedy=f"Tải lại trang để có bảng đúng; bảng có nhiều nhất {_MAX_ROWS} dòng.",
        )
    cleaned = [_clean_row(field, row) for row in rows]
    if field.rows:
        return cleaned if any(map(any, cleaned)) else []
    return [row for row in cleaned if any(row)]


def _clean_row(field: Field, row: Any) -> list[str]:
    if not isinstance(row, list) or len(row) != len(field.columns):
        raise refuse(
            "review.rows",
            f"“{field.label}”: số cột của bảng không đúng với biểu mẫu.",
            remedy="Tải lại trang để có bảng đúng.",
        )
    return [
        _clean_text(field, cell)
        if column.most is None
        else _clean_points(column.title, column.most, cell)
        for column, cell in zip(field.columns, row, strict=True)
    ]


def _clean_level(value: str) -> str:
    if value and value not in set(RatingLevel):
        raise refuse(
            "review.level",
            "Mức xếp loại không có trong biểu mẫu.",
            remedy="Chọn một trong bốn mức xếp loại.",
        )
    return str(value)


def _keep_version(review: Review, window: str, at: datetime) -> None:
    """One version per window and ten minutes; what was handed in stays as it was."""
    last = review.versions.first()
    if last is not None and _continues(last, review, window, at):
        last.revision, last.saved_at = review.revision, at
        last.content, last.self_level = review.content, review.self_level
        last.save(update_fields=["revision", "saved_at", "content", "self_level"])
        return
    review.versions.create(
        revision=review.revision,
        window=window,
        content=review.content,
        self_level=review.self_level,
        saved_at=at,
        saved_by_id=review.saved_by_id,
    )


def _slot(instant: datetime) -> datetime:
    minute = instant.minute // _MINUTES_PER_VERSION * _MINUTES_PER_VERSION
    return instant.replace(minute=minute, second=0, microsecond=0)


def _continues(last: ReviewVersion, review: Review, window: str, at: datetime) -> bool:
    is_handed_in = review.submitted_at is not None and last.saved_at <= review.submitted_at
    is_same_sitting = last.window == window and _slot(last.saved_at) == _slot(at)
    return is_same_sitting and not is_handed_in


@command("review.submit", target="review", scope=may_write)
def submit_review(*, actor: Actor, at: datetime, review: Review) -> Review:
    """Hand the review in; refused while a required part is empty."""
    locked = lock_review(review)
    findings = blockers_for_submit(locked)
    raise_blockers(findings)
    locked.submitted_at, locked.return_reason = at, ""
    locked.save(update_fields=["submitted_at", "return_reason"])
    fire(SELF_REVIEW, locked, "submit", actor=actor, at=at, findings=findings)
    return locked


@command("review.return", target="review", scope=may_handle)
def return_review(*, actor: Actor, at: datetime, review: Review, reason: str) -> Review:
    """Send the review back to its writer, saying why."""
    locked = lock_review(review)
    if not clean(reason):
        raise refuse(
            "review.return-reason",
            "Chưa nêu lý do trả lại.",
            remedy="Ghi rõ nội dung nào cần sửa và sửa thế nào.",
        )
    locked.return_reason = reason.strip()
    locked.save(update_fields=["return_reason"])
    fire(SELF_REVIEW, locked, "return", actor=actor, at=at)
    return locked


def discuss_review(*, actor: Actor, at: datetime, review: Review, self_level: str = "") -> Review:
    """Mark the review as taken up by the meeting; part of the command that concludes an item.

    `self_level` is the level a collective voted for at the meeting.
    """
    locked = lock_review(review)
    if self_level:
        locked.self_level = _clean_level(self_level)
        locked.save(update_fields=["self_level"])
    fire(SELF_REVIEW, locked, "discuss", actor=actor, at=at)
    return locked


def reopen_review(*, actor: Actor, at: datetime, review: Review, reason: str) -> Review:
    """Give the review back to be written anew for another meeting; part of the order to hold it again."""
    locked = lock_review(review)
    locked.return_reason, locked.finalised_at = reason, None
    locked.save(update_fields=["return_reason", "finalised_at"])
    fire(SELF_REVIEW, locked, "order_again", actor=actor, at=at)
    return locked


@command("review.finalise", target="review", scope=may_write)
def finalise_review(
    *, actor: Actor, at: datetime, review: Review, content: Mapping[str, Any] | None = None
) -> Review:
    """Complete the review after the meeting, with the last changes if any."""
    locked = lock_review(review)
    if content is not None and locked.state in EDITABLE_STATES:
        _write(locked, content, locked.self_level, actor=actor, at=at, window="finalise")
    findings = blockers_for_finalise(locked)
    raise_blockers(findings)
    locked.finalised_at = at
    locked.save(update_fields=["finalised_at"])
    fire(SELF_REVIEW, locked, "finalise", actor=actor, at=at, findings=findings)
    return locked
