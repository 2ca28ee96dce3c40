"""Quyết định: the competent authority decides levels; caps hold because deciders queue on the campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import raise_blockers, refuse
from tusoi.core.state import fire
from tusoi.decisions.enums import RatingLevel
from tusoi.decisions.models import Classification, Decision, KeptRecord, Override
from tusoi.decisions.permissions import decides_in, is_competent
from tusoi.decisions.selectors.deciding import DecisionCheck, DecisionDraft, check_decision
from tusoi.decisions.services.issuing import issue_decision
from tusoi.decisions.services.locking import lock_campaign, lock_rows
from tusoi.meetings.models import Meeting
from tusoi.rulebook.explain import explain
from tusoi.rulebook.processes import CLASSIFICATION
from tusoi.rulebook.record import Record, answer, read_record


@dataclass(frozen=True, slots=True)
class OverrideInput:
    """Lý do quyết định khác: against which rule, why, by which document."""

    rule: str
    reason: str
    document: str


@command("decision.decide", target="campaign", scope=decides_in)
def decide(  # noqa: PLR0913 - the parts of a signed decision, all named
    *,
    actor: Actor,
    at: datetime,
    campaign: Campaign,
    levels: Mapping[Classification, str],
    number: str,
    signed_on: date,
    signer_title: str,
    basis_meeting: Meeting | None = None,
    overrides: Mapping[int, Iterable[OverrideInput]] | None = None,
) -> Decision:
    """Decide the levels of several subjects in one signed document; `overrides` by classification id."""
    locked = lock_campaign(campaign)
    wanted = {row.pk: RatingLevel(level) for row, level in levels.items()}
    draft = DecisionDraft(
        actor=actor,
        campaign=locked,
        levels={row: wanted[row.pk] for row in lock_rows(levels)},
        number=number.strip(),
        signed_on=signed_on,
        basis_meeting=basis_meeting,
    )
    check = check_decision(draft, localdate(at))
    given = {pk: list(each) for pk, each in (overrides or {}).items()}
    raise_blockers(check.without(_overridden(given)).findings)
    decision = _sign(draft, at, signer_title)
    for row, level in draft.levels.items():
        _settle(draft, check, row, level, decision=decision, at=at)
    _record_overrides(draft, check, given, at)
    issue_decision(actor=actor, at=at, decision=decision)
    note(number=decision.number, levels={str(row.pk): level for row, level in draft.levels.items()})
    return decision


def _overridden(given: Mapping[int, Iterable[OverrideInput]]) -> set[tuple[int, str]]:
    return {(pk, each.rule) for pk, inputs in given.items() for each in inputs}


def _sign(draft: DecisionDraft, at: datetime, signer_title: str) -> Decision:
    return Decision.objects.create(
        campaign=draft.campaign,
        issuer_id=draft.issuer_id,
        number=draft.number,
        signed_on=draft.signed_on,
        signer_id=draft.actor.person_id,
        signer_title=signer_title,
        basis_meeting=draft.basis_meeting,
        created_at=at,
    )


def _settle(
    draft: DecisionDraft,
    check: DecisionCheck,
    row: Classification,
    level: RatingLevel,
    *,
    decision: Decision,
    at: datetime,
) -> None:
    dossier, findings = check.dossiers[row.pk], check.by_row[row.pk]
    row.decided_level, row.decided_at, row.decision = level, at, decision
    row.explanation = explain(dossier.proposal, findings, level).as_dict()
    row.save(update_fields=["decided_level", "decided_at", "decision", "explanation"])
    _keep(row, check.records[row.pk])
    fire(CLASSIFICATION, row, "decide", actor=draft.actor, at=at, findings=findings)


def _keep(row: Classification, record: Record) -> None:
    """The record as it reads back, so that what is kept is what is judged again."""
    text = record.to_json()
    KeptRecord.objects.create(classification=row, record=text, answer=answer(read_record(text)))


def _record_overrides(
    draft: DecisionDraft,
    check: DecisionCheck,
    given: Mapping[int, Iterable[OverrideInput]],
    at: datetime,
) -> None:
    for pk, inputs in given.items():
        for each in inputs:
            message = " ".join(finding.message for finding in check.overridable(pk, each.rule))
            row = check.dossiers[pk].row
            override_rule(
                actor=draft.actor, at=at, classification=row, message=message, because=each
            )


@command("decision.override", target="classification", scope=is_competent)
def override_rule(
    *,
    actor: Actor,
    at: datetime,
    classification: Classification,
    message: str,
    because: OverrideInput,
) -> Override:
    """Decide against what a rule says where it allows it, with the reason and the document that carries it."""
    if not because.reason.strip() or not because.document.strip():
        raise refuse(
            "decision.override",
            f"{classification.subject.name}: quyết định khác với quy định phải có lý do và số văn bản làm căn cứ.",
            remedy="Ghi đủ lý do và số văn bản.",
        )
    return Override.objects.create(
        classification=classification,
        rule=because.rule,
        message=message,
        reason=because.reason.strip(),
        document=because.document.strip(),
        by_id=actor.person_id,
        at=at,
    )
