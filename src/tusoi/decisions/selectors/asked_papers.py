"""Nội dung hỏi thêm: which texts a paper needs beside the stored facts, with what the season offers as a first draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions.models import PaperContent
from tusoi.documents.enums import PaperKind
from tusoi.rulebook.dossier_lists import PartSource

Texts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AskedText:
    """Nội dung hỏi thêm: one text; `drafts` are the fields of the review from which the first draft is taken."""

    code: str
    label: str
    hint: str = ""
    required: bool = True
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Những gì một loại văn bản hỏi thêm: texts, and the columns of a table where it has one."""

    texts: tuple[AskedText, ...]
    table: tuple[AskedText, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(text.code for text in self.texts) | ({TABLE} if self.table else set())


TABLE = "rows"
_LINES = "Mỗi ý một dòng."
REFERENCE = "Số, ngày của bản giấy, hoặc nơi lưu; để trống nếu chưa có."
#: What the season may hold itself, but may also lie on paper only.
_ALSO_ON_PAPER = frozenset(
    {
        PartSource.SUBMISSION,
        PartSource.CRITERIA_SHEET,
        PartSource.SUGGESTION,
        PartSource.WORKPLACE_OPINION,
        PartSource.OPINIONS,
        PartSource.DECISION,
    }
)


def is_notable(source: PartSource) -> bool:
    """Whether the office may write the number or place of a dossier's paper that is kept outside."""
    return source.is_kept_outside or source in _ALSO_ON_PAPER


ASKED: dict[PaperKind, Asked] = {
    PaperKind.RESULT_REPORT: Asked(
        (
            AskedText("addressees", "Nơi kính gửi", _LINES),
            AskedText("leadership", "Công tác lãnh đạo, chỉ đạo", _LINES),
            AskedText("preparation", "Công tác chuẩn bị kiểm điểm", _LINES),
            AskedText("conduct", "Tổ chức kiểm điểm", _LINES),
            AskedText("review_results", "Kết quả kiểm điểm", _LINES),
            AskedText("records", "Quản lý hồ sơ sau kiểm điểm"),
            AskedText("supervision", "Kiểm tra, giám sát"),
            AskedText("strengths", "Ưu điểm", _LINES),
            AskedText("shortcomings", "Hạn chế và nguyên nhân", _LINES),
            AskedText("lessons", "Bài học kinh nghiệm", _LINES),
            AskedText("proposals", "Kiến nghị, đề xuất", _LINES, required=False),
        )
    ),
    PaperKind.UNIT_REPORT: Asked(
        (
            AskedText("results", "Kết quả đạt được", _LINES, drafts=("targets", "building")),
            AskedText("shortcomings", "Tồn tại, hạn chế", _LINES, drafts=("shortcomings",)),
            AskedText("proposals", "Kiến nghị, đề xuất", _LINES),
        )
    ),
    PaperKind.LEADER_SUMMARY: Asked(
        (
            AskedText("strengths", "Ưu điểm, kết quả nổi bật", drafts=("results", "unit_results")),
            AskedText(
                "shortcomings",
                "Hạn chế, khuyết điểm",
                drafts=("shortcomings", "strengths_weaknesses"),
            ),
        )
    ),
    PaperKind.REMEDY_PLAN: Asked(
        (
            AskedText("purposes", "Mục đích, yêu cầu", _LINES),
            AskedText("assignments", "Tổ chức thực hiện", _LINES),
        ),
        table=(
            AskedText("shortcoming", "Hạn chế, khuyết điểm", drafts=("shortcomings",)),
            AskedText("source", "Nguồn chỉ ra"),
            AskedText("measure", "Biện pháp khắc phục", drafts=("remedies",)),
            AskedText("owner", "Người, đơn vị chủ trì"),
            AskedText("deadline", "Thời hạn"),
            AskedText("product", "Sản phẩm, kết quả"),
            AskedText("progress", "Mức độ khắc phục", required=False),
        ),
    ),
    PaperKind.DOSSIER_LIST: Asked(
        tuple(
            AskedText(source.value, source.label, REFERENCE, required=False)
            for source in PartSource
            if is_notable(source)
        )
    ),
}
OF_CAMPAIGN = frozenset({PaperKind.RESULT_REPORT})


def content_of(kind: PaperKind, owner: Campaign | Subject) -> Texts:
    """What was saved for this paper; empty where nothing was."""
    saved = PaperContent.objects.filter(kind=kind, **place_of(owner)).first()
    return saved.texts if saved else {}


def place_of(owner: Campaign | Subject) -> dict[str, Any]:
    """Under which campaign and subject the content of a paper of this row is kept."""
    if isinstance(owner, Subject):
        return {"campaign_id": owner.campaign_id, "subject": owner}
    return {"campaign_id": owner.pk, "subject": None}


def drafted(kind: PaperKind, owner: Campaign | Subject) -> dict[str, Any]:
    """What the page shows to begin with: what was saved, else what the review already says."""
    saved, review = content_of(kind, owner), _review_content(owner)
    asked = ASKED[kind]
    texts: dict[str, Any] = {
        text.code: saved.get(text.code) or _first_draft(text, review) for text in asked.texts
    }
    if asked.table:
        first = {column.code: _first_draft(column, review) for column in asked.table}
        texts[TABLE] = saved.get(TABLE) or [first]
    return texts


def _review_content(owner: Campaign | Subject) -> Texts:
    review = getattr(owner, "review", None) if isinstance(owner, Subject) else None
    return review.content if review is not None and review.state == "final" else {}


def _first_draft(text: AskedText, review: Texts) -> str:
    return "\n".join(str(review[code]) for code in text.drafts if review.get(code))


def lines(text: str) -> tuple[str, ...]:
    """The points of a text, one on each line."""
    return tuple(line.strip(" -;.") for line in text.splitlines() if line.strip(" -;."))
