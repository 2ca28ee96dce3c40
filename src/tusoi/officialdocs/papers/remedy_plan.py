"""Kế hoạch khắc phục: shortcomings, measures, who, until when, with which product."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Annex, Column, Paper, Paragraph, Table
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import numbered, part
from tusoi.officialdocs.wording import date_text, padded


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Hạn chế cần khắc phục: `source` says where it was found, `progress` how far it is mended."""

    shortcoming: Annotated[str, Needed("hạn chế, khuyết điểm")]
    source: Annotated[str, Needed("nguồn chỉ ra")]
    measure: Annotated[str, Needed("biện pháp khắc phục")]
    owner: Annotated[str, Needed("người, đơn vị chủ trì")]
    deadline: Annotated[str, Needed("thời hạn")]
    product: Annotated[str, Needed("sản phẩm, kết quả")]
    progress: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyPlanContext:
    """Kế hoạch khắc phục hạn chế, khuyết điểm: of a collective or a person, after the review."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    subject: Annotated[str, Needed("tập thể hoặc cá nhân")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    purposes: Annotated[tuple[str, ...], Needed("mục đích, yêu cầu")]
    remedies: Annotated[tuple[Remedy, ...], Needed("hạn chế, khuyết điểm cần khắc phục, dòng")]
    assignments: Annotated[tuple[str, ...], Needed("tổ chức thực hiện")]


COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Hạn chế, khuyết điểm", 5),
    Column("Nguồn chỉ ra", 3.2),
    Column("Biện pháp khắc phục", 5.4),
    Column("Người, đơn vị chủ trì", 3.2),
    Column("Thời hạn", 2.4, Align.CENTER),
    Column("Sản phẩm, kết quả", 3.4),
    Column("Mức độ (đã, đang, chưa khắc phục)", 2.6, Align.CENTER),
)


def remedy_plan_paper(context: RemedyPlanContext) -> Paper:
    """The plan; its table follows as a landscape annex."""
    require_complete(context)
    letterhead = context.letterhead
    style = letterhead.style
    count = padded(len(context.remedies))
    content = f"{context.subject} có {count} hạn chế, khuyết điểm cần khắc phục; biện pháp, người chủ trì, thời hạn và sản phẩm nêu tại Phụ lục kèm theo Kế hoạch này."
    return Paper(
        **letterhead.elements("KH"),
        kind="remedy_plan",
        context=context,
        title="Kế hoạch",
        summary=f"Khắc phục hạn chế, khuyết điểm sau kiểm điểm, đánh giá, xếp loại chất lượng năm {context.review_year} của {context.subject}",
        bases=context.bases,
        body=(
            *part(style, 1, "Mục đích, yêu cầu", *numbered(style, context.purposes)),
            *part(style, 2, "Nội dung khắc phục", Paragraph(content)),
            *part(style, 3, "Tổ chức thực hiện", *numbered(style, context.assignments)),
        ),
        signatures=(context.signer.signature(style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
        annexes=(_remedies(context),),
    )


def _remedies(context: RemedyPlanContext) -> Annex:
    letterhead = context.letterhead
    style = letterhead.style
    number = style.numbered(letterhead.number, style.symbol("KH", letterhead.code))
    rows = (
        (
            str(position),
            remedy.shortcoming,
            remedy.source,
            remedy.measure,
            remedy.owner,
            remedy.deadline,
            remedy.product,
            remedy.progress,
        )
        for position, remedy in enumerate(context.remedies, start=1)
    )
    return Annex(
        title="Danh mục hạn chế, khuyết điểm và biện pháp khắc phục",
        reference=f"Kèm theo Kế hoạch số {number} {date_text(letterhead.dated)} của {letterhead.issuer}",
        landscape=True,
        body=(Table(COLUMNS, tuple(rows)),),
    )
