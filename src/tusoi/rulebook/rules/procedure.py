"""Trình tự kiểm điểm: circulation of the draft, order of reviews, chair, length and kind of meeting."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import AgendaFacts, AgendaKind, ChairFacts, CirculationFacts, MeetingFacts
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tusoi.rulebook.calendar import WorkCalendar
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

REGIME_STARTS = date(2018, 1, 1)


class ConferenceKind(StrEnum):
    """Thành phần hội nghị: all staff, or the key officials of a large unit."""

    ALL_STAFF = "all_staff"
    KEY_OFFICIALS = "key_officials"

    @property
    def label(self) -> str:
        labels = {
            "all_staff": "Hội nghị toàn thể công chức, viên chức, người lao động",
            "key_officials": "Hội nghị cán bộ chủ chốt",
        }
        return labels[self.value]


def circulated_days(facts: CirculationFacts, law: LawAt, calendar: WorkCalendar) -> int | None:
    """Working days between sending the draft and the meeting, counted as the law's reading says."""
    if facts.sent_on is None or facts.meeting_on is None:
        return None
    days = calendar.working_days_between(facts.sent_on, facts.meeting_on)
    counts_meeting_day = bool(law.value("circulation.count_meeting_day"))
    is_extra = not counts_meeting_day and days > 0 and calendar.is_working(facts.meeting_on)
    return days - is_extra


def earliest_meeting(sent_on: date, law: LawAt, calendar: WorkCalendar) -> date:
    """The first working day on which a meeting may discuss a draft sent on `sent_on`."""
    needed = int(law.value("circulation.min_working_days"))
    counts_meeting_day = bool(law.value("circulation.count_meeting_day"))
    return calendar.add_working_days(sent_on, needed if counts_meeting_day else needed + 1)


@rule("procedure.circulation", since=REGIME_STARTS, cites=("25-hd-btctw/2",))
def _draft_was_circulated_in_time(
    circulation: tuple[CirculationFacts, WorkCalendar], law: LawAt
) -> Iterator[Finding]:
    facts, calendar = circulation
    needed = law.get("circulation.min_working_days")
    if facts.sent_on is None:
        yield blocks(
            "Dự thảo báo cáo kiểm điểm chưa được gửi cho các thành viên dự hội nghị.",
            cites=(needed.cite,),
            remedy=f"Gửi dự thảo trước hội nghị ít nhất {needed.value:02d} ngày làm việc.",
        )
        return
    days = circulated_days(facts, law, calendar)
    if days is None or days >= needed.value:
        return
    earliest = earliest_meeting(facts.sent_on, law, calendar)
    yield blocks(
        f"Dự thảo gửi ngày {wording.day(facts.sent_on)} chỉ trước hội nghị {days} ngày làm việc, "
        f"trong khi phải gửi trước ít nhất {needed.value:02d} ngày làm việc.",
        cites=(needed.cite,),
        remedy=f"Họp sớm nhất vào ngày {wording.day(earliest)}.",
        working_days=days,
        needed=needed.value,
        earliest=earliest.isoformat(),
    )


def circulation_findings(
    facts: CirculationFacts, law: LawAt, calendar: WorkCalendar | None = None
) -> list[Finding]:
    """Whether the draft reached the members early enough for the meeting."""
    return judge((_draft_was_circulated_in_time,), (facts, calendar or work_calendar()), law)


def agenda_order(items: Sequence[AgendaFacts]) -> list[AgendaFacts]:
    """The items in the legal order: state side before Party side, collective, head, deputies, members."""
    return sorted(items, key=lambda item: (item.side.rank, item.kind.rank))


@rule("procedure.order", since=REGIME_STARTS, cites=("124-qd-tw/d7",))
def _agenda_is_in_order(facts: Sequence[AgendaFacts], law: LawAt) -> Iterator[Finding]:
    for position, (earlier, later) in enumerate(pairwise(facts), start=1):
        if (earlier.side.rank, earlier.kind.rank) > (later.side.rank, later.kind.rank):
            yield blocks(
                f"Nội dung thứ {position + 1} ({later.kind.label.lower()}) phải đứng trước nội dung thứ {position} "
                f"({earlier.kind.label.lower()}).",
                remedy="Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau.",
                position=position + 1,
            )


def order_findings(items: Sequence[AgendaFacts], law: LawAt) -> list[Finding]:
    """Every place where the agenda departs from the legal order."""
    return judge((_agenda_is_in_order,), items, law)


@rule("procedure.chair", since=REGIME_STARTS, cites=("124-qd-tw/d7",))
def _nobody_chairs_own_review(facts: ChairFacts, law: LawAt) -> Iterator[Finding]:
    if facts.kind is not AgendaKind.COLLECTIVE and facts.chair_key == facts.subject_key:
        yield blocks(
            "Người được kiểm điểm không chủ trì nội dung kiểm điểm chính mình.",
            remedy="Phân công một đồng chí cấp phó chủ trì nội dung này.",
        )


def chair_findings(facts: ChairFacts, law: LawAt) -> list[Finding]:
    """The head does not chair the review of himself or herself; a deputy does."""
    return judge((_nobody_chairs_own_review,), facts, law)


@rule("procedure.meeting-length", since=REGIME_STARTS, cites=("25-hd-btctw/2",))
def _meeting_is_long_enough(facts: MeetingFacts, law: LawAt) -> Iterator[Finding]:
    name = "meeting.min_days_with_suggestions" if facts.review_suggested else "meeting.min_days"
    needed = law.get(name)
    if not needed.in_use:
        yield not_applied(needed)
    elif facts.length_days is not None and facts.length_days < needed.value:
        yield warns(
            f"Hội nghị kéo dài {wording.number(facts.length_days)} ngày, ngắn hơn mức tối thiểu {wording.number(needed.value)} ngày.",
            cites=(needed.cite,),
            remedy="Kéo dài thời gian họp hoặc ghi rõ lý do trong biên bản.",
            length=str(facts.length_days),
            needed=str(needed.value),
        )


def meeting_length_findings(facts: MeetingFacts, law: LawAt) -> list[Finding]:
    """Whether the review took as many days as it must, longer where the superior suggested matters."""
    return judge((_meeting_is_long_enough,), facts, law)


def conference_kind(posts_in_unit: int, law: LawAt) -> ConferenceKind:
    """All staff below the number of posts that calls for a conference of key officials."""
    limit = law.find("meeting.all_staff_below_posts")
    is_large = limit is not None and posts_in_unit >= limit.value
    return ConferenceKind.KEY_OFFICIALS if is_large else ConferenceKind.ALL_STAFF


@rule("procedure.conference", since=REGIME_STARTS, cites=("bc-snnptnt-thanh-hoa-2022/i.2.1.b",))
def _conference_suits_unit(facts: MeetingFacts, law: LawAt) -> Iterator[Finding]:
    limit = law.get("meeting.all_staff_below_posts")
    if facts.posts_in_unit is None:
        return
    if not limit.in_use:
        yield not_applied(limit)
        return
    kind = conference_kind(facts.posts_in_unit, law)
    yield notes(
        f"Đơn vị có {facts.posts_in_unit} biên chế: kiểm điểm trước {kind.label.lower()}.",
        cites=(limit.cite,),
        kind=kind.value,
        limit=limit.value,
    )


def conference_findings(facts: MeetingFacts, law: LawAt) -> list[Finding]:
    """Before whom a unit of that size is reviewed."""
    return judge((_conference_suits_unit,), facts, law)
