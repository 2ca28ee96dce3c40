"""Tình huống về thẩm quyền: ai được làm gì, không tự quyết định cho mình, ý kiến phải lấy trước khi quyết định."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tusoi.rulebook.cases.running import Answer, check
from tusoi.rulebook.facts import AuthorityFacts, OpinionFacts, Role, SubjectKind
from tusoi.rulebook.rules import authority

if TYPE_CHECKING:
    from tusoi.rulebook.parameters import LawAt


@check("authority")
def _authority(given: dict[str, Any], law: LawAt) -> Answer:
    acting = AuthorityFacts(**(given | {"role": Role(given["role"])}))
    return {}, [
        *authority.role_findings(acting, law),
        *authority.self_decision_findings(acting, law),
    ]


@check("opinions")
def _opinions(given: dict[str, Any], law: LawAt) -> Answer:
    heard = frozenset(Role(code) for code in given.get("given_by", ()))
    return {}, authority.opinion_findings(
        OpinionFacts(kind=SubjectKind(given["kind"]), given_by=heard), law
    )
