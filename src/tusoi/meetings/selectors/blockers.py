"""Điều kiện của từng thao tác: what stops an act of the meeting; shown on pages, checked again by commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Subject, SubjectPlace
from tusoi.campaigns.selectors.suggestions import guidance_facts
from tusoi.campaigns.selectors.supervisions import supervisors_of
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, Standing
from tusoi.meetings.facts import chair_facts, circulation_facts, meeting_facts
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.meetings.selectors.agenda import conductor_of, next_item
from tusoi.meetings.selectors.audiences import audience_findings
from tusoi.meetings.selectors.cells import drafts_of_cell, order_findings_in_cell
from tusoi.meetings.selectors.lengths import length_findings
from tusoi.org.models import PartyCell, Unit
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import CirculationFacts, GuidanceFacts
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.rules import guidance, procedure, voting

RUNNING = ("planned", "invited", "in_session", "reading_minutes")


def blocks(rule: str, message: str, remedy: str = "") -> Finding:
    """A finding of the meeting's own order that no legal rule covers."""
    return Finding(f"meeting.{rule}", Severity.BLOCKS, message, remedy=remedy)


def blockers_for_plan(
    campaign: Campaign, subjects: Sequence[Subject], starts_at: datetime, at: datetime
) -> list[Finding]:
    """Season under way, a working day to come, subjects that no other meeting has in hand."""
    return [
        *_season_and_day(campaign, starts_at, at),
        *_subjects_free(campaign, subjects),
    ]


def cell_blockers(
    campaign: Campaign,
    cell: PartyCell | None,
    subjects: Sequence[Subject],
    starts_at: datetime,
    order_reason: str,
) -> list[Finding]:
    """A cell to meet, and the order of state side and Party side; a reason on paper permits another order."""
    if cell is None:
        return [blocks("no-cell", "Chưa chọn chi bộ tổ chức hội nghị.", "Chọn chi bộ.")]
    faults = order_findings_in_cell(campaign, cell, subjects, timezone.localdate(starts_at))
    return [each for each in faults if not (each.overridable and order_reason.strip())]


def _season_and_day(campaign: Campaign, starts_at: datetime, at: datetime) -> Iterator[Finding]:
    day = timezone.localdate(starts_at)
    if campaign.state != "open":
        yield blocks(
            "season",
            "Đợt đánh giá chưa mở hoặc đã kết thúc nên chưa lập được hội nghị.",
            "Văn phòng mở đợt đánh giá trước khi lập hội nghị.",
        )
    if starts_at < at:
        yield blocks("past", f"Thời gian họp {day:%d/%m/%Y} đã qua.", "Chọn thời gian họp khác.")
    if not work_calendar().is_working(day):
        name = work_calendar().holiday_name(day)
        detail = f" ({name})" if name else ""
        yield blocks(
            "day-off",
            f"Ngày {day:%d/%m/%Y} là ngày nghỉ{detail} nên không tổ chức hội nghị.",
            "Chọn một ngày làm việc.",
        )


def _subjects_free(campaign: Campaign, subjects: Sequence[Subject]) -> Iterator[Finding]:
    if not subjects:
        yield blocks(
            "no-subjects",
            "Hội nghị chưa có đối tượng nào để kiểm điểm.",
            "Chọn ít nhất một đối tượng.",
        )
    if len({subject.pk for subject in subjects}) < len(subjects):
        yield blocks(
            "twice",
            "Có đối tượng được ghi hai lần trong chương trình.",
            "Giữ lại một lần cho mỗi đối tượng.",
        )
    strangers = [subject.name for subject in subjects if subject.campaign_id != campaign.pk]
    if strangers:
        yield blocks(
            "stranger",
            f"{', '.join(strangers)} không thuộc đợt đánh giá này.",
            "Chọn lại đối tượng.",
        )


def already_in_hand(subjects: Sequence[Subject], kind: MeetingKind, unit: Unit) -> list[Finding]:
    """Subjects that another meeting of the same purpose is to review or has reviewed.

    A review held in addition, at a further place, concerns only the meetings there.
    """
    items = AgendaItem.objects.filter(
        subject__in=subjects,
        meeting__kind=kind,
        meeting__state__in=[*RUNNING, "approved"],
        repeat_order__isnull=True,
    ).exclude(state="deferred")
    further = SubjectPlace.objects.filter(subject=OuterRef("subject"), is_main=False)
    in_addition = Exists(further.filter(unit=OuterRef("meeting__unit")))
    only_here = Exists(further.filter(unit=unit))
    items = items.filter((~only_here & ~in_addition) | (only_here & Q(meeting__unit=unit)))
    return [
        blocks(
            "in-hand",
            f"{item.subject.name} đã có trong chương trình của “{item.meeting.title}”.",
            "Bỏ đối tượng này khỏi chương trình, hoặc hủy hội nghị kia nếu chưa họp.",
        )
        for item in items.select_related("subject", "meeting")
    ]


def circulation_blockers(meeting: Meeting, meeting_at: datetime) -> list[Finding]:
    """Drafts that did not reach the members early enough, those of one fault together.

    A deferred item needs no draft.
    """
    if meeting.kind == MeetingKind.LEADERS_RATING:
        return []
    law = law_of(meeting.campaign)
    faults: dict[str, tuple[Finding, list[str]]] = {}
    drafts = drafts_of_cell if meeting.cell_id else _drafts_at_work
    for subject, facts in drafts(meeting, meeting_at):
        for found in procedure.circulation_findings(facts, law):
            faults.setdefault(found.message, (found, []))[1].append(subject.name)
    return [
        replace(found, message=f"{found.message} Cụ thể: {', '.join(names)}.")
        for found, names in faults.values()
    ]


def _drafts_at_work(
    meeting: Meeting, meeting_at: datetime
) -> Iterator[tuple[Subject, CirculationFacts]]:
    items = meeting.agenda.exclude(state="deferred").select_related("subject__review__circulation")
    for item in items:
        review = getattr(item.subject, "review", None)
        yield item.subject, circulation_facts(review, meeting_at)


def findings_for_meeting(meeting: Meeting) -> list[Finding]:
    """Remarks on length and kind of the conference; they inform and never stop the meeting."""
    if meeting.kind == MeetingKind.LEADERS_RATING:
        return []
    return [
        *length_findings(meeting),
        *audience_findings(meeting),
        *guidance.supervision_findings(_guidance(meeting), law_of(meeting.campaign)),
    ]


def _guidance(meeting: Meeting) -> GuidanceFacts:
    """Suggestions on the agenda and who of the upper level supervises; above the body nobody here does."""
    subjects = Subject.objects.filter(agenda_items__meeting=meeting)
    if meeting.unit_id == meeting.campaign.body_id:
        return GuidanceFacts()
    supervisors = supervisors_of(meeting.campaign, meeting.unit).count()
    return guidance_facts(subjects, supervisors=supervisors)


def blockers_for_invite(meeting: Meeting) -> list[Finding]:
    """Every draft on the agenda was circulated in time and answers what the superior suggested."""
    return [
        *circulation_blockers(meeting, meeting.starts_at),
        *guidance_blockers(meeting),
    ]


def guidance_blockers(meeting: Meeting) -> list[Finding]:
    """Suggestions on the agenda that no review answers yet."""
    if meeting.kind == MeetingKind.LEADERS_RATING:
        return []
    subjects = Subject.objects.filter(agenda_items__meeting=meeting)
    return guidance.answer_findings(guidance_facts(subjects), law_of(meeting.campaign))


def blockers_for_start(meeting: Meeting, day: date) -> list[Finding]:
    """Enough members present, somebody to conduct, the planned day reached."""
    found = voting.quorum_findings(meeting_facts(meeting), law_of(meeting.campaign))
    planned = timezone.localdate(meeting.starts_at)
    if day < planned:
        found.append(
            blocks(
                "too-early",
                f"Hội nghị được mời họp ngày {planned:%d/%m/%Y}, chưa đến ngày khai mạc.",
                "Khai mạc đúng ngày đã mời.",
            )
        )
    if not _is_present(meeting, meeting.chair_id) and not _is_present(
        meeting, meeting.deputy_chair_id
    ):
        found.append(
            blocks(
                "no-chair",
                "Chưa có người chủ trì dự họp.",
                "Thư ký điểm danh người chủ trì hoặc người được phân công chủ trì thay.",
            )
        )
    return [finding for finding in found if finding.is_blocker]


def _is_present(meeting: Meeting, person_id: int | None) -> bool:
    return meeting.attendances.filter(person_id=person_id, status=AttendanceStatus.PRESENT).exists()


def blockers_for_session(meeting: Meeting) -> list[Finding]:
    if meeting.state == "in_session":
        return []
    return [
        blocks(
            "not-in-session",
            "Thao tác này chỉ thực hiện được khi hội nghị đang họp.",
            "Chủ trì khai mạc hoặc cho họp tiếp.",
        )
    ]


def blockers_for_take_up(item: AgendaItem) -> list[Finding]:
    """The session is on, it is this item's turn, its person is here, and somebody else conducts."""
    meeting = item.meeting
    if found := blockers_for_session(meeting):
        return found
    turn = next_item(meeting)
    if turn is None or turn.pk != item.pk:
        return [_not_the_turn(meeting, turn)]
    person_id = item.subject.person_id
    is_elsewhere = meeting.kind == MeetingKind.LEADERS_RATING or item.is_carried_over
    is_reviewed_here = person_id is not None and not is_elsewhere
    if is_reviewed_here and not _is_present(meeting, person_id):
        found.append(
            blocks(
                "absent",
                f"{item.subject.name} không có mặt nên chưa thể kiểm điểm.",
                "Hoãn nội dung này và ghi rõ lý do; tổ chức kiểm điểm bổ sung sau.",
            )
        )
    conductor = conductor_of(meeting, item.subject)
    if conductor is None:
        found.append(
            blocks(
                "no-chair",
                f"Chưa có người chủ trì nội dung kiểm điểm {item.subject.name}.",
                "Cử một đồng chí cấp phó có mặt chủ trì nội dung này.",
            )
        )
    else:
        found += procedure.chair_findings(
            chair_facts(conductor, item.subject), law_of(meeting.campaign)
        )
    return found


def _not_the_turn(meeting: Meeting, turn: AgendaItem | None) -> Finding:
    current = meeting.agenda.filter(state="current").select_related("subject").first()
    if current is not None:
        return blocks(
            "one-at-a-time",
            f"Hội nghị đang kiểm điểm {current.subject.name}.",
            "Kết luận nội dung này trước khi chuyển tiếp.",
        )
    expected = f" Nội dung tiếp theo là {turn.subject.name}." if turn else ""
    return blocks(
        "turn",
        f"Chưa đến lượt nội dung này.{expected}",
        "Tiến hành theo đúng trình tự của chương trình.",
    )


def blockers_for_conclude(item: AgendaItem, suggested_level: str) -> list[Finding]:
    """The item is under way, and a collective that is rated has its level by vote or by a reasoned decision."""
    if found := blockers_for_session(item.meeting):
        return found
    if item.state != "current":
        return [
            blocks(
                "not-current",
                "Nội dung này không phải nội dung đang kiểm điểm.",
                "Chuyển sang nội dung này trước.",
            )
        ]
    if not _takes_level(item):
        return []
    last = item.level_votes.last()
    if last is None:
        return [
            blocks(
                "no-vote",
                "Tập thể chưa biểu quyết mức tự xếp loại.",
                "Biểu quyết mức tự xếp loại của tập thể rồi mới kết luận.",
            )
        ]
    if not last.level and not suggested_level:
        return [
            blocks(
                "no-majority",
                "Không mức nào được hơn một nửa số thành viên dự hội nghị lựa chọn.",
                "Biểu quyết lại, hoặc chọn mức đề nghị và nêu rõ lý do trong kết luận để báo cáo cấp có thẩm quyền.",
            )
        ]
    return []


def _takes_level(item: AgendaItem) -> bool:
    """A collective votes on its own level where it is reviewed, unless nobody rates it."""
    is_review = item.meeting.kind != MeetingKind.LEADERS_RATING
    is_rated = item.subject.standing != Standing.NOT_RATED
    return is_review and item.subject.is_collective and is_rated


def blockers_for_draft_minutes(meeting: Meeting) -> list[Finding]:
    """The session is on, every item is concluded or deferred and no ballot is open."""
    if found := blockers_for_session(meeting):
        return found
    items = meeting.agenda.filter(state__in=["pending", "current"]).select_related("subject")
    found = [
        blocks(
            "item-open",
            f"Nội dung {item.position} ({item.subject.name}) chưa kết luận.",
            "Kết luận hoặc hoãn nội dung này.",
        )
        for item in items
    ]
    rounds = meeting.ballot_rounds.filter(state__in=["prepared", "open"])
    found += [
        blocks(
            "round-open",
            f"Lượt bỏ phiếu “{each.title}” chưa kết thúc.",
            "Kiểm phiếu hoặc hủy lượt bỏ phiếu.",
        )
        for each in rounds
    ]
    return found
