"""Báo cáo thành tích: what a person or a collective achieved, for the dossier of an award."""

from dataclasses import dataclass
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Block, Field, Paper, Signature
from tusoi.officialdocs.papers.office import Letter, SignedBy
from tusoi.officialdocs.papers.outline import dashed, part, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementReportContext:
    """Báo cáo thành tích: who asks for which title, what was achieved, who reports and who confirms.

    `reporter` signs on the left (the person, or the head of the collective); `signer` confirms for the unit.
    `recognitions` are certificates of initiatives and titles held in the years before.
    """

    letterhead: Letter
    signer: SignedBy
    award: Annotated[str, Needed("danh hiệu, hình thức khen thưởng")]
    review_year: int
    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    unit: Annotated[str, Needed("đơn vị công tác")]
    level: Annotated[str, Needed("mức xếp loại")]
    is_collective: bool = False
    achievements: Annotated[str, Needed("thành tích đạt được")]
    recognitions: tuple[str, ...] = ()
    reporter: Annotated[str, Needed("người báo cáo")]


def achievement_report_paper(context: AchievementReportContext) -> Paper:
    """The report, without number, confirmed by the unit."""
    require_complete(context)
    style = context.letterhead.style
    return Paper(
        **context.letterhead.elements(),
        kind="achievement_report",
        context=context,
        title="Báo cáo thành tích",
        summary=f"Đề nghị xét, tặng “{context.award}” năm {context.review_year}",
        body=(
            *part(
                style,
                1,
                "Sơ lược lý lịch" if not context.is_collective else "Sơ lược đặc điểm",
                *_who(context),
            ),
            *part(style, 2, "Thành tích đạt được", *_what(context)),
            *(
                part(
                    style,
                    3,
                    "Sáng kiến, danh hiệu đã được công nhận",
                    *dashed(context.recognitions),
                )
                if context.recognitions
                else ()
            ),
        ),
        signatures=(
            Signature(title="Người báo cáo", name=context.reporter, note="Ký, ghi rõ họ và tên"),
            context.signer.signature(style, note="Ký, ghi rõ họ và tên, đóng dấu"),
        ),
    )


def _who(context: AchievementReportContext) -> tuple[Block, ...]:
    named = "Tên tập thể" if context.is_collective else "Họ và tên"
    lines = (
        (named, context.name),
        ("Chức vụ", context.position),
        ("Đơn vị", context.unit),
    )
    return tuple(Field(label, value) for label, value in lines if value)


def _what(context: AchievementReportContext) -> tuple[Block, ...]:
    level = Field(f"Mức xếp loại chất lượng năm {context.review_year}", context.level)
    return (*prose(context.achievements), level)
