"""Cuộc họp: what the minutes of every meeting share: head, attendance, the two who sign."""

from dataclasses import dataclass
from typing import Annotated, Any

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.paper import Block, Field, Paragraph, Signature
from tusoi.officialdocs.papers.office import Letterhead, PersonLine
from tusoi.officialdocs.papers.outline import dashed
from tusoi.officialdocs.styles import Style
from tusoi.officialdocs.wording import padded


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Vắng mặt: who was absent; without `reason` the absence is printed as without one."""

    name: Annotated[str, Needed("họ và tên")]
    reason: str = ""

    def __str__(self) -> str:
        reason = f"có lý do: {self.reason}" if self.reason else "không có lý do"
        return f"{self.name} ({reason})"


def minutes_head(letterhead: Letterhead) -> dict[str, Any]:
    """The header of minutes: those of the State bear neither place nor date."""
    elements = letterhead.elements("BB" if letterhead.code else "")
    return elements if letterhead.style.party else elements | {"place": ""}


def minutes_signatures(
    style: Style, secretary: PersonLine, chair: PersonLine
) -> tuple[Signature, ...]:
    """Left who wrote the minutes, right who presided."""
    titles = ("Người ghi biên bản", "Chủ trì hội nghị") if style.party else ("Thư ký", "Chủ trì")
    return tuple(
        Signature(title=title, name=person.name)
        for title, person in zip(titles, (secretary, chair), strict=True)
    )


def present_and_absent(
    present: tuple[PersonLine, ...], summoned: int, absences: tuple[Absence, ...]
) -> tuple[Block, ...]:
    """Who came of those summoned, who did not and why."""
    count = f"Có mặt: {padded(len(present))}/{padded(summoned)} người, gồm:"
    return (
        Paragraph(count),
        *dashed(map(str, present)),
        *counted("Vắng mặt", tuple(map(str, absences))),
    )


def counted(label: str, people: tuple[str, ...]) -> tuple[Block, ...]:
    """People under a line with their number; nobody, no line."""
    if not people:
        return ()
    return (Paragraph(f"{label}: {padded(len(people))} người, gồm:"), *dashed(people))


def led_by(chair: PersonLine, secretary: PersonLine) -> tuple[Block, ...]:
    """Chủ trì, thư ký."""
    return (Field("Chủ trì", str(chair)), Field("Thư ký", str(secretary)))
