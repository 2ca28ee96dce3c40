"""Quy định của cơ quan: the body's own values, each with its document; nothing is ever deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.utils import timezone

from tusoi.campaigns.models import LocalRule
from tusoi.campaigns.selectors.local_rule_checks import blockers_for_add, blockers_for_end
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers
from tusoi.core.names import clean
from tusoi.org.models import Unit


class RuleFacts(TypedDict):
    """Nội dung của một quy định: `value` is the exact text of `tusoi.rulebook.parameter_text`."""

    name: str
    value: str
    starts_on: date
    ends_on: date | None
    document_number: str
    document_date: date | None
    issuer: str
    note: str


def drafted_rule(
    *, actor: Actor, at: datetime, body: Unit, **facts: Unpack[RuleFacts]
) -> LocalRule:
    """The rule as it would be stored; for the preview and for the command."""
    texts = {key: clean(text) for key, text in facts.items() if isinstance(text, str)}
    return LocalRule(body=body, entered_at=at, entered_by_id=actor.person_id, **{**facts, **texts})


@command("local_rule.add")
def add_local_rule(
    *, actor: Actor, at: datetime, body: Unit, **facts: Unpack[RuleFacts]
) -> LocalRule:
    """Record a value of the body's own with its document; only where the law leaves room for it."""
    locked = Unit.objects.select_for_update().get(pk=body.pk)
    rule = drafted_rule(actor=actor, at=at, body=locked, **facts)
    raise_blockers(blockers_for_add(rule, timezone.localdate(at)))
    rule.save()
    note(name=rule.name, value=rule.value, since=rule.starts_on.isoformat(), document=rule.document)
    return rule


@command("local_rule.end", target="rule")
def end_local_rule(
    *, actor: Actor, at: datetime, rule: LocalRule, ended_from: date, reason: str
) -> LocalRule:
    """End an own value from a day on; it stays in the history, and opened campaigns keep it."""
    locked = LocalRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    raise_blockers(blockers_for_end(locked, ended_from, clean(reason)))
    locked.ended_from, locked.end_reason = ended_from, clean(reason)
    locked.ended_at, locked.ended_by_id = at, actor.person_id
    locked.save(update_fields=["ended_from", "end_reason", "ended_at", "ended_by"])
    note(name=locked.name, ended_from=ended_from.isoformat(), reason=locked.end_reason)
    return locked
