"""Trình tự kiểm điểm: circulation of the draft, order of reviews, chair, length and kind of meeting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import AgendaFacts, AgendaKind, ChairFacts, CirculationFacts, MeetingFacts
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.party_texts import QD124, QD132, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tusoi.rulebook.calendar import WorkCalendar
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated, LawAt

COLLECTIVE_FIRST = (
    "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau."
)


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


@rule("procedure.circulation", since=QD132, cites=("25-hd-btctw/2",))
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


def _out_of_order(items: Sequence[AgendaFacts], *, by_side: bool) -> Iterator[Finding]:
    """Neighbours in the wrong order; `by_side` where the law also puts the state side first."""
    for position, (earlier, later) in enumerate(pairwise(items), start=1):
        ranks = [(item.side.rank if by_side else 0, item.kind.rank) for item in (earlier, later)]
        if ranks[0] > ranks[1] and (by_side or earlier.side is later.side):
            yield blocks(
                f"Nội dung thứ {position + 1} ({later.kind.label.lower()}) phải đứng trước nội dung thứ {position} "
                f"({earlier.kind.label.lower()}).",
                remedy=COLLECTIVE_FIRST,
                position=position + 1,
            )


@rule("procedure.order", since=QD132, until=until(QD124), cites=("21-hd-btctw/ii.a.trinh-tu",))
def _agenda_is_in_order_2018(facts: Sequence[AgendaFacts], law: LawAt) -> Iterator[Finding]:
    yield from _out_of_order(facts, by_side=False)


@rule("procedure.order", since=QD124, until=until(QD366), cites=("124-qd-tw/d7",))
def _agenda_is_in_order_2023(facts: Sequence[AgendaFacts], law: LawAt) -> Iterator[Finding]:
    yield from _out_of_order(facts, by_side=True)


@rule("procedure.order", since=QD366, cites=("366-qd-tw/d7.thu-tu",))
def _agenda_is_in_order_2025(facts: Sequence[AgendaFacts], law: LawAt) -> Iterator[Finding]:
    yield from _out_of_order(facts, by_side=True)


def order_findings(items: Sequence[AgendaFacts], law: LawAt) -> list[Finding]:
    """Every place where the agenda departs from the legal order."""
    variants = (_agenda_is_in_order_2018, _agenda_is_in_order_2023, _agenda_is_in_order_2025)
    return judge(variants, items, law)


@rule("procedure.chair", since=QD132, cites=("124-qd-tw/d7",))
def _nobody_chairs_own_review(facts: ChairFacts, law: LawAt) -> Iterator[Finding]:
    if facts.kind is not AgendaKind.COLLECTIVE and facts.chair_key == facts.subject_key:
        yield blocks(
            "Người được kiểm điểm không chủ trì nội dung kiểm điểm chính mình.",
            remedy="Phân công một đồng chí cấp phó chủ trì nội dung này.",
        )


def chair_findings(facts: ChairFacts, law: LawAt) -> list[Finding]:
    """The head does not chair the review of himself or herself; a deputy does."""
    return judge((_nobody_chairs_own_review,), facts, law)


def _needed_days(facts: MeetingFacts, law: LawAt) -> Iterator[Dated]:
    """The least lengths that concern this meeting, the general one first."""
    yield law.get("meeting.min_days")
    if facts.is_standing_committee:
        yield law.get("meeting.min_days_standing_committee")
    if facts.review_suggested:
        yield law.get("meeting.min_days_with_suggestions")


@rule("procedure.meeting-length", since=QD132, cites=("25-hd-btctw/2",))
def _meeting_is_long_enough(facts: MeetingFacts, law: LawAt) -> Iterator[Finding]:
    lengths = list(_needed_days(facts, law))
    if not lengths[-1].in_use:
        yield not_applied(lengths[-1])
    needed = needed_length(facts, law)
    if needed is None or facts.length_days is None or facts.length_days >= needed.value:
        return
    yield warns(
        f"Hội nghị kéo dài {wording.number(facts.length_days)} ngày, ngắn hơn mức tối thiểu {wording.number(needed.value)} ngày.",
        cites=(needed.cite,),
        remedy="Kéo dài thời gian họp hoặc ghi rõ lý do trong biên bản.",
        length=str(facts.length_days),
        needed=str(needed.value),
    )


def needed_length(facts: MeetingFacts, law: LawAt) -> Dated | None:
    """The least number of days for this meeting; None where no checked text states one."""
    return max((each for each in _needed_days(facts, law) if each.in_use), key=_days, default=None)


def _days(dated: Dated) -> Decimal:
    return Decimal(dated.value)


def meeting_length_findings(facts: MeetingFacts, law: LawAt) -> list[Finding]:
    """Whether the review took as many days as it must, longer where the superior suggested matters."""
    return judge((_meeting_is_long_enough,), facts, law)


def conference_kind(posts_in_unit: int, law: LawAt) -> ConferenceKind:
    """All staff below the number of posts that calls for a conference of key officials."""
    limit = law.find("meeting.all_staff_below_posts")
    is_large = limit is not None and posts_in_unit >= limit.value
    return ConferenceKind.KEY_OFFICIALS if is_large else ConferenceKind.ALL_STAFF


@rule("procedure.conference", since=QD132, cites=("bc-snnptnt-thanh-hoa-2022/i.2.1.b",))
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
