"""Cả đợt lai-chau-2023: what comes out of the hard cases when the season is played through the commands."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tusoi.audit.models import AuditEntry, Transition
from tusoi.decisions.models import Classification, KeptRecord, Notice, OpinionRequest
from tusoi.decisions.selectors.caps import caps_of
from tusoi.documents.models import StoredDocument
from tusoi.meetings.selectors.results import ballot_result
from tusoi.rehearsal import example, papers, play, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rulebook.facts import RatingLevel, Standing
from tusoi.rulebook.record import replay
from tusoi.rulebook.rules.quotas import QuotaBase, QuotaScope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tusoi.rehearsal.stage import Stage

pytestmark = pytest.mark.journey
NAME = "lai-chau-2023"


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker) -> Iterator[Stage]:
    """The season, played to its end in a database of its own."""
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_dot"):
        yield season.play(example.load(NAME))


@pytest.fixture(scope="module")
def folder(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its papers."""
    out = tmp_path_factory.mktemp("van-ban")
    papers.write_all(stage, out)
    return out


def decided(stage: Stage, code: str) -> str:
    return stage.classification(code).decided_level


def test_example_has_75_people_in_eight_units() -> None:
    people = [row for rows in example.load(NAME).people.values() for row in rows]
    names = {row["name"] for row in people}
    assert len(people) == len(names) == 75
    assert len(example.load(NAME).organisation["units"]) == 8


def test_campaign_is_closed_with_everybody_told(stage: Stage) -> None:
    assert stage.opened.state == "closed"
    rows = Classification.objects.filter(subject__standing=Standing.RATED_HERE)
    assert rows.count() == 78
    assert set(rows.values_list("state", flat=True)) == {"notified"}
    assert Notice.objects.filter(read_at__isnull=True).exists()


@pytest.mark.parametrize(
    ("code", "standing"),
    [
        ("SCT-025", Standing.NOT_RATED),
        ("SCT-001", Standing.RATED_ELSEWHERE),
        ("TTLD-SCT", Standing.RATED_ELSEWHERE),
        ("SCT-057", Standing.RATED_HERE),
        ("SCT-047", Standing.RATED_HERE),
    ],
    ids=["mới nhận việc", "lãnh đạo Sở", "tập thể lãnh đạo Sở", "nghỉ thai sản", "chuyển phòng"],
)
def test_everybody_stands_where_the_law_puts_them(
    stage: Stage, code: str, standing: Standing
) -> None:
    assert stage.subjects[code].standing == standing


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("SCT-046", RatingLevel.COMPLETED),
        ("SCT-035", RatingLevel.NOT_COMPLETED),
        ("SCT-051", RatingLevel.COMPLETED),
        ("TTLD-QLTM", RatingLevel.COMPLETED),
        ("SCT-091", RatingLevel.GOOD),
        ("SCT-057", RatingLevel.GOOD),
        ("SCT-067", RatingLevel.EXCELLENT),
        ("SCT-058", RatingLevel.GOOD),
    ],
    ids=[
        "nghỉ ốm ba tháng",
        "bị kỷ luật",
        "người đứng đầu không cao hơn tập thể",
        "tập thể thấp hơn",
        "kỷ luật của năm trước",
        "nghỉ thai sản",
        "nhóm dưới năm người",
        "vắng mặt, kiểm điểm bổ sung",
    ],
)
def test_levels_of_the_hard_cases(stage: Stage, code: str, level: RatingLevel) -> None:
    assert decided(stage, code) == level


def test_every_decision_is_judged_again_with_the_same_bytes(stage: Stage) -> None:
    kept = list(KeptRecord.objects.all())
    assert len(kept) == 78
    assert [each.pk for each in kept if not replay(each.record, each.answer).matches] == []


def test_sickness_is_explained_with_its_ground(stage: Stage) -> None:
    explanation = str(stage.classification("SCT-046").explanation)
    assert "90/2020/NĐ-CP" in explanation
    assert "nghỉ" in explanation.lower()


def test_moved_person_has_the_opinion_of_the_former_unit(stage: Stage) -> None:
    request = OpinionRequest.objects.get(subject=stage.subjects["SCT-047"], source="former_unit")
    assert request.unit == stage.cast.units["QLTM"]
    assert request.state == "given"


def test_absent_person_is_caught_up_in_a_second_meeting(stage: Stage) -> None:
    items = stage.subjects["SCT-058"].agenda_items.order_by("meeting__starts_at")
    reviews = [item.state for item in items if item.meeting.kind == "unit_review"]
    assert reviews == ["deferred", "concluded"]


def test_deputy_chairs_while_the_head_is_reviewed(stage: Stage) -> None:
    for unit in stage.season["units"]:
        head, deputy = (stage.person(code) for code in stage.cast.leaders(unit)[:2])
        item = stage.meetings[unit].agenda.get(subject__person=head)
        assert item.chair == deputy


def test_agenda_follows_the_legal_order(stage: Stage) -> None:
    agenda = stage.meetings["VP"].agenda.select_related("subject__track")
    kinds = [item.subject.track.kind for item in agenda]
    assert kinds[:4] == ["unit_collective", "division_head", "division_deputy", "division_deputy"]


def test_first_decision_is_refused_over_cap_and_over_the_collective(stage: Stage) -> None:
    (refusal,) = stage.refusals
    reasons = " ".join(refusal.messages)
    assert "vượt mức tối đa 4" in reasons
    assert "cao hơn mức của tập thể" in reasons
    assert not Classification.objects.filter(
        decision__number="2391/QĐ-SCT", decided_at__lt=refusal.at
    )


def test_caps_hold_in_every_group_and_readings_differ(stage: Stage) -> None:
    verdicts = caps_of(stage.opened).verdicts
    assert all(verdict.current.is_within for verdict in verdicts.values())
    officers = verdicts[QuotaScope.GROUP, "CHUYEN-VIEN"]
    assert officers.readings[QuotaBase.GOOD].allowed == 4
    assert officers.readings[QuotaBase.GOOD_OR_BETTER].allowed == 5
    assert verdicts[QuotaScope.GROUP, "LAO-DONG"].is_small


def test_ballots_close_arithmetically(stage: Stage) -> None:
    summary = ballot_result(stage.subjects["SCT-079"])
    assert summary is not None
    for ballot_round in stage.rounds.values():
        ballot_round.refresh_from_db()
        tally = ballot_round.tally
        assert tally["issued"] == tally["returned"] + tally["not_returned"]
        assert tally["returned"] == tally["valid"] + tally["invalid"]


def test_nobody_can_be_told_from_the_log_of_votes(stage: Stage) -> None:
    casts = AuditEntry.objects.filter(command="ballot.cast")
    assert casts.count() == 17
    assert set(casts.values_list("person_id", "actor_name")) == {(None, casts[0].actor_name)}


def test_every_step_is_in_the_log(stage: Stage) -> None:
    assert Transition.objects.filter(machine="classification", action="decide").count() == 78
    assert Transition.objects.filter(machine="campaign", action="close").count() == 1


def test_papers_of_every_kind_are_kept(stage: Stage, folder: Path) -> None:
    kinds = set(StoredDocument.objects.values_list("kind", flat=True))
    assert {"minutes", "decision", "notice", "submission_note", "summary_sheet"} <= kinds
    written = sorted(folder.rglob("*.docx"))
    assert len(written) == 401
    assert all(path.with_suffix(".pdf").exists() for path in written)
    assert all(path.name.isascii() and len(path.name) <= 50 for path in written)


def test_a_second_rehearsal_gives_the_same_papers_byte_for_byte(
    stage: Stage, folder: Path, tmp_path: Path
) -> None:
    shown = StringIO()
    assert play.rehearse(NAME, tmp_path, Console(file=shown, width=120)) == 0
    first = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.docx")}
    second = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.docx")}
    assert first == second
    told = " ".join(shown.getvalue().split())
    assert "Đã ghi 401 văn bản" in told
    assert "Đọc kế hoạch" in told
    assert "Sửa “Nơi nhận”: viết gọn lại" in told


def test_unknown_example_is_said_in_words(tmp_path: Path) -> None:
    shown = StringIO()
    assert play.rehearse("khong-co", tmp_path, Console(file=shown, width=200)) == 2
    assert "Không có ví dụ “khong-co”" in shown.getvalue()
