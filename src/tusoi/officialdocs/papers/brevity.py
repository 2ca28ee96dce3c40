"""Độ dài: papers that must stay short, counted in words (tiếng)."""

from collections.abc import Iterable

from tusoi.officialdocs.completeness import Inconsistent


def require_short(name: str, texts: Iterable[str], limit: int) -> None:
    """Refuse texts that have more words together than the limit."""
    count = sum(len(text.split()) for text in texts)
    if count > limit:
        reason = (
            f"{name} có {count} từ, vượt giới hạn {limit} từ; đề nghị rút gọn {count - limit} từ."
        )
        raise Inconsistent([reason])
