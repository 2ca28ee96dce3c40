"""Điều: the resolving line and the articles of a decision, State or Party."""

from collections.abc import Iterable
from typing import Any

from tusoi.officialdocs.paper import Align, Block, Paragraph, Run
from tusoi.officialdocs.papers.office import Letterhead
from tusoi.officialdocs.wording import sentence


def decided_by(letterhead: Letterhead, competence: str) -> dict[str, Any]:
    """The competence as `Paper` takes it: above the grounds; the Party names it after them."""
    return {"competence": "" if letterhead.style.party else competence}


def proposed_by(letterhead: Letterhead, proposer: str) -> str:
    """The last ground: at whose proposal."""
    words = "Xét đề nghị của" if letterhead.style.party else "Theo đề nghị của"
    return f"{words} {proposer}"


def resolves(letterhead: Letterhead, competence: str) -> Paragraph:
    """`QUYẾT ĐỊNH:`, `BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH`."""
    words = f"{competence.upper()} QUYẾT ĐỊNH" if letterhead.style.party else "QUYẾT ĐỊNH:"
    return Paragraph(
        (Run(words, bold=True),), indent=False, align=Align.CENTER, keep_with_next=True
    )


def articles(texts: Iterable[str]) -> tuple[Block, ...]:
    """`Điều 1. …`, each closed by a full stop."""
    return tuple(
        Paragraph((Run(f"Điều {position}. ", bold=True), Run(f"{sentence(text)}.")))
        for position, text in enumerate(texts, start=1)
    )
