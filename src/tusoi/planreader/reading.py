"""Đọc kế hoạch: the pieces of a document, read one by one, put together with what a reader must settle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tusoi.planreader import cautions
from tusoi.planreader.attachments import attachments_of
from tusoi.planreader.authority import authority_of
from tusoi.planreader.deadlines import deadlines_of
from tusoi.planreader.dossiers import dossiers_of
from tusoi.planreader.draft import PlanDraft
from tusoi.planreader.forms import forms_of
from tusoi.planreader.identity import identity_of
from tusoi.planreader.issuer import issuer_of
from tusoi.planreader.meetings import meetings_of
from tusoi.planreader.normal import normalise
from tusoi.planreader.outline import outline_of
from tusoi.planreader.references import references_of
from tusoi.planreader.sections import sections_of
from tusoi.planreader.special_rules import special_rules_of
from tusoi.planreader.subjects import subjects_of
from tusoi.planreader.superseded import successions

if TYPE_CHECKING:
    from tusoi.planreader.identity import Identity
    from tusoi.planreader.outline import Outline
    from tusoi.planreader.references import References
    from tusoi.planreader.superseded import Succession


def read_plan(raw: str, *, on: date | None = None) -> PlanDraft:
    """Everything the text says of a yearly review, each piece with its place in the normalised text.

    Whether a cited document had been replaced is judged on the plan's own day; what was replaced
    between that day and `on` becomes a caution.
    """
    outline = outline_of(normalise(raw))
    identity = identity_of(outline)
    references = references_of(outline, identity.number.value or "")
    draft = _draft(outline, identity, references)
    at_issue, since_then = _replaced(draft, references, identity, on)
    certain = tuple(each.row() for each in at_issue if each.is_certain)
    warnings = cautions.in_order(
        cautions.identity_cautions(draft, outline, identity.number_symbol),
        cautions.reference_cautions(
            draft.text, references, at_issue, since_then, identity.day.value
        ),
        cautions.time_cautions(draft, outline),
        cautions.rule_cautions(draft.rules),
        cautions.numbering_cautions(outline),
    )
    return replace(draft, superseded=certain, warnings=warnings)


def _draft(outline: Outline, identity: Identity, references: References) -> PlanDraft:
    sections = sections_of(outline)
    authority = authority_of(outline)
    subjects = subjects_of(outline, authority)
    day = identity.day.value or identity.latest_day
    year = identity.review_year.value or (day.year if day else None)
    return PlanDraft(
        text=outline.text,
        kind=identity.kind,
        issuer=issuer_of(outline, identity.number, identity.number_symbol),
        number=identity.number,
        date=identity.day,
        review_year=identity.review_year,
        **sections._asdict(),
        legal_bases=references.legal_bases,
        cited=references.cited,
        subjects=subjects.subjects,
        exclusions=subjects.exclusions,
        forms=forms_of(outline),
        deadlines=deadlines_of(outline, year),
        meetings=meetings_of(outline, year),
        dossiers=dossiers_of(outline),
        authority=authority,
        rules=special_rules_of(outline),
        attachments_needed=attachments_of(outline),
    )


def _replaced(
    draft: PlanDraft, references: References, identity: Identity, on: date | None
) -> tuple[tuple[Succession, ...], tuple[Succession, ...]]:
    """What had been replaced on the plan's own day, and what has been replaced from then to `on`."""
    cited = (*references.legal_bases, *references.cited)
    subjects = " ".join([draft.title.value or "", *(row.text for row in draft.subjects)])
    own_day = _own_day(identity) or on
    if own_day is None:
        return (), ()
    at_issue = successions(cited, own_day, subjects)
    if on is None or on <= own_day:
        return at_issue, ()
    known = {each.reference.span for each in at_issue}
    later = successions(cited, on, subjects)
    return at_issue, tuple(each for each in later if each.reference.span not in known)


def _own_day(identity: Identity) -> date | None:
    """The day of the document; where it is open the last day it can have."""
    year = identity.review_year.value
    return identity.day.value or identity.latest_day or (date(year, 12, 31) if year else None)
