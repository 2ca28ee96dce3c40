"""Thời hạn: last days, overdue steps, and the yearly limit for rating officials."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.registry import judge, rule, warns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import DeadlineFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt


def last_day(due_on: date, inclusive: bool) -> date:
    """The last day on which the step is still in time: “trước ngày” ends the day before."""
    return due_on if inclusive else due_on - timedelta(days=1)


def yearly_limit(law: LawAt, year: int) -> date | None:
    """The day before which officials are to be rated in `year`; None where no text says so."""
    limit = law.find("deadlines.rating_before")
    if limit is None:
        return None
    month, day = (int(part) for part in limit.value.split("-"))
    return date(year, month, day)


@rule("deadlines.step", since=date(2018, 1, 1), cites=("124-qd-tw/d14.k2",))
def _step_is_in_time(facts: DeadlineFacts, law: LawAt) -> Iterator[Finding]:
    last = last_day(facts.due_on, inclusive=facts.inclusive)
    reached = facts.done_on or law.day
    if reached <= last:
        return
    days = (reached - last).days
    what = "hoàn thành muộn" if facts.done_on else "đã quá hạn"
    yield warns(
        f"“{facts.label}” {what} {days} ngày so với hạn cuối {wording.day(last)}.",
        remedy="" if facts.done_on else "Hoàn thành ngay và nêu lý do chậm.",
        days=days,
        last_day=last.isoformat(),
    )


@rule("deadlines.rating-before", since=date(2020, 8, 20), cites=("90-2020-nd-cp/d20.k2",))
def _rating_before_yearly_limit(facts: DeadlineFacts, law: LawAt) -> Iterator[Finding]:
    limit = yearly_limit(law, facts.due_on.year)
    if limit is not None and last_day(facts.due_on, inclusive=facts.inclusive) >= limit:
        yield warns(
            f"“{facts.label}” dự kiến kết thúc sau thời hạn đánh giá, xếp loại hằng năm (trước ngày {wording.day(limit)}).",
            remedy="Đưa thời hạn về trước ngày này, trừ đơn vị có năm công tác kết thúc trước tháng 12.",
            limit=limit.isoformat(),
        )


def deadline_findings(facts: DeadlineFacts, law: LawAt) -> list[Finding]:
    """Whether a step is late on the day it was done, or on the day of `law` while it is open."""
    return judge((_step_is_in_time,), facts, law)


def plan_findings(facts: DeadlineFacts, law: LawAt) -> list[Finding]:
    """Whether a planned rating deadline keeps the yearly limit for officials."""
    return judge((_rating_before_yearly_limit,), facts, law)
