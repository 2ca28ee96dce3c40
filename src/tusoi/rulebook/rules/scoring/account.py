"""Bản tính điểm: the way from what was assigned to the total, line by line, for the subject to check."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tusoi.rulebook import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.rules.scoring.period import PeriodScore


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Dòng của bản tính điểm: its sign in the decree, what it is, how it was computed, its exact value."""

    sign: str
    text: str
    calculation: str
    value: Fraction
    cite: str


def account(score: PeriodScore) -> tuple[ScoreLine, ...]:
    """The computation of a period as far as it went."""
    if score.period.received_total is not None and score.total is not None:
        received = wording.points(score.total)
        return (
            ScoreLine("", "Điểm do đơn vị cũ gửi", received, score.total, "335-2025-nd-cp/d19.k1"),
        )
    return (*_shares(score), *_totals(score))


def _shares(score: PeriodScore) -> Iterator[ScoreLine]:
    of_work = (
        ("a", "Số lượng", score.quantity, "335-2025-nd-cp/d14.k2.a"),
        ("b", "Chất lượng", score.quality, "335-2025-nd-cp/d14.k2.b"),
        ("c", "Tiến độ", score.progress, "335-2025-nd-cp/d14.k2.c"),
    )
    for (sign, text, share, cite), earned in zip(of_work, score.earned, strict=True):
        if share is not None:
            yield ScoreLine(sign, text, _of_work(earned, score.assigned, share), share, cite)
    of_leading = (
        ("d", "Kết quả hoạt động", score.unit_results),
        ("đ", "Tổ chức triển khai", score.organising),
        ("e", "Tập hợp, đoàn kết", score.cohesion),
    )
    for sign, text, share in of_leading:
        if share is not None:
            yield ScoreLine(sign, text, wording.percent(share), share, "335-2025-nd-cp/d15.k3")


def _of_work(earned: Fraction, assigned: Fraction, share: Fraction) -> str:
    if not assigned:
        return wording.percent(share)
    reached = earned / assigned
    parts = f"{wording.points(earned)}/{wording.points(assigned)} = {wording.percent(reached)}"
    return parts if reached == share else f"{parts}, lấy {wording.percent(share)}"


def _totals(score: PeriodScore) -> Iterator[ScoreLine]:
    share, points, total = score.result_share, score.task_points, score.total
    if share is not None and points is not None:
        signs = ("a", "b", "c", "d", "đ", "e")[: len(score.shares)]
        of = f"({' + '.join(signs)}) : {len(signs)} = {wording.percent(share)}"
        cite = "335-2025-nd-cp/d16.k2" if score.is_leader else "335-2025-nd-cp/d16.k1"
        yield ScoreLine("", "Tỉ lệ kết quả thực hiện nhiệm vụ", of, share, cite)
        earned = wording.points(points)
        yield ScoreLine(
            "", "Điểm kết quả thực hiện nhiệm vụ", earned, points, "335-2025-nd-cp/d12.k3"
        )
    if score.period.general is not None and points is not None and total is not None:
        sum_text = f"{wording.points(score.period.general)} + {wording.points(points)} = {wording.points(total)}"
        yield ScoreLine("", "Tổng điểm của kỳ", sum_text, total, "335-2025-nd-cp/d17.k1")
