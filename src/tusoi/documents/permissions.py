"""Quyền về văn bản."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.core.actor import Actor
from tusoi.documents.models import DocumentSet, PaperTemplate, SignedFile, StoredDocument
from tusoi.org.enums import Role
from tusoi.org.models import Unit

if TYPE_CHECKING:
    from tusoi.documents.selectors.sources import Draft

_WHOLE_BODY = frozenset(
    {Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.DEPARTMENT_LEADER, Role.SUPERVISOR}
)


def oversees_papers(actor: Actor) -> bool:
    """Who sees every paper frozen so far."""
    return actor.role in _WHOLE_BODY


def _runs_papers_of(actor: Actor, issuer: Unit | None) -> bool:
    """The office of the body that issues the paper, or of the body above."""
    return issuer is None or actor.unit_id in (None, issuer.pk, issuer.parent_id)


def may_issue(actor: Actor, draft: Draft) -> bool:
    """The office, for a paper it may see."""
    return _runs_papers_of(actor, draft.issuer) and draft.source.visible_to(actor, draft.owner)


def may_withdraw(actor: Actor, document: StoredDocument) -> bool:
    return _runs_papers_of(actor, document.issuer)


def may_number(actor: Actor, issuer: Unit) -> bool:
    return _runs_papers_of(actor, issuer)


def may_keep_templates_of(actor: Actor, unit: Unit) -> bool:
    return _runs_papers_of(actor, unit)


def may_keep_template(actor: Actor, template: PaperTemplate) -> bool:
    return _runs_papers_of(actor, template.unit)


def owns_set(actor: Actor, document_set: DocumentSet) -> bool:
    """Whoever ordered it, in any role."""
    return document_set.user_id == actor.user_id


def may_attach_signed(actor: Actor, document: StoredDocument) -> bool:
    return _runs_papers_of(actor, document.issuer)


def may_check_signatures(actor: Actor, signed: SignedFile) -> bool:
    return _runs_papers_of(actor, signed.document.issuer)
