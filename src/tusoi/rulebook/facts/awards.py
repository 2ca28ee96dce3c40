"""Dữ kiện về thi đua, khen thưởng: titles, what a nomination rests on, votes and numbers of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum

if TYPE_CHECKING:
    from tusoi.rulebook.facts.codes import RatingLevel


class AwardTitle(LabelledEnum):
    """Danh hiệu thi đua, hình thức khen thưởng gắn với mức xếp loại."""

    ADVANCED_WORKER = "advanced_worker", "Lao động tiên tiến"
    BASE_FIGHTER = "base_fighter", "Chiến sĩ thi đua cơ sở"
    PROVINCIAL_FIGHTER = "provincial_fighter", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh"
    NATIONAL_FIGHTER = "national_fighter", "Chiến sĩ thi đua toàn quốc"
    ADVANCED_COLLECTIVE = "advanced_collective", "Tập thể lao động tiên tiến"
    EXCELLENT_COLLECTIVE = "excellent_collective", "Tập thể lao động xuất sắc"
    PROVINCIAL_MERIT = "provincial_merit", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
    PARTY_COMMENDATION = "party_commendation", "Giấy khen đảng viên hoàn thành xuất sắc nhiệm vụ"
    PARTY_COMMENDATION_FIVE_YEARS = (
        "party_commendation_five_years",
        "Giấy khen, bằng khen đảng viên 05 năm liền hoàn thành xuất sắc nhiệm vụ",
    )

    @property
    def is_for_collectives(self) -> bool:
        return self in {AwardTitle.ADVANCED_COLLECTIVE, AwardTitle.EXCELLENT_COLLECTIVE}


class AchievementScope(LabelledEnum):
    """Phạm vi hiệu quả của sáng kiến được công nhận, đề tài được nghiệm thu."""

    NONE = "none", "Không có"
    BASE = "base", "Cơ sở"
    PROVINCE = "province", "Bộ, ban, ngành, tỉnh"
    NATION = "nation", "Toàn quốc"

    def reaches(self, other: AchievementScope) -> bool:
        order = list(AchievementScope)
        return order.index(self) >= order.index(other)


class PendingMatter(LabelledEnum):
    """Việc chưa kết luận làm dừng đề nghị khen thưởng."""

    DISCIPLINE = "discipline", "Đang xem xét kỷ luật"
    INSPECTION = "inspection", "Đang thanh tra, kiểm tra"
    COMPLAINT = "complaint", "Có khiếu nại, tố cáo chưa kết luận"


class AwardPaper(LabelledEnum):
    """Thành phần hồ sơ đề nghị khen thưởng."""

    SUBMISSION = "submission", "Tờ trình"
    ACHIEVEMENT_REPORT = "achievement_report", "Báo cáo thành tích"
    MINUTES = "minutes", "Biên bản bình xét, kết quả bỏ phiếu"
    PROOF = "proof", "Chứng nhận sáng kiến, đề tài hoặc mức hoàn thành xuất sắc nhiệm vụ"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFacts:
    """Căn cứ đề nghị: what the year and the years before say of a person or a collective.

    `levels_before` runs back from the year before this one, `levels_since_last_award` covers the
    years since the period of the last award; the levels as a Party member stand apart from those
    as an official. Years of a title count this year in. `has_spirit`
    and `is_united` are what people confirm; None means that nobody has yet. Numbers of members
    concern collectives only.
    """

    level: RatingLevel | None = None
    levels_before: tuple[RatingLevel, ...] = ()
    levels_since_last_award: tuple[RatingLevel, ...] = ()
    party_level: RatingLevel | None = None
    party_levels_before: tuple[RatingLevel, ...] = ()
    has_spirit: bool | None = None
    achievement: AchievementScope = AchievementScope.NONE
    initiatives: int = 0
    achievement_used_before: bool = False
    base_titles_running: int = 0
    provincial_titles_running: int = 0
    is_registered: bool = False
    pending: frozenset[PendingMatter] = frozenset()
    members: int | None = None
    members_completed: int | None = None
    advanced_workers: int | None = None
    base_fighters: int | None = None
    member_warned_or_worse: bool = False
    is_united: bool | None = None
    is_collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationFacts:
    """Đề nghị khen thưởng: the title, what it rests on, and the papers of the dossier."""

    title: AwardTitle
    facts: AwardFacts
    papers: frozenset[AwardPaper] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardVoteFacts:
    """Phiếu của hội đồng thi đua, khen thưởng; `council` is the number that the share is reckoned on."""

    title: AwardTitle
    in_favour: int
    council: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCountFacts:
    """Số danh hiệu của một cơ quan, đơn vị trong năm."""

    advanced_workers: int
    base_fighters: int
