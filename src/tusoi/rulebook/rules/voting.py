"""Biểu quyết, bỏ phiếu: majorities, quorum, and sums that must close."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import BallotFacts, MeetingFacts, RatingLevel, SubjectTally, VoteFacts
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.party_texts import QD132

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


def majority_level(votes: Mapping[RatingLevel, int], base: int, law: LawAt) -> RatingLevel | None:
    """The level that more than the required share of `base` voted for; None if no level has it."""
    share = Fraction(law.value("voting.self_level_majority"))
    return next((level for level in RatingLevel if votes.get(level, 0) > share * base), None)


@rule("voting.votes-close", since=QD132, cites=("124-qd-tw/d11",))
def _votes_within_attendance(facts: VoteFacts, law: LawAt) -> Iterator[Finding]:
    cast = sum(facts.votes.values()) + facts.invalid
    if facts.attending <= 0:
        yield blocks(
            "Hội nghị chưa có thành viên nào dự nên chưa thể biểu quyết.",
            remedy="Thư ký điểm danh trước khi biểu quyết.",
        )
    elif cast > facts.attending or min((*facts.votes.values(), facts.invalid)) < 0:
        yield blocks(
            f"Số phiếu ({cast}) không khớp với số thành viên dự hội nghị ({facts.attending}).",
            remedy="Kiểm lại số thành viên dự và số phiếu của từng mức.",
            cast=cast,
            attending=facts.attending,
        )


@rule("voting.self-level-majority", since=QD132, cites=("124-qd-tw/d11",))
def _self_level_has_majority(facts: VoteFacts, law: LawAt) -> Iterator[Finding]:
    level = majority_level(facts.votes, facts.attending, law)
    dated = law.get("voting.self_level_majority")
    if level is None:
        yield warns(
            f"Không mức nào được hơn một nửa trong số {facts.attending} thành viên dự hội nghị lựa chọn.",
            cites=(dated.cite,),
            remedy="Biểu quyết lại, hoặc báo cáo cấp có thẩm quyền xem xét và nêu rõ lý do.",
            attending=facts.attending,
        )
    else:
        yield notes(
            f"Mức “{level.label}” được {facts.votes[level]} trên {facts.attending} thành viên dự hội nghị lựa chọn.",
            cites=(dated.cite,),
            votes=facts.votes[level],
            attending=facts.attending,
        )


def self_level(facts: VoteFacts, law: LawAt) -> tuple[RatingLevel | None, list[Finding]]:
    """The self-rated level of a collective: chosen by more than half of the members attending."""
    faults = judge((_votes_within_attendance,), facts, law)
    if faults:
        return None, faults
    findings = judge((_self_level_has_majority,), facts, law)
    return majority_level(facts.votes, facts.attending, law), findings


@rule("voting.ballots-close", since=QD132, cites=("quy-uoc/bo-phieu",))
def _ballot_sums_close(facts: BallotFacts, law: LawAt) -> Iterator[Finding]:
    sums = (
        (
            facts.issued,
            facts.returned + facts.not_returned,
            "Số phiếu phát ra",
            "số phiếu thu về cộng số phiếu không thu về",
        ),
        (
            facts.returned,
            facts.valid + facts.invalid,
            "Số phiếu thu về",
            "số phiếu hợp lệ cộng số phiếu không hợp lệ",
        ),
    )
    for whole, parts, name, names in sums:
        if whole != parts:
            yield blocks(
                f"{name} ({whole}) không bằng {names} ({parts}).",
                remedy="Ban kiểm phiếu kiểm lại số liệu.",
                whole=whole,
                parts=parts,
            )
    if min(facts.issued, facts.returned, facts.not_returned, facts.valid, facts.invalid) < 0:
        yield blocks("Số phiếu không thể là số âm.", remedy="Ban kiểm phiếu kiểm lại số liệu.")
    if facts.issued > facts.attending:
        yield blocks(
            f"Số phiếu phát ra ({facts.issued}) nhiều hơn số người có mặt ({facts.attending}).",
            remedy="Ban kiểm phiếu kiểm lại danh sách nhận phiếu.",
        )


@rule("voting.rows-close", since=QD132, cites=("quy-uoc/bo-phieu",))
def _rows_close(facts: BallotFacts, law: LawAt) -> Iterator[Finding]:
    for position, subject in enumerate(facts.subjects, start=1):
        marked = sum(subject.counts.values())
        if (
            marked != facts.valid - subject.blank
            or min((*subject.counts.values(), subject.blank)) < 0
        ):
            yield blocks(
                f"Dòng {position}: tổng số phiếu của bốn mức ({marked}) không bằng số phiếu hợp lệ trừ số phiếu bỏ trống "
                f"({facts.valid - subject.blank}).",
                remedy="Ban kiểm phiếu kiểm lại dòng này.",
                subject=subject.subject_key,
            )


def tally_findings(facts: BallotFacts, law: LawAt) -> list[Finding]:
    """Every sum of the tally that does not close; empty for a sound tally."""
    return judge((_ballot_sums_close, _rows_close), facts, law)


def ballot_base(facts: BallotFacts, law: LawAt) -> int:
    """The number that majorities of a secret ballot are reckoned on, as the agency has ruled."""
    bases = {"summoned": facts.summoned, "attending": facts.attending, "valid": facts.valid}
    return bases[law.value("voting.ballot_base")]


def ballot_level(subject: SubjectTally, facts: BallotFacts, law: LawAt) -> RatingLevel | None:
    """The level that more than half of the base marked for a subject; None if no level has it."""
    return majority_level(subject.counts, ballot_base(facts, law), law)


def may_show_detail(facts: BallotFacts, law: LawAt) -> bool:
    """Whether so many ballots came in that the counts give nobody's vote away."""
    return facts.valid >= int(law.value("voting.min_ballots_for_detail"))


@rule("voting.quorum", since=QD132, cites=("90-2020-nd-cp/d18",))
def _meeting_has_quorum(facts: MeetingFacts, law: LawAt) -> Iterator[Finding]:
    if facts.attending <= 0:
        yield blocks(
            "Chưa có thành viên nào có mặt nên hội nghị chưa thể khai mạc.",
            remedy="Thư ký điểm danh thành viên dự hội nghị.",
        )
        return
    quorum = law.get("voting.meeting_quorum")
    if not quorum.in_use:
        yield not_applied(quorum)
    elif facts.attending < Fraction(quorum.value) * facts.members:
        yield blocks(
            f"Chỉ có {facts.attending} trên {facts.members} thành viên có mặt, chưa đủ số người dự để tiến hành hội nghị.",
            cites=(quorum.cite,),
            remedy="Mời thêm thành viên hoặc lùi thời gian họp.",
            overridable=True,
            needed=wording.percent(quorum.value),
        )


def quorum_findings(facts: MeetingFacts, law: LawAt) -> list[Finding]:
    """Whether enough members attend; without a ruling on quorum only an empty meeting is refused."""
    return judge((_meeting_has_quorum,), facts, law)
