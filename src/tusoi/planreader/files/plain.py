"""Văn bản thuần: bytes in UTF-8, UTF-16 or Windows-1258 as text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from tusoi.planreader.files.refusal import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
#: Signs that stand for letters in TCVN3 (ABC) and VNI fonts and never follow a letter in Unicode Vietnamese.
_OLD_LETTER = re.compile(r"(?<=[A-Za-z])[®µ¸¶·¹¨©ª«¬øïñåäëûÑ]")
_OLD_SHARE, _OLD_KINDS = 0.01, 4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def plain_text(content: bytes, name: str) -> str:
    text = _decoded(content)
    if text is None or _CONTROL.search(text):
        raise Unreadable(
            f"Tệp “{name}” không phải DOCX, PDF hay văn bản thuần đọc được (UTF-8, UTF-16, Windows-1258). "
            "Lưu lại dạng .docx hoặc .txt mã UTF-8 rồi thử lại."
        )
    return text


def refuse_old_letters(text: str, name: str) -> None:
    """Text typed in the fonts before Unicode looks like letters and reads like nothing."""
    found = Counter(_OLD_LETTER.findall(text))
    if len(found) >= _OLD_KINDS and found.total() > _OLD_SHARE * len(text):
        raise Unreadable(
            f"Tệp “{name}” gõ bằng phông chữ cũ (TCVN3/ABC hoặc VNI), không phải Unicode. "
            "Chuyển mã sang Unicode bằng Unikey rồi thử lại."
        )


def _decoded(content: bytes) -> str | None:
    """The text, or None where no known encoding fits."""
    encoding = _encoding_by_marks(content)
    for tried in (encoding,) if encoding else ("utf-8", "cp1258"):
        try:
            text = content.decode(tried)
        except UnicodeDecodeError:
            continue
        return text if tried != "cp1258" else _composed(text)
    return None


def _encoding_by_marks(content: bytes) -> str | None:
    """What the first bytes tell: a byte order mark, or every second byte zero."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    zeros = len(sample) // 8
    if sample[1::2].count(0) > zeros:
        return "utf-16-le"
    if sample[::2].count(0) > zeros:
        return "utf-16-be"
    return None


def _composed(text: str) -> str | None:
    """Windows-1258 keeps tones apart; text with none of the Vietnamese letters is some other encoding."""
    composed = unicodedata.normalize("NFC", text)
    return composed if _VIETNAMESE.search(composed) else None
