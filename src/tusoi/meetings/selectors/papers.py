"""Văn bản của hội nghị: giấy mời, biên bản họp, biên bản kiểm phiếu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.utils import timezone

from tusoi.documents.selectors.bodies import distribution_of, signer_of
from tusoi.documents.selectors.letterheads import letterhead_of, letterhead_of_cell
from tusoi.meetings.enums import MeetingAudience, RatingLevel
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import BallotRound
from tusoi.meetings.selectors.people import titles_of
from tusoi.meetings.selectors.record import Record
from tusoi.meetings.selectors.results import sealed_tally
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import gathering, invitation, minutes, tally_minutes
from tusoi.officialdocs.papers.office import Letterhead, PersonLine, Signer
from tusoi.org.models import Person

#: An invitation names no more of a staff one by one.
NAMED_AT_MOST = 25
_BASES = {
    "summoned": "số người được triệu tập",
    "attending": "số người có mặt",
    "valid": "số phiếu hợp lệ",
}


def recorded_line(entry: Record) -> PersonLine:
    """Somebody as the record of a meeting names him or her."""
    return PersonLine(name=entry["name"], position=entry["position"])


def _person_line(person: Person, titles: dict[int, str]) -> PersonLine:
    return PersonLine(name=person.full_name, position=titles.get(person.pk, ""))


def _lines(entries: Iterable[Record]) -> tuple[PersonLine, ...]:
    return tuple(recorded_line(entry) for entry in entries)


def _letterhead(meeting: Meeting, day: date) -> Letterhead:
    """The unit's, in the Party's style that of the cell where a Party cell meets."""
    if meeting.cell is not None:
        return letterhead_of_cell(meeting.cell, meeting.unit, day)
    return letterhead_of(meeting.unit, day, is_dated=False)


def invitation_paper(meeting: Meeting) -> Paper:
    """Giấy mời: everybody summoned, with what will be reviewed."""
    day = timezone.localdate(meeting.starts_at)
    titles = titles_of([meeting.chair_id], day, meeting.unit)
    chair = _person_line(meeting.chair, titles)
    return invitation.invitation_paper(
        invitation.InvitationContext(
            letterhead=_letterhead(meeting, day),
            signer=signer_of(meeting.unit, chair.name, chair.position or "Người chủ trì"),
            distribution=distribution_of(meeting.unit, ("Như thành phần mời",), day),
            summary=meeting.title,
            invitees=tuple(_invitees(meeting)),
            event=meeting.title,
            chaired_by=str(chair),
            starts_at=timezone.localtime(meeting.starts_at),
            venue=meeting.place,
            notes=(
                "Đề nghị các đồng chí nghiên cứu trước dự thảo bản kiểm điểm đã gửi và dự họp đúng thời gian.",
            ),
        )
    )


def _invitees(meeting: Meeting) -> Iterator[str]:
    """Everybody by name; a large staff together, the guests by name."""
    rows = list(meeting.attendances.select_related("person"))
    members = sum(not row.is_guest for row in rows)
    is_together = meeting.audience == MeetingAudience.ALL_STAFF and members > NAMED_AT_MOST
    if is_together:
        yield f"{MeetingAudience.ALL_STAFF.label} {meeting.unit.name}"
    for row in rows:
        if row.is_guest or not is_together:
            yield f"{row.person.full_name} - {row.title}" if row.title else row.person.full_name


def minutes_paper(meeting: Meeting) -> Paper:
    """Biên bản họp: from the record kept in the minutes, never from the tables of the meeting."""
    record, paper = meeting.minutes.body, meeting.minutes
    started, ended = (datetime.fromisoformat(record[key]) for key in ("started_at", "ended_at"))
    letterhead = _letterhead(meeting, started.date())
    return minutes.minutes_paper(
        minutes.MinutesContext(
            letterhead=letterhead,
            meeting=record["title"],
            started_at=started,
            ended_at=ended,
            venue=record["place"],
            summoned=record["summoned"],
            present=_lines(record["present"]),
            absences=tuple(gathering.Absence(**entry) for entry in record["absences"]),
            guests=_lines(record["guests"]),
            chair=recorded_line(record["chair"]),
            secretary=recorded_line(record["secretary"]),
            items=(*_items(record), *_additions(paper.additions)),
            approval=_approval(paper.approvals, len(record["present"])),
            archive="hồ sơ" if letterhead.style.party else "VT, Hồ sơ",
        )
    )


def _items(record: Record) -> tuple[minutes.MinutesItem, ...]:
    return tuple(
        minutes.MinutesItem(
            title=entry["title"],
            presentation=entry.get("presentation", ""),
            suggested=entry.get("suggested", ""),
            opinions=tuple(minutes.Opinion(**opinion) for opinion in entry["opinions"]),
            conclusion=entry["conclusion"],
            vote_result=entry["vote_result"],
            chaired_by=entry["chaired_by"],
        )
        for entry in record["items"]
    )


def _additions(text: str) -> tuple[minutes.MinutesItem, ...]:
    return (
        (minutes.MinutesItem(title="Nội dung bổ sung khi thông qua biên bản", conclusion=text),)
        if text
        else ()
    )


def _approval(approvals: int | None, attending: int) -> str:
    read = "Biên bản đã được đọc lại cho những người dự họp cùng nghe"
    if approvals is None:
        return f"{read}."
    return f"{read}, {approvals}/{attending} thành viên có mặt đồng ý thông qua."


def tally_minutes_paper(ballot_round: BallotRound) -> Paper:
    """Biên bản kiểm phiếu of a closed round whose counts may be shown."""
    meeting, tally = ballot_round.meeting, sealed_tally(ballot_round)
    counted_at = timezone.localtime(ballot_round.closed_at)
    panel = [member.person for member in ballot_round.panel.select_related("person")]
    titles = titles_of([person.pk for person in (*panel, meeting.chair)], counted_at.date())
    lines = tuple(_person_line(person, titles) for person in panel)
    return tally_minutes.tally_minutes_paper(
        tally_minutes.TallyMinutesContext(
            letterhead=_letterhead(meeting, counted_at.date()),
            ballot=ballot_round.title,
            meeting=meeting.title,
            counted_at=counted_at,
            venue=meeting.place,
            panel=lines,
            summoned=tally["summoned"],
            present=tally["attending"],
            issued=tally["issued"],
            returned=tally["returned"],
            valid=tally["valid"],
            invalid=tally["invalid"],
            levels=tuple(level.label for level in RatingLevel),
            rows=_tally_rows(ballot_round),
            share_base=tally["base"],
            share_base_label=_BASES[tally["base_kind"]],
            head_of_panel=Signer(name=lines[0].name, title="Trưởng ban kiểm phiếu"),
            chair=Signer(name=meeting.chair.full_name, title="Chủ trì hội nghị"),
        )
    )


def _tally_rows(ballot_round: BallotRound) -> tuple[tally_minutes.TallyRow, ...]:
    rows, results = [], sealed_tally(ballot_round)["subjects"]
    for line in ballot_round.lines.select_related("subject"):
        result = results[str(line.subject_id)]
        counts = result.get("counts", {})
        rows.append(
            tally_minutes.TallyRow(
                name=line.subject.name,
                position=line.subject.title,
                votes=tuple(counts[level.value] for level in RatingLevel if level.value in counts),
                blank=result.get("blank", 0),
                result=RatingLevel(result["level"]).label if result["level"] else "",
            )
        )
    return tuple(rows)
