"""Thi đua, khen thưởng: the conditions of each title, papers, votes and local caps."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import (
    AwardCountFacts,
    AwardFacts,
    AwardPaper,
    AwardTitle,
    AwardVoteFacts,
    NominationFacts,
    PendingMatter,
    RatingLevel,
)
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.award_conditions import (
    DECREE_152,
    LAW_2022,
    Conditions,
    eligible,
    years_running,
)
from tusoi.rulebook.rules.party_texts import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


def _named(conditions: Conditions) -> str:
    return "; ".join(condition.text for condition in conditions)


def _cites(conditions: Conditions) -> tuple[str, ...]:
    return tuple(dict.fromkeys(condition.cite for condition in conditions))


@rule("awards.conditions", since=LAW_2022, cites=("06-2022-qh15/d7",))
def _conditions_are_met(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    answer = eligible(nomination.title, nomination.facts, law)
    title = nomination.title.label
    if unmet := answer.with_answer(False):
        yield blocks(
            f"Chưa đủ điều kiện đề nghị “{title}”: {_named(unmet)}.",
            cites=_cites(unmet),
            remedy="Chỉ đề nghị khi đủ mọi điều kiện, hoặc chọn danh hiệu phù hợp với thành tích.",
        )
    elif open_ones := answer.with_answer(None):
        is_unverified = any(cite(each.cite).trust is Trust.UNVERIFIED for each in open_ones)
        why = "chưa kiểm chứng được trong văn bản gốc" if is_unverified else "chưa được xác nhận"
        yield warns(
            f"Chưa kết luận được điều kiện của “{title}” vì {why}: {_named(open_ones)}.",
            cites=_cites(open_ones),
            remedy="Hội nghị bình xét xác nhận từng điều kiện, cấp có thẩm quyền quyết định.",
        )
    elif answer.conditions:
        yield notes(
            f"Đủ điều kiện đề nghị “{title}”: {_named(answer.conditions)}.",
            cites=_cites(answer.conditions),
        )
    else:
        yield _no_text(title)


def _no_text(title: str) -> Finding:
    return warns(
        f"Văn bản quy định “{title}” tại thời điểm này chưa có trong kho văn bản nên chưa xét được.",
        remedy="Đối chiếu văn bản có hiệu lực tại thời điểm đề nghị; cấp có thẩm quyền quyết định.",
    )


@rule("awards.conditions", since=date(2018, 1, 1), until=until(LAW_2022), cites=("06-2022-qh15",))
def _no_law_before_2024(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    yield _no_text(nomination.title.label)


@rule("awards.pending", since=DECREE_152, cites=("152-2025-nd-cp/d4.chua-xet",))
def _nothing_is_pending(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    open_matters = [each for each in PendingMatter if each in nomination.facts.pending]
    if open_matters:
        names = "; ".join(each.label.lower() for each in open_matters)
        yield blocks(
            f"Chưa đề nghị khen thưởng được: {names}.",
            remedy="Đề nghị sau khi có kết luận của cấp có thẩm quyền.",
        )


@rule("awards.double-use", since=LAW_2022, cites=("06-2022-qh15/d5.k2.c", "5007-bnv-tdkt/iii.5.c"))
def _achievement_is_fresh(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    if nomination.facts.achievement_used_before:
        yield warns(
            "Sáng kiến, thành tích này đã được dùng cho một lần khen thưởng trước.",
            remedy="Xem xét có phải một thành tích khen thưởng nhiều lần hay không; danh hiệu thi đua và hình thức khen thưởng xét khác nhau.",
        )


@rule("awards.nominated-from", since=date(2018, 3, 8), cites=("214-kh-vp/ii.5",))
def _level_allows_nomination(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    lowest, level = law.find("awards.nominated_from"), nomination.facts.level
    if lowest is None or level is None:
        return
    limit = RatingLevel(lowest.value)
    if limit.is_above(level):
        yield blocks(
            f"Chỉ đề nghị khen thưởng từ mức “{limit.label}”; mức xếp loại là “{level.label}”.",
            cites=(lowest.cite,),
            remedy="Không đưa vào danh sách đề nghị.",
        )


@rule("awards.registration", since=date(2018, 1, 1), cites=("06-2022-qh15/d7",))
def _is_registered(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    required = law.find("awards.registration_required")
    if required is not None and required.value and not nomination.facts.is_registered:
        yield blocks(
            "Chưa có bản đăng ký thi đua từ đầu năm, là điều kiện theo quy định của cơ quan.",
            cites=(required.cite,),
            remedy="Kiểm tra bảng đăng ký thi đua; cấp có thẩm quyền quyết định nếu vẫn đề nghị.",
            overridable=True,
        )


@rule("awards.time-base", since=DECREE_152, cites=("152-2025-nd-cp/d33.k7",))
def _good_ever_since_last_award(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    since = nomination.facts.levels_since_last_award
    if years_running(since, RatingLevel.GOOD) < len(since):
        yield blocks(
            f"Từ lần khen thưởng trước có năm chưa đạt “{RatingLevel.GOOD.label}” nên thời gian không liên tục.",
            remedy="Tính lại thời gian từ năm kế tiếp đạt yêu cầu.",
        )


@rule("awards.dossier", since=LAW_2022, cites=("06-2022-qh15/d84.k1",))
def _dossier_is_complete(nomination: NominationFacts, law: LawAt) -> Iterator[Finding]:
    missing = [paper for paper in AwardPaper if paper not in nomination.papers]
    if missing:
        names = "; ".join(paper.label.lower() for paper in missing)
        yield blocks(
            f"Hồ sơ đề nghị khen thưởng còn thiếu: {names}.",
            remedy="Bổ sung trước khi gửi cấp có thẩm quyền.",
            missing=[paper.value for paper in missing],
        )


def dossier_findings(nomination: NominationFacts, law: LawAt) -> list[Finding]:
    """The papers that a nomination still lacks."""
    return judge((_dossier_is_complete,), nomination, law)


NOMINATION_RULES = (
    _conditions_are_met,
    _no_law_before_2024,
    _nothing_is_pending,
    _achievement_is_fresh,
    _level_allows_nomination,
    _is_registered,
    _good_ever_since_last_award,
)


def award_findings(facts: AwardFacts, title: AwardTitle, law: LawAt) -> list[Finding]:
    """Everything that speaks for or against nominating somebody for a title."""
    return judge(NOMINATION_RULES, NominationFacts(title=title, facts=facts), law)


@rule("awards.votes", since=LAW_2022, cites=("152-2025-nd-cp/d6.k2.c",))
def _council_agrees(facts: AwardVoteFacts, law: LawAt) -> Iterator[Finding]:
    is_national = facts.title is AwardTitle.NATIONAL_FIGHTER
    national = law.find("awards.min_vote_share_national") if is_national else None
    needed = national or law.find("awards.min_vote_share")
    if needed is None:
        yield notes(
            "Không có tỉ lệ phiếu đồng ý chung; quy chế của hội đồng quyết định.",
            remedy="Ghi tỉ lệ của hội đồng vào quy định áp dụng của cơ quan.",
        )
    elif facts.in_favour < Fraction(needed.value) * facts.council:
        yield blocks(
            f"Chỉ có {facts.in_favour} trên {facts.council} phiếu đồng ý, cần ít nhất {wording.percent(needed.value)}.",
            cites=(needed.cite,),
            remedy="Không đề nghị danh hiệu này.",
        )


def vote_findings(facts: AwardVoteFacts, law: LawAt) -> list[Finding]:
    """Whether enough members of the council agree."""
    return judge((_council_agrees,), facts, law)


@rule("awards.base-cap", since=date(2018, 1, 1), cites=("91-2017-nd-cp/ti-le-cstdcs",))
def _base_fighters_within_cap(facts: AwardCountFacts, law: LawAt) -> Iterator[Finding]:
    share = law.find("awards.max_share_base_fighters")
    if share is None:
        return
    allowed = int(Fraction(share.value) * facts.advanced_workers)
    if facts.base_fighters > allowed:
        yield blocks(
            f"Có {facts.base_fighters} chiến sĩ thi đua cơ sở trên {facts.advanced_workers} lao động tiên tiến, nhiều nhất là "
            f"{allowed} ({wording.percent(share.value)}).",
            cites=(share.cite,),
            remedy="Bình chọn lại trong giới hạn, hoặc báo cáo cấp có thẩm quyền.",
            allowed=allowed,
        )


def count_findings(facts: AwardCountFacts, law: LawAt) -> list[Finding]:
    """Whether a unit stays within the share of base fighters that a text in force sets."""
    return judge((_base_fighters_within_cap,), facts, law)
