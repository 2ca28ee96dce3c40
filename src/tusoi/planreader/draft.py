"""Bản đọc kế hoạch: what a plan says, each piece with the place in the normalised text it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

T = TypeVar("T")


class Span(NamedTuple):
    """Vị trí trong văn bản: offsets into the normalised text, the end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class ReadState(StrEnum):
    """Trạng thái đọc: found, not in the text, or in the text but not to be settled by reading alone."""

    FOUND = "found"
    ABSENT = "absent"
    UNCLEAR = "unclear"

    @property
    def label(self) -> str:
        labels = {"found": "Đã đọc được", "absent": "Văn bản không nêu", "unclear": "Chưa rõ"}
        return labels[self.value]


class DocumentKind(StrEnum):
    """Loại văn bản được đọc."""

    PLAN = "plan"
    GUIDANCE = "guidance"
    REGULATION = "regulation"
    DECISION = "decision"
    OFFICIAL_LETTER = "official_letter"
    NOTICE = "notice"
    REPORT = "report"
    NEWS = "news"

    @property
    def label(self) -> str:
        labels = {
            "plan": "Kế hoạch",
            "guidance": "Hướng dẫn",
            "regulation": "Quy định, quy chế",
            "decision": "Quyết định",
            "official_letter": "Công văn",
            "notice": "Thông báo",
            "report": "Báo cáo",
            "news": "Tin, bài",
        }
        return labels[self.value]


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """Một dữ kiện của văn bản: confidence 0 to 100; `value` and `span` are None where the text is silent."""

    value: T | None = None
    state: ReadState = ReadState.ABSENT
    span: Span | None = None
    confidence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Một mục đọc được: where it stands and how sure the reading is (0 to 100)."""

    span: Span
    confidence: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument(Row):
    """Văn bản được dẫn: `number` normalised (`18-QĐ/TU`), empty where the text gives none."""

    number: str
    date: date | None = None
    issuer: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded(Row):
    """Văn bản đã được thay thế khi kế hoạch viện dẫn: by which document, since when, for whom if in part."""

    number: str
    by: str
    since: date
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow(Row):
    """Đối tượng được kiểm điểm, đánh giá hoặc được loại trừ: as the plan names it."""

    text: str
    is_collective: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow(Row):
    """Biểu mẫu cho một nhóm đối tượng: `code` normalised (`Mẫu 02B-HD KĐ.ĐG`)."""

    code: str
    used_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow(Row):
    """Thời hạn: a day (`2023-12-05`, `--12-30` every year) or a rule relative to something else.

    `inclusive` is False for “trước ngày”, True for “trong ngày”, “đến hết ngày”, “chậm nhất”; None
    where the text does not tell. A window (“từ ngày 01 đến ngày 10/12”) has its first day in `begins`.
    """

    what: str
    who: str = ""
    day: str = ""
    begins: str = ""
    rule: str = ""
    inclusive: bool | None = None
    repeats: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow(Row):
    """Ngày họp được ấn định trong kế hoạch."""

    what: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierItem(Row):
    """Thành phần hồ sơ: one numbered paper of a list; “nếu có” makes it optional."""

    text: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow(Row):
    """Danh mục hồ sơ của một loại đối tượng."""

    used_by: str
    items: tuple[DossierItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRow(Row):
    """Thẩm quyền: who decides (or proposes) on whom."""

    body: str
    act: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow(Row):
    """Quy định riêng của kế hoạch: code, exact value, unit; base and scope where the rule has them.

    `parameter` names the parameter of the rulebook the value would set, empty where none does.
    """

    rule: str
    value: Decimal | bool | str
    unit: str = ""
    base: str = ""
    scope: str = ""
    parameter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow(Row):
    """Văn bản, điều khoản hoặc biểu mẫu phải có kèm theo để thực hiện kế hoạch."""

    text: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Lưu ý: one Vietnamese sentence, where it comes from if from one place."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """Bản đọc kế hoạch: everything read from one document."""

    text: str
    kind: Value[DocumentKind]
    issuer: Value[str]
    number: Value[str]
    date: Value[date]
    review_year: Value[int]
    signer: Value[str]
    signer_title: Value[str]
    title: Value[str]
    purpose: Value[str]
    contents: Value[str]
    organisation: Value[str]
    recipients: Value[tuple[str, ...]]
    legal_bases: tuple[CitedDocument, ...] = ()
    cited: tuple[CitedDocument, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    subjects: tuple[SubjectRow, ...] = ()
    exclusions: tuple[SubjectRow, ...] = ()
    forms: tuple[FormRow, ...] = ()
    deadlines: tuple[DeadlineRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    dossiers: tuple[DossierRow, ...] = ()
    authority: tuple[AuthorityRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    attachments_needed: tuple[AttachmentRow, ...] = ()
    warnings: tuple[Caution, ...] = ()
