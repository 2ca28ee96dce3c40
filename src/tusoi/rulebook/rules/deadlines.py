"""Thời hạn: last days, overdue steps, and the yearly limits of each kind of subject."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.registry import judge, rule, warns
from tusoi.rulebook.rules.party_texts import QD124, QD132, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import DeadlineFacts, YearEndFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import Dated, LawAt


def last_day(due_on: date, inclusive: bool) -> date:
    """The last day on which the step is still in time: “trước ngày” ends the day before."""
    return due_on if inclusive else due_on - timedelta(days=1)


def day_of(dated: Dated, year: int) -> date:
    """The day that a month-day parameter names in `year`."""
    month, day = (int(part) for part in dated.value.split("-"))
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
    limit = law.find("deadlines.rating_before")
    if limit is None:
        return
    before = day_of(limit, facts.due_on.year)
    if last_day(facts.due_on, inclusive=facts.inclusive) >= before:
        yield warns(
            f"“{facts.label}” dự kiến kết thúc sau thời hạn đánh giá, xếp loại hằng năm (trước ngày {wording.day(before)}).",
            cites=(*law.rule_cites.get("deadlines.rating-before", ()), limit.cite),
            remedy="Đưa thời hạn về trước ngày này, trừ đơn vị có năm công tác kết thúc trước tháng 12.",
            limit=before.isoformat(),
        )


def deadline_findings(facts: DeadlineFacts, law: LawAt) -> list[Finding]:
    """Whether a step is late on the day it was done, or on the day of `law` while it is open."""
    return judge((_step_is_in_time,), facts, law)


def plan_findings(facts: DeadlineFacts, law: LawAt) -> list[Finding]:
    """Whether a planned rating deadline keeps the yearly limit for officials."""
    return judge((_rating_before_yearly_limit,), facts, law)


def _year_end_limit(facts: YearEndFacts, law: LawAt) -> tuple[Dated, date] | None:
    """What limits this year's rating: a special body has until January where the law says so."""
    special = law.find("deadlines.special_rating_before") if facts.is_special_body else None
    if special is not None:
        return special, day_of(special, facts.review_year + 1)
    usual = law.find("deadlines.rating_before")
    return None if usual is None else (usual, day_of(usual, facts.review_year))


@rule("deadlines.year-end", since=date(2020, 8, 20), cites=("90-2020-nd-cp/d20.k2",))
def _rated_before_year_end(facts: YearEndFacts, law: LawAt) -> Iterator[Finding]:
    limit = _year_end_limit(facts, law)
    if limit is None or facts.finished_on < limit[1]:
        return
    dated, before = limit
    yield warns(
        f"Xếp loại năm {facts.review_year} xong ngày {wording.day(facts.finished_on)}, trong khi phải xong trước ngày "
        f"{wording.day(before)}.",
        cites=(dated.cite,),
        remedy="Báo cáo cấp có thẩm quyền và nêu lý do chậm.",
        limit=before.isoformat(),
    )


def _before_summing_up(facts: YearEndFacts, law: LawAt) -> Iterator[Finding]:
    summing_up = facts.summing_up_on
    if summing_up is not None and facts.finished_on >= summing_up:
        yield warns(
            f"Kiểm điểm, xếp loại xong ngày {wording.day(facts.finished_on)}, không trước hội nghị tổng kết công tác năm "
            f"ngày {wording.day(summing_up)}.",
            remedy="Hoàn thành kiểm điểm, xếp loại trước khi tổng kết công tác năm.",
        )


_before_summing_up_2018 = rule(
    "deadlines.before-summing-up", since=QD132, until=until(QD124), cites=("132-qd-tw/d14",)
)(_before_summing_up)
_before_summing_up_2023 = rule(
    "deadlines.before-summing-up", since=QD124, until=until(QD366), cites=("124-qd-tw/d14.k2",)
)(_before_summing_up)


@rule("deadlines.files-to-centre", since=date(2025, 10, 31), cites=("43-hd-btctw/4.2",))
def _files_reach_the_centre(facts: YearEndFacts, law: LawAt) -> Iterator[Finding]:
    """Concerns subjects managed by the centre; `files_sent_on` is None for all others."""
    limit = law.find("deadlines.files_to_centre_before")
    if limit is None or facts.files_sent_on is None:
        return
    before = day_of(limit, facts.review_year + 1)
    if facts.files_sent_on >= before:
        yield warns(
            f"Hồ sơ gửi Ban Tổ chức Trung ương ngày {wording.day(facts.files_sent_on)}, trong khi phải gửi trước ngày "
            f"{wording.day(before)}.",
            cites=(limit.cite,),
            remedy="Gửi ngay và nêu lý do chậm.",
            submitted_before=_submission(law, facts.review_year + 1),
        )


def _submission(law: LawAt, year: int) -> str:
    """The day before which the centre itself has to submit, so that the delay can be judged."""
    return day_of(law.get("deadlines.submitted_to_politburo_before"), year).isoformat()


YEAR_END_RULES = (
    _rated_before_year_end,
    _before_summing_up_2018,
    _before_summing_up_2023,
    _files_reach_the_centre,
)


def year_end_findings(facts: YearEndFacts, law: LawAt) -> list[Finding]:
    """Whether the yearly rating of that kind of subject (`law.of`) was done in time."""
    return judge(YEAR_END_RULES, facts, law)


@rule("deadlines.award-files", since=date(2024, 1, 1), cites=("335-2025-nd-cp/d19.k2",))
def _award_files_after_rating(facts: DeadlineFacts, law: LawAt) -> Iterator[Finding]:
    """A local day for award files may lie before the day on which the levels must be known."""
    local = law.find("deadlines.award_files_before")
    if local is None:
        return
    before = day_of(local, facts.due_on.year)
    last = last_day(facts.due_on, inclusive=facts.inclusive)
    if last >= before:
        yield warns(
            f"“{facts.label}” kết thúc ngày {wording.day(last)}, sau hạn gửi hồ sơ khen thưởng (trước ngày {wording.day(before)}).",
            cites=(local.cite,),
            remedy="Xếp loại sớm hơn để kịp hồ sơ khen thưởng, vì phải xếp loại xong mới xét thi đua.",
            limit=before.isoformat(),
        )


def award_file_findings(facts: DeadlineFacts, law: LawAt) -> list[Finding]:
    """Whether a planned rating still leaves time for the award files of the place."""
    return judge((_award_files_after_rating,), facts, law)
