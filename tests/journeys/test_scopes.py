"""Đúng người, đúng việc: the example's people, each in a role, at every address of real objects of others."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, reverse

from tests.journeys import rights
from tests.journeys.rights import HOLDERS, Who
from tests.journeys.scopes import ACTS, PAGES
from tests.officialdocs.signing import authority, leader, signed
from tusoi.audit.models import AuditEntry
from tusoi.awards.enums import AwardTitle
from tusoi.awards.facts import Merits
from tusoi.awards.models import AwardDiscussion, AwardNomination
from tusoi.awards.services.registering import register
from tusoi.campaigns.models import (
    Campaign,
    CirculationReceipt,
    Review,
    Subject,
    Suggestion,
    SuggestionOpinion,
    Supervision,
)
from tusoi.campaigns.services.local_rules import add_local_rule
from tusoi.campaigns.services.plan_reading import read_document
from tusoi.core import clock
from tusoi.core.actor import INSTALLER
from tusoi.decisions.models import Classification, Notice, OpinionRequest
from tusoi.documents.enums import SetContent, SetFormat
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.sets import Wanted
from tusoi.documents.services.sets import make_set, order_set
from tusoi.documents.services.signing import add_trust_anchor, attach_signed
from tusoi.documents.services.templates import add_template
from tusoi.jobs.models import Job
from tusoi.jobs.services.kinds import PEOPLE_CHECK
from tusoi.meetings.models import Meeting
from tusoi.meetings.models.ballot import Ballot, BallotRound
from tusoi.officialdocs.own import example_template
from tusoi.officialdocs.styles import styles
from tusoi.org.enums import Role
from tusoi.org.models import PartyCell, Person, Unit
from tusoi.org.selectors.actors import Capacity, capacities_of
from tusoi.org.selectors.units import body
from tusoi.org.services.accounts import invite
from tusoi.rehearsal import example, season
from tusoi.rehearsal.example import moment
from tusoi.rehearsal.scratch import scratch_database
from tusoi.web import urls as web_urls
from tusoi.web.shared.acting import PUBLIC, SESSION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.http import HttpResponse

    from tusoi.core.actor import Actor
    from tusoi.rehearsal.stage import Stage

People = dict[str, tuple[Who, Client]]
pytestmark = pytest.mark.journey
NAME = "lai-chau-2023"
TOKEN = re.compile(rb'(?<=csrfmiddlewaretoken" value=")\w+|(?<=X-CSRFToken": ")\w+')


def flat(patterns: list[Any], namespaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from flat(pattern.url_patterns, inner)
        else:
            yield ":".join((*namespaces, pattern.name or "")), pattern


ROUTES = {
    name: route for name, route in flat(web_urls.urlpatterns) if route.callback.permission != PUBLIC
}
OF_OBJECTS = {name for name, route in ROUTES.items() if route.pattern.converters}
LISTS = sorted(ROUTES.keys() - OF_OBJECTS)
LATER_PAGES = (
    "document",
    "me:result",
    "me:result_paper",
    "panel:decision",
    "panel:decision_paper",
    "panel:round",
    "panel:tally_docx",
)
LATER_ACTS = (
    "me:result_read",
    "panel:decision_notify",
    "panel:round_cancel",
    "panel:minutes_approve",
)


# The stage: the middle of the season, then its end; everybody signed in, each in one role


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    chosen = example.load(NAME)
    with django_db_blocker.unblock(), scratch_database("tusoi_kiem_thu_quyen"):
        yield season.play(chosen, until=moment(chosen.season["demo_at"]))


@contextmanager
def clock_at(now: datetime) -> Iterator[None]:
    with override_settings(CLOCK_STARTS_AT=now):
        clock._shift.cache_clear()
        yield
    clock._shift.cache_clear()


@pytest.fixture(scope="module")
def people(stage: Stage) -> Iterator[People]:
    """Everybody of the table, each with a client that acts in the role.

    Two of them have ordered an import and a set of papers, and the body has a rule of its own.
    """
    now = moment(stage.season["demo_at"])
    with clock_at(now):
        found = {key: sign_in(now, *holder) for key, holder in HOLDERS.items()}
        for key in ("coordinator", "another-head"):
            queue_import(found[key][0].person)
            fetch_set(found[key][0], now)
        set_rule(stage.cast.office(now), now)
        sign_paper(stage.cast.office(now), now)
        hold_awards(stage.cast.office(now), now)
        keep_template(stage.cast.office(now), now)
        keep_reading(stage.cast.office(now), now)
        guide(now)
        yield found


@pytest.fixture(scope="module")
def people_later(stage: Stage, people: People) -> Iterator[People]:
    """The same people when everything is decided and told. From here on there is no way back."""
    now = moment(stage.season["demo_at"])
    for step in [step for step in season.steps(stage) if step.at > now]:
        step.take()
        now = step.at
    with clock_at(now):
        yield {key: sign_in(now, *holder) for key, holder in HOLDERS.items()}


def sign_in(day: datetime, code: str, role: Role, place: str) -> tuple[Who, Client]:
    person, client = Person.objects.get(code=code), Client(raise_request_exception=False)
    user = getattr(person, "user", None)
    user = user or invite(actor=INSTALLER, at=day, person=person).user
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[SESSION_KEY] = key_of(capacities_of(user, day.date()), role, place)
    session.save()
    return Who(person, role, place), client


def key_of(held: list[Capacity], role: Role, place: str) -> str:
    """The capacity of that role at that unit or cell."""
    units = dict(Unit.objects.values_list("pk", "code"))
    cells = dict(PartyCell.objects.values_list("pk", "code"))
    return next(
        own.key
        for own in held
        if own.actor.role == role
        and place in {units.get(own.actor.unit_id), cells.get(own.actor.cell_id)}
    )


def queue_import(person: Person) -> None:
    """An import that this person has ordered."""
    facts = {"title": "Kiểm tra bảng nhân sự", "status": "done", "created_at": clock.now()}
    Job.objects.get_or_create(user=person.user, kind=PEOPLE_CHECK, defaults=facts)


def fetch_set(who: Who, now: datetime) -> None:
    """A finished set of the personal forms of one unit."""
    actor = next(
        own.actor
        for own in capacities_of(who.person.user, now.date())
        if own.actor.role == who.role
    )
    wanted = Wanted(
        content=SetContent.FORMS,
        campaign_id=Campaign.objects.get(state="open").pk,
        unit=Unit.objects.get(code="KCXT"),
    )
    ordered = order_set(
        actor=actor, at=now, wanted=wanted, formats=SetFormat.DOCX, title="Bản kiểm điểm"
    )
    make_set(actor=actor, document_set=ordered, progress=lambda done, total: None)


def set_rule(office: Actor, now: datetime) -> None:
    """A rule of the body's own."""
    add_local_rule(
        actor=office,
        at=now,
        body=body(),
        name="quota.rounding",
        value="down",
        starts_on=date(2023, 1, 1),
        ends_on=None,
        document_number="34/QĐ-SCT",
        document_date=date(2022, 12, 15),
        issuer="Giám đốc Sở",
        note="",
    )


def keep_reading(office: Actor, now: datetime) -> None:
    """A plan that was read and not yet looked through."""
    text = "Số: 12/KH-SCT\nKẾ HOẠCH\nKiểm điểm năm 2023\nThực hiện theo mẫu gửi kèm."
    read_document(actor=office, at=now, body=body(), content=text.encode())


def hold_awards(office: Actor, now: datetime) -> None:
    """Two registrations, one discussion, two nominations of different units."""
    held = Meeting.objects.filter(opened_at__isnull=False).order_by("pk")[0]
    discussion = AwardDiscussion.objects.create(
        meeting=held, voting="Bỏ phiếu kín", voters=5, recorded_at=now
    )
    for subject in Subject.objects.filter(person__code__in=["SCT-064", "SCT-079"]):
        day, title = date(2023, 2, 10), AwardTitle.BASE_FIGHTER
        facts = {"registrant": subject.person, "title": title, "registered_on": day}
        register(actor=office, at=now, **facts)
        AwardNomination.objects.create(
            subject=subject,
            title=title,
            discussion=discussion,
            achievements="Hoàn thành mọi nhiệm vụ.",
            merits=Merits().as_json(),
            votes_for=5,
            nominated_at=now,
        )


def guide(now: datetime) -> None:
    """An answered suggestion on which another unit is asked, and a unit whose review is supervised."""
    subject = Subject.objects.get(person__code="SCT-064")
    suggestion = Suggestion.objects.create(
        subject=subject,
        issuer="Ban Thường vụ Tỉnh ủy",
        document_date=now.date(),
        text="Việc chậm báo cáo.",
        entered_at=now,
        answer="Đã khắc phục.",
        answered_at=now,
    )
    asked = Unit.objects.get(code="KCXT")
    SuggestionOpinion.objects.create(
        suggestion=suggestion, unit=asked, asked_at=now, due_on=now.date()
    )
    supervisor = Person.objects.get(code="SCT-003")
    Supervision.objects.create(
        campaign=subject.campaign, unit=subject.unit, person=supervisor, assigned_at=now
    )


def keep_template(office: Actor, now: datetime) -> None:
    """A template of the body's own, not in use."""
    add_template(
        actor=office,
        at=now,
        unit=body(),
        kind="plan",
        file_name="ke-hoach.docx",
        content=example_template("plan", styles()["nd30"]),
    )


def sign_paper(office: Actor, now: datetime) -> None:
    """A signed file of the first paper, under a trusted certificate."""
    document = StoredDocument.objects.order_by("pk").first()
    add_trust_anchor(actor=INSTALLER, at=now, content=authority().der, source="Thử nghiệm.")
    content = signed(bytes(document.pdf), leader())
    attach_signed(actor=office, at=now, document=document, content=content, name="da-ky.pdf")


# Objects


def test_every_address_of_an_object_stands_in_the_table() -> None:
    assert PAGES.keys() | ACTS.keys() == OF_OBJECTS


def wrong_views(name: str, people: People) -> list[str]:
    """Who finds the page otherwise than by right."""
    page, wrong = PAGES[name], []
    for row in page.objects():
        url = reverse(name, kwargs=page.address(row))
        for key, (who, client) in people.items():
            expected = 200 if page.opens(who, row) else 404
            found = client.get(url).status_code
            if found != expected:
                wrong.append(f"{key} on {row!r}: {found}, not {expected}")
    return wrong


def wrong_deeds(name: str, people: People) -> list[str]:
    """Who, without the right, gets another answer than a refusal, or leaves a trace."""
    act, wrong = ACTS[name], []
    for row in act.objects():
        url, data = reverse(name, kwargs=act.address(row)), act.data(row)
        for key, (who, client) in people.items():
            if act.may(who, row):
                continue
            expected = act.refusal if act.sees(who, row) else 404
            before = AuditEntry.objects.count()
            found = client.post(url, data).status_code
            if found != expected or AuditEntry.objects.count() != before:
                wrong.append(f"{key} on {row!r}: {found}, not {expected}")
    return wrong


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_is_there_for_those_who_may_see_it_only(people: People, name: str) -> None:
    assert wrong_views(name, people) == []


@pytest.mark.parametrize("name", sorted(ACTS))
def test_command_is_refused_out_of_scope(people: People, name: str) -> None:
    assert wrong_deeds(name, people) == []


# Lists


REGISTRY = {"oversight:accounts", "oversight:roles", "oversight:jobs"}
"""Lists of people for the technical administrator, who sees nothing of what is written about them."""


def text_of(response: HttpResponse) -> str:
    """What a page or a spreadsheet says."""
    content = response.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [name for name in archive.namelist() if not name.startswith("docProps")]
            content = b"".join(archive.read(name) for name in parts)
    return TOKEN.sub(b"", content).decode()


def known_to(who: Who) -> set[str]:
    """Whom a person meets by right: those in sight, those at the same meetings, writers of drafts received."""
    subjects = Subject.objects.select_related("person", "track", "unit", "cell")
    seen = [row.name for row in subjects if rights.sees_subject(who, row)]
    colleagues = [row.name for row in subjects if who.runs(row.unit)]
    met = [
        name
        for meeting in Meeting.objects.all()
        if rights.sees_meeting(who, meeting)
        for name in meeting.attendances.values_list("person__full_name", flat=True)
    ]
    drafts = CirculationReceipt.objects.filter(person=who.person)
    sent = drafts.values_list("circulation__review__subject__name", flat=True)
    told = Notice.objects.filter(recipient=who.person).values_list("subject__name", flat=True)
    requests = OpinionRequest.objects.select_related("subject", "cell", "unit")
    asked = [row.subject.name for row in requests if rights.is_asked(who, row)]
    opinions = SuggestionOpinion.objects.select_related("suggestion__subject", "unit")
    heard = [
        row.suggestion.subject.name for row in opinions if rights.is_asked_on_suggestion(who, row)
    ]
    return {who.person.full_name, *seen, *colleagues, *met, *sent, *told, *asked, *heard}


def mentioned(text: str, names: list[str]) -> set[str]:
    """Which of the names stand in the text; the longest first, so that none is found within another."""
    found = set()
    for name in names:
        if name in text:
            found.add(name)
            text = text.replace(name, "")
    return found


def strangers_in_lists(who: Who, client: Client) -> dict[str, set[str]]:
    """Names on pages without an object that the person has no right to meet there."""
    everybody = Person.objects.values_list("full_name", flat=True)
    names, known = sorted(everybody, key=len, reverse=True), known_to(who)
    pages = {name: text_of(client.get(reverse(name))) for name in LISTS if name not in REGISTRY}
    found = {name: mentioned(text, names) - known for name, text in pages.items()}
    return {name: strangers for name, strangers in found.items() if strangers}


IN_SCOPE = [key for key, (_, role, _) in HOLDERS.items() if role not in rights.WHOLE_BODY]


@pytest.mark.parametrize("key", IN_SCOPE)
def test_lists_name_no_stranger(people: People, key: str) -> None:
    assert strangers_in_lists(*people[key]) == {}


# Rows of others in a form that names many


def foreign_rows(who: Who) -> list[Classification]:
    rows = Classification.objects.select_related("subject__unit").exclude(
        subject__unit__code=who.place
    )
    return list(rows.order_by("pk")[:5])


@pytest.mark.parametrize("name", ["panel:board_propose", "panel:decision_sign"])
def test_rows_of_another_unit_in_a_form_are_left_alone(people: People, name: str) -> None:
    who, client = people["another-head"]
    rows = foreign_rows(who)
    before = [(row.pk, row.state, row.proposed_level, row.decided_level) for row in rows]
    levels = {f"level_{row.pk}": "excellent" for row in rows}
    facts = {"number": "1/QĐ", "signed_on": clock.today(), "signer_title": "Giám đốc"}
    client.post(reverse(name), {**levels, **facts})
    after = [
        (row.pk, row.state, row.proposed_level, row.decided_level) for row in foreign_rows(who)
    ]
    assert after == before


def test_drafts_of_another_unit_cannot_be_sent_out(people: People) -> None:
    _, client = people["another-head"]
    strangers = Review.objects.exclude(subject__unit__code="KCXT")
    before = CirculationReceipt.objects.count()
    data = {"reviews": [row.pk for row in strangers], "recipients": [Person.objects.first().pk]}
    client.post(reverse("unit:circulate"), data)
    assert CirculationReceipt.objects.count() == before


# The technical administrator, and the ballots


def test_technical_administrator_meets_no_content(people: People) -> None:
    """Own things apart, there is nothing but accounts, roles, jobs and trusted certificates."""
    who, client = people["technical-admin"]
    opened = {
        (name, row)
        for name, page in PAGES.items()
        for row in page.objects()
        if client.get(reverse(name, kwargs=page.address(row))).status_code == 200
    }
    foreign = {
        (name, row)
        for name, row in opened
        if name.startswith("me:") and who.person not in owners(row)
    }
    technical = {
        "job",
        "oversight:account",
        "oversight:role_revoke",
        "oversight:trust_anchor_retire",
    }
    assert not foreign
    assert {name for name, _ in opened if not name.startswith("me:")} <= technical


def owners(row: Any) -> set[Person]:
    """Whose words, post or result it is."""
    review = getattr(row, "review", row)
    subject = getattr(review, "subject", None)
    found = {getattr(row, "person", None), getattr(row, "recipient", None)}
    return found | {subject.person if subject else None}


WATCHING = ["director", "coordinator", "supervisor", "another-head", "another-secretary"]
VOTING = ["another-officer", "counting-panel"]


def pages_of(client: Client, ballot_round: BallotRound) -> dict[str, str]:
    """All that may speak of a round: the room, the bench, the paper, the board, results, dossiers, the log."""
    meeting, lines = ballot_round.meeting, ballot_round.lines.select_related("subject")
    rooms = ("meeting", "room_live", "projector", "minutes_docx")
    benches = ("round", "ballot", "tally_docx")
    addresses = [
        *(reverse(f"panel:{name}", args=[meeting.pk]) for name in rooms),
        *(reverse(f"panel:{name}", args=[ballot_round.pk]) for name in benches),
        *(reverse("hr:appraisal", args=[line.subject.classification.pk]) for line in lines[:2]),
        *(reverse(name) for name in LISTS),
    ]
    return {address: text_of(client.get(address)) for address in addresses}


def fill_otherwise(ballot_round: BallotRound) -> None:
    """The same box, had everybody marked the lowest level."""
    box = Ballot.objects.filter(ballot_round=ballot_round)
    marked = list(box.values_list("subject_id", flat=True))
    assert marked
    box.delete()
    Ballot.objects.bulk_create(
        Ballot(ballot_round=ballot_round, subject_id=pk, level="not_completed") for pk in marked
    )


@pytest.mark.parametrize("key", WATCHING + VOTING)
def test_open_box_changes_nothing_that_anybody_sees(people: People, key: str) -> None:
    """Whatever the papers in the box say, every page stays word for word the same until the round is closed."""
    _, client = people[key]
    ballot_round = BallotRound.objects.get(state="open")
    before = pages_of(client, ballot_round)
    with transaction.atomic():
        fill_otherwise(ballot_round)
        assert pages_of(client, ballot_round) == before
        transaction.set_rollback(True)


def test_log_of_ballots_names_nobody_and_no_mark(people: People) -> None:
    cast = AuditEntry.objects.filter(command="ballot.cast")
    assert cast.exists()
    assert not cast.exclude(person_id=None, user_id=None, role="", detail={}).exists()


# The end of the season: decisions, notices and counts have come to life


@pytest.mark.parametrize("name", LATER_PAGES)
def test_page_of_the_end_is_there_for_those_who_may_see_it_only(
    people_later: People, name: str
) -> None:
    assert wrong_views(name, people_later) == []


@pytest.mark.parametrize("name", LATER_ACTS)
def test_command_of_the_end_is_refused_out_of_scope(people_later: People, name: str) -> None:
    assert wrong_deeds(name, people_later) == []


@pytest.mark.parametrize("key", IN_SCOPE)
def test_lists_of_the_end_name_no_stranger(people_later: People, key: str) -> None:
    assert strangers_in_lists(*people_later[key]) == {}
