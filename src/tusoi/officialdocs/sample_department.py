"""Sở mẫu: the invented department whose season of 2023 the examples follow – letterhead, signers, bases, levels."""

from __future__ import annotations

from datetime import date
from typing import Any

from tusoi.officialdocs.papers import Distribution, Letterhead, Signer
from tusoi.officialdocs.styles import Acting, style_for

STATE = style_for(issuer_is_party=False, issue_date=date(2023, 11, 24))
PARTY = style_for(issuer_is_party=True, issue_date=date(2023, 11, 24))
LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
BEST, GOOD, *_ = LEVELS
DEGREES = ("Xuất sắc", "Tốt", "Trung bình", "Kém")
HEAD = Signer(name="Lò Văn Thịnh", title="Giám đốc")
DEPUTY = Signer(
    name="Nguyễn Thị Ngọc Ánh",
    title="Phó Giám đốc",
    on_behalf=((Acting.DEPUTY, "Giám đốc"),),
)
SECRETARY = Signer(name="Lò Văn Thịnh", title="Bí thư", on_behalf=((Acting.COLLECTIVE, "Đảng ủy"),))
BASES = (
    "Căn cứ Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 của Chính phủ về đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức; Nghị định số 48/2023/NĐ-CP ngày 17/7/2023 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 90/2020/NĐ-CP",
    "Căn cứ Quy định số 18-QĐ/TU ngày 15/11/2023 của Ban Thường vụ Tỉnh ủy về kiểm điểm và đánh giá, xếp loại chất lượng hằng năm đối với tập thể, cá nhân trong hệ thống chính trị",
)
EVERYONE = Distribution(
    recipients=(
        "Ban Tổ chức Tỉnh ủy",
        "Sở Nội vụ",
        "Lãnh đạo Sở",
        "Các phòng, đơn vị trực thuộc Sở",
    ),
    archive="VT, VP",
)
LONG = (
    "Nêu cao tinh thần tự phê bình và phê bình, tự soi, tự sửa; chủ động phát huy ưu điểm, khắc phục "
    "hạn chế, khuyết điểm trong lãnh đạo, quản lý, điều hành và thực hiện nhiệm vụ được giao."
)


def letterhead(**changes: Any) -> Letterhead:
    """The letterhead of the department, as changed."""
    values: dict[str, Any] = {
        "style": STATE,
        "superior": "UBND tỉnh Lai Châu",
        "issuer": "Sở Công Thương",
        "code": "SCT",
        "place": "Lai Châu",
    }
    return Letterhead(**values | changes)
