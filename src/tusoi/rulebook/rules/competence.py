"""Đúng thẩm quyền: the one who tracks and the one who classifies are those whom the law names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook.competence import competences_for
from tusoi.rulebook.registry import blocks, judge, rule, warns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.competence import CompetentOffices
    from tusoi.rulebook.facts import CompetenceFacts
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

MATRIX_STARTS = date(2025, 8, 30)


@rule(
    "competence.right-office",
    since=MATRIX_STARTS,
    cites=("335-2025-nd-cp/d10.k2", "335-2025-nd-cp/d5", "366-qd-tw/d13"),
)
def _office_is_competent(facts: CompetenceFacts, law: LawAt) -> Iterator[Finding]:
    row = next(
        (each for each in competences_for(facts.rated_as, law.day) if each.who == facts.who), None
    )
    if row is None:
        yield warns(
            "Kho văn bản chưa nêu ai theo dõi, ai xếp loại đối tượng này tại thời điểm đánh giá.",
            remedy="Đối chiếu quy định phân cấp của cơ quan.",
        )
        return
    yield from _mismatch("theo dõi, đánh giá", row.label, facts.tracked_by, row.tracks)
    yield from _mismatch("quyết định mức xếp loại", row.label, facts.classified_by, row.classifies)


def _mismatch(
    act: str, subject: str, office: str | None, due: CompetentOffices | None
) -> Iterator[Finding]:
    if office is not None and due is not None and office not in due.labels:
        yield blocks(
            f"{subject}: người được ghi không có thẩm quyền {act}.",
            cites=(due.cite,),
            remedy=f"Việc này do {due.text} thực hiện, hoặc người được ủy quyền bằng văn bản.",
            overridable=True,
            office=office,
        )


def competence_findings(facts: CompetenceFacts, law: LawAt) -> list[Finding]:
    """Whether those who track and classify a subject are the competent ones."""
    return judge((_office_is_competent,), facts, law)
