"""Phiếu tự đánh giá: what the slips of a period and of the year share: form, person, closing, two signatures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from tusoi.officialdocs.completeness import Needed
from tusoi.officialdocs.paper import BlankLines, Block, Choice, Field, Paper, Signature
from tusoi.officialdocs.papers.office import Letterhead
from tusoi.officialdocs.papers.outline import heading, prose
from tusoi.officialdocs.styles import Style
from tusoi.officialdocs.wording import place_and_date, score_text

NOTE = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipForm:
    """Mẫu phiếu: code, title and the captions over the two signatures."""

    code: str
    title: Annotated[str, Needed("tên phiếu")]
    caption: Annotated[str, Needed("chức danh người tự đánh giá")]
    authority_caption: Annotated[str, Needed("chức danh cấp có thẩm quyền")]


DECREE_335_PERIOD = SlipForm(
    code="Mẫu số 01",
    title="Phiếu theo dõi, đánh giá công chức",
    caption="Công chức tự đánh giá",
    authority_caption="Cấp có thẩm quyền theo dõi, đánh giá",
)
DECREE_335_YEAR = SlipForm(
    code="Mẫu số 02",
    title="Phiếu đánh giá, xếp loại chất lượng công chức",
    caption="Công chức tự đánh giá",
    authority_caption="Cấp có thẩm quyền đánh giá, xếp loại",
)
GUIDANCE_43_PERIOD = SlipForm(
    code="Mẫu 05-HD KĐ.ĐG 2025",
    title="Bản tự đánh giá, xếp loại của cá nhân",
    caption="Người tự đánh giá",
    authority_caption="Cấp có thẩm quyền đánh giá",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedPerson:
    """Người tự đánh giá."""

    name: Annotated[str, Needed("họ và tên")]
    position: Annotated[str, Needed("chức vụ, chức danh")]
    unit: Annotated[str, Needed("đơn vị công tác")]

    def fields(self) -> tuple[Field, ...]:
        """The lines of the form about the person."""
        return (
            Field("Họ và tên", self.name),
            Field("Chức vụ, chức danh", self.position),
            Field("Đơn vị công tác", self.unit),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipSigning:
    """Ngày tự đánh giá and the name of who gives the authority's points; both may stay blank."""

    day: date | None = None
    authority: str = ""


UNSIGNED = SlipSigning()


def slip_paper(
    letterhead: Letterhead,
    form: SlipForm,
    *,
    context: object,
    summary: str,
    person: RatedPerson,
    body: tuple[Block, ...],
    signing: SlipSigning,
) -> Paper:
    """The slip; its date stands over the signature, in Party forms in the header."""
    is_party = letterhead.style.party
    place = letterhead.place if is_party else ""
    date_line = "" if is_party else place_and_date(letterhead.place, signing.day)
    return Paper(
        **letterhead.elements() | {"place": place, "dated": signing.day},
        kind="self_rating_slip",
        context=context,
        form_code=form.code,
        title=form.title,
        summary=summary,
        body=(*person.fields(), *body),
        has_end_mark=False,
        signatures=(
            Signature(title=form.caption, name=person.name, note=NOTE),
            Signature(title=form.authority_caption, name=signing.authority, note=NOTE),
        ),
        signing_place_and_date=date_line,
    )


def remarks(style: Style, first: int, *texts: tuple[str, str]) -> tuple[Block, ...]:
    """Numbered remarks from number `first`; an empty one leaves room to write by hand."""
    return tuple(
        block
        for position, (title, text) in enumerate(texts, start=first)
        for block in (heading(style, 2, position, title), *(prose(text) or (BlankLines(2),)))
    )


def claimed(style: Style, position: int, levels: tuple[str, ...], level: str) -> tuple[Block, ...]:
    """Tự xếp loại: the boxes of the levels, where the form has them."""
    if not levels:
        return ()
    return (heading(style, 2, position, "Tự xếp loại chất lượng"), Choice("", levels, level))


def points(score: Decimal | None) -> str:
    """A score as printed; nothing while it is not given."""
    return "" if score is None else score_text(score)
