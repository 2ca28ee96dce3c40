"""Số liệu chấm điểm: what cannot be true of the facts of a period; each finding says what, where and how to mend it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import LeaderMark, Leadership
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tusoi.rulebook.facts import PeriodFacts, WorkItem
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

SCORING_STARTS = date(2026, 1, 1)
_CHECK_ITEM = "Kiểm tra và sửa dòng này trong phiếu theo dõi, đánh giá của kỳ."


@rule("scoring.not-yet", since=date(2018, 1, 1), cites=("335-2025-nd-cp/d17.k1",))
def _scoring_is_in_force(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    if law.find("scoring.task_max") is None:
        yield warns(
            f"{period.label}: tại ngày {wording.day(law.day)} chưa có quy định chấm điểm công chức theo kỳ.",
            remedy="Đánh giá theo tiêu chí của quy định đang có hiệu lực tại ngày đó.",
        )


@rule("scoring.period", since=SCORING_STARTS, cites=("335-2025-nd-cp/d17.k3",))
def _period_exists(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    last = period.kind.per_year
    if not 1 <= period.number <= last:
        yield blocks(
            f"{period.label}: không có kỳ này trong năm.",
            remedy=f"Ghi số thứ tự của kỳ từ 1 đến {last}.",
        )


@rule(
    "scoring.general-score",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d12", "335-2025-nd-cp/pl1"),
)
def _general_score_is_within_its_maximum(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    highest = law.value("scoring.general_max")
    if period.received_total is not None or not period.is_worked:
        return
    if period.general is None:
        yield warns(
            f"{period.label}: chưa có điểm tiêu chí chung nên chưa tính được điểm của kỳ.",
            remedy="Công chức tự chấm, cấp có thẩm quyền chấm tiêu chí chung của kỳ.",
            cites=("335-2025-nd-cp/d18.k2",),
        )
    elif not 0 <= period.general <= highest:
        yield blocks(
            f"{period.label}: điểm tiêu chí chung là {wording.number(period.general)}, phải từ 0 đến {highest}.",
            remedy="Sửa điểm tiêu chí chung trong phiếu theo dõi, đánh giá của kỳ.",
        )


@rule("scoring.received-total", since=SCORING_STARTS, cites=("335-2025-nd-cp/d19.k1",))
def _received_total_is_a_score(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    total = period.received_total
    if total is None:
        return
    highest = law.value("scoring.general_max") + law.value("scoring.task_max")
    if not 0 <= total <= highest:
        yield blocks(
            f"{period.label}: điểm do đơn vị cũ gửi là {wording.number(total)}, phải từ 0 đến {highest}.",
            remedy="Đề nghị đơn vị cũ kiểm tra và gửi lại kết quả của kỳ.",
        )
    else:
        yield notes(
            f"{period.label}: dùng điểm do đơn vị cũ gửi ({wording.points(total)}) để tính bình quân."
        )


def _faults_of_counts(item: WorkItem) -> Iterator[str]:
    counted = (
        ("lần không đạt", item.failures, item.failures_excused),
        ("lần chậm", item.delays, item.delays_excused),
    )
    for name, happened, excused in counted:
        if happened < 0 or excused < 0:
            yield f"số {name} là số âm"
        elif excused > happened:
            yield f"số {name} được xác nhận khách quan ({excused}) nhiều hơn số {name} ({happened})"


def _faults_of_item(item: WorkItem) -> Iterator[str]:
    if item.converted <= 0:
        yield f"số quy đổi là {wording.number(item.converted)}, phải lớn hơn 0"
    yield from _faults_of_counts(item)
    if item.is_handed_back and item.is_completed:
        yield "vừa ghi đã trả lại vừa ghi đã hoàn thành"


@rule(
    "scoring.work-items",
    since=SCORING_STARTS,
    cites=("335-2025-nd-cp/d18.k1", "335-2025-nd-cp/d13.k1.c"),
)
def _work_items_can_be_true(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    for item in period.items:
        for fault in _faults_of_item(item):
            yield blocks(
                f"{period.label}, sản phẩm, công việc “{item.key}”: {fault}.",
                remedy=_CHECK_ITEM,
                item=item.key,
            )
    for key, times in Counter(item.key for item in period.items).items():
        if times > 1:
            yield blocks(
                f"{period.label}: sản phẩm, công việc “{key}” được ghi {times} lần.",
                remedy="Gộp thành một dòng hoặc đặt mã khác nhau.",
                item=key,
            )


def _faults_of_product(product: str, outputs: list[WorkItem]) -> Iterator[str]:
    wholes = {output.product_converted for output in outputs}
    whole = next(iter(wholes))
    if len(wholes) > 1 or whole is None:
        yield f"các đầu ra của sản phẩm “{product}” phải ghi cùng một số quy đổi của cả sản phẩm"
        return
    total = sum(Fraction(output.converted) for output in outputs)
    if total > whole:
        yield (
            f"tổng quy đổi các đầu ra của sản phẩm “{product}” là {wording.points(total)}, "
            f"lớn hơn số quy đổi của sản phẩm ({wording.number(whole)})"
        )


def _outputs_by_product(items: Iterable[WorkItem]) -> dict[str, list[WorkItem]]:
    outputs: dict[str, list[WorkItem]] = {}
    for item in items:
        if item.product:
            outputs.setdefault(item.product, []).append(item)
    return outputs


@rule("scoring.product-outputs", since=SCORING_STARTS, cites=("335-2025-nd-cp/d18.k1.c",))
def _outputs_stay_within_their_product(
    periods: tuple[PeriodFacts, ...], law: LawAt
) -> Iterator[Finding]:
    items = (item for period in periods for item in period.items)
    for product, outputs in _outputs_by_product(items).items():
        for fault in _faults_of_product(product, outputs):
            yield blocks(
                f"{_where(periods, product)}: {fault}.",
                remedy="Chia lại số quy đổi của các đầu ra trong số quy đổi của cả sản phẩm.",
                product=product,
            )


def _where(periods: tuple[PeriodFacts, ...], product: str) -> str:
    """The periods in which outputs of the product stand."""
    return ", ".join(
        period.label for period in periods if any(item.product == product for item in period.items)
    )


@rule("scoring.unit-results", since=SCORING_STARTS, cites=("335-2025-nd-cp/d15.k3",))
def _unit_results_follow_the_staff(period: PeriodFacts, law: LawAt) -> Iterator[Finding]:
    mark, poor = period.leader_items.unit_results, period.leader_items.staff_not_completed
    if period.leadership is Leadership.NONE or mark is None or poor is None:
        return
    due = LeaderMark.HALF if poor else LeaderMark.FULL
    if mark is not due:
        yield blocks(
            f"{period.label}: mục d ghi “{mark.label.lower()}” nhưng có {poor} công chức thuộc quyền ở mức không hoàn thành nhiệm vụ.",
            remedy=f"Mục d phải là “{due.label.lower()}”; kiểm tra lại số công chức hoặc mức đã ghi.",
            staff_not_completed=poor,
        )


_RULES = (
    _scoring_is_in_force,
    _period_exists,
    _general_score_is_within_its_maximum,
    _received_total_is_a_score,
    _work_items_can_be_true,
    _unit_results_follow_the_staff,
)


def period_findings(period: PeriodFacts, law: LawAt) -> list[Finding]:
    """Everything that cannot be true of one period, or is missing before it can be scored."""
    return judge(_RULES, period, law)


def output_findings(periods: tuple[PeriodFacts, ...], law: LawAt) -> list[Finding]:
    """Products whose outputs, taken together over the periods, exceed the product."""
    return judge((_outputs_stay_within_their_product,), periods, law)
