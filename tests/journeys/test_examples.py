"""Năm mùa ví dụ: each folder is complete, plays from its plan to the last notice, in its body's style, twice the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import LocalRule, Subject
from tusoi.campaigns.selectors.papers import plan_paper, review_paper
from tusoi.campaigns.selectors.plan_readings import settled_fields
from tusoi.decisions.models import Notice
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.officialdocs.html_writer import write_html
from tusoi.rehearsal import example, season
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rulebook.rules.authority import procedures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rehearsal.example import Example
    from tusoi.rehearsal.stage import Stage

pytestmark = pytest.mark.journey
COMPARED_ELSEWHERE = "lai-chau-2023"
"""Played twice, its files compared byte for byte, in test_season.py."""
HEADS = {True: "ĐẢNG CỘNG SẢN VIỆT NAM", False: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}


@dataclass(frozen=True)
class Played:
    """Mùa đã diễn: its stage, and the digest of its papers when it was played before."""

    stage: Stage
    digest_before: str


@pytest.fixture(scope="module", params=example.names())
def played(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker
) -> Iterator[Played]:
    """The season played to its end in a database of its own, once before and taken back, then to be looked at."""
    chosen = example.load(request.param)
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_vi_du"):
        before = "" if chosen.name == COMPARED_ELSEWHERE else digest_of_a_play_taken_back(chosen)
        yield Played(season.play(chosen), before)


def digest_of_a_play_taken_back(chosen: Example) -> str:
    with transaction.atomic():
        found = digest(season.play(chosen))
        transaction.set_rollback(True)
    return found


@pytest.fixture
def stage(played: Played) -> Stage:
    return played.stage


def digest(stage: Stage) -> str:
    """One number for the words of the plan, of every review and of every frozen paper."""
    reviews = (stage.review(code) for code in stage.subjects)
    texts = [write_html(plan_paper(stage.opened)), *map(write_html, map(review_paper, reviews))]
    texts += StoredDocument.objects.order_by("pk").values_list("preview", flat=True)
    return hashlib.sha256("\f".join(texts).encode()).hexdigest()


@pytest.mark.parametrize("name", example.names())
def test_every_folder_is_complete(name: str) -> None:
    chosen = example.load(name)
    parts = {f"{part}.yaml" for part in example.PARTS} | {example.PLAN_TEXT}
    assert {path.name for path in (example.FOLDER / name).iterdir()} == parts
    times = [chosen.season[key] for key in ("plan_at", "open_at", "demo_at", "close_at")]
    assert times == sorted(times, key=example.moment)
    assert len(chosen.season["accounts"]) >= 8
    names = [row["name"] for rows in chosen.people.values() for row in rows]
    assert len(names) == len(set(names))


def test_the_season_closes_with_everybody_told(stage: Stage) -> None:
    assert stage.opened.state == "closed"
    rated = Subject.objects.filter(standing=Standing.RATED_HERE)
    assert rated.exists()
    assert set(rated.values_list("classification__state", flat=True)) == {"notified"}
    assert Notice.objects.filter(read_at__isnull=False).exists()


def test_the_rules_refuse_what_the_example_foresees(stage: Stage) -> None:
    assert stage.refusals
    assert all(refusal.messages for refusal in stage.refusals)


def test_the_campaign_comes_from_the_plan_as_it_was_read(stage: Stage) -> None:
    assert stage.read.campaign == stage.opened
    assert not [row.key for row in settled_fields(stage.read) if row.needs_look]


def test_the_campaign_is_what_the_plan_of_the_example_says(stage: Stage) -> None:
    plan, campaign = stage.example.plan, stage.opened
    facts = ("title", "review_year", "plan_number", "plan_date", "overlay", "superior_body")
    assert [getattr(campaign, name) for name in facts] == [plan[name] for name in facts]
    assert campaign.signer == stage.person(plan["signer"])
    milestones = campaign.milestones.values_list("step", "due_on", "is_inclusive")
    assert set(milestones) == {
        (row["step"], row["due_on"], row.get("is_inclusive", False)) for row in plan["milestones"]
    }
    assert set(campaign.tracks.values_list("kind", flat=True)) == set(procedures(campaign.overlay))
    assert campaign.legal_bases.count() >= 1
    own = LocalRule.objects.filter(document_number=campaign.plan_number)
    assert not own.exists(), "the rules of the plan stand in its overlay"


def test_the_reader_names_the_person_who_signs(stage: Stage) -> None:
    signer = next(row for row in settled_fields(stage.read) if row.key == "signer")
    assert signer.answer == "accepted"
    assert signer.value == stage.person(stage.example.plan["signer"]).full_name


def test_papers_carry_the_style_of_who_issues_them(stage: Stage) -> None:
    issued = StoredDocument.objects.exclude(kind=PaperKind.MINUTES).select_related("issuer")
    assert issued.exists()
    for document in issued.exclude(kind=PaperKind.SUMMARY_SHEET):
        is_party = document.issuer.is_party
        assert HEADS[is_party] in document.preview, document
        assert HEADS[not is_party] not in document.preview, document
    plan = write_html(plan_paper(stage.opened))
    assert HEADS[stage.cast.body.is_party] in plan


def test_the_plan_begins_every_basis_with_its_word(stage: Stage) -> None:
    bases = plan_paper(stage.opened).bases
    assert all(text.startswith(("Căn cứ ", "Thực hiện ")) for text in bases)


def test_two_plays_give_the_same_words(played: Played) -> None:
    if played.stage.example.name != COMPARED_ELSEWHERE:
        assert digest(played.stage) == played.digest_before
