"""Nhập bảng đăng ký thi đua: the table that the list gives out, filled in, entered row by row – all or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tusoi.awards.enums import AwardTitle
from tusoi.awards.models import AwardRegistration
from tusoi.awards.selectors.registrations import COLUMNS
from tusoi.awards.services.registering import register
from tusoi.core.actor import Actor
from tusoi.core.errors import Refused, refuse
from tusoi.core.names import clean, fold
from tusoi.org.models import Collective, Person
from tusoi.org.services.sheet.reading import open_sheet
from tusoi.rulebook.findings import Finding, Severity

MOST_ROWS = 2_000
_NAME, _CODE, _, _, _TITLE, _DAY = range(len(COLUMNS))
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Line:
    """Dòng đăng ký: what one row of the table asks for."""

    number: int
    registrant: Person | Collective
    title: AwardTitle
    registered_on: date

    @property
    def stands(self) -> bool:
        """Whether it was entered before."""
        owner = "person" if isinstance(self.registrant, Person) else "collective"
        made = AwardRegistration.objects.filter(
            year=self.registered_on.year, title=self.title, **{owner: self.registrant}
        )
        return made.exists()


def import_registrations(
    *, actor: Actor, at: datetime, content: bytes
) -> tuple[list[AwardRegistration], int]:
    """Enter every row not entered before; gives what was made and how many stood already."""
    lines = _lines(open_sheet(content))
    with transaction.atomic():
        made = [_enter(line, actor=actor, at=at) for line in lines if not line.stands]
    return made, len(lines) - len(made)


def _enter(line: Line, *, actor: Actor, at: datetime) -> AwardRegistration:
    try:
        return register(
            actor=actor,
            at=at,
            registrant=line.registrant,
            title=line.title,
            registered_on=line.registered_on,
        )
    except Refused as error:
        raise Refused([_at(line.number, each) for each in error.findings]) from error


def _at(number: int, finding: Finding) -> Finding:
    return Finding(
        finding.rule,
        finding.severity,
        f"Dòng {number}: {finding.message}",
        finding.cites,
        remedy=finding.remedy,
    )


def _lines(cells: list[list[Any]]) -> list[Line]:
    """The rows below the header; Refused with a finding for each that is not understood."""
    header = [fold(str(cell)) for cell in cells[0]] if cells else []
    if header[: len(COLUMNS)] != [fold(name) for name in COLUMNS]:
        raise refuse(
            "award.sheet_header",
            "Dòng đầu của bảng không đúng các cột của bảng đăng ký thi đua.",
            remedy="Tải bảng tính từ trang Đăng ký thi đua, điền vào bảng đó rồi gửi lại.",
        )
    rows = [(at, row) for at, row in enumerate(cells[1:], start=2) if any(map(_text, row))]
    _check_size(len(rows))
    read = [_read(number, row) for number, row in rows]
    if faults := [each for each in read if isinstance(each, Finding)]:
        raise Refused(faults)
    return [each for each in read if isinstance(each, Line)]


def _check_size(rows: int) -> None:
    if not 0 < rows <= MOST_ROWS:
        raise refuse(
            "award.sheet_size",
            f"Bảng có {rows} dòng đăng ký; nhận từ 1 đến {MOST_ROWS} dòng.",
            remedy="Điền ít nhất một dòng, hoặc chia thành nhiều tệp.",
        )


def _read(number: int, row: list[Any]) -> Line | Finding:
    registrant, title, day = _registrant(row), _title(row[_TITLE]), _day(row[_DAY])
    wrong = list(_faults(registrant, title, day))
    if registrant is None or title is None or day is None:
        return Finding(
            "award.sheet_row",
            Severity.BLOCKS,
            f"Dòng {number}: {'; '.join(wrong)}.",
            remedy="Sửa dòng này trong bảng tính rồi gửi lại; chưa dòng nào được ghi.",
        )
    return Line(number, registrant, title, day)


def _faults(registrant: Any, title: Any, day: Any) -> Iterator[str]:
    if registrant is None:
        yield "không tìm thấy người mang mã cán bộ này, hoặc tập thể mang tên này"
    if title is None:
        yield "danh hiệu đăng ký không có trong danh mục"
    if day is None:
        yield "ngày đăng ký không đúng dạng ngày/tháng/năm"


def _text(value: Any) -> str:
    return clean(str(value))


def _registrant(row: list[Any]) -> Person | Collective | None:
    """By the staff code; a collective, which has none, by its name."""
    code = _text(row[_CODE])
    if code:
        return Person.objects.filter(code=code).first()
    return Collective.objects.filter(name=_text(row[_NAME])).first()


def _title(value: Any) -> AwardTitle | None:
    wanted = fold(_text(value))
    return next((title for title in AwardTitle if fold(title.label) == wanted), None)


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DATE.fullmatch(_text(value))
    try:
        return date(*(int(found.group(at)) for at in (3, 2, 1))) if found else None
    except ValueError:
        return None
