"""Căn cứ pháp lý: every provision the product relies on, with its source and how far it is trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.lawdata import LawDataFault, names_in, read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_HEADING = re.compile(r"^## (?P<label>.+?) \{#(?P<anchor>[a-z0-9.\-]+) trust=(?P<trust>[A-Z]+)\}$")
_SOURCE_LINE = "Nguồn: "
#: Citations of a body's own documents read `noi-bo/<how officials cite it>`; no text under `law/` carries them.
OWN_RULE = "noi-bo"


class Trust(StrEnum):
    """Mức độ tin cậy: how far the wording has been checked against a published text."""

    VERIFIED = "VERIFIED"
    PARTIAL = "PARTIAL"
    UNVERIFIED = "UNVERIFIED"

    @property
    def label(self) -> str:
        labels = {
            "VERIFIED": "Đã đối chiếu",
            "PARTIAL": "Mới đối chiếu một phần",
            "UNVERIFIED": "Chưa kiểm chứng",
        }
        return labels[self.value]


class UnknownCitation(LookupError):
    """Căn cứ không có trong kho văn bản: a citation id that no text under `law/texts/` carries."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Văn bản thay thế: the id of what replaces a document, since when, and for whom if only in part."""

    by: str
    since: date
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Văn bản: one entry of the register of documents; `repealed` is None while in force."""

    id: str
    title: str
    short: str
    issuer: str
    trust: Trust
    note: str
    signed: date | None
    effective: date | None
    repealed: date | None
    replaced_by: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Căn cứ: one provision – its label as officials write it, our short statement, its trust."""

    id: str
    label: str
    trust: Trust
    statement: str = ""
    urls: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        return sources()[self.id.partition("/")[0]]


@cache
def sources() -> dict[str, Source]:
    """Every document of the register, by id."""
    return sources_in(read_yaml("sources.yaml"))


def sources_in(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Source]:
    """The register as written; what replaces a document must stand in it."""
    register = {
        key: Source(
            id=key,
            title=entry["title"],
            short=entry["short"],
            issuer=entry["issuer"],
            trust=Trust(entry["trust"]),
            note=entry.get("note", ""),
            signed=entry.get("signed"),
            effective=entry.get("effective"),
            repealed=entry.get("repealed"),
            replaced_by=tuple(Replacement(**each) for each in entry.get("replaced_by", ())),
        )
        for key, entry in entries.items()
    }
    for source in register.values():
        for replacement in source.replaced_by:
            if replacement.by not in register:
                raise LawDataFault(
                    f"sources.yaml: {source.id} is replaced by {replacement.by}, not listed"
                )
    return register


def parse_provisions(source: Source, text: str) -> list[Citation]:
    """The provisions of one Markdown file: a heading with anchor and trust, a statement, addresses."""
    provisions = []
    for block in re.split(r"(?m)^(?=## )", text)[1:]:
        heading, _, body = block.partition("\n")
        match = _HEADING.match(heading.strip())
        if match is None:
            raise LawDataFault(f"texts/{source.id}.md: heading not understood: {heading}")
        lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
        statement = " ".join(line for line in lines if not line.startswith(_SOURCE_LINE))
        urls = " ".join(
            line.removeprefix(_SOURCE_LINE) for line in lines if line.startswith(_SOURCE_LINE)
        )
        label = f"{match['label']} {source.short}"
        provisions.append(
            Citation(
                f"{source.id}/{match['anchor']}",
                label,
                Trust(match["trust"]),
                statement,
                tuple(urls.split()),
            )
        )
    return provisions


@cache
def provisions() -> dict[str, Citation]:
    """Every provision under `law/texts/`, by id."""
    found: dict[str, Citation] = {}
    for name in names_in("texts", ".md"):
        source_id = name.removesuffix(".md")
        if source_id not in sources():
            raise LawDataFault(f"texts/{name}: this document is not in sources.yaml")
        for citation in parse_provisions(sources()[source_id], read_text(f"texts/{name}")):
            if citation.id in found:
                raise LawDataFault(f"texts/{name}: {citation.id} stands twice")
            found[citation.id] = citation
    return found


def cite(citation_id: str) -> Citation:
    """The provision with that id; a whole document is cited by its bare id, an own document by its name."""
    kind, _, document = citation_id.partition("/")
    if kind == OWN_RULE and document:
        return Citation(citation_id, document, Trust.VERIFIED, "Quy định riêng của cơ quan.")
    if citation_id in sources():
        source = sources()[citation_id]
        return Citation(source.id, source.short, source.trust, source.title)
    try:
        return provisions()[citation_id]
    except KeyError:
        raise UnknownCitation(citation_id) from None
