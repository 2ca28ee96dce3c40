"""Mục đọc được: every piece of a kept reading as one field with its place, its words and the way it is corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tusoi.planreader.dates import Repeat
from tusoi.planreader.draft import DocumentKind, ReadState, Span
from tusoi.planreader.special_rules.codes import RuleCode
from tusoi.rulebook.facts import LabelledEnum
from tusoi.rulebook.parameter_text import UnreadableValue, as_written, read_exact
from tusoi.rulebook.parameters import Parameter, parameters

_UNITS = {
    "working_day": "ngày làm việc",
    "day": "ngày",
    "month": "tháng",
    "degree": "cấp độ",
    "post": "biên chế",
    "place": "nơi",
    "member": "thành viên",
    "subject": "đối tượng",
    "page": "trang",
}
_CAPS = {"quota.max_share_excellent", "quota.raised_share"}
_BASES = {
    "good": "số được xếp loại hoàn thành tốt",
    "good_or_better": "số được xếp loại hoàn thành tốt trở lên",
    "all_staff": "toàn bộ số người",
    "eligible": "số người đủ điều kiện",
    "attending": "số thành viên dự họp",
    "summoned": "số thành viên được triệu tập",
    "valid": "số phiếu hợp lệ",
}
_DAY = re.compile(r"(?:\d{4}|-)-\d{2}-\d{2}", re.ASCII)
SURE = 80
"""From this confidence on a row counts as read clearly."""


class ReadingSection(LabelledEnum):
    """Phần của bản đọc, in the order in which it is looked through."""

    IDENTITY = "identity", "Văn bản"
    BASES = "bases", "Căn cứ"
    SUBJECTS = "subjects", "Đối tượng"
    FORMS = "forms", "Biểu mẫu"
    DEADLINES = "deadlines", "Thời hạn"
    MEETINGS = "meetings", "Ngày họp"
    DOSSIERS = "dossiers", "Hồ sơ"
    RULES = "rules", "Quy định riêng"
    AUTHORITY = "authority", "Thẩm quyền"
    ATTACHMENTS = "attachments", "Cần có kèm theo"


class InputKind(LabelledEnum):
    """Cách nhập một mục."""

    LINE = "line", "một dòng"
    PARAGRAPHS = "paragraphs", "nhiều dòng"
    DAY = "day", "ngày"
    YEAR = "year", "năm"
    KIND = "kind", "loại văn bản"
    RULE = "rule", "giá trị của quy định"
    DEADLINE = "deadline", "thời hạn"


@dataclass(frozen=True, slots=True)
class ReadField:
    """Mục đọc được: `read` is the exact text of what was read, as it is stored when corrected.

    `longest` bounds a correction; `remark` says in words what else the text states about it;
    `uncounted` names what a share is taken of where the rulebook cannot count it.
    """

    key: str
    section: ReadingSection
    label: str
    state: ReadState
    read: str = ""
    span: Span | None = None
    input: InputKind = InputKind.LINE
    remark: str = ""
    longest: int = 1000
    parameter: Parameter | None = None
    unit: str = ""
    uncounted: str = ""
    inclusive: bool | None = None
    who: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether it may be accepted without being looked at one by one."""
        return self.state is ReadState.FOUND and bool(self.read)

    def written(self, exact: str) -> str:
        """A value of this field as officials read it."""
        return _WRITTEN.get(self.input, lambda _, text: text)(self, exact)


def is_day(exact: str) -> bool:
    """Whether the exact text is a day, with or without its year."""
    return _DAY.fullmatch(exact) is not None


def day_in_words(exact: str) -> str:
    """`2023-12-05` → 05/12/2023, `--12-30` → 30/12; anything else stays."""
    if exact.startswith("--"):
        return "/".join(reversed(exact[2:].split("-")))
    try:
        return f"{date.fromisoformat(exact):%d/%m/%Y}"
    except ValueError:
        return exact


def _rule_in_words(field: ReadField, exact: str) -> str:
    if field.parameter is None:
        number = f"{exact.replace('.', ',')} {_UNITS.get(field.unit, '')}".strip()
        return {"true": "Có", "false": "Không"}.get(exact, number)
    try:
        return as_written(field.parameter, read_exact(field.parameter, exact))
    except UnreadableValue:
        return exact


def _kind_in_words(_: ReadField, exact: str) -> str:
    return DocumentKind(exact).label if exact in set(DocumentKind) else exact


_WRITTEN: dict[InputKind, Callable[[ReadField, str], str]] = {
    InputKind.DAY: lambda _, exact: day_in_words(exact),
    InputKind.DEADLINE: lambda _, exact: day_in_words(exact),
    InputKind.KIND: _kind_in_words,
    InputKind.RULE: _rule_in_words,
}


def fields_of(draft: dict[str, Any], text: str) -> tuple[ReadField, ...]:
    """Every field of a kept reading, section by section."""
    return tuple(_all(draft, text))


def _all(draft: dict[str, Any], text: str) -> Iterator[ReadField]:
    for name, label, kind, longest in _IDENTITY:
        yield _identity(draft, text, name, label, kind, longest)
    for name, build in _ROWS.items():
        for number, row in enumerate(draft.get(name) or ()):
            yield build(f"{name}-{number}", row, text)


_CLAUSE_END = re.compile(
    r"[;\n]|\.(?=\s|$)|(?:, | và )(?=(?:Nghị|Quyết|Quy|Hướng|Kế|Công|Chỉ|Thông|Kết|Luật|Điều lệ)\b)"
    r"|, (?=[^,;.\n]{1,120} (?:xây dựng|ban hành|báo cáo)\b)"
)
_IDENTITY = (
    ("kind", "Loại văn bản", InputKind.KIND, 80),
    ("number", "Số, ký hiệu", InputKind.LINE, 60),
    ("date", "Ngày ban hành", InputKind.DAY, 80),
    ("review_year", "Năm đánh giá", InputKind.YEAR, 80),
    ("issuer", "Cơ quan ban hành", InputKind.LINE, 200),
    ("title", "Tên đợt đánh giá (trích yếu)", InputKind.LINE, 300),
    ("purpose", "Mục đích, yêu cầu", InputKind.PARAGRAPHS, 50_000),
    ("contents", "Nội dung kiểm điểm", InputKind.PARAGRAPHS, 200_000),
    ("organisation", "Tổ chức thực hiện", InputKind.PARAGRAPHS, 50_000),
    ("recipients", "Nơi nhận", InputKind.PARAGRAPHS, 10_000),
    ("signer_title", "Chức vụ của người ký", InputKind.LINE, 120),
    ("signer", "Người ký", InputKind.LINE, 200),
)


def _identity(
    draft: dict[str, Any], text: str, name: str, label: str, kind: InputKind, longest: int
) -> ReadField:
    facts = (draft.get("fields") or {}).get(name) or {}
    span = _span(facts, text)
    is_whole_part = kind is InputKind.PARAGRAPHS and span and name not in draft
    return ReadField(
        name,
        ReadingSection.IDENTITY,
        label,
        ReadState(facts.get("state", ReadState.ABSENT)),
        span.of(text) if is_whole_part and span else _plain(draft.get(name)),
        span,
        kind,
        longest=longest,
    )


def _plain(value: Any) -> str:
    """A value of the JSON as exact text; a list becomes lines."""
    if value is None:
        return ""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _span(row: dict[str, Any], text: str) -> Span | None:
    """The place of a row; None where it lies outside the text."""
    found = row.get("span")
    span = Span(*found) if found else None
    return span if span and 0 <= span.start < span.end <= len(text) else None


def _row(
    key: str, section: ReadingSection, label: str, row: dict[str, Any], text: str, **facts: Any
) -> ReadField:
    is_sure = row.get("confidence", 100) >= SURE
    state = ReadState.FOUND if is_sure else ReadState.UNCLEAR
    titled = f"{label[:1].upper()}{label[1:]}"
    return ReadField(key, section, titled, state, span=_span(row, text), **facts)


def _basis(key: str, row: dict[str, Any], text: str) -> ReadField:
    """The reference as the plan words it, up to where the next one begins."""
    label = row.get("number") or "Văn bản không rõ số"
    span = _span(row, text)
    words = _phrase(text, span, row) if span else reference_in_words(row)
    return _row(key, ReadingSection.BASES, label, row, text, read=words)


def _phrase(text: str, span: Span, row: dict[str, Any]) -> str:
    """The text from the reference to the end of its clause; its day and issuer added where a list names them once."""
    end = _CLAUSE_END.search(text, span.end)
    words = text[span.start : end.start() if end else len(text)].rstrip(" ,")
    if row.get("date") and " ngày " not in words:
        words += f" ngày {day_in_words(row['date'])}"
        words += f" của {row['issuer']}" if row.get("issuer") else ""
    return words


def reference_in_words(row: dict[str, Any]) -> str:
    """A cited document in one line: number, day, issuer, title."""
    day = f" ngày {day_in_words(row['date'])}" if row.get("date") else ""
    issuer = f" của {row['issuer']}" if row.get("issuer") else ""
    number = row.get("number") or "Văn bản không rõ số"
    return " ".join(f"{number}{day}{issuer} {row.get('title') or ''}".split())


def _subject(key: str, row: dict[str, Any], text: str) -> ReadField:
    label = "Tập thể" if row.get("is_collective") else "Cá nhân"
    return _row(key, ReadingSection.SUBJECTS, label, row, text, read=row["text"])


def _exclusion(key: str, row: dict[str, Any], text: str) -> ReadField:
    return _row(key, ReadingSection.SUBJECTS, "Không thuộc đối tượng", row, text, read=row["text"])


def _form(key: str, row: dict[str, Any], text: str) -> ReadField:
    label = row.get("for") or "Chưa rõ dùng cho ai"
    return _row(key, ReadingSection.FORMS, label, row, text, read=row["code"], longest=120)


def _deadline(key: str, row: dict[str, Any], text: str) -> ReadField:
    begins = f"bắt đầu từ {day_in_words(row['begins'])}" if row.get("begins") else ""
    repeats = Repeat(row["repeats"]).label if row.get("repeats") else ""
    told = (begins, repeats, row.get("consequence"))
    return _row(
        key,
        ReadingSection.DEADLINES,
        row["what"],
        row,
        text,
        read=row.get("date") or row.get("rule") or "",
        input=InputKind.DEADLINE,
        inclusive=row.get("inclusive"),
        who=row.get("who") or "",
        remark="; ".join(each for each in told if each),
    )


def _meeting(key: str, row: dict[str, Any], text: str) -> ReadField:
    return _row(
        key,
        ReadingSection.MEETINGS,
        row["what"],
        row,
        text,
        read=row.get("date") or "",
        input=InputKind.DAY,
    )


def _dossier(key: str, row: dict[str, Any], text: str) -> ReadField:
    items = [each if isinstance(each, str) else each["text"] for each in row["items"]]
    return _row(
        key,
        ReadingSection.DOSSIERS,
        row.get("for") or "Hồ sơ",
        row,
        text,
        read="\n".join(items),
        input=InputKind.PARAGRAPHS,
        remark=f"{len(items)} thành phần",
        longest=20_000,
    )


def _rule(key: str, row: dict[str, Any], text: str) -> ReadField:
    code = RuleCode(row["rule"]) if row["rule"] in set(RuleCode) else None
    name = row.get("parameter") or (code.parameter if code else "")
    parameter = parameters().get(name)
    base = _BASES.get(row.get("base") or "", "")
    return _row(
        key,
        ReadingSection.RULES,
        code.label if code else row["rule"],
        row,
        text,
        read=_rule_value(row, parameter),
        input=InputKind.RULE,
        parameter=parameter,
        unit=row.get("unit") or "",
        uncounted=base if _is_uncounted(row, name) else "",
        remark=f"Cơ sở tính: {base}" if base else "",
        longest=80,
    )


def _is_uncounted(row: dict[str, Any], name: str) -> bool:
    """Whether a cap is a share of something the rulebook does not count."""
    base = row.get("base") or ""
    return name in _CAPS and bool(base) and base not in parameters()["quota.base"].choices


def _rule_value(row: dict[str, Any], parameter: Parameter | None) -> str:
    """The exact text of the value in the unit of the parameter; 20 % is kept as 0.2."""
    value = row["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).lower() if isinstance(value, bool) else str(value)
    number = Decimal(str(value))
    if parameter is not None and parameter.unit == "share" and number > 1:
        number = number.scaleb(-2)
    return f"{number.normalize():f}"


def _authority(key: str, row: dict[str, Any], text: str) -> ReadField:
    label = f"{row.get('act') or 'Quyết định'}: {row.get('subject') or 'chưa rõ đối tượng'}"
    return _row(key, ReadingSection.AUTHORITY, label, row, text, read=row["body"])


def _attachment(key: str, row: dict[str, Any], text: str) -> ReadField:
    return _row(key, ReadingSection.ATTACHMENTS, "Cần có", row, text, read=row["text"])


_ROWS: dict[str, Callable[[str, dict[str, Any], str], ReadField]] = {
    "legal_bases": _basis,
    "subjects": _subject,
    "exclusions": _exclusion,
    "forms": _form,
    "deadlines": _deadline,
    "meetings": _meeting,
    "dossiers": _dossier,
    "rules": _rule,
    "authority": _authority,
    "attachments_needed": _attachment,
}
