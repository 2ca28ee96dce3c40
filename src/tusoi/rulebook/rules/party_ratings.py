"""Xếp loại theo quy định của Đảng: order, levels side by side, young bodies, rating again, open wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.citations import Trust
from tusoi.rulebook.facts import (
    BodyFacts,
    Degree,
    Leadership,
    PersonFacts,
    RatedAs,
    RatingFacts,
    RatingLevel,
    RelationFacts,
    ResultFacts,
)
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules import party
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.measures import MEASURES, WITHOUT_OBJECT
from tusoi.rulebook.rules.party_cases import PERSON_DECIDES
from tusoi.rulebook.rules.party_texts import HD21, HD25, HD43, QD124, QD132, QD366, until
from tusoi.rulebook.standards import Standard, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

PARTY_KINDS = frozenset({RatedAs.PARTY_MEMBER, RatedAs.COLLECTIVE, RatedAs.PARTY_ORGANISATION})
MemberYear = tuple[PersonFacts, ResultFacts]


@dataclass(frozen=True, slots=True)
class Unverified:
    """Điều kiện chưa kiểm chứng: what the table of the day knows by hearsay, held against the facts all the same."""

    level: RatingLevel | None
    results: ResultFacts
    person: PersonFacts | None
    standards: tuple[Standard, ...]

    @property
    def failing(self) -> list[Standard]:
        """Conditions of the proven level that the facts do not show to be met."""
        return [each for each in self._of(self.level) if not self._holds(each, otherwise=True)]

    @property
    def grounds(self) -> list[Standard]:
        """Grounds of the lowest level that the facts show to hold."""
        grounds = self._of(RatingLevel.NOT_COMPLETED)
        return [each for each in grounds if self._holds(each, otherwise=False)]

    def _of(self, level: RatingLevel | None) -> Iterator[Standard]:
        return (each for each in self.standards if each.level is level)

    def _holds(self, standard: Standard, *, otherwise: bool) -> bool:
        reading = MEASURES[standard.measure].read(self.results, self.person)
        if reading == WITHOUT_OBJECT:
            return otherwise
        limit = standard.limit
        return reading is not None and standard.comparison.holds(
            reading[0] * limit.denominator, limit.numerator * reading[1]
        )


def _official_comes_first(facts: MemberYear, law: LawAt) -> Iterator[Finding]:
    person, results = facts
    if person.holds_office and results.official_level is None:
        yield blocks(
            "Chưa có mức xếp loại cán bộ, công chức, viên chức của năm nên chưa xếp loại đảng viên.",
            remedy="Cơ quan quản lý xếp loại cán bộ, công chức, viên chức trước, rồi chi bộ xếp loại đảng viên.",
            overridable=True,
        )


_official_first_2019 = rule(
    "party.official-first", since=HD21, until=until(HD25), cites=("21-hd-btctw/ii.b.6.3",)
)(_official_comes_first)
_official_first_2023 = rule(
    "party.official-first", since=HD25, until=until(QD366), cites=("90-2020-nd-cp/d20.k2",)
)(_official_comes_first)
_official_first_2025 = rule("party.official-first", since=QD366, cites=("366-qd-tw/d3.k4",))(
    _official_comes_first
)


@rule("party.poor-criterion", since=QD124, until=until(QD366), cites=("124-qd-tw/d12.k4",))
def _poor_criterion(facts: ResultFacts, law: LawAt) -> Iterator[Finding]:
    degrees = set(facts.criteria.values())
    if Degree.POOR not in degrees or degrees == {Degree.POOR}:
        return
    reading = law.get("party.poor_criterion")
    if reading.value == "any":
        yield notes(
            f"Có tiêu chí ở cấp độ “{Degree.POOR.label}” nên xếp loại “{RatingLevel.NOT_COMPLETED.label}”.",
            cites=(reading.cite,),
            ceiling=RatingLevel.NOT_COMPLETED.value,
        )
    else:
        yield warns(
            f"Có tiêu chí ở cấp độ “{Degree.POOR.label}”; quy định chưa nói rõ một tiêu chí như vậy đã đủ để xếp "
            f"“{RatingLevel.NOT_COMPLETED.label}” hay chưa.",
            cites=(reading.cite,),
            remedy=PERSON_DECIDES,
        )


@rule("party.peers-told", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.b.1.3.xuat-sac",))
def _peers_are_told(facts: ResultFacts, law: LawAt) -> Iterator[Finding]:
    if law.rated_as is RatedAs.PARTY_ORGANISATION and not facts.peer_levels:
        yield warns(
            "Chưa nêu mức xếp loại của chính quyền, Mặt trận Tổ quốc, đoàn thể cùng cấp.",
            remedy="Bổ sung mức của các tổ chức cùng cấp; nơi không có thì ghi rõ trong hồ sơ.",
        )


@rule("party.unverified-conditions", since=QD132, cites=("124-qd-tw/d12", "132-qd-tw/chua-doc"))
def _unverified_conditions_fail(facts: Unverified, law: LawAt) -> Iterator[Finding]:
    level, failing = facts.level, facts.failing
    if level is not None and failing:
        yield warns(
            f"Mức “{level.label}” còn điều kiện chưa kiểm chứng nên chưa xét, số liệu chưa cho thấy là đạt: "
            f"{'; '.join(each.text for each in failing)}.",
            cites=tuple(dict.fromkeys(each.cite for each in failing)),
            remedy="Cấp có thẩm quyền đối chiếu văn bản gốc trước khi quyết định.",
        )


@rule("party.unverified-grounds", since=QD132, cites=("124-qd-tw/d12.k4.con-lai",))
def _unverified_grounds_hold(facts: Unverified, law: LawAt) -> Iterator[Finding]:
    grounds = facts.grounds
    if grounds:
        yield warns(
            f"Số liệu thuộc trường hợp “{RatingLevel.NOT_COMPLETED.label}” chưa kiểm chứng nên chưa xét: "
            f"{'; '.join(each.text for each in grounds)}.",
            cites=tuple(dict.fromkeys(each.cite for each in grounds)),
            remedy="Cấp có thẩm quyền đối chiếu văn bản gốc, quyết định mức và nêu rõ lý do.",
        )


def _unverified_findings(
    level: RatingLevel | None, facts: ResultFacts, person: PersonFacts | None, law: LawAt
) -> list[Finding]:
    """Nothing more is asked once the lowest level is proven."""
    if level is RatingLevel.NOT_COMPLETED:
        return []
    is_leader = person is not None and person.leadership is not Leadership.NONE
    standards = tuple(
        each
        for table in tables()
        if table.rated_as is law.rated_as and table.is_in_force(law.day)
        for each in table.standards
        if each.trust is Trust.UNVERIFIED and each.is_for_leaders in {None, is_leader}
    )
    unverified = Unverified(level, facts, person, standards)
    return judge((_unverified_conditions_fail, _unverified_grounds_hold), unverified, law)


def proposal_findings(
    facts: ResultFacts, person: PersonFacts | None, proven: RatingLevel | None, law: LawAt
) -> list[Finding]:
    """What the Party's rules add to a proposed level: order, open wording, conditions that were not asked."""
    if law.rated_as not in PARTY_KINDS:
        return []
    findings = judge((_poor_criterion, _peers_are_told), facts, law)
    if person is not None and party.is_rated(person, law):
        rules = (_official_first_2019, _official_first_2023, _official_first_2025)
        findings += judge(rules, (person, facts), law)
    return [*findings, *_unverified_findings(proven, facts, person, law)]


@rule(
    "party.member-on-official-level",
    since=HD21,
    until=until(QD124),
    cites=("21-hd-btctw/ii.b.2.3.xuat-sac", "21-hd-btctw/ii.b.2.3.khong-hoan-thanh"),
)
def _member_needs_official_level(facts: RelationFacts, law: LawAt) -> Iterator[Finding]:
    level, official = facts.level, facts.official_level
    if level is None or official is None or not level.is_above(official):
        return
    lowest = RatingLevel.NOT_COMPLETED
    highest = lowest if official is lowest else RatingLevel.GOOD
    if level.is_above(highest):
        yield blocks(
            f"Xếp loại cán bộ, công chức, viên chức là “{official.label}” nên không được xếp loại đảng viên “{level.label}”.",
            remedy=f"Mức đảng viên cao nhất có thể xếp là “{highest.label}”.",
            ceiling=highest.value,
        )


def _member_rests_on_official_level(facts: RelationFacts, law: LawAt) -> Iterator[Finding]:
    level, official = facts.level, facts.official_level
    if level is not None and official is not None and level.is_above(official):
        yield warns(
            f"Mức đảng viên (“{level.label}”) cao hơn mức cán bộ, công chức, viên chức (“{official.label}”) là căn cứ của nó.",
            remedy="Chi bộ xem lại hoặc nêu rõ lý do trong biên bản.",
        )


_member_beside_official_level = rule(
    "party.member-on-official-level",
    since=QD124,
    until=until(QD366),
    cites=("124-qd-tw/nguyen-tac",),
)(_member_rests_on_official_level)
_member_on_official_level = rule(
    "party.member-on-official-level", since=QD366, cites=("366-qd-tw/d3.k4",)
)(_member_rests_on_official_level)


@rule(
    "party.collective-within-unit",
    since=HD21,
    until=until(QD124),
    cites=("21-hd-btctw/ii.b.3.khong-cao-hon",),
)
def _collective_not_above_unit(facts: RelationFacts, law: LawAt) -> Iterator[Finding]:
    level, unit = facts.level, facts.unit_level
    if level is not None and unit is not None and level.is_above(unit):
        yield blocks(
            f"Mức của tập thể lãnh đạo (“{level.label}”) cao hơn mức của cơ quan, đơn vị do tập thể lãnh đạo (“{unit.label}”).",
            remedy=f"Mức cao nhất có thể xếp là “{unit.label}”.",
            ceiling=unit.value,
        )


def relation_findings(facts: RelationFacts, law: LawAt) -> list[Finding]:
    """A level that does not sit well beside the levels it rests on."""
    rules = (
        _member_needs_official_level,
        _member_beside_official_level,
        _member_on_official_level,
        _collective_not_above_unit,
    )
    return judge(rules, facts, law)


@rule("party.review-first", since=HD21, until=until(HD25), cites=("21-hd-btctw/ii.b.6.2",))
def _rated_after_review(facts: RatingFacts, law: LawAt) -> Iterator[Finding]:
    if facts.level is not None and not facts.is_reviewed:
        yield blocks(
            "Chưa hoàn thành kiểm điểm nên chưa được xếp loại.",
            remedy="Hoàn thành kiểm điểm trước; người vắng mặt thì tổ chức kiểm điểm, xếp loại trong thời gian sớm nhất.",
        )


def _rated_before_review(facts: RatingFacts, law: LawAt) -> Iterator[Finding]:
    if facts.level is not None and not facts.is_reviewed:
        yield warns(
            "Xếp loại khi chưa hoàn thành kiểm điểm; chưa đọc được quy định đang áp dụng nói rõ điểm này.",
            remedy="Nên hoàn thành kiểm điểm trước khi xếp loại.",
        )


_rated_after_review_2023 = rule(
    "party.review-first", since=HD25, until=until(HD43), cites=("25-hd-btctw/7",)
)(_rated_before_review)
_rated_after_review_2025 = rule("party.review-first", since=HD43, cites=("366-qd-tw/d3.k4",))(
    _rated_before_review
)


def _verified_above(facts: RatingFacts, law: LawAt) -> Iterator[Finding]:
    if facts.has_complaint:
        yield blocks(
            "Có đơn thư khiếu nại, tố cáo, dấu hiệu vi phạm hoặc mất đoàn kết chưa được xác minh.",
            remedy="Cấp ủy cấp trên trực tiếp chỉ đạo xác minh rồi mới quyết định mức xếp loại.",
            overridable=True,
        )


_verified_above_2023 = rule(
    "party.verify-first", since=QD124, until=until(QD366), cites=("124-qd-tw/d11.k3",)
)(_verified_above)
_verified_above_2025 = rule("party.verify-first", since=QD366, cites=("366-qd-tw/d12.xac-minh",))(
    _verified_above
)


def _rated_again(facts: RatingFacts, law: LawAt) -> Iterator[Finding]:
    if facts.level is not None and facts.fault_found_later:
        yield warns(
            f"Sau khi xếp loại “{facts.level.label}” phát hiện khuyết điểm, vi phạm không bảo đảm tiêu chuẩn của mức đó.",
            remedy="Cấp có thẩm quyền xem xét hủy bỏ kết quả, xếp loại lại và thông báo cho đối tượng; kết quả cũ vẫn được lưu.",
        )


_rated_again_2019 = rule(
    "party.fault-found-later", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.b.6.6",)
)(_rated_again)
_rated_again_2023 = rule(
    "party.fault-found-later", since=QD124, until=until(QD366), cites=("124-qd-tw/d13",)
)(_rated_again)
_rated_again_2025 = rule(
    "party.fault-found-later", since=QD366, cites=("366-qd-tw/d13", "366-qd-tw/d15")
)(_rated_again)


def rating_findings(facts: RatingFacts, law: LawAt) -> list[Finding]:
    """What stands before a rating under the Party's rules, and what calls for rating again."""
    rules = (
        _rated_after_review,
        _rated_after_review_2023,
        _rated_after_review_2025,
        _verified_above_2023,
        _verified_above_2025,
        _rated_again_2019,
        _rated_again_2023,
        _rated_again_2025,
    )
    return judge(rules, facts, law)


@rule("party.young-body", since=HD21, until=until(HD43), cites=("21-hd-btctw/ii.b.6.7",))
def _body_is_old_enough(body: BodyFacts, law: LawAt) -> Iterator[Finding]:
    needed, months = law.get("eligibility.min_months_since_founded"), body.months_since_founded
    if months is None or months >= needed.value:
        return
    if not needed.in_use:
        yield not_applied(needed)
        return
    yield notes(
        f"Thành lập được {wording.number(months)} tháng, chưa đủ {needed.value:02d} tháng nên kiểm điểm nhưng chưa xếp loại.",
        cites=(needed.cite,),
        is_rated=False,
    )


def body_findings(body: BodyFacts, law: LawAt) -> list[Finding]:
    """Whether a Party organisation or leading collective is old enough to be rated."""
    return judge((_body_is_old_enough,), body, law)


def is_body_rated(body: BodyFacts, law: LawAt) -> bool:
    """Whether the body is given a level; only a provision in use can deny it."""
    return all(finding.data.get("is_rated", True) for finding in body_findings(body, law))
