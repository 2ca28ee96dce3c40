"""Thi đua, khen thưởng: the note that proposes titles and the minutes of the vote on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Annotated

from tusoi.officialdocs.completeness import Inconsistent, Named, Needed, require_complete
from tusoi.officialdocs.paper import Align, Annex, Block, Column, Field, Paper, Paragraph, Table
from tusoi.officialdocs.papers.gathering import (
    Absence,
    led_by,
    minutes_head,
    minutes_signatures,
    present_and_absent,
)
from tusoi.officialdocs.papers.office import Letter, PersonLine, SentTo, SignedBy
from tusoi.officialdocs.papers.outline import dashed, numbered, part
from tusoi.officialdocs.wording import date_text, moment_text, number_text, padded, share_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """Đối tượng đề nghị khen thưởng: neighbours of one `award` stand under its name."""

    name: Annotated[str, Needed("tên đối tượng")]
    award: Annotated[str, Needed("danh hiệu, hình thức khen thưởng")]
    position: str = ""
    level: Annotated[str, Needed("mức xếp loại")]
    achievement: Annotated[str, Needed("tóm tắt thành tích")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardSubmissionContext:
    """Tờ trình thi đua, khen thưởng: to whom, on what grounds, which titles for whom."""

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    addressees: Annotated[tuple[str, ...], Needed("nơi kính gửi")]
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ")]
    process: Annotated[tuple[str, ...], Needed("quá trình bình xét")]
    nominees: Annotated[tuple[Nominee, ...], Needed("danh sách đề nghị khen thưởng")]
    attachments: Annotated[tuple[str, ...], Needed("hồ sơ kèm theo")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardVote:
    """Kết quả bình xét: votes for and against one nominee; the rest of the voters left it blank."""

    name: Annotated[str, Needed("tên đối tượng")]
    award: Annotated[str, Needed("danh hiệu, hình thức khen thưởng")]
    position: str = ""
    agreed: int
    disagreed: int = 0
    is_proposed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardMinutesContext:
    """Biên bản bình xét thi đua, khen thưởng: who met, how they voted on every nominee."""

    letterhead: Letter
    meeting: Annotated[str, Needed("tên cuộc họp")]
    started_at: Annotated[datetime | None, Needed("thời gian bắt đầu")]
    ended_at: Annotated[datetime | None, Needed("thời gian kết thúc")]
    venue: Annotated[str, Needed("địa điểm")]
    summoned: Annotated[int, Needed("số người được triệu tập")]
    present: Annotated[tuple[PersonLine, ...], Needed("người dự họp")]
    absences: Annotated[tuple[Absence, ...], Named("người vắng mặt")] = ()
    chair: Annotated[PersonLine, Named("người chủ trì")]
    secretary: Annotated[PersonLine, Named("thư ký")]
    voting: Annotated[str, Needed("hình thức biểu quyết")]
    voters: int
    votes: Annotated[tuple[AwardVote, ...], Needed("kết quả bình xét")]
    archive: Annotated[str, Needed("dòng lưu")]


NOMINEES = (
    Column("TT", 1, Align.CENTER),
    Column("Họ và tên (tên tập thể)", 4.4),
    Column("Chức vụ, đơn vị", 4),
    Column("Mức xếp loại", 3.4),
    Column("Tóm tắt thành tích", 7.6, Align.JUSTIFY),
)
VOTES = (
    Column("TT", 1, Align.CENTER),
    Column("Họ và tên (tên tập thể)", 5),
    Column("Đồng ý", 2.4, Align.CENTER, group="Số phiếu (tỷ lệ)"),
    Column("Không đồng ý", 2.4, Align.CENTER, group="Số phiếu (tỷ lệ)"),
    Column("Không ý kiến", 2.4, Align.CENTER, group="Số phiếu (tỷ lệ)"),
    Column("Kết quả", 2.8, Align.CENTER),
)


def award_submission_paper(context: AwardSubmissionContext) -> Paper:
    """The note; the nominees follow as a landscape annex."""
    require_complete(context)
    letterhead = context.letterhead
    style = letterhead.style
    closing = f"Kính trình {', '.join(context.addressees)} xem xét, quyết định"
    return Paper(
        **letterhead.elements("TTr"),
        kind="award_submission",
        context=context,
        title="Tờ trình",
        summary=context.summary,
        addressees=context.addressees,
        bases=context.bases,
        body=(
            *part(style, 1, "Quá trình bình xét", *numbered(style, context.process)),
            *part(style, 2, "Nội dung đề nghị", *_proposed(context.nominees)),
            Paragraph("Hồ sơ kèm theo gồm:", keep_with_next=True),
            *dashed(context.attachments),
            Paragraph(closing),
        ),
        signatures=(context.signer.signature(style),),
        recipients=("Như trên", *context.distribution.recipients),
        archive=context.distribution.archive,
        annexes=(_nominees(context),),
    )


def _proposed(nominees: tuple[Nominee, ...]) -> tuple[Block, ...]:
    awards = [nominee.award for nominee in nominees]
    lines = (f"{award}: {padded(awards.count(award))}" for award in dict.fromkeys(awards))
    told = "Đề nghị xét, tặng danh hiệu thi đua, hình thức khen thưởng (danh sách kèm theo), gồm:"
    return (Paragraph(told, keep_with_next=True), *dashed(lines))


def _nominees(context: AwardSubmissionContext) -> Annex:
    letterhead = context.letterhead
    style = letterhead.style
    number = style.numbered(letterhead.number, style.symbol("TTr", letterhead.code))
    return Annex(
        title="Danh sách đề nghị khen thưởng",
        reference=f"Kèm theo Tờ trình số {number} {date_text(letterhead.dated)} của {letterhead.issuer}",
        landscape=True,
        body=(Table(NOMINEES, tuple(_nominee_rows(context.nominees))),),
    )


def _nominee_rows(nominees: tuple[Nominee, ...]) -> Iterator[tuple[str, ...]]:
    for award, members in groupby(nominees, key=lambda nominee: nominee.award):
        yield (award,)
        for position, one in enumerate(members, start=1):
            yield (str(position), one.name, one.position, one.level, one.achievement)


def award_minutes_paper(context: AwardMinutesContext) -> Paper:
    """The minutes; refused with reasons where the votes do not close."""
    require_complete(context)
    if reasons := list(_contradictions(context)):
        raise Inconsistent(reasons)
    letterhead = context.letterhead
    return Paper(
        **minutes_head(letterhead),
        kind="award_minutes",
        context=context,
        title="Biên bản",
        summary=context.meeting,
        body=(*_opening(context), *_attendance(context), *_votes(context), *_closing(context)),
        signatures=minutes_signatures(letterhead.style, context.secretary, context.chair),
        archive=context.archive,
    )


def _contradictions(context: AwardMinutesContext) -> Iterator[str]:
    if len(context.present) > context.summoned:
        yield "Số người có mặt lớn hơn số người được triệu tập."
    if context.voters > len(context.present):
        yield "Số người biểu quyết lớn hơn số người có mặt."
    for vote in context.votes:
        if vote.agreed + vote.disagreed > context.voters:
            yield f"Tổng số phiếu của {vote.name} lớn hơn số người biểu quyết."


def _opening(context: AwardMinutesContext) -> tuple[Block, ...]:
    return (
        Field("Thời gian bắt đầu", moment_text(context.started_at)),
        Field("Địa điểm", context.venue),
    )


def _attendance(context: AwardMinutesContext) -> tuple[Block, ...]:
    people = present_and_absent(context.present, context.summoned, context.absences)
    leaders = led_by(context.chair, context.secretary)
    return part(context.letterhead.style, 1, "Thành phần tham dự", *people, *leaders)


def _votes(context: AwardMinutesContext) -> tuple[Block, ...]:
    rows = tuple(_vote_rows(context))
    return part(
        context.letterhead.style,
        2,
        "Kết quả bình xét",
        Field("Hình thức biểu quyết", context.voting),
        Field("Số người biểu quyết", f"{number_text(context.voters)} người"),
        Table(VOTES, rows),
    )


def _vote_rows(context: AwardMinutesContext) -> Iterator[tuple[str, ...]]:
    for award, members in groupby(context.votes, key=lambda vote: vote.award):
        yield (award,)
        for position, vote in enumerate(members, start=1):
            who = f"{vote.name}\n{vote.position}" if vote.position else vote.name
            counts = (vote.agreed, vote.disagreed, context.voters - vote.agreed - vote.disagreed)
            shares = (f"{number_text(n)} ({share_text(n, context.voters)})" for n in counts)
            result = "Đề nghị" if vote.is_proposed else "Không đề nghị"
            yield (str(position), who, *shares, result)


def _closing(context: AwardMinutesContext) -> tuple[Block, ...]:
    ended = f"Cuộc họp kết thúc vào {moment_text(context.ended_at)}"
    read = "Biên bản đã được đọc lại cho những người dự họp cùng nghe và được nhất trí thông qua."
    return (Paragraph(read), Paragraph(ended))
