"""Dự thảo để thử: any filled example of a paper, as if it were made of a unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cast import moment

from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import Draft, PaperSource, Place
from tusoi.documents.services.issuing import issue_draft
from tusoi.documents.services.numbering import Stamp
from tusoi.officialdocs.samples import sample_paper
from tusoi.org.models import Unit

AT = moment(2026, 12, 20)


def blank(name: str):
    """The filled example with number and date still open."""
    return replace(sample_paper(name), number=None, dated=None)


def draft_of(unit, name="notice", *, kind=PaperKind.NOTICE, issuer=None, unready=""):
    return Draft(
        PaperSource(
            kind=kind,
            owner_model=Unit,
            owners=lambda actor: Unit.objects.all(),
            build=lambda row: blank(name),
            issuer=lambda row: issuer or unit.parent or unit,
            title=lambda row: f"Thông báo gửi {row.name}",
            mend=lambda row: Place("Mở đơn vị", "hr:unit", (row.pk,)),
            unready=lambda row: unready,
        ),
        unit,
    )


def issue(department, unit, day=date(2026, 12, 1), *, at=AT, name="notice", **stamp):
    """The paper of the example given a number by the office."""
    draft = draft_of(unit, name, issuer=department.body)
    return issue_draft(actor=department.office, at=at, draft=draft, stamp=Stamp(dated=day, **stamp))
