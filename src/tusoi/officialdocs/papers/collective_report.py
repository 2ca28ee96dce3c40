"""Báo cáo kiểm điểm tập thể: Mẫu 01 with its annex Mẫu 1a."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.papers.office import FormSections, Letter, SignedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDegree:
    """Tiêu chí: one line of Mẫu 1a; without `degree` it is the title of a group of criteria."""

    criterion: Annotated[str, Needed("tên tiêu chí")]
    degree: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveReportContext:
    """Báo cáo kiểm điểm tập thể: sections as written, the proposed level, the degrees of Mẫu 1a.

    `degrees` are the columns of Mẫu 1a; without `criteria` the annex is left out.
    """

    letterhead: Letter
    signer: SignedBy
    collective: Annotated[str, Needed("tên tập thể")]
    review_year: int
    opening: Annotated[str, Needed("đoạn mở đầu")]
    sections: FormSections
    levels: Annotated[tuple[str, ...], Needed("các mức xếp loại")]
    proposed_level: Annotated[str, Needed("mức xếp loại tự nhận")]
    form_code: str = "Mẫu 01"
    degrees: tuple[str, ...] = ()
    criteria: Annotated[tuple[CriterionDegree, ...], Named("tiêu chí")] = ()
    overall_remark: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""
