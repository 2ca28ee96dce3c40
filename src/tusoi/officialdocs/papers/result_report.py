"""Báo cáo kết quả: what was done, the results by kind and level, an assessment; to the superior."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Named, Needed, require_complete
from tusoi.officialdocs.paper import Annex, Block, Heading, Paper, Paragraph
from tusoi.officialdocs.papers.level_counts import LevelCounts, level_summary, total_of
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import heading, numbered, part, prose
from tusoi.officialdocs.wording import date_text

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReportContext:
    """Báo cáo kết quả: the parts as lists of paragraphs, the numbers by kind and (annexed) by unit.

    `collectives` and `individuals` are counted by kind; `by_unit`, where given, counts the same
    subjects by unit and must come to the same sums.
    """

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    addressees: Annotated[Texts, Needed("nơi kính gửi")]
    summary: Annotated[str, Needed("trích yếu")]
    opening: Annotated[str, Needed("đoạn mở đầu")]
    leadership: Annotated[Texts, Needed("công tác lãnh đạo, chỉ đạo")]
    preparation: Annotated[Texts, Needed("công tác chuẩn bị")]
    conduct: Annotated[Texts, Needed("tổ chức kiểm điểm")]
    review_results: Annotated[Texts, Needed("kết quả kiểm điểm")]
    levels: Annotated[Texts, Needed("các mức xếp loại")]
    collectives: Annotated[tuple[LevelCounts, ...], Named("kết quả xếp loại tập thể")]
    individuals: Annotated[tuple[LevelCounts, ...], Named("kết quả xếp loại cá nhân")]
    timing: Annotated[str, Needed("thời điểm kiểm điểm, đánh giá, xếp loại")]
    notification: Annotated[str, Needed("thông báo kết quả")]
    records: Annotated[str, Needed("quản lý hồ sơ")]
    supervision: Annotated[str, Needed("kiểm tra, giám sát")]
    strengths: Annotated[Texts, Needed("ưu điểm")]
    shortcomings: Annotated[Texts, Needed("hạn chế và nguyên nhân")]
    lessons: Annotated[Texts, Needed("bài học kinh nghiệm")]
    proposals: Texts = ()
    by_unit: Annotated[tuple[LevelCounts, ...], Named("kết quả theo đơn vị")] = ()


NOBODY = "Không có đối tượng thuộc diện đánh giá, xếp loại."


def result_report_paper(context: ResultReportContext) -> Paper:
    """The report in three parts (a fourth for proposals); the numbers by unit follow as an annex."""
    require_complete(context)
    if reasons := list(_contradictions(context)):
        raise Inconsistent(reasons)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("BC"),
        kind="result_report",
        context=context,
        title="Báo cáo",
        summary=context.summary,
        addressees=context.addressees,
        body=(
            *prose(context.opening),
            *_course(context),
            *_organisation(context),
            *_assessment(context),
            *_proposals(context),
        ),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=("Như trên", *context.distribution.recipients),
        archive=context.distribution.archive,
        annexes=(_units(context),) if context.by_unit else (),
    )


def _contradictions(context: ResultReportContext) -> Iterator[str]:
    kinds = (*context.collectives, *context.individuals)
    if not kinds:
        yield "Báo cáo chưa có số liệu xếp loại của tập thể hoặc cá nhân nào."
    if not (kinds and context.by_unit):
        return
    whole, units = total_of(kinds), total_of(context.by_unit)
    if (whole.counts, whole.not_classified) != (units.counts, units.not_classified):
        yield "Số liệu xếp loại theo đơn vị không khớp với số liệu theo loại đối tượng."


def _course(context: ResultReportContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return part(
        style,
        1,
        "Tình hình và kết quả thực hiện",
        heading(style, 2, 1, "Công tác lãnh đạo, chỉ đạo"),
        *_paragraphs(context.leadership),
        heading(style, 2, 2, "Kết quả kiểm điểm, đánh giá, xếp loại chất lượng"),
        Heading(2, "2.1.", "Kết quả công tác kiểm điểm tự phê bình và phê bình"),
        *_lettered(context, 1, "Công tác chuẩn bị", *_paragraphs(context.preparation)),
        *_lettered(context, 2, "Tổ chức thực hiện", *_paragraphs(context.conduct)),
        *_lettered(context, 3, "Kết quả", *_paragraphs(context.review_results)),
        Heading(2, "2.2.", "Kết quả đánh giá, xếp loại chất lượng"),
        *_lettered(context, 1, "Đối với tập thể", *_numbers(context, context.collectives)),
        *_lettered(context, 2, "Đối với cá nhân", *_numbers(context, context.individuals)),
    )


def _lettered(
    context: ResultReportContext, position: int, title: str, *blocks: Block
) -> tuple[Block, ...]:
    return (heading(context.letterhead.style, 3, position, title), *blocks)


def _paragraphs(texts: Texts) -> tuple[Block, ...]:
    return tuple(block for text in texts for block in prose(text))


def _numbers(context: ResultReportContext, results: tuple[LevelCounts, ...]) -> tuple[Block, ...]:
    if not results:
        return (Paragraph(NOBODY),)
    return level_summary(context.levels, results)


def _organisation(context: ResultReportContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    items = (
        ("Thời điểm kiểm điểm, đánh giá, xếp loại", context.timing),
        ("Thông báo kết quả", context.notification),
        ("Quản lý hồ sơ sau kiểm điểm", context.records),
        ("Kiểm tra, giám sát", context.supervision),
    )
    blocks = (
        block
        for position, (title, text) in enumerate(items, start=1)
        for block in (heading(style, 2, position, title), *prose(text))
    )
    return part(style, 2, "Tổ chức thực hiện kiểm điểm, đánh giá, xếp loại chất lượng", *blocks)


def _assessment(context: ResultReportContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    return part(
        style,
        3,
        "Đánh giá chung",
        heading(style, 2, 1, "Ưu điểm"),
        *_paragraphs(context.strengths),
        heading(style, 2, 2, "Hạn chế và nguyên nhân"),
        *_paragraphs(context.shortcomings),
        heading(style, 2, 3, "Bài học kinh nghiệm"),
        *_paragraphs(context.lessons),
    )


def _proposals(context: ResultReportContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    if not context.proposals:
        return ()
    return part(style, 4, "Kiến nghị, đề xuất", *numbered(style, context.proposals))


def _units(context: ResultReportContext) -> Annex:
    letterhead = context.letterhead
    style = letterhead.style
    number = style.numbered(letterhead.number, style.symbol("BC", letterhead.code))
    return Annex(
        title="Kết quả đánh giá, xếp loại chất lượng theo đơn vị",
        reference=f"Kèm theo Báo cáo số {number} {date_text(letterhead.dated)} của {letterhead.issuer}",
        landscape=True,
        body=level_summary(context.levels, context.by_unit),
    )
