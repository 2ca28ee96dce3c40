"""Tính lại quyết định: the record kept with a decision gives the same answer; a changed one is noticed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.apps.decisions.stage import decided
from tusoi.decisions.models import KeptRecord
from tusoi.decisions.selectors.replaying import replayed
from tusoi.org.enums import Role
from tusoi.rulebook.facts import RatedAs, RatingLevel
from tusoi.rulebook.record import read_record


@pytest.fixture
def kept(stage):
    """What two decided rows keep: a collective and its head."""
    decided(stage, trade="good", trade_head="good")
    return {
        key: KeptRecord.objects.get(classification=stage.row(key))
        for key in ("trade", "trade_head")
    }


def test_a_decision_keeps_what_it_was_judged_from(kept):
    head, collective = read_record(kept["trade_head"].record), read_record(kept["trade"].record)
    assert (head.rated_as, head.decided) == (RatedAs.CIVIL_SERVANT, RatingLevel.GOOD)
    assert head.head.collective_level is RatingLevel.GOOD
    assert (collective.rated_as, collective.person) == (RatedAs.COLLECTIVE, None)
    assert all(replayed(each.classification).matches for each in kept.values())


def test_before_a_decision_there_is_nothing_to_judge_again(stage):
    assert replayed(stage.row("trade")) is None


def test_the_office_sees_that_it_agrees_and_what_differs(stage, kept, sign_in):
    office = sign_in("coordinator", Role.COORDINATOR)
    url = reverse("hr:appraisal", args=[stage.row("trade_head").pk])
    assert "Đã tính lại: khớp" in office.get(url).content.decode()
    row = kept["trade_head"]
    row.record = row.record.replace('"disciplined":false', '"disciplined":true')
    row.save()
    page = office.get(url).content.decode()
    assert "Đã tính lại: có khác biệt" in page
    assert "tính lại “Không hoàn thành nhiệm vụ”" in page
