"""Lưu ý: what a reader must settle before a campaign may be drawn up from the document."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tusoi.planreader.draft import Caution, DocumentKind, ReadState, Span
from tusoi.planreader.normal import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tusoi.planreader.draft import DeadlineRow, MeetingRow, PlanDraft, RuleRow
    from tusoi.planreader.outline import Outline
    from tusoi.planreader.parts import Part
    from tusoi.planreader.references import References
    from tusoi.planreader.superseded import Succession

#: A season may reach this many months into the following year.
_MONTHS_AFTER = 2
_DRAFT_MARK = re.compile(r"(?m)^\W{0,3}(?:bản )?dự thảo(?: lần \d+)?\W*$")
_SCHOOL_YEAR = re.compile(r"năm học")
_FINISHES_REVIEW = re.compile(
    r"họp kiểm điểm|hội nghị kiểm điểm|hoàn thành (?:việc |công tác )?kiểm điểm|tổ chức kiểm điểm"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_COUNTED = {"roman", "decimal", "article"}


def identity_cautions(draft: PlanDraft, outline: Outline, symbol: str) -> Iterator[Caution]:
    """What is missing or open at the top of the document."""
    if not draft.text:
        yield Caution(
            "empty", "Tệp không có chữ nào để đọc; hãy kiểm tra lại tệp hoặc dán văn bản vào."
        )
        return
    yield from _kind_caution(draft)
    mark = _DRAFT_MARK.search(
        outline.folded, 0, outline.preamble.start if outline.preamble else 400
    )
    if mark is not None:
        yield Caution(
            "draft",
            "Văn bản ghi “dự thảo”; hãy dùng bản đã ký ban hành nếu có.",
            Span(*mark.span()),
        )
    yield from _number_caution(draft, symbol)
    if draft.date.value is None:
        is_open = draft.date.state is ReadState.UNCLEAR
        message = (
            "Ngày, tháng của văn bản còn để trống hoặc thiếu; hãy điền ngày ban hành."
            if is_open
            else "Văn bản không ghi ngày ban hành; hãy điền ngày ban hành."
        )
        yield Caution("unclear_date" if is_open else "no_date", message, draft.date.span)
    yield from _year_caution(draft)


def _kind_caution(draft: PlanDraft) -> Iterator[Caution]:
    kind = draft.kind.value
    if kind is None:
        yield Caution(
            "unknown_kind",
            "Không thấy tên loại văn bản (kế hoạch, hướng dẫn …); hãy xác nhận đây là kế hoạch trước khi lập đợt đánh giá.",
            draft.kind.span,
        )
    elif kind is not DocumentKind.PLAN:
        yield Caution(
            "not_a_plan",
            f"Đây là {kind.label.lower()}, không phải kế hoạch; hãy xác nhận trước khi lập đợt đánh giá.",
            draft.kind.span,
        )


def _number_caution(draft: PlanDraft, symbol: str) -> Iterator[Caution]:
    number = draft.number
    if number.state is ReadState.ABSENT:
        yield Caution("no_number", "Văn bản không có số, ký hiệu; hãy điền số của bản đã ban hành.")
    elif number.state is ReadState.UNCLEAR and symbol:
        yield Caution(
            "blank_number",
            f"Số văn bản còn để trống, chỉ có ký hiệu “{symbol}”; hãy điền số của bản đã ban hành.",
            number.span,
        )
    elif number.state is ReadState.UNCLEAR:
        yield Caution(
            "unclear_number", "Số văn bản đọc không rõ; hãy đối chiếu với bản gốc.", number.span
        )


def _year_caution(draft: PlanDraft) -> Iterator[Caution]:
    year = draft.review_year
    if (
        year.state is ReadState.UNCLEAR
        and year.span
        and _SCHOOL_YEAR.search(folded(year.span.of(draft.text)))
    ):
        yield Caution(
            "school_year",
            f"Văn bản đánh giá theo {year.span.of(draft.text)[0].lower()}{year.span.of(draft.text)[1:]};"
            " hãy chọn năm đánh giá và kỳ đánh giá tương ứng.",
            year.span,
        )
    elif year.value is None:
        yield Caution(
            "no_year", "Văn bản không nêu rõ năm đánh giá; hãy chọn năm đánh giá.", year.span
        )


def reference_cautions(
    text: str,
    references: References,
    at_issue: Iterable[Succession],
    since_then: Iterable[Succession],
    issued: date | None,
) -> Iterator[Caution]:
    """References that were replaced, that name no number, or that are later than the document itself."""
    yield from map(_superseded_caution, at_issue)
    for each in since_then:
        yield Caution(
            "replaced_since",
            f"Văn bản {each.reference.number} mà kế hoạch viện dẫn nay đã được {each.by} thay thế{_scope(each)}"
            f" từ ngày {_written(each.since)}; đợt đánh giá mới phải theo văn bản thay thế.",
            each.reference.span,
        )
    yield from _incomplete_references(text, references)
    for reference in (*references.legal_bases, *references.cited):
        if issued and reference.date and reference.date > issued:
            yield Caution(
                "later_reference",
                f"Văn bản {reference.number} ghi ngày {_written(reference.date)}, sau ngày ban hành"
                f" ({_written(issued)}); hãy đối chiếu lại ngày.",
                reference.span,
            )


def _incomplete_references(text: str, references: References) -> Iterator[Caution]:
    for span in references.without_symbol:
        yield Caution(
            "no_symbol",
            f"“{span.of(text)}” chỉ ghi số, thiếu ký hiệu; hãy ghi đủ số, ký hiệu và ngày của văn bản.",
            span,
        )
    for span in references.without_number:
        yield Caution(
            "no_reference_number",
            f"“{span.of(text)}” không ghi số; hãy ghi rõ đó là văn bản nào.",
            span,
        )


def _superseded_caution(each: Succession) -> Caution:
    number, since = each.reference.number, _written(each.since)
    if not each.is_certain:
        return Caution(
            "perhaps_superseded",
            f"Văn bản {number} có thể đã được {each.by} thay thế{_scope(each)} từ ngày {since} (chưa kiểm chứng);"
            " hãy kiểm tra trước khi viện dẫn.",
            each.reference.span,
        )
    return Caution(
        "superseded",
        f"Văn bản {number} đã được {each.by} thay thế{_scope(each)} từ ngày {since};"
        " hãy viện dẫn văn bản thay thế và xem lại những nội dung dựa vào văn bản cũ.",
        each.reference.span,
    )


def _scope(each: Succession) -> str:
    return f" đối với {each.scope}" if each.scope else ""


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def time_cautions(draft: PlanDraft, outline: Outline) -> Iterator[Caution]:
    """Days that cannot be right: before the document, long after the year, a meeting after its end."""
    issued, year = draft.date.value, draft.review_year.value
    last = date(year + 1, _MONTHS_AFTER + 1, 1) - timedelta(days=1) if year else None
    dated: tuple[DeadlineRow | MeetingRow, ...] = (*draft.deadlines, *draft.meetings)
    for row in dated:
        day = _exact(row.day)
        if day is None:
            continue
        if issued and day < issued:
            yield Caution(
                "before_document",
                f"Mốc ngày {_written(day)} trước ngày ban hành văn bản ({_written(issued)}); hãy kiểm tra lại.",
                row.span,
            )
        elif last and day > last:
            yield Caution(
                "after_season",
                f"Mốc ngày {_written(day)} quá xa năm đánh giá {year}; hãy kiểm tra lại.",
                row.span,
            )
    if draft.kind.value is DocumentKind.PLAN and not draft.deadlines:
        yield Caution(
            "no_deadline", "Không thấy thời hạn nào trong văn bản; hãy điền thời hạn của các bước."
        )
    yield from _late_meetings(draft, outline)


def _late_meetings(draft: PlanDraft, outline: Outline) -> Iterator[Caution]:
    for meeting in draft.meetings:
        for deadline in draft.deadlines:
            if _is_late(meeting, deadline, outline):
                yield Caution(
                    "meeting_after_deadline",
                    f"Cuộc họp ấn định ngày {_written(date.fromisoformat(meeting.day))} sau thời hạn"
                    f" {_written(date.fromisoformat(deadline.day))} phải hoàn thành kiểm điểm; hãy sửa một trong hai mốc.",
                    meeting.span,
                )


def _is_late(meeting: MeetingRow, deadline: DeadlineRow, outline: Outline) -> bool:
    """Whether a meeting is held after the day by which the same part wants the review finished."""
    met, end = _exact(meeting.day), _exact(deadline.day)
    if met is None or end is None or met < end or (met == end and deadline.inclusive is not False):
        return False
    around = folded(f"{deadline.what} {deadline.span.of(outline.text)}")
    same_part = _widest(outline, meeting.span) == _widest(outline, deadline.span)
    return same_part and bool(_FINISHES_REVIEW.search(around))


def _widest(outline: Outline, span: Span) -> Span | None:
    chain = outline.parts_around(span.start)
    return chain[min(1, len(chain) - 1)].span if chain else None


def _exact(day: str) -> date | None:
    return None if not day or day.startswith("--") else date.fromisoformat(day)


def rule_cautions(rules: Iterable[RuleRow]) -> Iterator[Caution]:
    """Two values for one rule with the same base and scope."""
    first: dict[tuple[str, ...], RuleRow] = {}
    for row in rules:
        key = (row.rule, row.base, row.scope, row.unit)
        known = first.setdefault(key, row)
        if row.parameter and known.value != row.value:
            yield Caution(
                "rules_disagree",
                "Văn bản nêu hai giá trị khác nhau cho cùng một quy định; hãy chọn giá trị áp dụng.",
                row.span,
            )


def numbering_cautions(outline: Outline) -> Iterator[Caution]:
    """Numbers of parts that stand twice or leave a gap."""
    last: dict[tuple[int, str], Part] = {}
    for part, parent in zip(outline.parts, outline.parents, strict=True):
        if part.style not in _COUNTED:
            continue
        stem = part.number.rpartition(".")[0]
        before = last.get((parent, part.style + stem))
        last[parent, part.style + stem] = part
        if before is not None:
            yield from _numbering_caution(before, part)


def _numbering_caution(before: Part, part: Part) -> Iterator[Caution]:
    step = _count(part) - _count(before)
    span = Span(part.span.start, part.heading.end)
    if step == 0:
        yield Caution(
            "number_twice", f"Số mục {part.label} dùng hai lần; hãy đánh lại số mục.", span
        )
    elif step > 1:
        yield Caution(
            "number_gap",
            f"Sau mục {before.label} là mục {part.label}, thiếu mục ở giữa; hãy kiểm tra văn bản có đủ không.",
            span,
        )


def _count(part: Part) -> int:
    if part.style != "roman":
        return int(re.sub(r"\D", "", part.number.rpartition(".")[2]) or 0)
    values = [_ROMAN[letter] for letter in part.number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def in_order(*groups: Iterable[Caution]) -> tuple[Caution, ...]:
    """Cautions about the whole first, then by their place, each once."""
    flat = dict.fromkeys(caution for group in groups for caution in group)
    return tuple(sorted(flat, key=_place))


def _place(caution: Caution) -> int:
    return caution.span.start if caution.span else -1
