"""Điều hướng: the menu of the role acted in, and what the shell shows around every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from tusoi.campaigns.selectors.campaigns import current_campaign
from tusoi.org.enums import Role
from tusoi.org.selectors.units import body

Item = tuple[str, str]
_SELF: list[Item] = [
    ("Việc của tôi", "me:tasks"),
    ("Bản kiểm điểm", "me:reviews"),
    ("Góp ý dự thảo", "me:drafts"),
    ("Kết quả của tôi", "me:results"),
    ("Thi đua, khen thưởng", "me:awards"),
]
_MEETINGS: list[Item] = [("Hội nghị", "panel:meetings")]
_SETS: list[Item] = [("Bộ văn bản", "hr:document_sets")]
_AWARDS: list[Item] = [
    ("Đăng ký thi đua", "unit:registrations"),
    ("Đề nghị khen thưởng", "unit:awards"),
]
_UNIT: list[Item] = [
    ("Đơn vị của tôi", "unit:home"),
    ("Đề nghị mức xếp loại", "unit:proposals"),
    ("Ủy quyền", "oversight:delegations"),
]
_SUGGESTED: list[Item] = [("Ý kiến về gợi ý", "unit:suggested")]
_SUPERVISED: list[Item] = [("Được phân công chỉ đạo", "me:supervisions")]
_GUIDANCE: list[Item] = [
    ("Gợi ý kiểm điểm", "hr:suggestions"),
    ("Dự, chỉ đạo kiểm điểm", "hr:supervisions"),
]
_OFFICE: list[Item] = [
    ("Tiến độ đợt đánh giá", "hr:progress"),
    ("Kế hoạch và đợt", "hr:campaigns"),
    ("Quy định áp dụng", "hr:rules"),
    ("Đối tượng đánh giá", "hr:subjects"),
    *_GUIDANCE,
    ("Lấy ý kiến", "hr:opinions"),
    ("Hồ sơ còn thiếu", "hr:dossiers"),
    ("Thẩm định", "hr:appraisals"),
    ("Thông báo kết quả", "hr:notices"),
    ("Văn bản", "hr:documents"),
    *_SETS,
    ("Sổ đăng ký văn bản đi", "hr:register"),
    ("Mẫu văn bản", "hr:templates"),
]
_ORGANISATION: list[Item] = [
    ("Đơn vị", "hr:units"),
    ("Con người", "hr:people"),
    ("Nhập từ bảng tính", "hr:imports"),
    ("Ủy quyền", "oversight:delegations"),
]
_BOARD: list[Item] = [
    ("Bàn xếp loại", "panel:board"),
    ("So sánh vị trí tương đương", "panel:comparison"),
    ("Quyết định", "panel:decisions"),
]

_DELEGATION: list[Item] = [("Ủy quyền", "oversight:delegations")]

MENUS: dict[Role, list[tuple[str, list[Item]]]] = {
    Role.INDIVIDUAL: [("Cá nhân", _SELF), ("Hội nghị", _MEETINGS)],
    Role.UNIT_HEAD: [
        ("Đơn vị", [*_UNIT, *_AWARDS, *_SUGGESTED, *_SETS]),
        ("Hội nghị", _MEETINGS),
        ("Cá nhân", _SELF),
    ],
    Role.UNIT_DEPUTY: [("Đơn vị", _UNIT[:1]), ("Hội nghị", _MEETINGS), ("Cá nhân", _SELF)],
    Role.SECRETARY: [
        ("Đơn vị", [*_UNIT[:1], *_AWARDS, *_SETS]),
        ("Hội nghị", _MEETINGS),
        ("Cá nhân", _SELF),
    ],
    Role.COORDINATOR: [
        ("Đợt đánh giá", _OFFICE),
        ("Xếp loại", _BOARD),
        ("Khen thưởng", [*_AWARDS, ("Trình khen thưởng", "hr:awards")]),
        ("Hội nghị", [*_MEETINGS, ("Kiểm điểm ở chi bộ", "panel:cells")]),
        ("Tổ chức", _ORGANISATION),
    ],
    Role.DEPARTMENT_HEAD: [
        ("Xếp loại", _BOARD),
        ("Đợt đánh giá", [*_OFFICE[:1], *_GUIDANCE, *_SETS]),
        ("Hội nghị", _MEETINGS),
        ("Thẩm quyền", _DELEGATION),
        ("Cá nhân", [*_SELF, *_SUPERVISED]),
    ],
    Role.DEPARTMENT_LEADER: [
        ("Xếp loại", _BOARD),
        ("Đợt đánh giá", [*_OFFICE[:1], *_GUIDANCE, *_SETS]),
        ("Hội nghị", _MEETINGS),
        ("Thẩm quyền", _DELEGATION),
        ("Cá nhân", [*_SELF, *_SUPERVISED]),
    ],
    Role.PARTY_COMMITTEE: [
        ("Lấy ý kiến", [("Ý kiến cần cho", "oversight:opinions")]),
        ("Cá nhân", [*_SELF, *_SUPERVISED]),
    ],
    Role.PARTY_CELL: [
        ("Chi bộ", [("Kiểm điểm ở chi bộ", "panel:cells"), *_MEETINGS]),
        ("Lấy ý kiến", [("Ý kiến cần cho", "oversight:opinions")]),
        ("Cá nhân", _SELF),
    ],
    Role.SUPERVISOR: [
        (
            "Giám sát",
            [
                ("Tiến độ", "oversight:progress"),
                ("Kết quả", "oversight:results"),
                ("Nhật ký", "oversight:history"),
            ],
        )
    ],
    Role.TECHNICAL_ADMIN: [
        (
            "Quản trị",
            [
                ("Tài khoản", "oversight:accounts"),
                ("Vai trò và ủy quyền", "oversight:roles"),
                ("Chứng thư gốc tin cậy", "oversight:trust_anchors"),
                ("Việc chạy nền", "oversight:jobs"),
            ],
        )
    ],
}


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The menu groups of the acting role; the item of the present page is marked."""
    groups = []
    for label, items in MENUS.get(request.actor.role, []):  # type: ignore[attr-defined]  # set by ActingMiddleware
        links = [(text, reverse(name)) for text, name in items]
        groups.append(
            {
                "label": label,
                "items": [
                    {
                        "label": text,
                        "url": url,
                        "current": request.path == url
                        or (url != "/" and request.path.startswith(url)),
                    }
                    for text, url in links
                ],
            }
        )
    return groups


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of `base.html`; empty for visitors."""
    if not hasattr(request, "actor"):
        return {}
    campaign = current_campaign()
    root = campaign.body if campaign else body()
    return {
        "actor": request.actor,
        "capacities": request.capacities,  # type: ignore[attr-defined]  # set by ActingMiddleware
        "capacity_url": reverse("capacity"),
        "body_name": root.name if root else "",
        "campaign": campaign,
        "navigation": navigation(request),
    }
