"""Tệp ZIP từng phần: stretches that, one after another, are one ZIP; the same files give the same bytes."""

from __future__ import annotations

from io import SEEK_SET, BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNIX, _READABLE_FILE = 3, 0o100644 << 16


class Entry(NamedTuple):
    """Tệp trong ZIP: where its header stands in the whole file, and what the directory says of it."""

    path: str
    crc: int
    size: int
    offset: int


class _Stretch(BytesIO):
    """A buffer that begins somewhere inside the whole file."""

    def __init__(self, start: int) -> None:
        super().__init__()
        self.start = start

    def tell(self) -> int:
        return self.start + super().tell()

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        return self.start + super().seek(
            offset - self.start if whence == SEEK_SET else offset, whence
        )


def segment(start: int, files: Iterable[tuple[str, bytes]]) -> tuple[bytes, list[Entry]]:
    """The files as they stand in the ZIP from byte `start` on; no directory yet."""
    stretch = _Stretch(start)
    with ZipFile(stretch, "w", ZIP_STORED) as archive:
        for path, content in files:
            archive.writestr(_info(path), content)
        written = stretch.getvalue()
        return written, [
            Entry(info.filename, info.CRC, info.file_size, info.header_offset)
            for info in archive.infolist()
        ]


def closing(start: int, entries: Iterable[Entry], last: tuple[str, bytes]) -> bytes:
    """One more file and the directory of everything, which ends the ZIP."""
    stretch = _Stretch(start)
    with ZipFile(stretch, "w", ZIP_STORED) as archive:
        archive.filelist.extend(_written(entry) for entry in entries)
        archive.writestr(_info(last[0]), last[1])
    return stretch.getvalue()


def _info(path: str) -> ZipInfo:
    """Without the moment or the machine of writing."""
    info = ZipInfo(path)
    info.create_system, info.external_attr = _UNIX, _READABLE_FILE
    return info


def _written(entry: Entry) -> ZipInfo:
    info = _info(entry.path)
    info.CRC, info.header_offset = entry.crc, entry.offset
    info.file_size = info.compress_size = entry.size
    return info
