"""Kiến nghị: clocks of lodging and answering, who settles, replacement decisions, the national database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.calendar import work_calendar
from tusoi.rulebook.facts import Addressee, AppealFacts, DatabaseFacts, RatedAs, ReplacementFacts
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.party_texts import HD21, QD124, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.calendar import WorkCalendar
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated, LawAt

STARTS = date(2018, 3, 8)
DECREE_335 = date(2026, 1, 1)
DECREE_90 = date(2020, 8, 20)
#: What a gap in the clocks is shown with: the latest text that speaks of appeals or review but names no day.
_SILENT_ON_OFFICIALS = ((DECREE_90, "90-2020-nd-cp/d21"),)
_SILENT_ON_AGENCIES = ((DECREE_335, "335-2025-nd-cp/d9"),)
_SILENT_ON_PARTY = (
    (QD366, "366-qd-tw/d17"),
    (QD124, "124-qd-tw/d13"),
    (STARTS, "132-qd-tw/chua-doc"),
)
_SILENT = {
    RatedAs.CADRE: _SILENT_ON_OFFICIALS,
    RatedAs.CIVIL_SERVANT: _SILENT_ON_OFFICIALS,
    RatedAs.PUBLIC_EMPLOYEE: _SILENT_ON_OFFICIALS,
    RatedAs.AGENCY: _SILENT_ON_AGENCIES,
}


def answer_due(facts: AppealFacts, law: LawAt, calendar: WorkCalendar | None = None) -> date | None:
    """The last day for the answer, counted from the day after receipt; None where the law names none."""
    limit = law.find("appeals.answer_within_working_days")
    if limit is None:
        return None
    return (calendar or work_calendar()).add_working_days(facts.received_on, int(limit.value))


def lodging_due(facts: AppealFacts, law: LawAt) -> date | None:
    """The last day to lodge, counted from the day after publication; None where the law names none."""
    limit = law.find("appeals.lodge_within_days")
    return None if limit is None else facts.announced_on + timedelta(days=int(limit.value))


def _silent_text(law: LawAt) -> str | None:
    texts = (
        _SILENT_ON_PARTY if law.rated_as is None else _SILENT.get(law.rated_as, _SILENT_ON_PARTY)
    )
    return next((cited for since, cited in texts if since <= law.day), None)


@rule("appeals.no-clock", since=STARTS, cites=("90-2020-nd-cp/d21",))
def _law_names_no_clock(appeal: tuple[AppealFacts, WorkCalendar], law: LawAt) -> Iterator[Finding]:
    facts, calendar = appeal
    text = _silent_text(law)
    if text is not None and answer_due(facts, law, calendar) is None:
        yield notes(
            "Chưa thấy văn bản nêu thời hạn trả lời kiến nghị đối với đối tượng này; hệ thống không tự đặt thời hạn.",
            cites=(*law.rule_cites.get("appeals.no-clock", ()), text),
            remedy="Cơ quan có quy chế riêng thì ghi thời hạn của mình vào quy định áp dụng.",
        )


@rule("appeals.lodged-late", since=STARTS, cites=("129-2025-qh15/d27",))
def _lodged_in_time(appeal: tuple[AppealFacts, WorkCalendar], law: LawAt) -> Iterator[Finding]:
    facts, _ = appeal
    due = lodging_due(facts, law)
    if due is not None and facts.lodged_on > due:
        yield warns(
            f"Kiến nghị gửi ngày {wording.day(facts.lodged_on)}, quá hạn gửi là hết ngày {wording.day(due)}.",
            cites=(law.get("appeals.lodge_within_days").cite,),
            remedy="Cấp có thẩm quyền quyết định có xem xét hay không và trả lời rõ lý do.",
            due=due.isoformat(),
        )


@rule("appeals.answer", since=STARTS, cites=("335-2025-nd-cp/d22",))
def _answered_in_time(appeal: tuple[AppealFacts, WorkCalendar], law: LawAt) -> Iterator[Finding]:
    facts, calendar = appeal
    due = answer_due(facts, law, calendar)
    if due is None:
        return
    cites = (law.get("appeals.answer_within_working_days").cite,)
    reached = facts.answered_on or law.day
    if reached > due:
        what = "trả lời muộn" if facts.answered_on else "đã quá hạn trả lời"
        yield warns(
            f"Kiến nghị nhận ngày {wording.day(facts.received_on)} {what}; hạn cuối là ngày {wording.day(due)}.",
            cites=cites,
            remedy="" if facts.answered_on else "Trả lời ngay và nêu lý do chậm.",
            due=due.isoformat(),
        )
    elif facts.answered_on is None:
        yield notes(
            f"Kiến nghị nhận ngày {wording.day(facts.received_on)}: trả lời chậm nhất ngày {wording.day(due)}.",
            cites=cites,
            due=due.isoformat(),
        )


@rule("appeals.settled-by", since=STARTS, cites=("90-2020-nd-cp/d21",))
def _addressed_to_who_settles(
    appeal: tuple[AppealFacts, WorkCalendar], law: LawAt
) -> Iterator[Finding]:
    facts, _ = appeal
    may_superior = law.find("appeals.superior_may_settle")
    if may_superior is None:
        return
    allowed = {Addressee.RATER} | ({Addressee.SUPERIOR} if may_superior.value else set())
    if facts.addressee not in allowed:
        names = " hoặc ".join(each.label.lower() for each in Addressee if each in allowed)
        yield warns(
            f"Kiến nghị gửi không đúng nơi giải quyết; nơi giải quyết là {names}.",
            cites=(may_superior.cite,),
            remedy="Chuyển kiến nghị đến nơi giải quyết và báo cho người gửi.",
        )


@rule("appeals.in-writing", since=STARTS, cites=("129-2025-qh15/d27",))
def _in_writing(appeal: tuple[AppealFacts, WorkCalendar], law: LawAt) -> Iterator[Finding]:
    facts, _ = appeal
    needed = law.find("appeals.in_writing")
    if needed is not None and needed.value and not facts.is_in_writing:
        yield warns(
            "Kiến nghị chưa được lập thành văn bản.",
            cites=(needed.cite,),
            remedy="Đề nghị người kiến nghị gửi bằng văn bản.",
        )
    answer = law.find("appeals.answer_in_writing")
    is_due = answer is not None and answer.value and facts.answered_on is not None
    if answer is not None and is_due and not facts.answer_is_in_writing:
        yield warns(
            "Kết quả giải quyết kiến nghị chưa được thông báo bằng văn bản.",
            cites=(answer.cite,),
            remedy="Cấp có thẩm quyền thông báo bằng văn bản cho người kiến nghị.",
        )


@rule("appeals.settled-once", since=STARTS, cites=("129-2025-qh15/d27",))
def _settled_once(appeal: tuple[AppealFacts, WorkCalendar], law: LawAt) -> Iterator[Finding]:
    facts, _ = appeal
    once = law.find("appeals.settled_once")
    if once is not None and once.value and facts.was_settled_before:
        yield blocks(
            "Kiến nghị này đã được giải quyết; kết quả giải quyết không được xem xét lại.",
            cites=(once.cite,),
            remedy="Thông báo cho người kiến nghị và lưu hồ sơ.",
            overridable=True,
        )


APPEAL_RULES = (
    _law_names_no_clock,
    _lodged_in_time,
    _answered_in_time,
    _addressed_to_who_settles,
    _in_writing,
    _settled_once,
)


def appeal_findings(
    facts: AppealFacts, law: LawAt, calendar: WorkCalendar | None = None
) -> list[Finding]:
    """Everything about one appeal; `law.of` tells as what the person was rated."""
    return judge(APPEAL_RULES, (facts, calendar or work_calendar()), law)


def _former_decision_stays(facts: ReplacementFacts, law: LawAt) -> Iterator[Finding]:
    if not facts.has_reason:
        yield blocks(
            "Quyết định thay thế chưa nêu lý do thay kết quả xếp loại đã ban hành.",
            remedy="Ghi rõ lý do và tài liệu làm căn cứ.",
        )
    if not facts.keeps_former:
        yield blocks(
            "Hồ sơ phải giữ cả quyết định cũ và quyết định thay thế.",
            remedy="Giữ quyết định cũ trong hồ sơ, ghi rõ đã được thay thế.",
        )


_replacement_2019 = rule(
    "appeals.replacement", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.b.6.6",)
)(_former_decision_stays)
_replacement_2023 = rule(
    "appeals.replacement", since=QD124, until=until(QD366), cites=("124-qd-tw/d13",)
)(_former_decision_stays)
_replacement_2025 = rule(
    "appeals.replacement", since=QD366, until=until(DECREE_335), cites=("366-qd-tw/d15",)
)(_former_decision_stays)
_replacement_2026 = rule(
    "appeals.replacement", since=DECREE_335, cites=("335-2025-nd-cp/d21.k3", "366-qd-tw/d15")
)(_former_decision_stays)


def replacement_findings(facts: ReplacementFacts, law: LawAt) -> list[Finding]:
    """Whether a decision that takes the place of another says why and leaves the first in the dossier."""
    variants = (_replacement_2019, _replacement_2023, _replacement_2025, _replacement_2026)
    return judge(variants, facts, law)


def database_due(
    facts: DatabaseFacts, law: LawAt, calendar: WorkCalendar | None = None
) -> tuple[date, Dated] | None:
    """The earlier of the days that the decrees name for the national database, with its ground."""
    dues: list[tuple[date, Dated]] = []
    days = law.find("appeals.database_within_days")
    if days is not None:
        dues.append((facts.result_on + timedelta(days=int(days.value)), days))
    working = law.find("appeals.database_within_working_days")
    if working is not None:
        last = (calendar or work_calendar()).add_working_days(facts.result_on, int(working.value))
        dues.append((last, working))
    return min(dues, key=lambda due: due[0], default=None)


@rule("appeals.database", since=DECREE_335, cites=("335-2025-nd-cp/d26.k1.d",))
def _database_is_up_to_date(
    update: tuple[DatabaseFacts, WorkCalendar], law: LawAt
) -> Iterator[Finding]:
    facts, calendar = update
    due = database_due(facts, law, calendar)
    if due is None or (facts.updated_on or law.day) <= due[0]:
        return
    yield warns(
        f"Kết quả có ngày {wording.day(facts.result_on)} phải được cập nhật vào cơ sở dữ liệu quốc gia chậm nhất ngày "
        f"{wording.day(due[0])}.",
        cites=(due[1].cite,),
        remedy="" if facts.updated_on else "Gửi kết quả ngay.",
        due=due[0].isoformat(),
    )


def database_findings(
    facts: DatabaseFacts, law: LawAt, calendar: WorkCalendar | None = None
) -> list[Finding]:
    """Whether a result reached the national database in time."""
    return judge((_database_is_up_to_date,), (facts, calendar or work_calendar()), law)
