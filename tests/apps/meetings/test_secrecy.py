"""Bí mật lá phiếu: neither keys, nor time, nor place of a row, nor the log tell who marked what.

Each check is first run against a planted leak, so that it is known to be able to fail.
"""

from itertools import pairwise

import pytest
from django.apps import apps
from django.db import connection, models
from tests.apps.meetings import stage as scenery

from tusoi.audit.models import AuditEntry, Transition
from tusoi.meetings.models.ballot import Ballot, BallotIssue, BallotRound

VOTERS = ("trade_head", "trade_deputy", "trade_officer", "trade_officer_2", "trade_officer_3")


DIVISION = ("collective", *VOTERS)


@pytest.fixture
def ballot_round(stage):
    return scenery.open_ballot(stage, scenery.in_session(stage), keys=DIVISION)


def columns_that_tell(model: type[models.Model]) -> set[str]:
    """Columns by which a row could be tied to a voter or a moment: dates, counters, persons, free text."""
    telling = (
        models.DateField,
        models.TimeField,
        models.AutoField,
        models.JSONField,
        models.TextField,
        models.GenericIPAddressField,
    )
    return {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, telling)
        or getattr(field.related_model, "__name__", "") in {"Person", "User", "BallotIssue"}
    }


def test_check_of_columns_finds_a_planted_leak():
    class Leaky(models.Model):
        voter = models.ForeignKey("org.Person", models.PROTECT, related_name="+")
        cast_at = models.DateTimeField()

        class Meta:
            app_label = "secrecy_test"

    del apps.all_models["secrecy_test"]
    assert columns_that_tell(Leaky) == {"id", "voter", "cast_at"}


def test_ballot_has_no_voter_no_time_no_counter():
    assert columns_that_tell(Ballot) == set()
    assert {field.name for field in Ballot._meta.concrete_fields} == {
        "id",
        "ballot_round",
        "subject",
        "level",
    }


def targets(model: type[models.Model]) -> set[str]:
    """The tables a row points to."""
    return {
        field.related_model.__name__ for field in model._meta.concrete_fields if field.related_model
    }


def test_issue_and_ballot_share_only_the_round():
    assert targets(BallotIssue) == {"BallotRound", "Person"}
    assert targets(Ballot) == {"BallotRound", "Subject"}
    assert not Ballot._meta.related_objects
    assert not BallotIssue._meta.related_objects


def rows_in_place() -> list[tuple[str, str]]:
    """Marks in the physical order of the table, with the transaction that wrote each."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT level, xmin::text FROM meetings_ballot ORDER BY ctid")
        return cursor.fetchall()


def follows_casting(levels: list[str]) -> bool:
    """Whether the marks lie in the order cast: `excellent` first, `not_completed` last."""
    order = ["excellent", "good", "completed", "not_completed"]
    places = [order.index(level) for level in levels]
    return all(earlier <= later for earlier, later in pairwise(places))


def cast_in_order(stage, ballot_round) -> None:
    """Four voters, each marking every subject with a level of his own."""
    for voter, level in zip(
        VOTERS, ("excellent", "good", "completed", "not_completed"), strict=False
    ):
        scenery.cast_paper(stage, ballot_round, voter, **dict.fromkeys(DIVISION, level))


def test_check_of_places_finds_a_planted_leak(stage, ballot_round):
    for level in ("excellent", "good", "completed", "not_completed"):
        for line in ballot_round.lines.all():
            Ballot.objects.create(ballot_round=ballot_round, subject=line.subject, level=level)
    assert follows_casting([level for level, _ in rows_in_place()])


def test_physical_order_does_not_follow_casting(stage, ballot_round):
    cast_in_order(stage, ballot_round)
    rows = rows_in_place()
    assert len(rows) == 24
    assert not follows_casting([level for level, _ in rows])


def test_keys_live_until_the_next_paper(stage, ballot_round):
    cast_in_order(stage, ballot_round)
    before = set(Ballot.objects.values_list("pk", flat=True))
    scenery.cast_paper(stage, ballot_round, "trade_officer_3", trade_head="good")
    assert before.isdisjoint(Ballot.objects.values_list("pk", flat=True))


@pytest.mark.django_db(transaction=True)
def test_all_rows_are_written_by_one_transaction(stage, ballot_round):
    """With real commits: a row put beside the box is younger than the rest, a paper that was cast is not."""
    cast_in_order(stage, ballot_round)
    assert len({writer for _, writer in rows_in_place()}) == 1
    line = ballot_round.lines.first()
    Ballot.objects.create(ballot_round=ballot_round, subject=line.subject, level="good")
    assert len({writer for _, writer in rows_in_place()}) == 2


def test_log_names_no_voter_and_no_mark(stage, ballot_round):
    cast_in_order(stage, ballot_round)
    entries = AuditEntry.objects.filter(command="ballot.cast")
    assert entries.count() == 4
    assert set(entries.values_list("user_id", "person_id", "role", "unit_id", "delegation_id")) == {
        (None, None, "", None, None)
    }
    assert {str(entry.detail) for entry in entries} == {"{}"}
    assert {entry.target_type for entry in entries} == {"meetings.ballotround"}
    assert not Transition.objects.filter(target_type="meetings.ballot").exists()


def test_no_statement_holds_voter_and_mark(stage, ballot_round, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as captured:
        scenery.cast_paper(stage, ballot_round, "trade_officer", trade_head="not_completed")
    statements = [query["sql"] for query in captured.captured_queries]
    voter = str(stage.person("trade_officer").pk)
    with_mark = [sql for sql in statements if "not_completed" in sql]
    assert with_mark
    assert all("ballotissue" not in sql and "auditentry" not in sql for sql in with_mark)
    assert any("ballotissue" in sql and voter in sql for sql in statements)


def test_nothing_but_the_sealed_tally_carries_the_result(ballot_round):
    """No column of the round except the tally and its hash could show an intermediate result."""
    names = {field.name for field in BallotRound._meta.concrete_fields}
    assert names == {
        "id",
        "meeting",
        "title",
        "purpose",
        "mode",
        "state",
        "summoned",
        "opened_at",
        "closed_at",
        "tally",
        "box_sha256",
        "cancel_reason",
    }
