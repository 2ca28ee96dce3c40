"""Điều kiện xếp loại: who is rated, who is only reviewed, and above which level nobody may go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import Category, PersonFacts, PostFacts, RatedAs, RatingLevel, Standing
from tusoi.rulebook.registry import Rule, blocks, judge, notes, rule, warns
from tusoi.rulebook.rules import party
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.ceilings import lowest_ceiling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

DECREE_STARTS = date(2020, 8, 20)
AMENDMENT_STARTS = date(2023, 9, 15)
SCORING_DECREE_STARTS = date(2026, 1, 1)
_WHERE_ACTS_COUNT = (
    "mitigation.act_of_earlier_year",
    "mitigation.act_at_former_unit",
    "mitigation.acts_at_both_units",
)


def law_for(person: PersonFacts, law: LawAt) -> LawAt:
    """The law for this person: as a Party member where `law` says so, else as the official he or she is."""
    if law.rated_as is not None:
        return law
    is_contract = person.category is Category.CONTRACT_WORKER
    return law.of(RatedAs.CIVIL_SERVANT if is_contract else RatedAs(person.category.value))


def _is_as_party_member(law: LawAt) -> bool:
    return law.rated_as is RatedAs.PARTY_MEMBER


def is_rated(person: PersonFacts, law: LawAt) -> bool:
    """Whether the time worked suffices for a rating; after some kinds of leave any time worked does."""
    if _is_as_party_member(law):
        return party.is_rated(person, law)
    law = law_for(person, law)
    needed = law.find("eligibility.min_months_in_post")
    enough = needed is None or person.months_in_post >= needed.value
    return bool(enough or (person.months_in_post > 0 and _is_rated_on_time_worked(person, law)))


def _is_rated_on_time_worked(person: PersonFacts, law: LawAt) -> bool:
    counted = law.find("eligibility.rated_on_time_worked")
    if counted is None:
        return False
    counts_sick = counted.value == "sick_or_maternity"
    return person.is_on_maternity_leave or (counts_sick and person.is_on_sick_leave)


def standing(person: PersonFacts, law: LawAt) -> Standing:
    """Which of the three a person is in this campaign; a Party member is always rated at the own cell."""
    if person.is_managed_above and not _is_as_party_member(law):
        return Standing.RATED_ELSEWHERE
    return Standing.RATED_HERE if is_rated(person, law) else Standing.NOT_RATED


@rule("eligibility.managed-above", since=DECREE_STARTS, cites=("90-2020-nd-cp/d16",))
def _managed_above(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_managed_above:
        yield notes(
            "Thuộc diện cấp trên quản lý: kiểm điểm tại đây, cấp trên quyết định mức xếp loại."
        )


@rule("eligibility.min-months", since=DECREE_STARTS, cites=("90-2020-nd-cp/d2.k3.a",))
def _worked_too_short(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    needed = law.get("eligibility.min_months_in_post")
    if not needed.in_use and person.months_in_post < needed.value:
        yield not_applied(needed)
    elif not is_rated(person, law):
        yield notes(
            f"Thời gian công tác trong năm là {wording.number(person.months_in_post)} tháng, chưa đủ "
            f"{needed.value:02d} tháng nên không xếp loại chất lượng{_but_reviewed(law)}.",
            cites=(needed.cite,),
            months=str(person.months_in_post),
            needed=needed.value,
        )


def _but_reviewed(law: LawAt) -> str:
    return " nhưng vẫn kiểm điểm" if law.find("eligibility.review_without_rating") else ""


@rule("eligibility.maternity", since=DECREE_STARTS, cites=("90-2020-nd-cp/d2.k3.c",))
def _leave_counts_time_worked(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if _is_rated_on_time_worked(person, law):
        leave = "thai sản" if person.is_on_maternity_leave else "ốm"
        yield notes(
            f"Nghỉ {leave} trong năm: kết quả xếp loại là kết quả của thời gian làm việc thực tế.",
            cites=(law.get("eligibility.rated_on_time_worked").cite,),
        )


@rule("eligibility.absence-ceiling", since=DECREE_STARTS, cites=("90-2020-nd-cp/d2.k3.b",))
def _absence_lowers_ceiling(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    starts, ends = (
        law.find("eligibility.absence_ceiling_from"),
        law.find("eligibility.absence_ceiling_below"),
    )
    if starts is None or ends is None:
        return
    if starts.value <= person.lawful_absence < ends.value:
        yield notes(
            f"Nghỉ có lý do tổng cộng {wording.number(person.lawful_absence)} tháng (từ {starts.value:02d} đến dưới "
            f"{ends.value:02d} tháng) nên không được xếp loại “{RatingLevel.GOOD.label}” trở lên.",
            cites=(starts.cite,),
            ceiling=RatingLevel.COMPLETED.value,
            months=str(person.lawful_absence),
        )
    elif person.lawful_absence >= ends.value and is_rated(person, law):
        yield warns(
            f"Nghỉ có lý do tổng cộng {wording.number(person.lawful_absence)} tháng nhưng vẫn đủ thời gian công tác để xếp loại; "
            "quy định chưa nêu trường hợp này.",
            cites=(starts.cite,),
            remedy=f"Cấp có thẩm quyền xem xét; nên không xếp loại từ “{RatingLevel.GOOD.label}” trở lên.",
            months=str(person.lawful_absence),
        )


def _discipline(person: PersonFacts) -> Iterator[Finding]:
    if not person.disciplined:
        return
    if person.discipline_already_counted:
        yield notes(
            "Hành vi vi phạm đã là căn cứ xếp loại của một năm trước nên không tính lại năm nay."
        )
    elif person.discipline_for_earlier_year:
        yield warns(
            "Bị kỷ luật trong năm vì vi phạm của thời gian trước hoặc ở đơn vị cũ.",
            cites=("124-qd-tw/d12.k4.5",),
            remedy="Báo cáo cấp có thẩm quyền xem xét xếp loại lại tại thời điểm xảy ra vi phạm; không tự động hạ mức năm nay.",
        )
    else:
        level = RatingLevel.NOT_COMPLETED
        yield notes(
            f"Có vi phạm bị xử lý kỷ luật trong năm nên xếp loại “{level.label}”.",
            ceiling=level.value,
        )


@rule(
    "eligibility.discipline",
    since=DECREE_STARTS,
    until=date(2023, 9, 14),
    cites=("90-2020-nd-cp/d11", "90-2020-nd-cp/d15"),
)
def _discipline_2020(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    yield from _discipline(person)


@rule("eligibility.discipline", since=AMENDMENT_STARTS, cites=("48-2023-nd-cp/d1.k1.5",))
def _discipline_2023(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if "eligibility.discipline_for_duty_only" not in law.in_force:
        yield from _discipline(person)


@rule(
    "eligibility.duty-discipline",
    since=SCORING_DECREE_STARTS,
    cites=("335-2025-nd-cp/d11.k3.a", "335-2025-nd-cp/d20.k4.c"),
)
def _discipline_for_duty(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    basis = law.in_force.get("eligibility.discipline_for_duty_only")
    if not person.disciplined or basis is None:
        return
    if not basis.in_use:
        yield not_applied(basis)
    elif person.discipline_is_unrelated_to_duty:
        yield notes(
            "Bị kỷ luật vì hành vi không liên quan đến hoạt động công vụ nên không là căn cứ xếp loại.",
            cites=("80-2025-qh15/d38.k4",),
        )
    elif person.discipline_already_counted:
        yield notes(
            "Hành vi vi phạm đã là căn cứ xếp loại của một năm trước nên không tính lại năm nay.",
            cites=(basis.cite, *_cites_of(law, "mitigation.act_counts_once")),
        )
    elif person.discipline_for_earlier_year:
        yield warns(
            "Bị kỷ luật trong năm vì vi phạm của thời gian trước hoặc ở đơn vị cũ.",
            cites=(basis.cite, *_cites_of(law, *_WHERE_ACTS_COUNT)),
            remedy="Cấp có thẩm quyền xác định thời điểm và nơi xảy ra hành vi: ở đơn vị cũ thì tính cho đơn vị cũ; "
            "ở đơn vị này mà chưa tính vào năm nào thì tính vào năm nay.",
        )
    else:
        level = RatingLevel.NOT_COMPLETED
        yield notes(
            f"Bị kỷ luật trong năm vì suy thoái hoặc vi phạm trong hoạt động công vụ nên xếp loại “{level.label}”.",
            cites=(basis.cite,),
            ceiling=level.value,
        )


def _cites_of(law: LawAt, *names: str) -> tuple[str, ...]:
    """What those of the parameters that are in use rest on."""
    return tuple(dated.cite for dated in map(law.find, names) if dated is not None)


@rule("eligibility.former-unit", since=DECREE_STARTS, cites=("90-2020-nd-cp/d20.k1",))
def _former_unit_has_commented(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    needed = law.find("eligibility.former_unit_comment_from")
    if needed is None or not person.former_unit_exists or person.has_former_unit_comment:
        return
    if person.months_at_former_unit >= needed.value:
        yield blocks(
            f"Đã công tác {wording.number(person.months_at_former_unit)} tháng ở đơn vị cũ trong năm nhưng hồ sơ chưa có "
            "ý kiến nhận xét của đơn vị cũ.",
            cites=(needed.cite,),
            remedy="Văn phòng đề nghị đơn vị cũ gửi nhận xét.",
            overridable=True,
        )


@rule(
    "eligibility.former-unit-results",
    since=SCORING_DECREE_STARTS,
    cites=("335-2025-nd-cp/d19.k1",),
)
def _former_unit_has_sent_results(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    is_due = law.find("eligibility.former_unit_sends_results") and person.former_unit_exists
    if is_due and person.months_at_former_unit > 0 and not person.has_former_unit_comment:
        yield blocks(
            f"Đã công tác {wording.number(person.months_at_former_unit)} tháng ở đơn vị cũ trong năm nhưng hồ sơ chưa có "
            "kết quả theo dõi, đánh giá từng tháng hoặc quý do đơn vị cũ gửi.",
            remedy="Văn phòng đề nghị đơn vị cũ gửi kết quả để tính điểm bình quân năm.",
            overridable=True,
        )


CEILING_RULES: tuple[Rule[PersonFacts], ...] = (
    _absence_lowers_ceiling,
    _discipline_2020,
    _discipline_2023,
    _discipline_for_duty,
)
STANDING_RULES: tuple[Rule[PersonFacts], ...] = (
    _managed_above,
    _worked_too_short,
    _leave_counts_time_worked,
    *CEILING_RULES,
)


def standing_findings(person: PersonFacts, law: LawAt) -> list[Finding]:
    """Everything that decides whether and how high a person may be rated."""
    if _is_as_party_member(law):
        return party.standing_findings(person, law)
    return judge(STANDING_RULES, person, law_for(person, law))


def former_unit_findings(person: PersonFacts, law: LawAt) -> list[Finding]:
    """The missing comment of the unit or cell a moved person came from."""
    if _is_as_party_member(law):
        return party.former_cell_findings(person, law)
    rules = (_former_unit_has_commented, _former_unit_has_sent_results)
    return judge(rules, person, law_for(person, law))


def ceiling(person: PersonFacts, law: LawAt) -> tuple[RatingLevel | None, Finding | None]:
    """The highest level still open with the finding that says why; (None, None) without a ceiling."""
    if _is_as_party_member(law):
        return party.party_ceiling(person, law)
    return lowest_ceiling(judge(CEILING_RULES, person, law_for(person, law)))


@rule("eligibility.level-within-ceiling", since=DECREE_STARTS, cites=("90-2020-nd-cp/d2.k3.b",))
def _level_within_ceiling(facts: tuple[RatingLevel, PersonFacts], law: LawAt) -> Iterator[Finding]:
    level, person = facts
    highest, reason = ceiling(person, law)
    if highest is None or reason is None or not level.is_above(highest):
        return
    yield blocks(
        f"Không được xếp loại “{level.label}”. {reason.message}",
        cites=reason.cites,
        remedy=f"Mức cao nhất có thể xếp là “{highest.label}”.",
        ceiling=highest.value,
    )


@rule("eligibility.no-level", since=DECREE_STARTS, cites=("90-2020-nd-cp/d2.k3.a",))
def _no_level_without_standing(
    facts: tuple[RatingLevel, PersonFacts], law: LawAt
) -> Iterator[Finding]:
    _, person = facts
    if not is_rated(person, law):
        yield blocks(
            "Người này chưa đủ thời gian công tác trong năm nên không xếp loại chất lượng.",
            cites=(law.get("eligibility.min_months_in_post").cite,),
            remedy="Chỉ kiểm điểm thời gian đã công tác; để trống mức xếp loại.",
        )


def level_findings(level: RatingLevel, person: PersonFacts, law: LawAt) -> list[Finding]:
    """Whether a level may be given to this person at all."""
    if _is_as_party_member(law):
        return party.level_findings(level, person, law)
    rules = (_no_level_without_standing, _level_within_ceiling)
    return judge(rules, (level, person), law_for(person, law))


@rule("eligibility.post-of-rating", since=date(2018, 1, 1), cites=("124-qd-tw/d7",))
def _post_of_rating(posts: Sequence[PostFacts], law: LawAt) -> Iterator[Finding]:
    highest = min(post.rank for post in posts)
    equals = [post for post in posts if post.rank == highest]
    if len(equals) == 1:
        yield notes(
            "Giữ nhiều chức vụ: đánh giá, xếp loại ở nơi giữ chức vụ cao nhất.", post=equals[0].key
        )
        return
    cites = ("kh-du-cho-chu-2024/iii.3",)
    longest = max(post.months_in_post for post in equals)
    chosen = [post for post in equals if post.months_in_post == longest]
    if len(chosen) == 1:
        message = "Giữ nhiều chức vụ tương đương: đánh giá, xếp loại ở nơi có thời gian công tác nhiều hơn."
        yield notes(message, cites=cites, post=chosen[0].key)
    else:
        yield warns(
            "Giữ các chức vụ tương đương với thời gian công tác bằng nhau nên chưa xác định được nơi xếp loại.",
            cites=cites,
            remedy="Cấp có thẩm quyền quyết định nơi đánh giá, xếp loại.",
        )


def rated_post(posts: Sequence[PostFacts], law: LawAt) -> tuple[str | None, list[Finding]]:
    """The post in which the holder of several posts is rated: the highest, else the longest held."""
    if len(posts) < 2:
        return (posts[0].key if posts else None), []
    findings = judge((_post_of_rating,), posts, law)
    return next((finding.data.get("post") for finding in findings), None), findings
