"""Loại đối tượng trên dòng lệnh: how the command line names them, and what their table calls them."""

from __future__ import annotations

from dataclasses import dataclass

from tusoi.batch.faults import BatchRefused
from tusoi.batch.spelling import nearest
from tusoi.rulebook.facts import Category, RatedAs


@dataclass(frozen=True, slots=True)
class Kind:
    """Loại: `slug` on the command line, heading and example of the name, the category where persons have one."""

    slug: str
    rated_as: RatedAs
    name_heading: str
    name_example: str
    category: Category


KINDS = {
    each.slug: each
    for each in (
        Kind("can-bo", RatedAs.CADRE, "Họ và tên", "Lò Thị Ví Dụ", Category.CADRE),
        Kind(
            "cong-chuc", RatedAs.CIVIL_SERVANT, "Họ và tên", "Lò Thị Ví Dụ", Category.CIVIL_SERVANT
        ),
        Kind(
            "vien-chuc",
            RatedAs.PUBLIC_EMPLOYEE,
            "Họ và tên",
            "Lò Thị Ví Dụ",
            Category.PUBLIC_EMPLOYEE,
        ),
        Kind(
            "dang-vien", RatedAs.PARTY_MEMBER, "Họ và tên", "Lò Thị Ví Dụ", Category.CIVIL_SERVANT
        ),
        Kind(
            "tap-the",
            RatedAs.COLLECTIVE,
            "Tên tập thể",
            "Tập thể lãnh đạo Phòng Ví dụ",
            Category.CIVIL_SERVANT,
        ),
        Kind(
            "to-chuc-dang",
            RatedAs.PARTY_ORGANISATION,
            "Tên tổ chức đảng",
            "Chi bộ Ví dụ",
            Category.CADRE,
        ),
        Kind("co-quan", RatedAs.AGENCY, "Tên cơ quan, đơn vị", "Sở Ví dụ", Category.CIVIL_SERVANT),
    )
}


def kind_named(slug: str) -> Kind:
    """The kind of that slug, or a refusal that lists them."""
    if slug in KINDS:
        return KINDS[slug]
    meant = nearest(slug, KINDS)
    hint = f" Có phải “{meant}”?" if meant else ""
    known = ", ".join(f"{each.slug} ({each.rated_as.label})" for each in KINDS.values())
    raise BatchRefused(f"--kind: không có loại “{slug}”.{hint} Chọn một trong: {known}.")
