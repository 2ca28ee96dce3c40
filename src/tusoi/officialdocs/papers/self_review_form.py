"""Bản kiểm điểm cá nhân: NĐ 90 Mẫu 02, 03 and the Party forms, generic over their sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.papers.office import FormSections, Letter, PersonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class FormValue:
    """Thông tin cá nhân: a header line such as "Chức vụ, chức danh: …"."""

    label: Annotated[str, Needed("tên dòng thông tin")]
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Ý kiến nhận xét: a block filled by others; what is empty leaves room to write by hand.

    `caption` stands over the signature, e.g. "Thủ trưởng cơ quan, đơn vị".
    """

    title: Annotated[str, Needed("tiêu đề")]
    caption: Annotated[str, Needed("chức danh người ký")]
    text: str = ""
    levels: tuple[str, ...] = ()
    level: str = ""
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReviewContext:
    """Bản kiểm điểm cá nhân: title and header lines, sections with answers, the self-level, remarks.

    The date is printed over the signature, in Party forms in the header.
    """

    letterhead: Letter
    title: Annotated[str, Needed("tên biểu mẫu")]
    review_year: int
    person: Annotated[PersonLine, Named("người tự kiểm điểm")]
    header: Annotated[tuple[FormValue, ...], Needed("thông tin cá nhân, dòng")]
    sections: FormSections
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    self_level: Annotated[str, Needed("mức tự xếp loại")]
    level_label: str = "Tự xếp loại chất lượng"
    caption: str = "Người tự nhận xét"
    signed_on: date | None = None
    form_code: str = ""
    subtitle: str = ""
    remarks: Annotated[tuple[Remark, ...], Named("phần nhận xét")] = ()
