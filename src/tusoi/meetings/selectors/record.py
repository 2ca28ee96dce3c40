"""Diễn biến hội nghị: everything recorded, as the frozen content of the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from tusoi.campaigns.selectors.suggestions import source_of
from tusoi.meetings.enums import AttendanceStatus, MeetingKind, RatingLevel
from tusoi.meetings.models import AgendaItem, Attendance, LevelVote, Meeting
from tusoi.meetings.selectors.people import titles_of
from tusoi.meetings.selectors.results import BallotSummary, ballot_results
from tusoi.meetings.selectors.taken_over import TakenOver, taken_over
from tusoi.org.models import Person

Record = dict[str, Any]


def record_of(meeting: Meeting) -> Record:
    """The course of the meeting, ready to be stored and printed; nothing is looked up later."""
    attendances = list(meeting.attendances.select_related("person"))
    members = [row for row in attendances if not row.is_guest]
    return {
        "title": meeting.title,
        "place": meeting.place,
        "started_at": _iso(meeting.opened_at),
        "ended_at": _iso(meeting.closed_at),
        "summoned": len(members),
        "present": _lines(row for row in members if row.status == AttendanceStatus.PRESENT),
        "guests": _lines(
            row for row in attendances if row.is_guest and row.status == AttendanceStatus.PRESENT
        ),
        "absences": [
            {"name": row.person.full_name, "reason": row.reason}
            for row in members
            if row.status in {AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT}
        ],
        **_officers(meeting),
        "items": _items(meeting),
    }


def _iso(moment: Any) -> str:
    return timezone.localtime(moment).isoformat() if moment else ""


def _lines(rows: Iterable[Attendance]) -> list[Record]:
    return [{"name": row.person.full_name, "position": row.title} for row in rows]


def _officers(meeting: Meeting) -> Record:
    """Who signs: the chair – the deputy where the chair stayed away – and the secretary."""
    is_away = meeting.attendances.filter(person_id=meeting.chair_id).exclude(
        status=AttendanceStatus.PRESENT
    )
    chair = meeting.deputy_chair if meeting.deputy_chair and is_away.exists() else meeting.chair
    day = timezone.localdate(meeting.starts_at)
    titles = titles_of([chair.pk, meeting.secretary_id], day, meeting.unit)

    def line(person: Person) -> Record:
        return {"name": person.full_name, "position": titles.get(person.pk, "")}

    return {"chair": line(chair), "secretary": line(meeting.secretary)}


def _items(meeting: Meeting) -> list[Record]:
    items = list(
        meeting.agenda.select_related("subject", "chair").prefetch_related(
            "remarks__speaker", "level_votes", "subject__suggestions"
        )
    )
    ballots = (
        ballot_results([item.subject for item in items]) if meeting.ballot_rounds.exists() else {}
    )
    taken = taken_over(meeting) if meeting.cell_id else {}
    return [
        _item(meeting, item, ballots.get(item.subject_id))
        | _taken(taken.get(item.subject_id), item)
        for item in items
    ]


def _taken(taken: TakenOver | None, item: AgendaItem) -> Record:
    """What a Party cell takes over from the office: said there first, then what is said here."""
    if taken is None:
        return {}
    here = _opinions(item)
    before = [{"speaker": who, "text": words} for who, words in taken.opinions]
    return {"presentation": taken.presentation, "opinions": [*before, *here]}


def _opinions(item: AgendaItem) -> list[Record]:
    return [{"speaker": row.speaker.full_name, "text": row.text} for row in item.remarks.all()]


def _item(meeting: Meeting, item: AgendaItem, ballot: BallotSummary | None) -> Record:
    results = [vote_sentence(vote) for vote in item.level_votes.all()]
    if ballot is not None:
        results.append(ballot_sentence(ballot))
    if item.suggested_level:
        results.append(f"Mức hội nghị đề nghị: {RatingLevel(item.suggested_level).label}.")
    return {
        "title": _title(meeting, item),
        "suggested": _suggested(item),
        "opinions": _opinions(item),
        "conclusion": item.conclusion
        or f"Hoãn, kiểm điểm bổ sung sau. Lý do: {item.deferral_reason}.",
        "vote_result": " ".join(results),
        "chaired_by": item.chair.full_name if item.chair_id != meeting.chair_id else "",
    }


def _suggested(item: AgendaItem) -> str:
    """What the superior suggested and what the review answered, point by point, as laid before the meeting."""
    standing = (each for each in item.subject.suggestions.all() if each.withdrawn_at is None)
    return "\n".join(
        f"{source_of(each)}: {each.text}\nGiải trình: {each.answer}" for each in standing
    )


def _title(meeting: Meeting, item: AgendaItem) -> str:
    act = "Xem xét, đánh giá" if meeting.kind == MeetingKind.LEADERS_RATING else "Kiểm điểm"
    if item.subject.is_collective:
        return f"{act} {item.subject.name}"
    if item.is_carried_over:
        act = "Thông qua kết quả kiểm điểm"
    return f"{act} đồng chí {item.subject.name} – {item.subject.title}"


def vote_sentence(vote: LevelVote) -> str:
    """“Biểu quyết lần 1: … 5/7; … 2/7. Tập thể tự nhận mức …”"""
    counts = "; ".join(
        f"{level.label} {vote.counts.get(level.value, 0)}/{vote.attending}"
        for level in RatingLevel
        if vote.counts.get(level.value, 0)
    )
    outcome = (
        f"Tập thể tự nhận mức: {RatingLevel(vote.level).label}."
        if vote.level
        else "Không mức nào được hơn một nửa số thành viên dự hội nghị lựa chọn."
    )
    return f"Biểu quyết lần {vote.round_number}: {counts}. {outcome}"


def ballot_sentence(ballot: BallotSummary) -> str:
    """The sealed result in one sentence; without counts where too few papers came in."""
    level = ballot.level.label if ballot.level else "không mức nào được hơn một nửa"
    if ballot.counts is None:
        return f"{ballot.purpose.label}: {level}."
    counts = "; ".join(
        f"{each.label} {count}/{ballot.base}" for each, count in ballot.counts.items() if count
    )
    return f"{ballot.purpose.label}: {counts}. Kết quả: {level}."
