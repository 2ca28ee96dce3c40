"""Quyết định: recognises the levels, with the list of subjects."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from tusoi.officialdocs.completeness import Needed, require_complete
from tusoi.officialdocs.paper import Align, Annex, Block, Column, Paper, Table
from tusoi.officialdocs.papers.articles import articles, decided_by, proposed_by, resolves
from tusoi.officialdocs.papers.office import Letter, SentTo, SignedBy
from tusoi.officialdocs.wording import date_text, padded, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Đối tượng được xếp loại: one line of the list; neighbours of one `group` stand under its title."""

    name: Annotated[str, Needed("tên đối tượng")]
    position: str = ""
    level: Annotated[str, Needed("mức xếp loại")]
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionContext:
    """Quyết định: who decides on which grounds about whom, and who carries it out.

    `competence` is the line of authority, e.g. "Giám đốc Sở Công Thương"; `duties` is Điều 2.
    A single subject is named in Điều 1; several stand in the annexed list.
    """

    letterhead: Letter
    signer: SignedBy
    distribution: SentTo
    review_year: int
    competence: Annotated[str, Needed("thẩm quyền ban hành")]
    summary: Annotated[str, Needed("trích yếu")]
    bases: Annotated[tuple[str, ...], Needed("căn cứ ban hành")]
    proposer: Annotated[str, Needed("nơi đề nghị")]
    rows: Annotated[tuple[DecisionRow, ...], Needed("danh sách đối tượng được xếp loại")]
    duties: Annotated[str, Needed("trách nhiệm thực hiện")]
    executors: Annotated[str, Needed("nơi chịu trách nhiệm thi hành")]


LIST = (
    Column("TT", 1, Align.CENTER),
    Column("Họ và tên (tên tập thể)", 4.5),
    Column("Chức vụ, đơn vị", 4.6),
    Column("Mức xếp loại", 5.7),
    Column("Ghi chú", 1.6),
)


def decision_paper(context: DecisionContext) -> Paper:
    """The decision in three articles; the list follows as an annex."""
    require_complete(context)
    letterhead = context.letterhead
    return Paper(
        **letterhead.elements("QĐ") | decided_by(letterhead, context.competence),
        kind="decision",
        context=context,
        title="Quyết định",
        summary=context.summary,
        bases=(*context.bases, proposed_by(letterhead, context.proposer)),
        body=(resolves(letterhead, context.competence), *_articles(context)),
        signatures=(context.signer.signature(letterhead.style),),
        recipients=context.distribution.recipients,
        archive=context.distribution.archive,
        annexes=(_list(context),) if len(context.rows) > 1 else (),
    )


def _articles(context: DecisionContext) -> tuple[Block, ...]:
    return articles(
        (
            _recognised(context),
            context.duties,
            f"Quyết định này có hiệu lực kể từ ngày ký. {sentence(context.executors)} chịu trách nhiệm thi hành Quyết định này",
        )
    )


def _recognised(context: DecisionContext) -> str:
    result = f"Công nhận kết quả đánh giá, xếp loại chất lượng năm {context.review_year} đối với"
    if len(context.rows) > 1:
        return f"{result} {padded(len(context.rows))} tập thể, cá nhân (có danh sách kèm theo)"
    (row,) = context.rows
    who = f"{row.name}, {row.position}" if row.position else row.name
    return f"{result} {who}, ở mức “{row.level}”"


def _list(context: DecisionContext) -> Annex:
    style, letterhead = context.letterhead.style, context.letterhead
    number = style.numbered(letterhead.number, style.symbol("QĐ", letterhead.code))
    return Annex(
        title=f"Danh sách tập thể, cá nhân được xếp loại chất lượng\nnăm {context.review_year}",
        reference=f"Kèm theo Quyết định số {number} {date_text(letterhead.dated)} của {context.competence}",
        body=(Table(LIST, tuple(_rows(context))),),
    )


def _rows(context: DecisionContext) -> Iterator[tuple[str, ...]]:
    for group, members in groupby(context.rows, key=lambda row: row.group):
        if group:
            yield (group,)
        for position, row in enumerate(members, start=1):
            yield (str(position), row.name, row.position, row.level, row.note)
