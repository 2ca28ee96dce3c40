"""Đo nhập nhân sự: a spreadsheet of invented people, read, checked, written and committed in a scratch database."""

from __future__ import annotations

import os
import random
from datetime import date
from io import BytesIO
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

import xlsxwriter
from rich.console import Console
from rich.table import Table

from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.org.enums import Category, Leadership, Role, UnitKind
from tusoi.org.models import Person, Post, SimilarPostGroup, Unit
from tusoi.org.services.importing import import_people
from tusoi.org.services.sheet.columns import COLUMNS, SHEET
from tusoi.rehearsal.scratch import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from tusoi.org.services.sheet.faults import ImportReport

T = TypeVar("T")
GOAL_SECONDS = 10
UNITS = 200
PEER_SHARE = 10
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
_MIDDLE = ("Văn", "Thị", "Minh", "Thu", "Quang", "Ngọc", "Thanh", "Hữu")
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
)
_OFFICE = Actor(user_id=None, person_id=None, name="Văn phòng", role=Role.COORDINATOR)


def _organisation() -> None:
    """Units and one group, as they exist before people are imported."""
    root = Unit.objects.create(
        kind=UnitKind.DEPARTMENT,
        code="DO",
        name="Cơ quan đo",
        short_name="Cơ quan đo",
        path="0001/",
        search_name="",
    )
    Unit.objects.bulk_create(
        Unit(
            parent=root,
            kind=UnitKind.DIVISION,
            code=f"DO{i}",
            name=f"Phòng {i}",
            short_name=f"Phòng {i}",
            position=i,
            path=f"{root.path}{i:04d}/",
            search_name="",
        )
        for i in range(UNITS)
    )
    SimilarPostGroup.objects.create(code="DO", name="Công chức")


def _workbook(rows: int) -> bytes:
    """A filled template with `rows` invented people."""
    chance, buffer = random.Random(2023), BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    )
    sheet = book.add_worksheet(SHEET)
    sheet.write_row(0, 0, [column.label for column in COLUMNS])
    for number in range(rows):
        name = " ".join(chance.choice(part) for part in (_FAMILY, _MIDDLE, _GIVEN))
        in_party = number % 2 == 0
        sheet.write_row(
            number + 1,
            0,
            [
                f"DO{number:06d}",
                name,
                date(1970 + number % 30, 1 + number % 12, 1 + number % 28),
                Category.CIVIL_SERVANT.label,
                f"DO{number % UNITS}",
                f"Chuyên viên {number % 7}",
                "Không",
                "DO",
                date(2015 + number % 8, 1 + number % 12, 1),
                date(2014, 5, 19) if in_party else "",
                "",
                f"cb{number}@vi-du.example",
            ],
        )
    book.close()
    return buffer.getvalue()


def _ours(content: bytes) -> ImportReport:
    """The command as the product runs it, committed."""
    return import_people(actor=_OFFICE, at=clock.now(), content=content)


def _ordinary(content: bytes) -> int:
    """The usual way without any check: openpyxl, one object per row, bulk_create. Counts the people."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a development tool, used for the comparison only

    units = {unit.code: unit for unit in Unit.objects.all()}
    group = SimilarPostGroup.objects.get(code="DO")
    people, posts = [], {}
    for row in load_workbook(BytesIO(content), read_only=True).active.iter_rows(
        min_row=2, values_only=True
    ):
        code, name, born, _, unit, title = row[:6]
        people.append(
            Person(code=code, full_name=name, birth_date=born, category=Category.CIVIL_SERVANT)
        )
        posts[unit, title] = Post(
            unit=units[unit], title=title, leadership=Leadership.NONE, group=group
        )
    Post.objects.bulk_create(posts.values())
    return len(Person.objects.bulk_create(people, batch_size=2000))


def run(*, rows: int) -> None:
    """Print seconds and rows per second, ours beside the ordinary way, and the share of the goal used."""
    console = Console()
    content, smaller = _workbook(rows), _workbook(max(rows // PEER_SHARE, 1))
    with scratch_database(f"tusoi_nhap_{os.getpid()}"):
        _organisation()
        ordinary_rows, ordinary_seconds = _timed(_ordinary, smaller)
        Person.objects.all().delete()
        Post.objects.all().delete()
        report, seconds = _timed(_ours, content)
        again, again_seconds = _timed(_ours, content)
    table = Table("Cách nhập", "Số dòng", "Giây", "Dòng mỗi giây")
    for label, count, took in (
        ("Nhập lần đầu, đủ kiểm tra", report.created, seconds),
        ("Nhập lại cùng tệp", again.unchanged, again_seconds),
        ("openpyxl và bulk_create, không kiểm tra", ordinary_rows, ordinary_seconds),
    ):
        table.add_row(label, f"{count}", f"{took:.2f}", f"{count / took:.0f}")
    console.print(table)
    console.print(
        f"Mục tiêu {GOAL_SECONDS} giây cho 100.000 dòng: dùng {seconds / rows * 100_000 / GOAL_SECONDS:.0%} thời gian cho phép."
    )


def _timed(action: Callable[[bytes], T], content: bytes) -> tuple[T, float]:
    """What the action gave, and the seconds it took."""
    started = perf_counter()
    result = action(content)
    return result, perf_counter() - started
