"""Văn bản khen thưởng: the unit's note and minutes, the report of achievements, the office's note with its list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Manager
from django.utils.timezone import localdate

from tusoi.awards.enums import AchievementScope, AwardTitle
from tusoi.awards.facts import kept_merits
from tusoi.awards.models import AwardDiscussion, AwardList, AwardNomination
from tusoi.awards.selectors.nominations import decided_level
from tusoi.campaigns.models import Campaign
from tusoi.core import clock
from tusoi.decisions.selectors.paper_sources import office_signer
from tusoi.decisions.selectors.papers import bases_of, position_of
from tusoi.decisions.selectors.subject_papers import head_signer
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.meetings.selectors.papers import recorded_line
from tusoi.meetings.selectors.record import record_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import achievements, awards, gathering
from tusoi.officialdocs.papers.office import Distribution, Signer
from tusoi.officialdocs.wording import continued, padded
from tusoi.org.models import Unit
from tusoi.rulebook import wording

_DOSSIER = (
    "Biên bản họp bình xét",
    "Báo cáo thành tích của tập thể và các cá nhân",
)


def council_of(campaign: Campaign) -> str:
    """The council of the body, to which the office writes."""
    return f"Hội đồng Thi đua - Khen thưởng {campaign.body.name}"


def list_title(made: AwardList) -> str:
    return f"Tờ trình thi đua, khen thưởng năm {made.campaign.review_year}, trình ngày {made.submitted_on:%d/%m/%Y}"


def list_paper(made: AwardList) -> Paper:
    """Tờ trình của cơ quan: every nomination of the list, to the council."""
    campaign, rows = made.campaign, _rows(made.nominations)
    units = len({row.subject.unit_id for row in rows})
    held = f"{padded(units)} phòng, ban, đơn vị đã họp bình xét, biểu quyết và gửi hồ sơ đề nghị"
    return _note(
        campaign,
        issuer=campaign.body,
        signer=office_signer(campaign),
        addressee=made.council,
        process=(held, "Điều kiện của từng trường hợp đã được rà soát theo quy định"),
        rows=rows,
    )


def unit_note_paper(discussion: AwardDiscussion) -> Paper:
    """Tờ trình của đơn vị: what its conference put forward, to the body."""
    meeting = discussion.meeting
    day = wording.day(localdate(meeting.starts_at))
    held = (
        f"Ngày {day}, {meeting.unit.name} tổ chức họp bình xét, {continued(discussion.voting)} "
        "đối với từng trường hợp sau khi đã đánh giá, xếp loại chất lượng"
    )
    return _note(
        meeting.campaign,
        issuer=meeting.unit,
        signer=head_signer(meeting.unit),
        addressee=meeting.campaign.body.name,
        process=(held,),
        rows=_rows(discussion.nominations),
    )


def _note(
    campaign: Campaign,
    *,
    issuer: Unit,
    signer: Signer,
    addressee: str,
    process: tuple[str, ...],
    rows: Iterable[AwardNomination],
) -> Paper:
    year = campaign.review_year
    return awards.award_submission_paper(
        awards.AwardSubmissionContext(
            letterhead=letterhead_of(issuer, clock.today(), is_dated=False),
            signer=signer,
            distribution=Distribution(
                recipients=(f"Lãnh đạo {issuer.short_name}",), archive=f"VT, {issuer.code}"
            ),
            addressees=(addressee,),
            summary=f"Về việc đề nghị công nhận danh hiệu thi đua và hình thức khen thưởng năm {year}",
            bases=bases_of(campaign),
            process=process,
            nominees=tuple(map(_nominee, rows)),
            attachments=_DOSSIER,
        )
    )


def minutes_paper(discussion: AwardDiscussion) -> Paper:
    """Biên bản họp bình xét: who met and how they voted on everybody put forward."""
    meeting = discussion.meeting
    record = record_of(meeting)
    return awards.award_minutes_paper(
        awards.AwardMinutesContext(
            letterhead=letterhead_of(meeting.unit, localdate(meeting.starts_at), is_dated=False),
            meeting=f"Họp bình xét danh hiệu thi đua, hình thức khen thưởng năm {meeting.campaign.review_year}",
            started_at=_moment(record["started_at"]),
            ended_at=_moment(record["ended_at"]),
            venue=record["place"],
            summoned=record["summoned"],
            present=tuple(map(recorded_line, record["present"])),
            absences=tuple(gathering.Absence(**entry) for entry in record["absences"]),
            chair=recorded_line(record["chair"]),
            secretary=recorded_line(record["secretary"]),
            voting=discussion.voting,
            voters=discussion.voters,
            votes=tuple(map(_vote, _rows(discussion.nominations))),
            archive=f"VT, {meeting.unit.code}",
        )
    )


def report_paper(nomination: AwardNomination) -> Paper:
    """Báo cáo thành tích: of one person or collective, confirmed by the head of the unit."""
    subject = nomination.subject
    signer = head_signer(subject.unit)
    is_own = subject.is_collective or subject.name == signer.name
    return achievements.achievement_report_paper(
        achievements.AchievementReportContext(
            letterhead=letterhead_of(subject.unit, clock.today(), is_dated=False, has_number=False),
            signer=office_signer(subject.campaign) if is_own else signer,
            award=AwardTitle(nomination.title).label,
            review_year=subject.campaign.review_year,
            name=subject.name,
            position="" if subject.is_collective else subject.title,
            unit=subject.unit.name,
            level=level_words(nomination),
            is_collective=subject.is_collective,
            achievements=nomination.achievements,
            recognitions=tuple(_recognitions(nomination)),
            reporter=signer.name if subject.is_collective else subject.name,
        )
    )


def level_words(nomination: AwardNomination) -> str:
    """The level on which the nomination rests, in words; empty where there is none."""
    level = decided_level(nomination)
    return level.label if level else ""


def _recognitions(nomination: AwardNomination) -> Iterator[str]:
    """What was recognised before, as the unit stated it."""
    merits = kept_merits(nomination)
    if merits.achievement is not AchievementScope.NONE:
        yield f"Sáng kiến, đề tài có hiệu quả trong phạm vi {merits.achievement.label.lower()}"
    if nomination.proof:
        yield nomination.proof
    if merits.base_titles_running:
        yield _running(AwardTitle.BASE_FIGHTER, merits.base_titles_running)
    if merits.provincial_titles_running:
        yield _running(AwardTitle.PROVINCIAL_FIGHTER, merits.provincial_titles_running)


def _running(title: AwardTitle, years: int) -> str:
    return f"{years:02d} lần liên tục đạt “{title.label}”"


def _rows(nominations: Manager[AwardNomination]) -> list[AwardNomination]:
    """Those that stand, title by title, with what a list prints."""
    return list(
        nominations.exclude(state="withdrawn")
        .select_related("subject__unit", "subject__classification", "discussion")
        .order_by("title", "subject__unit__path", "subject__rank", "subject__sort_key")
    )


def _nominee(row: AwardNomination) -> awards.Nominee:
    return awards.Nominee(
        name=row.subject.name,
        award=AwardTitle(row.title).label,
        position=position_of(row.subject),
        level=level_words(row),
        achievement=row.achievements,
    )


def _vote(row: AwardNomination) -> awards.AwardVote:
    return awards.AwardVote(
        name=row.subject.name,
        award=AwardTitle(row.title).label,
        position=position_of(row.subject),
        agreed=row.votes_for,
        disagreed=row.votes_against,
    )


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
