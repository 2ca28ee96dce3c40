"""Điều kiện danh hiệu: the conditions of each title of thi đua, khen thưởng, met and not met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import AchievementScope, AwardFacts, AwardTitle, RatingLevel
from tusoi.rulebook.rules.party_texts import QD366

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tusoi.rulebook.parameters import Dated, LawAt

LAW_2022 = date(2024, 1, 1)
DECREE_152 = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class AwardCondition:
    """Điều kiện của một danh hiệu; `is_met` is None where nobody knows yet or the text is unverified."""

    text: str
    is_met: bool | None
    cite: str


@dataclass(frozen=True, slots=True)
class AwardAnswer:
    """Kết quả xét điều kiện: met, not met, or None where a person must decide."""

    title: AwardTitle
    conditions: tuple[AwardCondition, ...]

    @property
    def is_eligible(self) -> bool | None:
        """No condition at all proves nothing."""
        answers = {condition.is_met for condition in self.conditions}
        if False in answers:
            return False
        return None if None in answers or not answers else True

    def with_answer(self, is_met: bool | None) -> tuple[AwardCondition, ...]:
        return tuple(each for each in self.conditions if each.is_met is is_met)


Conditions = tuple[AwardCondition, ...]


def _applied(dated: Dated, is_met: bool | None) -> bool | None:
    """What rests on an unverified number is left to people."""
    return is_met if dated.in_use else None


def _at_least(level: RatingLevel | None, limit: RatingLevel) -> bool | None:
    return None if level is None else not limit.is_above(level)


def _level(facts: AwardFacts, limit: RatingLevel, cited: str) -> AwardCondition:
    return AwardCondition(
        f"Xếp loại từ “{limit.label}” trở lên", _at_least(facts.level, limit), cited
    )


def years_running(levels: Iterable[RatingLevel | None], limit: RatingLevel) -> int:
    """How many years in a row, counted back from the first, reach the level."""
    years = 0
    for level in levels:
        if not _at_least(level, limit):
            break
        years += 1
    return years


def _excellent_years(facts: AwardFacts) -> int:
    return years_running((facts.level, *facts.levels_before), RatingLevel.EXCELLENT)


def _advanced_worker(facts: AwardFacts, law: LawAt) -> Conditions:
    cited = "06-2022-qh15/d24.k1"
    return (
        _level(facts, RatingLevel.GOOD, cited),
        AwardCondition(
            "Có tinh thần trách nhiệm, đoàn kết, tham gia phong trào thi đua",
            facts.has_spirit,
            cited,
        ),
    )


def _base_fighter(facts: AwardFacts, law: LawAt) -> Conditions:
    has_achievement = facts.achievement.reaches(AchievementScope.BASE)
    is_excellent = _at_least(facts.level, RatingLevel.EXCELLENT)
    return (
        *_advanced_worker(facts, law),
        AwardCondition(
            "Hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến được cơ sở công nhận, đề tài, đề án, công trình được nghiệm thu",
            has_achievement or is_excellent,
            "06-2022-qh15/d23",
        ),
    )


def _titles_running(name: str, years: int, title: AwardTitle, law: LawAt) -> AwardCondition:
    needed = law.get(name)
    text = f"{needed.value:02d} lần liên tục đạt “{title.label}” (đã đạt {years})"
    return AwardCondition(text, years >= needed.value, needed.cite)


def _achievement(facts: AwardFacts, scope: AchievementScope, cited: str) -> AwardCondition:
    text = f"Có sáng kiến, đề tài có hiệu quả trong phạm vi {scope.label.lower()}"
    return AwardCondition(text, facts.achievement.reaches(scope), cited)


def _provincial_fighter(facts: AwardFacts, law: LawAt) -> Conditions:
    name, title = "awards.base_titles_before_provincial", AwardTitle.BASE_FIGHTER
    return (
        _titles_running(name, facts.base_titles_running, title, law),
        _achievement(facts, AchievementScope.PROVINCE, "06-2022-qh15/d22"),
    )


def _national_fighter(facts: AwardFacts, law: LawAt) -> Conditions:
    name, title = "awards.provincial_titles_before_national", AwardTitle.PROVINCIAL_FIGHTER
    return (
        _titles_running(name, facts.provincial_titles_running, title, law),
        _achievement(facts, AchievementScope.NATION, "06-2022-qh15/d21"),
    )


def _share(part: int | None, whole: int | None, needed: Dated, text: str) -> AwardCondition:
    """A share of the members, compared in whole numbers; None where it was not counted."""
    is_met = None if part is None or not whole else Fraction(part, whole) >= Fraction(needed.value)
    return AwardCondition(
        f"Ít nhất {wording.percent(needed.value)} {text}", _applied(needed, is_met), needed.cite
    )


def _united(facts: AwardFacts, basis: Dated) -> AwardCondition:
    return AwardCondition("Nội bộ đoàn kết", _applied(basis, facts.is_united), basis.cite)


def _collective_level(facts: AwardFacts, limit: RatingLevel, basis: Dated) -> AwardCondition:
    condition = _level(facts, limit, basis.cite)
    return AwardCondition(condition.text, _applied(basis, condition.is_met), basis.cite)


def _excellent_collective(facts: AwardFacts, law: LawAt) -> Conditions:
    advanced = law.get("awards.min_share_advanced_excellent")
    completed = law.get("awards.min_share_completed_excellent")
    fighters = law.get("awards.min_base_fighters_excellent")
    has_fighter = None if facts.base_fighters is None else facts.base_fighters >= fighters.value
    return (
        _collective_level(facts, RatingLevel.EXCELLENT, completed),
        _share(facts.members_completed, facts.members, completed, "thành viên hoàn thành nhiệm vụ"),
        _share(
            facts.advanced_workers, facts.members, advanced, "thành viên đạt lao động tiên tiến"
        ),
        AwardCondition(
            f"Có ít nhất {fighters.value:02d} cá nhân đạt chiến sĩ thi đua cơ sở",
            _applied(fighters, has_fighter),
            fighters.cite,
        ),
        _united(facts, completed),
    )


def _advanced_collective(facts: AwardFacts, law: LawAt) -> Conditions:
    advanced = law.get("awards.min_share_advanced")
    return (
        _collective_level(facts, RatingLevel.GOOD, advanced),
        _share(
            facts.advanced_workers, facts.members, advanced, "thành viên đạt lao động tiên tiến"
        ),
        AwardCondition(
            "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
            _applied(advanced, not facts.member_warned_or_worse),
            advanced.cite,
        ),
        _united(facts, advanced),
    )


def _merit(facts: AwardFacts, law: LawAt) -> Conditions:
    years, initiatives = law.get("awards.merit_years"), law.get("awards.merit_initiatives")
    excellent = _excellent_years(facts) >= years.value
    if facts.is_collective:
        text = f"{years.value:02d} năm liên tục hoàn thành xuất sắc nhiệm vụ"
        return (AwardCondition(text, _applied(years, excellent), years.cite),)
    text = (
        f"{years.value:02d} năm liên tục đạt chiến sĩ thi đua cơ sở, hoặc {years.value:02d} năm hoàn thành xuất sắc nhiệm vụ "
        f"với {initiatives.value:02d} sáng kiến"
    )
    by_title = facts.base_titles_running >= years.value
    is_met = by_title or (excellent and facts.initiatives >= initiatives.value)
    return (AwardCondition(text, _applied(years, is_met), years.cite),)


def _party_commendation(facts: AwardFacts, law: LawAt) -> Conditions:
    limit = RatingLevel.EXCELLENT
    text = f"Xếp loại đảng viên “{limit.label}”"
    return (AwardCondition(text, _at_least(facts.party_level, limit), "06-hd-tw/19.2"),)


def _party_five_years(facts: AwardFacts, law: LawAt) -> Conditions:
    needed = law.get("awards.party_years")
    levels = (facts.party_level, *facts.party_levels_before)
    years = years_running(levels, RatingLevel.EXCELLENT)
    text = f"{needed.value:02d} năm liền được xếp loại đảng viên hoàn thành xuất sắc nhiệm vụ (đã đạt {years})"
    return (AwardCondition(text, years >= needed.value, needed.cite),)


CONDITIONS: dict[AwardTitle, tuple[date, Callable[[AwardFacts, LawAt], Conditions]]] = {
    AwardTitle.ADVANCED_WORKER: (LAW_2022, _advanced_worker),
    AwardTitle.BASE_FIGHTER: (LAW_2022, _base_fighter),
    AwardTitle.PROVINCIAL_FIGHTER: (LAW_2022, _provincial_fighter),
    AwardTitle.NATIONAL_FIGHTER: (LAW_2022, _national_fighter),
    AwardTitle.ADVANCED_COLLECTIVE: (LAW_2022, _advanced_collective),
    AwardTitle.EXCELLENT_COLLECTIVE: (LAW_2022, _excellent_collective),
    AwardTitle.PROVINCIAL_MERIT: (DECREE_152, _merit),
    AwardTitle.PARTY_COMMENDATION: (QD366, _party_commendation),
    AwardTitle.PARTY_COMMENDATION_FIVE_YEARS: (QD366, _party_five_years),
}


def eligible(title: AwardTitle, facts: AwardFacts, law: LawAt) -> AwardAnswer:
    """The conditions of one title, met and not met; none where the texts at hand do not reach that day."""
    since, conditions = CONDITIONS[title]
    return AwardAnswer(title, conditions(facts, law) if since <= law.day else ())


def candidates(facts: AwardFacts, law: LawAt) -> tuple[AwardAnswer, ...]:
    """The titles for which every condition is met, in the order of the catalogue."""
    titles = (title for title in AwardTitle if suits(title, is_collective=facts.is_collective))
    answers = (eligible(title, facts, law) for title in titles)
    return tuple(answer for answer in answers if answer.is_eligible)


def suits(title: AwardTitle, *, is_collective: bool) -> bool:
    """Whether the title is for collectives, or for persons."""
    return title is AwardTitle.PROVINCIAL_MERIT or title.is_for_collectives == is_collective
