"""Vì sao không đọc được một tệp: what is wrong, in which file, and how to mend it."""

from __future__ import annotations


class Unreadable(ValueError):
    """Tệp không đọc được: Vietnamese sentences that say what, where and how to mend it."""


AS_DOCX = "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi thử lại"


def damaged(name: str, kind: str) -> Unreadable:
    return Unreadable(
        f"Tệp “{name}” là {kind} nhưng bị hỏng hoặc tải về chưa đủ. Tải lại tệp, hoặc mở và lưu lại rồi thử lại."
    )


def too_big(name: str, what: str) -> Unreadable:
    return Unreadable(
        f"Tệp “{name}” {what}. Bỏ ảnh và phụ lục, chỉ để lại phần lời của văn bản, rồi thử lại."
    )


def locked(name: str) -> Unreadable:
    return Unreadable(
        f"Tệp “{name}” có mật khẩu. Bỏ mật khẩu rồi thử lại, hoặc sao chép phần lời và dán vào ô văn bản."
    )
