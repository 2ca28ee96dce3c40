"""Small invented things for tests, made through the same commands as in the product."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

from tusoi.core.actor import INSTALLER, Actor
from tusoi.org.enums import Category, Leadership, Role, UnitKind
from tusoi.org.models import Assignment, Person, Post, SimilarPostGroup, Unit
from tusoi.org.selectors.units import body
from tusoi.org.services import people, structure

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICE = Actor(user_id=None, person_id=None, name="Văn phòng", role=Role.COORDINATOR)
_numbers = count(1)
_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Lò",
    "Giàng",
    "Vàng",
)
_MIDDLE = ("Văn", "Thị", "Minh", "Thu", "Quang", "Ngọc", "Thanh")
_GIVEN = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Đức",
    "Giang",
    "Hà",
    "Hòa",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quân",
)


def moment(year: int, month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    """An instant in Vietnam."""
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


START = moment(2023, 1, 3)


def invented_name(number: int) -> str:
    """A name that depends only on the number."""
    given = _GIVEN[number % len(_GIVEN)]
    return f"{_FAMILY[number % len(_FAMILY)]} {_MIDDLE[number % len(_MIDDLE)]} {given}"


def unit(
    name: str = "",
    *,
    parent: Unit | None = None,
    kind: UnitKind = UnitKind.DIVISION,
    code: str = "",
    short_name: str = "",
) -> Unit:
    """A unit below `parent` (default: the body, when there is one)."""
    number = next(_numbers)
    name = name or f"Phòng số {number}"
    return structure.register_unit(
        actor=INSTALLER,
        at=START,
        parent=parent or body(),
        kind=kind,
        code=code or f"DV{number}",
        name=name,
        short_name=short_name or name,
    )


def group(name: str = "", *, code: str = "") -> SimilarPostGroup:
    """A group of similar posts."""
    number = next(_numbers)
    return structure.register_group(
        actor=OFFICE,
        at=START,
        code=code or f"N{number}",
        name=name or f"Nhóm {number}",
        position=number,
    )


def post(
    unit: Unit,
    title: str = "Chuyên viên",
    *,
    group: SimilarPostGroup,
    leadership: Leadership = Leadership.NONE,
    rank: int = 100,
) -> Post:
    """A post in a unit; the one with this title where it exists."""
    found = Post.objects.filter(unit=unit, title=title).first()
    return found or structure.register_post(
        actor=OFFICE,
        at=START,
        unit=unit,
        title=title,
        group=group,
        leadership=leadership,
        rank=rank,
    )


def person(
    full_name: str = "", *, category: Category = Category.CIVIL_SERVANT, code: str = "", **details
) -> Person:
    """A person without a post."""
    number = next(_numbers)
    return people.register_person(
        actor=OFFICE,
        at=START,
        code=code or f"CB{number:04d}",
        full_name=full_name or invented_name(number),
        category=category,
        **details,
    )


def assign(
    person: Person,
    post: Post,
    *,
    since: date = date(2020, 1, 1),
    until: date | None = None,
    **details,
) -> Assignment:
    """Put a person in a post."""
    return people.record_assignment(
        actor=OFFICE, at=START, person=person, post=post, starts_on=since, ends_on=until, **details
    )
