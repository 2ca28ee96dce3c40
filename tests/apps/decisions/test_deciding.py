"""Quyết định mức xếp loại: by the competent authority, on complete dossiers, within the caps, never on oneself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.decisions.stage import DECIDED, decided, hold_meeting, proposed, sign
from tusoi.audit.models import AuditEntry
from tusoi.core.errors import NotAllowed, Refused
from tusoi.decisions.models import Classification, Decision, Override
from tusoi.decisions.services.deciding import OverrideInput, decide
from tusoi.documents.models import StoredDocument
from tusoi.meetings.enums import MeetingKind
from tusoi.org.enums import Role


def rules_of(error: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {finding.rule for finding in error.value.findings}


def test_the_head_decides_what_the_leaders_concluded(stage):
    decision = decided(stage, trade="good", trade_head="good", trade_deputy="good")

    rows = Classification.objects.filter(decision=decision)
    assert {row.state for row in rows} == {"decided"}
    assert {row.decided_level for row in rows} == {"good"}
    assert all(row.explanation["lines"] for row in rows)
    assert decision.issuer == stage.department.body
    assert StoredDocument.objects.filter(kind="decision", owner_id=decision.pk).count() == 1
    assert AuditEntry.objects.filter(command="decision.decide").count() == 1


def test_head_of_a_service_unit_decides_own_employees_and_only_those(stage):
    head = stage.actor("centre_head", Role.UNIT_HEAD)
    decision = decided(stage, "7", head, centre_employee="good", centre_employee_2="good")
    assert decision.issuer == stage.department.units["centre"]

    with pytest.raises(Refused) as error:
        decided(stage, "8", head, centre_deputy="good")
    assert "decision.competence" in rules_of(error)


def test_head_of_a_division_decides_nobody(stage):
    rows = proposed(stage, trade_officer="good")
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"}, actor=stage.actor("trade_head", Role.UNIT_HEAD))
    assert "decision.competence" in rules_of(error)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.INDIVIDUAL])
def test_nobody_else_decides(stage, role):
    rows = proposed(stage, trade_officer="good")
    with pytest.raises(NotAllowed):
        sign(stage, {rows[0]: "good"}, actor=stage.actor("coordinator", role))


def test_nobody_decides_on_himself(stage):
    rows = proposed(stage, centre_employee="good")
    own = stage.actor("centre_head", Role.UNIT_HEAD).__class__
    delegate = own(
        user_id=None,
        person_id=stage.department.people["centre_employee"].pk,
        name="Lý Thị Nga",
        role=Role.UNIT_HEAD,
        unit_id=stage.department.units["centre"].pk,
    )
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"}, actor=delegate)
    assert "authority.self-decision" in rules_of(error)


def test_leaders_rated_by_a_higher_level_are_never_decided_here(stage):
    row = stage.row("vice_director")
    with pytest.raises(Refused) as error:
        sign(stage, {row: "good"})
    assert "decision.competence" in rules_of(error)


def test_without_approved_minutes_of_the_leaders_there_is_no_ground(stage):
    rows = proposed(stage, trade="good")
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"}, basis_meeting=None)
    assert "decision.basis" in rules_of(error)

    meeting = hold_meeting(stage, MeetingKind.LEADERS_RATING, [rows[0].subject], is_approved=False)
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"}, basis_meeting=meeting)
    assert "decision.basis-minutes" in rules_of(error)


def test_the_meeting_must_have_concluded_on_each_subject(stage):
    rows = proposed(stage, trade="good", industry="good")
    meeting = hold_meeting(stage, MeetingKind.LEADERS_RATING, [rows[0].subject])
    with pytest.raises(Refused) as error:
        sign(stage, dict.fromkeys(rows, "good"), basis_meeting=meeting)
    assert rules_of(error) == {"decision.not-concluded"}
    assert not Decision.objects.exists()


def test_an_incomplete_dossier_is_refused_with_everything_that_is_missing(opened):
    row = opened.row("trade")
    with pytest.raises(Refused) as error:
        sign(opened, {row: "good"})
    assert {
        "rating.review-final",
        "rating.minutes-approved",
        "authority.required-opinions",
        "decision.state",
    } <= rules_of(error)


def test_head_waits_for_the_collective(stage):
    rows = proposed(stage, trade_head="good")
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"})
    assert rules_of(error) == {"decision.head-first"}


def test_head_above_the_collective_needs_an_override(stage):
    head, collective = proposed(stage, trade_head="good", trade="completed")
    levels = {head: "good", collective: "completed"}
    with pytest.raises(Refused) as error:
        sign(stage, levels)
    assert rules_of(error) == {"classification.head-within-collective"}

    rule = "classification.head-within-collective"
    answer = OverrideInput(
        rule, "Mới nhận nhiệm vụ, không liên quan hạn chế của tập thể.", "12-KL/BCSĐ"
    )
    sign(stage, levels, overrides={head.pk: [answer]})
    assert Override.objects.get().classification == head
    assert AuditEntry.objects.filter(command="decision.override").exists()


def test_an_override_needs_reason_and_document(stage):
    head, collective = proposed(stage, trade_head="good", trade="completed")
    answer = OverrideInput("classification.head-within-collective", "", "")
    with pytest.raises(Refused, match="phải có lý do"):
        sign(stage, {head: "good", collective: "completed"}, overrides={head.pk: [answer]})
    assert not Decision.objects.exists()


def test_what_may_not_be_overridden_is_not(stage):
    rows = proposed(stage, trade_head="good")
    answer = OverrideInput("decision.head-first", "Lý do", "1-QĐ")
    with pytest.raises(Refused) as error:
        sign(stage, {rows[0]: "good"}, overrides={rows[0].pk: [answer]})
    assert rules_of(error) == {"decision.head-first"}


def test_number_date_and_emptiness(stage):
    row = proposed(stage, trade="good")[0]
    with pytest.raises(Refused) as error:
        sign(stage, {row: "good"}, number=" ", signed_on=date(2023, 12, 30))
    assert {"decision.number", "decision.future"} <= rules_of(error)
    with pytest.raises(Refused) as error:
        decide(
            actor=stage.director,
            at=DECIDED,
            campaign=stage.campaign,
            levels={},
            number="1",
            signed_on=DECIDED.date(),
            signer_title="Giám đốc",
        )
    assert "decision.empty" in rules_of(error)


def test_a_number_is_used_once(stage):
    decided(stage, "55", trade="good")
    with pytest.raises(Refused) as error:
        decided(stage, "55", industry="good")
    assert "decision.number" in rules_of(error)


def test_nobody_is_decided_twice(stage):
    decided(stage, "55", trade="good")
    with pytest.raises(Refused) as error:
        sign(stage, {stage.row("trade"): "completed"}, "56")
    assert "decision.state" in rules_of(error)
    assert stage.row("trade").decided_level == "good"
