"""Một bản đọc kế hoạch làm tay: what the reader would keep of a short plan, each piece with its place."""

from __future__ import annotations

from typing import Any

from tests.cast import Department, moment
from tusoi.campaigns.models import PlanReading

READ = moment(2023, 11, 24)
TEXT = """SỞ CÔNG THƯƠNG
Số: 20/KH-SCT
Lâm An, ngày 23 tháng 11 năm 2023
KẾ HOẠCH
Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023
Căn cứ Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ; Quy định số 132-QĐ/TW ngày 08/3/2018 của Bộ Chính trị.
I. MỤC ĐÍCH, YÊU CẦU
Đánh giá đúng tập thể, cá nhân.
II. NỘI DUNG
Dự thảo báo cáo gửi trước ít nhất 05 ngày làm việc. Tỉ lệ hoàn thành xuất sắc không quá 15% số hoàn thành tốt. Người dưới 03 tháng công tác không xếp loại.
Các phòng, đơn vị kiểm điểm và gửi hồ sơ về Văn phòng Sở trước ngày 30/11/2023.
Tập thể Lãnh đạo Sở đánh giá, xếp loại trong ngày 05/12/2023.
Các cá nhân xây dựng cam kết trước ngày 30/12 hằng năm.
Thực hiện theo mẫu gửi kèm.
Hội nghị tổng kết tổ chức ngày 14/12/2023.
Hồ sơ của tập thể gồm: báo cáo kiểm điểm; biên bản.
GIÁM ĐỐC"""
_STATED = {
    "kind": ("plan", "KẾ HOẠCH"),
    "number": ("20/KH-SCT", "20/KH-SCT"),
    "date": ("2023-11-23", "ngày 23 tháng 11 năm 2023"),
    "review_year": (2023, "năm 2023"),
    "title": (
        "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
        "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
    ),
    "issuer": ("Sở Công Thương", "SỞ CÔNG THƯƠNG"),
    "purpose": ("Đánh giá đúng tập thể, cá nhân.", "Đánh giá đúng tập thể, cá nhân."),
    "recipients": (None, ""),
    "signer_title": ("Giám đốc", "GIÁM ĐỐC"),
}


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def row(words: str, **facts: Any) -> dict[str, Any]:
    return {**facts, "span": place(words), "confidence": 100}


def draft() -> dict[str, Any]:
    """In the shape of `tusoi.planreader.as_json`."""
    fields = {
        name: {"state": "found", "span": place(words), "confidence": 100}
        for name, (value, words) in _STATED.items()
        if value is not None
    }
    fields["recipients"] = {"state": "absent", "span": None, "confidence": 0}
    return {
        **{name: value for name, (value, _) in _STATED.items()},
        "fields": fields,
        "legal_bases": [
            row(
                "Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ",
                number="90/2020/NĐ-CP",
                date="2020-08-13",
                issuer="Chính phủ",
            ),
            row(
                "Quy định số 132-QĐ/TW ngày 08/3/2018 của Bộ Chính trị",
                number="132-QĐ/TW",
                date="2018-03-08",
                issuer="Bộ Chính trị",
            ),
        ],
        "cited": [],
        "superseded": [row("132-QĐ/TW", number="132-QĐ/TW", by="124-QĐ/TW", since="2023-10-04")],
        "subjects": [row("tập thể", text="Tập thể lãnh đạo Sở", is_collective=True)],
        "exclusions": [],
        "forms": [],
        "deadlines": [
            row(
                "Các phòng, đơn vị kiểm điểm và gửi hồ sơ về Văn phòng Sở trước ngày 30/11/2023",
                what="Kiểm điểm và gửi hồ sơ về Văn phòng Sở",
                who="Các phòng, đơn vị",
                date="2023-11-30",
                inclusive=False,
                repeats="",
            ),
            row(
                "Tập thể Lãnh đạo Sở đánh giá, xếp loại trong ngày 05/12/2023",
                what="Đánh giá, xếp loại",
                who="Tập thể Lãnh đạo Sở",
                date="2023-12-05",
                inclusive=True,
                repeats="",
            ),
            row(
                "Các cá nhân xây dựng cam kết trước ngày 30/12 hằng năm",
                what="Các cá nhân xây dựng cam kết",
                who="",
                date="--12-30",
                inclusive=False,
                repeats="yearly",
            ),
        ],
        "meetings": [row("Hội nghị tổng kết", what="Hội nghị tổng kết", date="2023-12-14")],
        "dossiers": [
            {
                **row("Hồ sơ của tập thể gồm: báo cáo kiểm điểm; biên bản"),
                "for": "Tập thể",
                "items": ["báo cáo kiểm điểm", "biên bản"],
            }
        ],
        "authority": [],
        "rules": [
            row(
                "ít nhất 05 ngày làm việc",
                rule="circulation_days",
                value=5,
                unit="working_day",
                base="",
                scope="",
            ),
            row(
                "không quá 15% số hoàn thành tốt",
                rule="cap",
                value=0.15,
                unit="share",
                base="good",
                scope="",
            ),
            row(
                "dưới 03 tháng công tác",
                rule="months_in_post",
                value=3,
                unit="month",
                base="",
                scope="",
            ),
        ],
        "attachments_needed": [row("theo mẫu gửi kèm", text="Mẫu gửi kèm")],
        "warnings": [],
    }


def kept(department: Department, **changes: Any) -> PlanReading:
    """The reading as it stands in the database; `changes` replace parts of the draft."""
    return PlanReading.objects.create(
        body=department.body,
        file_name="ke-hoach.docx",
        file_sha256="0" * 64,
        text=TEXT,
        draft={**draft(), **changes},
        read_at=READ,
        read_by=department.people["coordinator"],
    )
