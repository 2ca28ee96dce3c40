"""Cơ quan mẫu: the invented office whose papers are the filled examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tusoi.officialdocs.papers import Distribution, Letterhead, PersonLine, Signer
from tusoi.officialdocs.styles import Acting, style_for

YEAR = 2026
DAY = date(2026, 12, 3)
STATE = style_for(issuer_is_party=False, issue_date=DAY)
PARTY = style_for(issuer_is_party=True, issue_date=DAY)
LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
BEST, GOOD, DONE, NOT_DONE = LEVELS
STATE_LETTERHEAD = Letterhead(
    style=STATE,
    superior="UBND tỉnh Lai Châu",
    issuer="Sở Công Thương",
    code="SCT",
    place="Lai Châu",
)
PARTY_LETTERHEAD = Letterhead(
    style=PARTY,
    superior="Đảng bộ UBND tỉnh Lai Châu",
    issuer="Đảng ủy Sở Công Thương",
    code="ĐU",
    place="Lai Châu",
)
CELL_LETTERHEAD = Letterhead(
    style=PARTY,
    superior="Đảng bộ Sở Công Thương",
    issuer="Chi bộ Văn phòng",
    code="CB1",
    place="Lai Châu",
)
HEAD = Signer(name="Lò Văn Thịnh", title="Giám đốc")
DEPUTY = Signer(
    name="Nguyễn Thị Ngọc Ánh",
    title="Phó Giám đốc",
    on_behalf=((Acting.DEPUTY, "Giám đốc"),),
)
SECRETARY = Signer(name="Lò Văn Thịnh", title="Bí thư", on_behalf=((Acting.COLLECTIVE, "Đảng ủy"),))
DEPUTY_SECRETARY = Signer(
    name="Nguyễn Thị Ngọc Ánh",
    title="Phó Bí thư",
    on_behalf=((Acting.COLLECTIVE, "Đảng ủy"),),
)
CHAIR = PersonLine(name="Lò Văn Thịnh", position="Giám đốc Sở")
CLERK = PersonLine(name="Mai Thị Lan", position="Chánh Văn phòng Sở")
MEMBERS = (
    CHAIR,
    PersonLine(name="Nguyễn Thị Ngọc Ánh", position="Phó Giám đốc Sở"),
    PersonLine(name="Giàng A Páo", position="Chủ tịch Công đoàn Sở"),
    CLERK,
    PersonLine(name="Đèo Văn Hùng", position="Trưởng phòng Quản lý năng lượng"),
    PersonLine(name="Phạm Thị Hường", position="Trưởng phòng Quản lý thương mại"),
)
WITHIN = Distribution(
    recipients=("Sở Nội vụ", "Lãnh đạo Sở", "Các phòng, đơn vị trực thuộc Sở"),
    archive="VT, VP",
)
WITHIN_PARTY = Distribution(
    recipients=("Đảng ủy UBND tỉnh", "Các chi bộ trực thuộc"), archive="Đảng ủy"
)
BASES = (
    "Căn cứ Nghị định số 335/2025/NĐ-CP ngày 21/12/2025 của Chính phủ quy định về đánh giá, xếp loại chất lượng cơ quan, tổ chức hành chính nhà nước và công chức",
    "Căn cứ Kế hoạch số 84/KH-SCT ngày 20/11/2026 của Sở Công Thương về kiểm điểm, đánh giá, xếp loại chất lượng năm 2026",
)
PARTY_BASES = (
    "Căn cứ Quy định số 366-QĐ/TW, ngày 30/8/2025 của Bộ Chính trị về việc kiểm điểm và đánh giá, xếp loại chất lượng đối với tập thể, cá nhân trong hệ thống chính trị",
    "Căn cứ Hướng dẫn số 43-HD/BTCTW, ngày 31/10/2025 của Ban Tổ chức Trung ương",
)


def issued(letterhead: Letterhead, number: int, day: date = DAY, **changes: Any) -> Letterhead:
    """The letterhead with number and date."""
    return replace(letterhead, number=number, dated=day, **changes)


def form_of(letterhead: Letterhead, day: date | None = None) -> Letterhead:
    """The letterhead of a form, which bears no number."""
    return replace(letterhead, code="", dated=day)
