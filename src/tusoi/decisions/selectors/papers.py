"""Văn bản xếp loại: tờ trình, biểu tổng hợp, quyết định, thông báo – from the rows as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

from django.utils.timezone import localdate

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign, Subject
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification, Decision
from tusoi.documents.selectors.bodies import (
    below,
    distribution_of,
    leaders_name,
    office_name,
    signer_of,
)
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.meetings.selectors.results import BallotSummary, ballot_results
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import decision as decision_papers
from tusoi.officialdocs.papers import notice as notice_papers
from tusoi.officialdocs.papers import submission_note, summary_sheet
from tusoi.officialdocs.papers.level_counts import LevelCounts
from tusoi.officialdocs.papers.office import Signer
from tusoi.officialdocs.wording import begun
from tusoi.org.enums import Role
from tusoi.org.models import Unit
from tusoi.rulebook import wording
from tusoi.rulebook.facts import SubjectKind

LEVELS = tuple(level.label for level in RatingLevel)


def level_label(level: str) -> str:
    return RatingLevel(level).label if level else ""


def position_of(subject: Subject) -> str:
    return "" if subject.is_collective else f"{subject.title}, {subject.unit.name}"


def _office(title: str, issuer: str) -> str:
    """“Giám đốc Sở” of “Sở Công Thương” is “Giám đốc Sở Công Thương”."""
    words = title.split()
    tails = ((start, " ".join(words[start:])) for start in range(len(words)))
    kept = next((start for start, tail in tails if issuer.startswith(f"{tail} ")), len(words))
    return " ".join([*words[:kept], issuer])


def bases_of(campaign: Campaign) -> tuple[str, ...]:
    """The grounds of the plan, then the plan itself."""
    grounds = (
        basis.text.strip().rstrip(";.").removeprefix("Căn cứ ").removeprefix("Thực hiện ")
        for basis in campaign.legal_bases.all()
    )
    plan = f"Kế hoạch số {campaign.plan_number} ngày {wording.day(campaign.plan_date)} của {campaign.body.name}"
    return tuple(f"Căn cứ {ground}" for ground in (*grounds, plan))


def decision_paper(decision: Decision) -> Paper:
    """Quyết định: the levels as decided, with the list of subjects."""
    campaign, issuer = decision.campaign, decision.issuer
    meeting = decision.basis_meeting
    held = (
        f"Căn cứ Biên bản {meeting.title} ngày {wording.day(localdate(meeting.starts_at))}"
        if meeting
        else ""
    )
    return decision_papers.decision_paper(
        decision_papers.DecisionContext(
            letterhead=letterhead_of(issuer, decision.signed_on, number=decision.number),
            signer=signer_of(issuer, decision.signer.full_name, decision.signer_title),
            distribution=distribution_of(
                issuer,
                ("Như Điều 3", "Các tập thể, cá nhân có tên trong danh sách"),
                decision.signed_on,
            ),
            review_year=campaign.review_year,
            competence=leaders_name(issuer)
            if issuer.is_party
            else _office(decision.signer_title, issuer.name),
            summary=f"Về việc đánh giá, xếp loại chất lượng năm {campaign.review_year}",
            bases=(*bases_of(campaign), *((held,) if held else ())),
            proposer=office_name(issuer, decision.signed_on)
            if issuer == campaign.body
            else f"Hội nghị {issuer.name}",
            rows=tuple(_decision_row(row) for row in _decided(decision)),
            duties="Kết quả xếp loại chất lượng là căn cứ để bố trí, sử dụng, đào tạo, bồi dưỡng, thi đua, khen thưởng và thực hiện các chính sách theo quy định",
            executors=f"{_executors(issuer)} và các tập thể, cá nhân có tên",
        )
    )


def _executors(issuer: Unit) -> str:
    """Who carries the decision out; Party organisations have no “thủ trưởng”."""
    units = below(issuer)
    return begun(units) if issuer.is_party else f"Thủ trưởng {units}"


def _decided(decision: Decision) -> Iterable[Classification]:
    rows = decision.classifications.select_related("subject__unit", "subject__group")
    return rows.order_by(
        "subject__group__position", "subject__unit__path", "subject__rank", "subject__sort_key"
    )


def _decision_row(row: Classification) -> decision_papers.DecisionRow:
    subject = row.subject
    return decision_papers.DecisionRow(
        name=subject.name,
        position=position_of(subject),
        level=level_label(row.decided_level),
        group=subject.group.name,
    )


def notice_paper(row: Classification) -> Paper:
    """Thông báo: one subject's level with the reasons as stored at the decision."""
    decision, subject = row.decision, row.subject
    if decision is None:
        raise ValueError(f"{row} chưa được quyết định.")
    return notice_papers.notice_paper(
        notice_papers.NoticeContext(
            letterhead=letterhead_of(decision.issuer, decision.signed_on),
            signer=signer_of(decision.issuer, decision.signer.full_name, decision.signer_title),
            distribution=distribution_of(
                decision.issuer, (subject.name, subject.unit.name), decision.signed_on
            ),
            review_year=decision.campaign.review_year,
            subject=subject.name,
            position=position_of(subject),
            level=level_label(row.decided_level),
            decision=f"Quyết định số {decision.number} ngày {wording.day(decision.signed_on)} của {decision.issuer.name}",
            remarks=(row.proposal_text,) if row.proposal_text else (),
            reasons=_reasons(row),
            petition="Trường hợp không nhất trí với kết quả này, tập thể, cá nhân có quyền kiến nghị với cấp có thẩm quyền đánh giá, xếp loại để được xem xét, giải quyết theo quy định",
        )
    )


def _reasons(row: Classification) -> tuple[str, ...]:
    """The stored explanation as sentences: what was examined, with which result and on what ground."""
    lines = row.explanation.get("lines", [])
    return (row.explanation.get("headline", ""), *(_reason(line) for line in lines))


def _reason(line: dict[str, str]) -> str:
    parts = [line["text"].rstrip(".")]
    parts += (
        [f"{line['result']}" + (f" ({line['numbers']})" if line["numbers"] else "")]
        if line["result"]
        else []
    )
    basis = f" [{'; '.join(line['basis'])}]" if line["basis"] else ""
    return ": ".join(parts) + basis


def _rated_rows(campaign: Campaign) -> list[Classification]:
    rows = Classification.objects.filter(subject__campaign=campaign).select_related(
        "subject__unit", "subject__track", "subject__review", "appraisal"
    )
    return list(rows)


def _is_for_leaders(subject: Subject) -> bool:
    """Whether the leading collective decides, and not the head of the unit or a higher level."""
    return subject.standing == Standing.RATED_HERE and subject.track.decider == Role.DEPARTMENT_HEAD


def submission_paper(campaign: Campaign, day: date, signer: Signer) -> Paper:
    """Tờ trình: how many of each kind are proposed for which level, to the leading collective."""
    here = [row for row in _rated_rows(campaign) if _is_for_leaders(row.subject)]
    year, body = campaign.review_year, campaign.body
    units, office = below(body), office_name(body, day)
    return submission_note.submission_note_paper(
        submission_note.SubmissionNoteContext(
            letterhead=letterhead_of(body, day, is_dated=False),
            signer=signer,
            distribution=distribution_of(body, (begun(units),), day),
            addressees=(leaders_name(body),),
            summary=f"Về việc xem xét, quyết định đánh giá, xếp loại chất lượng năm {year}",
            bases=bases_of(campaign),
            process=(
                f"{begun(units)} đã tổ chức kiểm điểm tập thể, cá nhân theo Kế hoạch và gửi hồ sơ về {office}",
                f"{office} đã tổng hợp, thẩm định hồ sơ và lấy ý kiến nhận xét, đánh giá theo quy định",
            ),
            levels=LEVELS,
            results=_kind_counts(here),
            proposals=(
                f"Công nhận mức xếp loại chất lượng năm {year} đối với các tập thể, cá nhân theo Biểu tổng hợp kèm theo",
            ),
            attachments=(
                "Biểu tổng hợp kết quả đánh giá, xếp loại chất lượng",
                f"Hồ sơ kiểm điểm của {units}",
            ),
        )
    )


def _kind_counts(rows: Sequence[Classification]) -> tuple[LevelCounts, ...]:
    counted: dict[SubjectKind, Counter[str]] = {}
    for row in rows:
        kind = SubjectKind(row.subject.track.kind)
        counted.setdefault(kind, Counter())[row.decided_level or row.proposed_level] += 1
    return tuple(
        LevelCounts(
            label=kind.label,
            counts=tuple(counted[kind][level] for level in RatingLevel),
            not_classified=counted[kind][""],
        )
        for kind in SubjectKind
        if kind in counted
    )


def summary_paper(campaign: Campaign, day: date, signer: Signer, compiled_by: str) -> Paper:
    """Biểu tổng hợp: every rated subject by unit, with self level, votes, proposal and decision."""
    rows = _rated_rows(campaign)
    ballots = ballot_results([row.subject for row in rows])
    groups = groupby(rows, key=lambda row: row.subject.unit)
    return summary_sheet.summary_sheet_paper(
        summary_sheet.SummarySheetContext(
            letterhead=letterhead_of(campaign.body, day),
            signer=signer,
            compiled_by=compiled_by,
            summary=f"Kết quả đánh giá, xếp loại chất lượng năm {campaign.review_year}",
            levels=LEVELS,
            groups=tuple(
                summary_sheet.SummaryGroup(
                    title=unit.name, rows=tuple(_summary_row(row, ballots) for row in members)
                )
                for unit, members in groups
            ),
        )
    )


def _summary_row(
    row: Classification, ballots: dict[int, BallotSummary]
) -> summary_sheet.SummaryRow:
    subject = row.subject
    review = getattr(subject, "review", None)
    appraisal = getattr(row, "appraisal", None)
    provable = appraisal.provable_level if appraisal else ""
    is_from_unit = subject.track.proposer == Role.UNIT_HEAD
    is_elsewhere = subject.standing == Standing.RATED_ELSEWHERE
    return summary_sheet.SummaryRow(
        name=subject.name,
        position=subject.title,
        self_level=level_label(review.self_level) if review else "",
        vote_share=vote_share(ballots.get(subject.pk), row.decided_level or row.proposed_level),
        unit_level=level_label(row.proposed_level) if is_from_unit else "",
        appraised_level=level_label(provable if is_from_unit else row.proposed_level),
        decided_level=level_label(row.decided_level),
        note="Cấp trên quyết định" if is_elsewhere else "",
    )


def vote_share(ballot: BallotSummary | None, level: str) -> str:
    """The share of the votes for the level; nothing where counts may not be shown."""
    if ballot is None or ballot.counts is None or not level or not ballot.base:
        return ""
    return wording.percent(Fraction(ballot.counts.get(RatingLevel(level), 0), ballot.base))
