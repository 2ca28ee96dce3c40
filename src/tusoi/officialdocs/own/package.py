"""Tệp mẫu: a DOCX opened as its parts; what is broken, too large or able to act by itself is refused."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500
MAIN = "word/document.xml"
_TEXT_PARTS = ("word/document", "word/header", "word/footer")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_ACTING = {
    b"vbaProject": "macro",
    b"macroEnabled": "macro",
    b"oleObject": "đối tượng nhúng (OLE)",
    b"activeX": "thành phần ActiveX",
    b"attachedTemplate": "mẫu gắn ngoài",
    b"aFChunk": "tệp chèn ngoài",
}
_ACTING_FIELDS = ("DDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK ", "MACROBUTTON", "IMPORT ")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Unusable(ValueError):
    """Tệp mẫu không dùng được: what is wrong with the file and how to mend it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


@dataclass(slots=True)
class Package:
    """Tệp DOCX: every part as bytes, the parts with text as XML."""

    parts: dict[str, bytes]
    texts: dict[str, Any]

    def write(self) -> bytes:
        """The file; equal content gives equal bytes."""
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            for name, content in self.parts.items():
                text = self.texts.get(name)
                written = content if text is None else serialize_part_xml(text)
                info = zipfile.ZipInfo(name, _ZIP_EPOCH)
                package.writestr(info, written, zipfile.ZIP_DEFLATED)
        return file.getvalue()


def open_package(content: bytes, name: str = "") -> Package:
    """The parts of an uploaded DOCX; Unusable where it cannot be a template."""
    if name.lower().endswith((".docm", ".dotm")):
        raise _acts("macro")
    if len(content) > LARGEST_FILE:
        limit = LARGEST_FILE // (1024 * 1024)
        raise Unusable(f"Tệp lớn quá {limit} MB.", "Giảm dung lượng hình ảnh trong tệp.")
    parts = _unpacked(content)
    _refuse_acting(parts)
    texts = {name: _parsed(part) for name, part in parts.items() if _has_text(name)}
    for text in texts.values():
        _refuse_fields(text)
    return Package(parts, texts)


def _unpacked(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            infos = package.infolist()
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > LARGEST_UNPACKED:
                raise Unusable("Tệp nén quá nhiều nội dung.", "Lưu lại tệp bằng Word rồi tải lên.")
            parts = {info.filename: package.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        if isinstance(error, Unusable):
            raise
        raise _broken() from error
    if MAIN not in parts or "[Content_Types].xml" not in parts:
        raise _broken()
    return parts


def _broken() -> Unusable:
    return Unusable(
        "Tệp không phải DOCX, bị hỏng hoặc có mật khẩu.",
        "Mở bằng Word, bỏ mật khẩu, lưu dạng “Word Document (*.docx)” rồi tải lên.",
    )


def _acts(what: str) -> Unusable:
    return Unusable(f"Tệp chứa {what}.", "Bỏ thành phần này, lưu dạng *.docx rồi tải lên.")


def _refuse_acting(parts: dict[str, bytes]) -> None:
    """Macros, embedded objects, files fetched from elsewhere."""
    described = b"".join(
        part for name, part in parts.items() if name.endswith((".rels", "[Content_Types].xml"))
    )
    for mark, what in _ACTING.items():
        if mark in described or any(mark.decode() in name for name in parts):
            raise _acts(what)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part:
            raise _acts("khai báo DOCTYPE")
        if name.endswith(".rels"):
            _refuse_outside(part)


def _refuse_outside(rels: bytes) -> None:
    for relation in _parsed(rels):
        is_outside = relation.get("TargetMode") == "External"
        if is_outside and not relation.get("Type", "").endswith("/hyperlink"):
            raise _acts("liên kết lấy nội dung từ nơi khác")


def _refuse_fields(text: Any) -> None:
    """Fields of Word that fetch or run something."""
    codes = "".join(e.text or "" for e in text.iter(f"{_W}instrText"))
    simple = " ".join(e.get(f"{_W}instr", "") for e in text.iter(f"{_W}fldSimple"))
    if any(code in f"{codes} {simple}".upper() for code in _ACTING_FIELDS):
        raise _acts("trường lấy nội dung từ nơi khác")


def _has_text(name: str) -> bool:
    return name.startswith(_TEXT_PARTS) and name.endswith(".xml")


def _parsed(part: bytes) -> Any:
    try:
        return parse_xml(part)
    except (SyntaxError, ValueError) as error:
        raise _broken() from error


def text_parts(package: Package) -> Iterator[tuple[str, Any]]:
    """Main text first, then headers and footers: name and XML."""
    yield from sorted(package.texts.items(), key=lambda part: (part[0] != MAIN, part[0]))
