"""Khung điểm: the parts of a total of points stay within the frame and add up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.registry import blocks, judge, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import PointsFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

FRAME_STARTS = date(2025, 8, 30)


@rule("classification.points-in-frame", since=FRAME_STARTS, cites=("366-qd-tw/d10",))
def _parts_stay_in_frame(facts: PointsFacts, law: LawAt) -> Iterator[Finding]:
    parts = (
        ("tiêu chí chung", facts.general, law.find("scoring.general_max")),
        ("kết quả thực hiện nhiệm vụ", facts.results, law.find("scoring.task_max")),
    )
    for name, points, limit in parts:
        if limit is not None and not 0 <= points <= limit.value:
            yield blocks(
                f"Điểm {name} ({wording.number(points)}) nằm ngoài khung từ 0 đến {limit.value} điểm.",
                cites=(limit.cite,),
                remedy="Chấm lại phần này trong bản tự đánh giá.",
                limit=limit.value,
            )


@rule("classification.points-add-up", since=FRAME_STARTS, cites=("366-qd-tw/d10",))
def _parts_add_up(facts: PointsFacts, law: LawAt) -> Iterator[Finding]:
    added = facts.general + facts.results
    if added != facts.total:
        yield blocks(
            f"Tổng điểm ghi trên phiếu ({wording.number(facts.total)}) khác tổng hai phần ({wording.number(added)}).",
            remedy="Cộng lại và sửa tổng điểm trong bản tự đánh giá.",
            added=str(added),
        )


def points_findings(facts: PointsFacts, law: LawAt) -> list[Finding]:
    """Points outside their frame, and a total that is not the sum of its parts."""
    return judge((_parts_stay_in_frame, _parts_add_up), facts, law)
