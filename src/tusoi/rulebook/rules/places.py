"""Nơi kiểm điểm: where somebody is reviewed, where a collective is, and where the level is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook.facts import (
    CollectivePlaceFacts,
    Leadership,
    LeadingPostFacts,
    PlaceFacts,
    PlaceKind,
    PostFacts,
)
from tusoi.rulebook.registry import judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.eligibility import rated_post
from tusoi.rulebook.rules.party_texts import HD21, HD43, QD124, QD132, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


DECREE_90 = date(2020, 8, 20)
DECREE_335 = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Nơi kiểm điểm; `post` names the post that leads there, empty for cell and own unit."""

    kind: PlaceKind
    post: str = ""


def _place(kind: PlaceKind, why: str, *, post: str = "", cites: tuple[str, ...] = ()) -> Finding:
    return notes(f"{kind.label}: {why}", cites=cites, place=kind.value, post=post)


def _own_post(facts: PlaceFacts) -> LeadingPostFacts | None:
    """The specialised post of the highest rank, the longest held among equals."""
    own = [post for post in facts.posts if post.is_specialised]
    return min(own, key=lambda post: (post.rank, -post.months_in_post), default=None)


def _cell(
    facts: PlaceFacts,
    *,
    of_suspended: tuple[str, ...] = (),
    without_committee: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """The cell of official activity; where the guidance has words for a special case, they are cited."""
    if not facts.is_party_member:
        return
    if facts.is_suspended_from_committee:
        why = "cấp ủy viên bị đình chỉ sinh hoạt cấp ủy kiểm điểm ở chi bộ về thời gian trước khi bị đình chỉ."
        yield _place(PlaceKind.CELL, why, cites=of_suspended)
    elif facts.leads_cell and not facts.cell_has_committee:
        why = "chi bộ không có chi ủy nên bí thư, phó bí thư kiểm điểm ở chi bộ."
        yield _place(PlaceKind.CELL, why, cites=without_committee)
    else:
        yield _place(PlaceKind.CELL, "đảng viên kiểm điểm ở chi bộ nơi sinh hoạt chính thức.")


@rule("places.cell", since=QD132, until=until(QD124), cites=("21-hd-btctw/ii.a.noi",))
def _cell_2018(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _cell(facts)


@rule("places.cell", since=QD124, until=until(QD366), cites=("124-qd-tw/d7.k2",))
def _cell_2023(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _cell(facts)


@rule("places.cell", since=QD366, until=until(HD43), cites=("366-qd-tw/d7.noi",))
def _cell_before_guidance(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _cell(facts)


@rule("places.cell", since=HD43, cites=("366-qd-tw/d7.noi",))
def _cell_2025(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _cell(
        facts, of_suspended=("43-hd-btctw/7.7",), without_committee=("43-hd-btctw/1.1",)
    )


@rule("places.reviewed-at-office", since=QD132, cites=("214-kh-vp/ii.luu-y",))
def _not_twice(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    once = law.find("places.cell_reuses_office_review")
    if once is not None and once.value and facts.is_party_member and facts.reviewed_at_office:
        yield notes(
            "Đã kiểm điểm tại cơ quan nên không trình bày lại ở chi bộ; gửi trước bản kiểm điểm để đảng viên chi bộ góp ý, "
            "ý kiến góp ý đưa vào biên bản.",
            cites=(once.cite,),
        )


@rule("places.unit", since=DECREE_90, until=until(DECREE_335), cites=("90-2020-nd-cp/d18",))
def _unit_2020(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _unit(facts)


@rule("places.unit", since=DECREE_335, cites=("335-2025-nd-cp/d21.k2",))
def _unit_2026(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _unit(facts)


def _unit(facts: PlaceFacts) -> Iterator[Finding]:
    if facts.leadership is Leadership.NONE:
        yield _place(
            PlaceKind.UNIT, "người không giữ chức vụ kiểm điểm ở cơ quan, đơn vị nơi công tác."
        )


def _collective(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    """The second of the two places of a leader; a small collective joins a larger body."""
    if facts.leadership is Leadership.NONE:
        return
    own = _own_post(facts)
    post = own.key if own else ""
    small = law.get("places.min_collective_members")
    if facts.collective_members is not None and facts.collective_members < small.value:
        if small.in_use:
            why = f"tập thể lãnh đạo có dưới {small.value:02d} thành viên nên kiểm điểm chung."
            yield _place(PlaceKind.WHOLE_BODY, why, post=post, cites=(small.cite,))
            return
        yield not_applied(small)
    yield _place(
        PlaceKind.COLLECTIVE,
        "người giữ chức vụ lãnh đạo, quản lý kiểm điểm trước tập thể lãnh đạo nơi làm việc.",
        post=post,
    )


@rule("places.collective", since=QD132, until=until(QD124), cites=("21-hd-btctw/ii.a.noi",))
def _collective_2018(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _collective(facts, law)


@rule("places.collective", since=QD124, until=until(QD366), cites=("124-qd-tw/d7.k2",))
def _collective_2023(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _collective(facts, law)


@rule("places.collective", since=QD366, cites=("366-qd-tw/d7.noi",))
def _collective_2025(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    """Where every leader sits on the committee, its conference takes the place of the collective's."""
    if facts.leadership is not Leadership.NONE and facts.all_sit_on_committee:
        yield _place(
            PlaceKind.COMMITTEE,
            "mọi thành viên tập thể lãnh đạo đều là cấp ủy viên nên kiểm điểm tại hội nghị cấp ủy.",
            cites=("366-qd-tw/d7.k2.4",),
        )
    else:
        yield from _collective(facts, law)


@rule("places.standing-committee", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.a.noi",))
def _standing_committee(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    if facts.sits_on_standing_committee:
        yield _place(
            PlaceKind.STANDING_COMMITTEE,
            "ủy viên ban thường vụ còn kiểm điểm trước ban thường vụ.",
        )


def _further_posts(facts: PlaceFacts) -> list[LeadingPostFacts]:
    own = _own_post(facts)
    return [post for post in facts.posts if post is not own]


@rule("places.further-posts", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.a.noi",))
def _further_posts_2019(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    limit = law.get("places.posts_needing_decision")
    if len(facts.posts) < limit.value:
        return
    if facts.more_places_decided:
        for post in _further_posts(facts):
            yield _place(
                PlaceKind.OTHER_POST, "theo quyết định của cấp có thẩm quyền.", post=post.key
            )
    else:
        yield notes(
            f"Giữ {len(facts.posts)} chức vụ: chỉ kiểm điểm thêm ở nơi khác khi cấp có thẩm quyền quyết định."
        )


@rule("places.further-posts", since=QD124, until=until(HD43), cites=("124-qd-tw/d7.k2",))
def _further_posts_2023(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _at_further_posts(facts, law)


@rule("places.further-posts", since=HD43, cites=("43-hd-btctw/2.3",))
def _further_posts_2025(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    yield from _at_further_posts(facts, law)


def _at_further_posts(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    """Posts held beside the own one: specialised ones add a place unless they are equal and shorter."""
    own = _own_post(facts)
    by_time = law.find("places.equal_posts_by_time")
    for post in _further_posts(facts):
        if not post.is_specialised:
            yield from _at_concurrent_post(post, law)
        elif by_time is not None and by_time.value and own is not None and post.rank == own.rank:
            yield from _at_equal_post(post, own, by_time.cite)
        else:
            yield _place(
                PlaceKind.OTHER_POST, "kiểm điểm thêm ở nơi giữ chức vụ này.", post=post.key
            )


def _at_equal_post(post: LeadingPostFacts, own: LeadingPostFacts, cited: str) -> Iterator[Finding]:
    if post.months_in_post == own.months_in_post:
        yield warns(
            "Hai chức vụ tương đương có thời gian công tác bằng nhau nên chưa xác định được nơi kiểm điểm.",
            cites=(cited,),
            remedy="Cấp có thẩm quyền quyết định nơi kiểm điểm.",
            post=post.key,
        )
    else:
        yield notes(
            "Chức vụ tương đương có thời gian công tác ít hơn: kiểm điểm ở nơi có thời gian công tác nhiều hơn.",
            cites=(cited,),
            post=post.key,
        )


def _at_concurrent_post(post: LeadingPostFacts, law: LawAt) -> Iterator[Finding]:
    how = law.get("places.concurrent_post")
    if not how.in_use:
        yield warns(
            "Chức vụ kiêm nhiệm không chuyên trách: chưa đọc được quy định về nơi kiểm điểm.",
            cites=(how.cite,),
            remedy="Cấp có thẩm quyền quyết định, hoặc ghi quy định của địa phương vào quy định áp dụng.",
            post=post.key,
        )
    elif how.value == "report_only":
        yield notes(
            "Chức vụ kiêm nhiệm không chuyên trách: không kiểm điểm tại đó nhưng báo cáo kết quả ở cả hai nơi; nơi kiêm nhiệm "
            "gửi nhận xét về nơi công tác chính.",
            cites=(how.cite,),
            post=post.key,
        )
    else:
        why = "chức vụ kiêm nhiệm không chuyên trách, tại đó chỉ kiểm điểm nhiệm vụ kiêm nhiệm."
        yield _place(PlaceKind.OTHER_POST, why, post=post.key, cites=(how.cite,))


PLACE_RULES = (
    _cell_2018,
    _cell_2023,
    _cell_before_guidance,
    _cell_2025,
    _not_twice,
    _unit_2020,
    _unit_2026,
    _collective_2018,
    _collective_2023,
    _collective_2025,
    _standing_committee,
    _further_posts_2019,
    _further_posts_2023,
    _further_posts_2025,
)


def place_findings(facts: PlaceFacts, law: LawAt) -> list[Finding]:
    """Every place of review with its ground, and what people have to settle."""
    return judge(PLACE_RULES, facts, law)


def places(facts: PlaceFacts, law: LawAt) -> tuple[ReviewPlace, ...]:
    """Where somebody is reviewed, the Party cell first."""
    found = place_findings(facts, law)
    return tuple(
        ReviewPlace(PlaceKind(each.data["place"]), each.data["post"])
        for each in found
        if "place" in each.data
    )


@rule("places.of-collective", since=QD132, cites=("kh-du-cho-chu-2024/ii.2.1", "43-hd-btctw/7.4"))
def _place_of_collective(facts: CollectivePlaceFacts, law: LawAt) -> Iterator[Finding]:
    if facts.is_cell and not facts.has_committee:
        yield _place(PlaceKind.CELL, "chi bộ không có chi ủy nên kiểm điểm tập thể chi bộ.")
        return
    small = law.get("places.min_collective_members")
    is_small = facts.members < small.value
    if is_small and small.in_use:
        why = f"tập thể có dưới {small.value:02d} thành viên nên kiểm điểm chung với tổ chức, cơ quan."
        yield _place(PlaceKind.WHOLE_BODY, why, cites=(small.cite,))
        return
    if is_small:
        yield not_applied(small)
    kind = PlaceKind.COMMITTEE if facts.is_cell else PlaceKind.COLLECTIVE
    yield _place(kind, "tập thể ở cấp nào kiểm điểm ở hội nghị của cấp đó.")


def collective_place_findings(facts: CollectivePlaceFacts, law: LawAt) -> list[Finding]:
    """Where a collective itself is reviewed."""
    return judge((_place_of_collective,), facts, law)


def _rated_at_cell(facts: PlaceFacts, law: LawAt) -> Iterator[Finding]:
    if facts.is_party_member:
        yield _place(PlaceKind.CELL, "xếp loại đảng viên tại chi bộ nơi sinh hoạt chính thức.")


_rated_at_cell_2023 = rule(
    "places.rated-at-cell", since=QD124, until=until(QD366), cites=("124-qd-tw/d7.k2",)
)(_rated_at_cell)
_rated_at_cell_2025 = rule("places.rated-at-cell", since=QD366, cites=("366-qd-tw/d3.k4",))(
    _rated_at_cell
)


def rated_at_findings(facts: PlaceFacts, law: LawAt) -> list[Finding]:
    """Where the levels are decided: the Party member's at the cell, the official's at the post of rating."""
    posts = [
        PostFacts(key=post.key, rank=post.rank, months_in_post=post.months_in_post)
        for post in facts.posts
    ]
    _, at_post = rated_post(posts, law)
    return [*judge((_rated_at_cell_2023, _rated_at_cell_2025), facts, law), *at_post]
