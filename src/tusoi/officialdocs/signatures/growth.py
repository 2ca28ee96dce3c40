"""Phần thêm vào: whether a file is the PDF that was made here with nothing but signatures added."""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from tusoi.officialdocs.signatures.words import Growth

_OF_SIGNING = {
    "/Catalog": {"/AcroForm", "/DSS", "/Extensions", "/Perms", "/Version"},
    "/Page": {"/Annots"},
}


def growth(reader: PdfFileReader, content: bytes, issued: bytes | None) -> Growth:
    """What stands behind the issued bytes; signing appends, it changes none of them."""
    if not issued or not content.startswith(issued):
        return Growth.OTHER
    first = _revisions_within(reader, len(issued))
    rewritten = _rewritten(reader, first) - _properties(reader)
    old = reader.get_historical_resolver(first - 1)
    is_signing = all(_is_signing(old.get_object(ref), reader.get_object(ref)) for ref in rewritten)
    return Growth.SIGNATURES if is_signing else Growth.CONTENT


def _revisions_within(reader: PdfFileReader, length: int) -> int:
    xrefs = reader.xrefs
    starts = (xrefs.get_startxref_for_revision(n) for n in range(xrefs.total_revisions))
    return sum(start < length for start in starts)


def _rewritten(reader: PdfFileReader, first: int) -> set[generic.Reference]:
    """Objects of the first revisions that a later one has replaced or removed."""
    xrefs = reader.xrefs
    return {
        ref
        for later in range(first, xrefs.total_revisions)
        for ref in xrefs.explicit_refs_in_revision(later) | xrefs.refs_freed_in_revision(later)
        if xrefs.get_introducing_revision(ref) < first
    }


def _properties(reader: PdfFileReader) -> set[generic.Reference]:
    """Title, author, times of the file: no content."""
    found = dict.get(reader.trailer.flatten(), "/Info")
    return {found.reference} if isinstance(found, generic.IndirectObject) else set()


def _is_signing(old: Any, new: Any) -> bool:
    """Whether an object was replaced only by what a signature brings along."""
    if not isinstance(old, generic.DictionaryObject) or not isinstance(
        new, generic.DictionaryObject
    ):
        return False
    kind = old.get("/Type", "")
    if kind == "/Metadata":
        return True
    changed = {
        key for key in {*old, *new} if dict.get(old, key) != dict.get(new, key)
    }  # the same reference stands for the same object, which is compared by itself
    return changed <= _OF_SIGNING.get(kind, set()) and _are_signature_fields(old, new)


def _are_signature_fields(old: Any, new: Any) -> bool:
    """Whether every annotation added to a page is the field of a signature."""
    known, now = len(old.get("/Annots", ())), new.get("/Annots", ())
    return all(_field_type(now[n]) == "/Sig" for n in range(known, len(now)))


def _field_type(annotation: Any) -> Any:
    """A widget may leave the type to the field it belongs to."""
    return annotation.get("/FT") or annotation.get("/Parent", {}).get("/FT")
