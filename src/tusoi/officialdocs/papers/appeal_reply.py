"""Trả lời kiến nghị: a notice that answers an appeal against a level."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Needed, require_complete
from tusoi.officialdocs.paper import Block, Paper, Paragraph, Run
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import numbered, part, prose
from tusoi.officialdocs.wording import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealReplyContext:
    """Trả lời kiến nghị: who asked for what and when, what was examined, what stands now.

    `level_after` is empty where the level stays; then `level` is confirmed.
    """

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    subject: Annotated[str, Needed("người hoặc tập thể kiến nghị")]
    position: str = ""
    received_on: Annotated[date | None, Needed("ngày nhận kiến nghị")]
    request: Annotated[str, Needed("nội dung kiến nghị")]
    examined: Annotated[tuple[str, ...], Needed("kết quả xem xét")]
    level: Annotated[str, Needed("mức xếp loại bị kiến nghị")]
    level_after: str = ""
    conclusion: Annotated[str, Needed("kết luận")]
    further: str = ""


def appeal_reply_paper(context: AppealReplyContext) -> Paper:
    """The reply: the appeal, what was examined, the conclusion."""
    require_complete(context)
    if context.level_after == context.level:
        raise Inconsistent(
            ["Mức xếp loại sau khi xem xét ghi là thay đổi nhưng không khác mức cũ."]
        )
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("TB"),
        kind="appeal_reply",
        context=context,
        title="Thông báo",
        summary=f"Trả lời kiến nghị về kết quả xếp loại chất lượng năm {context.review_year}",
        body=tuple(_body(context)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
    )


def _body(context: AppealReplyContext) -> tuple[Block, ...]:
    style = context.letterhead.style
    who = f"{context.subject}, {context.position}" if context.position else context.subject
    received = f"{date_text(context.received_on)[0].upper()}{date_text(context.received_on)[1:]}"
    opening = (
        f"{received}, {context.letterhead.issuer} nhận được kiến nghị của {who} về kết quả xếp loại "
        f"chất lượng năm {context.review_year} (mức “{context.level}”). "
        f"Sau khi xem xét, {context.letterhead.issuer} trả lời như sau:"
    )
    return (
        Paragraph(opening),
        *part(style, 1, "Nội dung kiến nghị", *prose(context.request)),
        *part(style, 2, "Kết quả xem xét", *numbered(style, context.examined)),
        *part(style, 3, "Kết luận", *prose(context.conclusion), _outcome(context)),
        *prose(context.further),
    )


def _outcome(context: AppealReplyContext) -> Paragraph:
    if not context.level_after:
        return Paragraph((Run("Giữ nguyên mức xếp loại: "), Run(f"{context.level}.", bold=True)))
    changed = f"Điều chỉnh mức xếp loại từ “{context.level}” thành: "
    return Paragraph((Run(changed), Run(f"{context.level_after}.", bold=True)))
