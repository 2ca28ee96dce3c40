"""Dòng kết quả: what every kind of result file writes of one judged subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook import wording
from tusoi.rulebook.facts import RatingLevel, Standing
from tusoi.rulebook.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.batch.judging import Judged
    from tusoi.batch.kinds import Kind
    from tusoi.rulebook.explain import ExplanationLine
    from tusoi.rulebook.rules.quotas import GroupVerdict, QuotaVerdict

NO_LEVEL = "Chưa xác định"
EXPLANATION_HEADINGS = ("Mã", "Tên", "Phần", "Nội dung", "Kết quả", "Số liệu", "Căn cứ")


def headings(kind: Kind) -> tuple[str, ...]:
    return (
        "Mã",
        kind.name_heading,
        "Đơn vị",
        "Nhóm tương đồng",
        "Diện đánh giá",
        "Mức đề xuất",
        "Mức số liệu chứng minh",
        "Lý do",
        "Còn thiếu để đạt mức cao hơn",
        "Cần xem lại",
    )


def result_cells(judged: Judged) -> tuple[str, ...]:
    """One row of the result, in the order of `headings`."""
    entry, proposal, explanation = judged.entry, judged.proposal, judged.explanation
    level = judged.level.label if judged.level else ""
    if not level and judged.standing is Standing.RATED_HERE:
        level = NO_LEVEL
    return (
        entry.code,
        entry.name,
        entry.unit,
        entry.group,
        judged.standing.label,
        level,
        proposal.proven.label if proposal.proven else "",
        reason(judged),
        "; ".join(_short(line) for line in explanation.missing),
        " ".join(_to_look_at(judged)),
    )


def reason(judged: Judged) -> str:
    """Why this level, in one sentence; what the collective of a head holds down is said as well."""
    if judged.standing is Standing.RATED_ELSEWHERE:
        return "Kiểm điểm tại đây; cấp trên quyết định mức xếp loại."
    proposed, level = judged.proposal.level, judged.level
    if proposed and level and proposed.is_above(level):
        return f"Số liệu đáp ứng mức “{proposed.label}”, nhưng mức cao nhất được xếp là “{level.label}”."
    return judged.explanation.headline


def _to_look_at(judged: Judged) -> Iterator[str]:
    """Findings that ask for something; whoever is not rated here needs no results."""
    is_rated_here = judged.standing is Standing.RATED_HERE
    for finding in judged.every_finding:
        if finding.is_blocker or (is_rated_here and finding.severity is Severity.WARNS):
            yield f"{finding.message} {finding.remedy}".strip()


def _short(line: ExplanationLine) -> str:
    text = line.text.rstrip(".")
    return f"{text} ({line.numbers})" if line.numbers else text


def explanation_rows(judged: Judged) -> list[tuple[str, ...]]:
    """The explanation line by line: code, name, part, text, result, numbers, basis."""
    entry, explanation = judged.entry, judged.explanation
    rows: list[tuple[str, ...]] = [(entry.code, entry.name, "Kết luận", reason(judged), "", "", "")]
    parts = (
        ("Điều kiện, phát hiện", explanation.lines),
        (explanation.missing_heading, explanation.missing),
    )
    for part, lines in parts:
        rows += [
            (
                entry.code,
                entry.name,
                part,
                line.text,
                line.result,
                line.numbers,
                "; ".join(line.basis),
            )
            for line in lines
        ]
    return rows


CAP_HEADINGS = (
    "Phạm vi",
    "Tên nhóm, đơn vị",
    "Số được xếp loại",
    *(level.short for level in RatingLevel),
    "Chưa có mức",
    "Tỉ lệ trần",
    "Cơ sở tính",
    "Được xếp xuất sắc tối đa",
    "Kết luận",
    "Ghi chú",
)


def cap_rows(verdict: QuotaVerdict) -> Iterator[tuple[str | int, ...]]:
    """One row per group or unit in which the caps are counted."""
    for group in verdict.groups:
        yield (
            group.scope.label,
            group.key,
            group.rated,
            *(group.counts[level] for level in RatingLevel),
            group.unrated,
            *_cap_cells(group),
            " ".join(f"{each.message} {each.remedy}".strip() for each in group.findings),
        )


def _cap_cells(group: GroupVerdict) -> tuple[str | int, ...]:
    """Share, base, how many the cap allows, and the conclusion."""
    current = group.current
    if current is None or group.share is None:
        return ("", "", "", "Không có tỉ lệ trần")
    conclusion = "Trong tỉ lệ" if current.is_within else f"Vượt {current.used - current.allowed}"
    share = wording.percent(group.share.value)
    return (share, f"{current.base_count} – {current.base.label}", current.allowed, conclusion)


def caps_as_data(verdict: QuotaVerdict) -> list[dict[str, Any]]:
    """The same for a machine."""
    return [
        {
            "allowed": group.current.allowed if group.current else None,
            "counts": {level.value: group.counts[level] for level in RatingLevel},
            "findings": [finding.as_dict() for finding in group.findings],
            "key": group.key,
            "scope": group.scope.value,
            "unrated": group.unrated,
        }
        for group in verdict.groups
    ]
