"""Nguồn lập văn bản: which papers can be made of which rows; the apps that own the rows register them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from tusoi.core.actor import Actor
from tusoi.core.errors import Refused, refuse
from tusoi.documents.enums import PaperKind
from tusoi.officialdocs.paper import Paper
from tusoi.org.models import Unit

Owner = Any
"""A row of `owner_model`; the functions of a source know which one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Nơi sửa: the page where what a paper still misses is filled in."""

    label: str
    url_name: str
    url_args: tuple[object, ...] = ()


def _ready(owner: Owner) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSource:
    """Nguồn lập văn bản: how one kind of paper is made of a row, and who may see it.

    `owners(actor)` are the rows whose paper the actor may see; `build(owner)` makes the paper or raises
    `MissingValues`, `Inconsistent`; `mend(owner)` is where missing values are filled in; `unready(owner)`
    says why the paper may not be issued yet.
    """

    kind: PaperKind
    owner_model: type[Model]
    owners: Callable[[Actor], QuerySet[Any]]
    build: Callable[[Owner], Paper]
    issuer: Callable[[Owner], Unit]
    title: Callable[[Owner], str]
    mend: Callable[[Owner], Place]
    unready: Callable[[Owner], str] = _ready

    @property
    def label(self) -> str:
        return self.kind.label

    @property
    def owner_type(self) -> str:
        return owner_type(self.owner_model)

    def visible_to(self, actor: Actor, owner: Owner) -> bool:
        """Whether the actor may see the paper of this row."""
        return self.owners(actor).filter(pk=owner.pk).exists()


@dataclass(frozen=True, slots=True)
class Draft:
    """Dự thảo văn bản: the paper of one row, made anew whenever it is asked for."""

    source: PaperSource
    owner: Owner

    @property
    def title(self) -> str:
        return self.source.title(self.owner)

    @property
    def issuer(self) -> Unit:
        return self.source.issuer(self.owner)

    @property
    def mend(self) -> Place:
        return self.source.mend(self.owner)

    @property
    def unready(self) -> str:
        return self.source.unready(self.owner)

    def paper(self) -> Paper:
        """The paper as the row stands now; MissingValues, Inconsistent where it cannot be made."""
        return self.source.build(self.owner)


_SOURCES: dict[tuple[PaperKind, str], PaperSource] = {}


def owner_type(owner: Model | type[Model]) -> str:
    """The name under which a stored paper keeps what kind of row it is of."""
    return owner._meta.label_lower  # noqa: SLF001 - the public name of a model


def register(*sources: PaperSource) -> None:
    """Called once by each app when it is ready."""
    _SOURCES.update({(source.kind, source.owner_type): source for source in sources})


def sources() -> Iterator[PaperSource]:
    """Every source, in the order of the kinds."""
    order = list(PaperKind)
    yield from sorted(_SOURCES.values(), key=lambda source: order.index(source.kind))


def source_of(kind: str, owner: Model | type[Model] | str) -> PaperSource:
    """The source of this kind for rows of this model (or its name); Refused where there is none."""
    name = owner if isinstance(owner, str) else owner_type(owner)
    found = find_source(kind, name)
    if found is None:
        raise _unknown(kind)
    return found


def find_source(kind: str, name: str) -> PaperSource | None:
    """The source of this kind for rows of the model of that name, where there is one."""
    is_known = kind in set(PaperKind)
    return _SOURCES.get((PaperKind(kind), name)) if is_known else None


def _unknown(kind: str) -> Refused:
    return refuse(
        "paper.source",
        f"Không lập được loại văn bản “{kind}” từ nội dung này.",
        remedy="Mở lại văn bản từ trang của nội dung cần lập.",
    )
