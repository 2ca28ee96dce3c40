"""Độ dài: papers that must stay short, counted in words (tiếng)."""

from collections.abc import Iterable

from tusoi.officialdocs.completeness import Inconsistent

HALF_A_PAGE = 160
ONE_PAGE = 280
#: How many words leave room for letterhead and signature within each length.
ROOM = {"half_page": HALF_A_PAGE, "one_page": ONE_PAGE}


def words_in(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def require_short(name: str, texts: Iterable[str], limit: int | None) -> None:
    """Refuse texts that have more words together than the limit; None where there is no limit."""
    count = words_in(texts)
    if limit is not None and count > limit:
        reason = (
            f"{name} có {count} từ, vượt giới hạn {limit} từ; đề nghị rút gọn {count - limit} từ."
        )
        raise Inconsistent([reason])
