"""Cột của bảng nhân sự: the columns of the spreadsheet, once for reading, for the template and for faults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tusoi.org.enums import Category, Leadership

SHEET = "Nhân sự"


class Kind(Enum):
    """What a cell of the column holds."""

    TEXT = auto()
    DATE = auto()
    EMAIL = auto()
    CHOICE = auto()
    UNIT = auto()
    GROUP = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: its code, its heading, what to write in it."""

    code: str
    label: str
    hint: str
    kind: Kind = Kind.TEXT
    is_required: bool = True
    max_length: int = 200
    choices: tuple[tuple[str, str], ...] = ()
    width: int = 18


_LEADERSHIP = (
    (Leadership.NONE.value, "Không"),
    (Leadership.DEPUTY.value, "Cấp phó"),
    (Leadership.HEAD.value, "Người đứng đầu"),
)

COLUMNS = (
    Column(
        "code",
        "Mã cán bộ",
        "Mã số của cơ quan, mỗi người một mã, không đổi qua các năm.",
        max_length=30,
    ),
    Column("full_name", "Họ và tên", "Họ, tên đệm và tên đầy đủ.", max_length=120, width=28),
    Column(
        "birth_date", "Ngày sinh", "Ngày/tháng/năm. Có thể để trống.", Kind.DATE, is_required=False
    ),
    Column(
        "category", "Loại", "Chọn trong danh sách.", Kind.CHOICE, choices=tuple(Category.choices())
    ),
    Column("unit", "Mã đơn vị", "Mã của đơn vị đã lập trong mục Đơn vị.", Kind.UNIT),
    Column("title", "Chức vụ", "Chức vụ hoặc vị trí việc làm chính thức tại đơn vị.", width=28),
    Column(
        "leadership",
        "Giữ chức vụ lãnh đạo",
        "Không, Cấp phó hoặc Người đứng đầu. Để trống được hiểu là Không.",
        Kind.CHOICE,
        is_required=False,
        choices=_LEADERSHIP,
    ),
    Column(
        "group",
        "Nhóm tương đồng",
        "Mã nhóm đối tượng có nhiệm vụ tương đồng.",
        Kind.GROUP,
        width=22,
    ),
    Column("starts_on", "Ngày bắt đầu", "Ngày bắt đầu giữ chức vụ này.", Kind.DATE),
    Column(
        "party_joined_on",
        "Ngày vào Đảng",
        "Để trống nếu không phải đảng viên.",
        Kind.DATE,
        is_required=False,
    ),
    Column(
        "cell",
        "Mã chi bộ",
        "Mã chi bộ nơi sinh hoạt, chỉ ghi cho đảng viên.",
        Kind.CELL,
        is_required=False,
    ),
    Column(
        "email",
        "Thư điện tử",
        "Địa chỉ công vụ. Có thể để trống.",
        Kind.EMAIL,
        is_required=False,
        width=28,
    ),
)
BY_CODE = {column.code: column for column in COLUMNS}
