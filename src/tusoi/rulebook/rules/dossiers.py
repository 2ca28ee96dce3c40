"""Hồ sơ: papers that the list wants and the dossier lacks; summaries that the plan wants short."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tusoi.rulebook.facts import DossierFacts, LengthFacts
from tusoi.rulebook.parameters import parameters
from tusoi.rulebook.registry import judge, rule, warns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

SINCE = date(2018, 1, 1)


@rule("dossiers.missing", since=SINCE, cites=("quy-uoc/ho-so",))
def _nothing_is_missing(facts: DossierFacts, law: LawAt) -> Iterator[Finding]:
    """A warning: no text found so far refuses to appraise an incomplete dossier."""
    if facts.missing:
        yield warns(
            f"Hồ sơ còn thiếu {len(facts.missing):02d} tài liệu: {'; '.join(facts.missing)}.",
            cites=(facts.cite,),
            remedy="Mở danh mục hồ sơ của đối tượng để xem ai bổ sung từng tài liệu.",
            missing=len(facts.missing),
        )


def dossier_findings(facts: DossierFacts, law: LawAt) -> list[Finding]:
    """What a dossier lacks."""
    return judge((_nothing_is_missing,), facts, law)


@rule("dossiers.length", since=SINCE, cites=("quy-uoc/ho-so",))
def _summary_is_short(facts: LengthFacts, law: LawAt) -> Iterator[Finding]:
    limit = law.find(facts.limit)
    if limit is not None and facts.words > facts.room:
        allowed = parameters()[facts.limit].choices[limit.value]
        yield warns(
            f"{facts.title} có {facts.words} từ, dài hơn {allowed} mà kế hoạch cho phép (khoảng {facts.room} từ).",
            cites=(limit.cite,),
            remedy=f"Rút gọn {facts.words - facts.room} từ.",
            words=facts.words,
            room=facts.room,
        )


def length_findings(facts: LengthFacts, law: LawAt) -> list[Finding]:
    """Whether a summary is longer than the plan allows."""
    return judge((_summary_is_short,), facts, law)
