"""Small tables of invented people, as an office would fill them in."""

import csv
from datetime import date
from pathlib import Path

from tusoi.batch.layout import Inquiry, columns_of, inquiry_of

DAY = date(2026, 12, 1)
FILLED = {
    "Mã": "CC-1",
    "Họ và tên": "Nguyễn Văn Thử",
    "Đơn vị": "Phòng Tổng hợp",
    "Nhóm tương đồng": "Chuyên viên",
    "Chức vụ lãnh đạo": "Không",
    "Số tháng công tác": "12",
    "Tổng điểm": "88,5",
}


def civil_servants(day: date = DAY) -> Inquiry:
    return inquiry_of("cong-chuc", day, day.year, ())


def headings(inquiry: Inquiry) -> list[str]:
    return [column.heading for column in columns_of(inquiry)]


def write(path: Path, rows: list[dict[str, str]], *, inquiry: Inquiry | None = None, **how) -> Path:
    """A CSV with every column of the inquiry; `rows` say what differs from one ordinary civil servant."""
    known = headings(inquiry or civil_servants())
    delimiter, encoding = how.get("delimiter", ";"), how.get("encoding", "utf-8-sig")
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(known)
        for number, row in enumerate(rows, start=1):
            full = FILLED | {"Mã": f"CC-{number}"} | row
            writer.writerow([full.get(heading, "") for heading in known])
    return path


def read(path: Path) -> list[list[str]]:
    """The rows of a CSV the product wrote, without its heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]
