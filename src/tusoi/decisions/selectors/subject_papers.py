"""Văn bản về một đối tượng: half-page summary, one-page report, remedy plan, pledge."""

from __future__ import annotations

from typing import Any

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Subject
from tusoi.core import clock
from tusoi.decisions.selectors.asked_papers import TABLE, content_of, lines
from tusoi.decisions.selectors.papers import bases_of, level_label, vote_share
from tusoi.decisions.selectors.rating_papers import row_of
from tusoi.decisions.selectors.summary_lengths import LEADER_SUMMARY, UNIT_REPORT, room_for
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.bodies import office_name, signer_of
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.meetings.selectors.results import ballot_result
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import leader_summary, pledge, remedy_plan, unit_report
from tusoi.officialdocs.papers.office import Distribution, Letterhead, Signer
from tusoi.officialdocs.styles import style_for
from tusoi.org.enums import CollectiveKind, Leadership
from tusoi.org.models import Assignment, CollectiveMember, Person, Unit
from tusoi.org.selectors.actors import in_force
from tusoi.org.selectors.people import with_main_post
from tusoi.rulebook import wording

LEADERS = tuple(kind for kind in SubjectKind if kind.leadership is not Leadership.NONE)


def head_signer(unit: Unit) -> Signer:
    """Người đứng đầu đơn vị ký: the head of its leading collective today, else who holds its leading post."""
    today = clock.today()
    heads = CollectiveMember.objects.filter(
        in_force(today),
        collective__unit=unit,
        collective__kind=CollectiveKind.LEADERS,
        is_head=True,
    ).values("person")
    posts = Assignment.objects.filter(
        in_force(today), post__unit=unit, post__leadership=Leadership.HEAD
    ).values("person")
    people = Person.objects.filter(pk__in=heads if heads.exists() else posts)
    found = with_main_post(people, today).order_by("pk")
    name, title = found.values_list("full_name", "post_title").first() or ("", "")
    return signer_of(unit, name, title or "")


def summary_of_leader(subject: Subject, signer: Signer) -> Paper:
    """Tóm tắt nhận xét, đánh giá of one person, for whoever decides."""
    texts = content_of(PaperKind.LEADER_SUMMARY, subject)
    row, review = row_of(subject), getattr(subject, "review", None)
    return leader_summary.leader_summary_paper(
        leader_summary.LeaderSummaryContext(
            letterhead=letterhead_of(
                subject.campaign.body, clock.today(), is_dated=False, has_number=False
            ),
            signer=signer,
            review_year=subject.campaign.review_year,
            name=subject.name,
            position=f"{subject.title}, {subject.unit.name}",
            strengths=texts.get("strengths", ""),
            shortcomings=texts.get("shortcomings", ""),
            self_level=level_label(review.self_level) if review else "",
            proposed_level=level_label(row.proposed_level),
            vote_result=_vote_result(subject, row.proposed_level),
            whom=_whom(subject),
            word_limit=room_for(LEADER_SUMMARY, law_of(subject.campaign)),
        )
    )


def _whom(subject: Subject) -> str:
    if subject.track.kind in LEADERS:
        return "cá nhân lãnh đạo, quản lý"
    return "công chức, viên chức, người lao động"


def _vote_result(subject: Subject, level: str) -> str:
    share = vote_share(ballot_result(subject), level)
    return f"{share} số phiếu cho mức {level_label(level)}" if share else ""


def report_of_unit(subject: Subject) -> Paper:
    """Báo cáo tóm tắt của đơn vị: one page on what the unit did and what it asks for."""
    texts = content_of(PaperKind.UNIT_REPORT, subject)
    return unit_report.unit_report_paper(
        unit_report.UnitReportContext(
            letterhead=letterhead_of(subject.unit, clock.today(), is_dated=False),
            signer=head_signer(subject.unit),
            distribution=_to_the_office(subject),
            review_year=subject.campaign.review_year,
            unit=subject.unit.name,
            results=lines(texts.get("results", "")),
            shortcomings=lines(texts.get("shortcomings", "")),
            proposals=lines(texts.get("proposals", "")),
            word_limit=room_for(UNIT_REPORT, law_of(subject.campaign)),
        )
    )


def _to_the_office(subject: Subject) -> Distribution:
    recipients = (office_name(subject.campaign.body, clock.today()),)
    return Distribution(recipients=recipients, archive=f"VT, {subject.unit.code}")


def remedies_of(subject: Subject) -> Paper:
    """Kế hoạch khắc phục hạn chế, khuyết điểm of a collective after the review."""
    texts: Any = content_of(PaperKind.REMEDY_PLAN, subject)
    return remedy_plan.remedy_plan_paper(
        remedy_plan.RemedyPlanContext(
            letterhead=letterhead_of(subject.unit, clock.today(), is_dated=False),
            signer=head_signer(subject.unit),
            distribution=_to_the_office(subject),
            review_year=subject.campaign.review_year,
            subject=subject.name,
            bases=bases_of(subject.campaign),
            purposes=lines(texts.get("purposes", "")),
            remedies=tuple(remedy_plan.Remedy(**row) for row in texts.get(TABLE, ())),
            assignments=lines(texts.get("assignments", "")),
        )
    )


def pledge_of(subject: Subject) -> Paper:
    """Bản cam kết of the coming year with the person's own data, to be filled in by hand."""
    person = subject.person
    if person is None:
        raise ValueError(f"{subject} là tập thể, không viết bản cam kết.")
    year = subject.campaign.review_year + 1
    return pledge.pledge_paper(
        pledge.PledgeContext(
            letterhead=_pledged_in(subject),
            year=year,
            name=person.full_name,
            lines=tuple(
                pledge.PledgeLine(label=label, value=value)
                for label, value in _about(subject, person)
                if value
            ),
            to_fill_in=True,
            confirmer=subject.cell.name if subject.cell else subject.unit.name,
            confirmer_title="Bí thư" if subject.cell else "Người đứng đầu",
        )
    )


def _pledged_in(subject: Subject) -> Letterhead:
    """A Party member pledges in the cell, everybody else in the unit."""
    today = clock.today()
    if subject.cell is None:
        return letterhead_of(subject.unit, today, is_dated=False, has_number=False)
    body = subject.campaign.body
    return Letterhead(
        style=style_for(issuer_is_party=True, issue_date=today),
        issuer=subject.cell.name,
        place=body.place,
    )


def _about(subject: Subject, person: Person) -> tuple[tuple[str, str], ...]:
    born, joined = person.birth_date, person.party_joined_on
    return (
        ("Ngày sinh", wording.day(born) if born else ""),
        ("Chức vụ", subject.title),
        ("Đơn vị công tác", subject.unit.name),
        ("Ngày vào Đảng", wording.day(joined) if joined else ""),
        ("Chi bộ", subject.cell.name.removeprefix("Chi bộ ") if subject.cell else ""),
    )
