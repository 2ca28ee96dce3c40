"""Text is NFC everywhere."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tools.checks.sources import text_files


def is_nfc(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def faults(root: Path) -> Iterator[str]:
    for path in text_files(root):
        if not is_nfc(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root)}: not in NFC"
