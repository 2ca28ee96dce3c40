"""Bố cục của phần mềm: how far our own layout of each kind rests on a prescribed form; told to the office, never on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LayoutTrust(StrEnum):
    """Mức độ kiểm chứng bố cục."""

    PRESCRIBED = "prescribed"
    GENERAL = "general"
    PRACTICE = "practice"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        return {
            LayoutTrust.PRESCRIBED: "Theo biểu mẫu quy định",
            LayoutTrust.GENERAL: "Theo thể thức chung của văn bản hành chính",
            LayoutTrust.PRACTICE: "Theo thực tế các cơ quan, không có mẫu quy định",
            LayoutTrust.UNVERIFIED: "Có phần chưa đối chiếu được với mẫu gốc",
        }[self]


@dataclass(frozen=True, slots=True)
class LayoutNote:
    """Ghi chú về bố cục: its trust and what is not verified."""

    trust: LayoutTrust
    note: str = ""

    @property
    def is_unverified(self) -> bool:
        return self.trust is LayoutTrust.UNVERIFIED


_PRESCRIBED = LayoutNote(LayoutTrust.PRESCRIBED)
_GENERAL = LayoutNote(LayoutTrust.GENERAL)
_PRACTICE = LayoutNote(LayoutTrust.PRACTICE)


def _unverified(note: str) -> LayoutNote:
    return LayoutNote(LayoutTrust.UNVERIFIED, note)


_LAYOUTS = {
    "plan": _GENERAL,
    "invitation": _GENERAL,
    "minutes": _GENERAL,
    "submission_note": _GENERAL,
    "decision": _GENERAL,
    "notice": _GENERAL,
    "appeal_reply": _GENERAL,
    "collective_report": _unverified(
        "Phần chữ ký, nhận xét của Mẫu 01 theo Hướng dẫn 43-HD/BTCTW chưa đối chiếu được."
    ),
    "self_review": _unverified(
        "Câu chữ Mẫu 02A và khối nhận xét của chi bộ, cấp ủy theo Hướng dẫn 43-HD/BTCTW chưa đối chiếu được."
    ),
    "self_rating_slip": _unverified(
        "Mẫu 05 Hướng dẫn 43-HD/BTCTW và mẫu theo năm của Nghị định 335/2025/NĐ-CP chưa đối chiếu được."
    ),
    "rerating_decision": _unverified(
        "Mẫu 03 Hướng dẫn 43-HD/BTCTW chưa đối chiếu được; đang dùng bố cục quyết định."
    ),
    "dossier_list": _unverified(
        "Bố cục Mẫu 04 Hướng dẫn 43-HD/BTCTW chưa đối chiếu được; các thành phần hồ sơ theo quy định."
    ),
    "individual_sheet": _PRESCRIBED,
    "collective_sheet": _PRESCRIBED,
    "result_report": _PRESCRIBED,
}


def layout_of(kind: str) -> LayoutNote:
    """The note on our layout of this kind."""
    return _LAYOUTS.get(kind, _PRACTICE)
