"""Dữ kiện về hội nghị: circulation, agenda, votes, ballots, deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import Side

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from tusoi.rulebook.facts.codes import AgendaKind, RatingLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculationFacts:
    """Gửi dự thảo: when the draft was sent and when the meeting is; None where not yet."""

    sent_on: date | None
    meeting_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFacts:
    """Mục trong chương trình họp: which subject, in which capacity, on which side."""

    subject_key: str
    kind: AgendaKind
    side: Side = Side.STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairFacts:
    """Chủ trì khi kiểm điểm một nội dung."""

    chair_key: str
    subject_key: str
    kind: AgendaKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """Hội nghị: its length in days, whether a review was suggested, and who attended."""

    length_days: Decimal | None
    review_suggested: bool = False
    members: int = 0
    attending: int = 0
    posts_in_unit: int | None = None
    is_standing_committee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceFacts:
    """Gợi ý và chỉ đạo kiểm điểm: points suggested, those answered, and how many supervise the review."""

    suggestions: int = 0
    answered: int = 0
    supervisors: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteFacts:
    """Biểu quyết mức tự xếp loại của tập thể: attending members and their votes per level."""

    attending: int
    votes: Mapping[RatingLevel, int]
    invalid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectTally:
    """Kết quả kiểm phiếu cho một đối tượng: ballots per level, `blank` left without a mark."""

    subject_key: str
    counts: Mapping[RatingLevel, int]
    blank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotFacts:
    """Số liệu kiểm phiếu: ballots issued, returned, valid, and one tally per subject."""

    issued: int
    returned: int
    not_returned: int
    valid: int
    invalid: int
    summoned: int
    attending: int
    subjects: tuple[SubjectTally, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFacts:
    """Thời hạn: "trước ngày" is exclusive, "đến hết ngày" inclusive; `done_on` None if open."""

    label: str
    due_on: date
    inclusive: bool
    done_on: date | None = None
