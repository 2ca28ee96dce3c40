"""Phần mở đầu văn bản: what a unit's papers begin with."""

from __future__ import annotations

import re
from datetime import date

from tusoi.documents.selectors.bodies import party_name
from tusoi.officialdocs.papers.office import Letterhead
from tusoi.officialdocs.styles import style_for
from tusoi.org.enums import UnitKind
from tusoi.org.models import PartyCell, Unit

_DIGITS = re.compile(r"\d+")


def letterhead_of(
    unit: Unit, day: date, *, number: str = "", is_dated: bool = True, has_number: bool = True
) -> Letterhead:
    """The head of a paper that the body, or a unit under it, issues on `day`; `number` may carry its symbol."""
    body, digits = unit.parent, _DIGITS.match(number)
    return Letterhead(
        style=style_for(issuer_is_party=unit.is_party, issue_date=day),
        issuer=unit.name,
        superior=_above(unit),
        code=unit.code if has_number else "",
        place=(body or unit).place,
        number=int(digits.group()) if digits else None,
        dated=day if is_dated else None,
    )


def _above(unit: Unit) -> str:
    """The name over the own one: the body's; the Party committee stands over no body of State or people."""
    body = unit.parent
    if body is None or (body.is_party and not unit.is_party):
        return unit.superior_name
    return party_name(body) if body.is_party else body.name


def letterhead_of_cell(cell: PartyCell, unit: Unit, day: date) -> Letterhead:
    """The head of an undated paper of a Party cell that meets at `unit`; above it stands its Party committee."""
    above = Unit.objects.filter(kind=UnitKind.PARTY_COMMITTEE).order_by("path").first()
    return Letterhead(
        style=style_for(issuer_is_party=True, issue_date=day),
        issuer=cell.name,
        superior=party_name(above) if above else "",
        code=cell.code,
        place=(unit.parent or unit).place,
    )
