"""Parts that the contexts of several papers share: letterhead, signer, form sections."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from tusoi.officialdocs.completeness import Named, Needed
from tusoi.officialdocs.entitlement import require_may_issue, require_may_sign
from tusoi.officialdocs.paper import Signature
from tusoi.officialdocs.styles import Acting, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Phần mở đầu văn bản: who issues where, in which style; number and date may stay blank.

    `issuer` is written as in running text ("Sở Công Thương"); the header prints capitals.
    `code` is the body's part of the symbol: "SCT" in `Số: 15/KH-SCT`, "ĐU" in `Số 05-KH/ĐU`.
    """

    style: Style
    issuer: Annotated[str, Needed("tên cơ quan ban hành")]
    superior: str = ""
    code: str = ""
    place: str = ""
    number: int | None = None
    dated: date | None = None

    def elements(self, kind: str = "") -> dict[str, Any]:
        """The elements of the header as `Paper` takes them; without `kind` the paper has no number."""
        require_may_issue(self.style, self.issuer, kind)
        return {
            "style": self.style,
            "issuer": self.issuer,
            "superior": self.superior,
            "symbol": self.style.symbol(kind, self.code) if kind else "",
            "number": self.number,
            "place": self.place,
            "dated": self.dated,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Người ký: name and title; `on_behalf` lists in whose place, from the highest down.

    A deputy director: `title="Phó Giám đốc", on_behalf=((Acting.DEPUTY, "Giám đốc"),)`.
    """

    name: Annotated[str, Needed("họ và tên")]
    title: Annotated[str, Needed("chức vụ")]
    on_behalf: tuple[tuple[Acting, str], ...] = ()

    def signature(self, style: Style, note: str = "") -> Signature:
        """The signature block in this style."""
        require_may_sign(style, self.title, self.on_behalf)
        return Signature(
            authority=tuple(style.mark(acting, principal) for acting, principal in self.on_behalf),
            title=self.title,
            name=self.name,
            note=note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """Nơi nhận: recipients without dash or punctuation; `archive` e.g. "VT, VP"."""

    recipients: Annotated[tuple[str, ...], Needed("danh sách nơi nhận")]
    archive: Annotated[str, Needed("dòng lưu")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Nội dung tự kiểm điểm: one item of a form with what was written and the degree chosen.

    Empty `degrees` means that the item has no boxes; an item that is not `required` may be empty.
    An item of points has `points` ("27,5/30") and no text; one that asks for a level has `levels`.
    """

    label: str = ""
    text: str = ""
    degrees: tuple[str, ...] = ()
    degree: str = ""
    points: str = ""
    levels: tuple[str, ...] = ()
    level: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """Phần của biểu mẫu: a numbered part with its items.

    `part` is the title of the larger part that begins here ("A. Nội dung kiểm điểm"), from which
    the numbers begin again; `total` are the points of its items together ("88,5/100").
    """

    title: Annotated[str, Needed("tiêu đề")]
    answers: Annotated[tuple[Answer, ...], Needed("nội dung")]
    part: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Người: a name with post, as lists of people have it."""

    name: Annotated[str, Needed("họ và tên")]
    position: str = ""

    def __str__(self) -> str:
        return f"{self.name} - {self.position}" if self.position else self.name


Letter = Annotated[Letterhead, Named("phần mở đầu")]
SignedBy = Annotated[Signer, Named("người ký")]
SentTo = Annotated[Distribution, Named("nơi nhận")]
FormSections = Annotated[tuple[FormSection, ...], Needed("phần")]
