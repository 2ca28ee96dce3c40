"""Thi đua, khen thưởng: registrations from the start of the year, nominations after the rating, the list to the council.

Driven by the optional key “awards” of a season; every part of it is optional:
rules          own values of the body: at, and the facts of `local_rule.add`
registrations  at, title, dated (the day of the paper), and people or units, with “except”
discussions    at, meeting (key of the season's meetings), voting
nominations    at, meeting, title, people; further “against” (votes), proof, merits, refused
declined       at, person, title, reason
lists          at; further number, council, refused
Words: texts “awards” → “achievements” by title.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils.timezone import localdate

from tusoi.awards.enums import AchievementScope, AwardTitle
from tusoi.awards.facts import AwardCase, Merits
from tusoi.awards.models import AwardNomination
from tusoi.awards.selectors.papers import council_of
from tusoi.awards.services.nominating import nominate, record_discussion
from tusoi.awards.services.registering import register_all
from tusoi.awards.services.submitting import decline_nomination, submit_list
from tusoi.campaigns.services.local_rules import add_local_rule
from tusoi.documents.services.numbering import Stamp
from tusoi.org.models import Collective, Person
from tusoi.rehearsal.example import Row, moment, pick
from tusoi.rehearsal.meeting import present_members
from tusoi.rehearsal.stage import Stage, Step


def steps(stage: Stage) -> Iterator[Step]:
    """Whatever the season says of awards, in the order of its days."""
    acts = {
        "rules": ("Quy chế thi đua", _add_rule),
        "registrations": ("Đăng ký thi đua", _register),
        "discussions": ("Bình xét khen thưởng", _discuss),
        "nominations": ("Đề nghị khen thưởng", _nominate),
        "declined": ("Không trình hội đồng", _decline),
        "lists": ("Trình hội đồng", _submit),
    }
    for part, rows in stage.season.get("awards", {}).items():
        label, act = acts[part]
        for row in rows:
            yield Step(moment(row["at"]), label, partial(act, stage, row))


def _add_rule(stage: Stage, row: Row, at: datetime) -> None:
    facts = {"ends_on": None, "note": ""} | {key: row[key] for key in row if key != "at"}
    add_local_rule(actor=stage.cast.office(at), at=at, body=stage.cast.body, **facts)


def _register(stage: Stage, row: Row, at: datetime) -> None:
    """The office enters the papers that were handed in at the start of the year."""
    register_all(
        actor=stage.cast.office(at),
        at=at,
        registrants=[_registrant(stage, code) for code in _codes(stage, row)],
        title=row["title"],
        registered_on=row["dated"],
    )


def _codes(stage: Stage, row: Row) -> list[str]:
    """The people and collectives named, and everybody of the units named, without the exceptions."""
    staff = [
        person["code"]
        for unit in row.get("units", ())
        for person in stage.example.people[unit]
        if person["code"] not in row.get("except", ())
    ]
    return [*row.get("people", ()), *staff]


def _registrant(stage: Stage, code: str) -> Person | Collective:
    return stage.cast.collectives.get(code) or stage.person(code)


def _discuss(stage: Stage, row: Row, at: datetime) -> None:
    """The conference of the unit votes once the level of everybody is settled there."""
    meeting = stage.meetings[row["meeting"]]
    record_discussion(
        actor=stage.head(meeting.unit.code, at),
        at=at,
        meeting=meeting,
        voting=row["voting"],
        voters=len(present_members(meeting)),
    )


def _nominate(stage: Stage, row: Row, at: datetime) -> None:
    title = AwardTitle(row["title"])
    for code in row["people"]:
        act = partial(_nominate_one, stage, row, code, at)
        if row.get("refused"):
            label = f"Đề nghị “{title.label}” cho {_registrant(stage, code)}"
            stage.expect_refusal(at, label, act)
        else:
            act()


def _nominate_one(stage: Stage, row: Row, code: str, at: datetime) -> None:
    discussion = stage.meetings[row["meeting"]].award_discussion
    against = row.get("against", 0)
    nominate(
        actor=stage.head(stage.subjects[code].unit.code, at),
        at=at,
        subject=stage.subjects[code],
        title=row["title"],
        discussion=discussion,
        case=AwardCase(
            achievements=pick(stage.example.texts["awards"]["achievements"][row["title"]], code),
            votes_for=discussion.voters - against,
            votes_against=against,
            merits=_merits(row.get("merits", {})),
            proof=row.get("proof", ""),
        ),
    )


def _merits(said: Row) -> Merits:
    """What the conference confirmed; spirit and unity unless the example says otherwise."""
    scope = AchievementScope(said.get("achievement", AchievementScope.NONE))
    stated: Row = {"has_spirit": True, "is_united": True} | said | {"achievement": scope}
    return Merits(**stated)


def _decline(stage: Stage, row: Row, at: datetime) -> None:
    nomination = AwardNomination.objects.get(
        subject=stage.subjects[row["person"]], title=row["title"], state="nominated"
    )
    decline_nomination(
        actor=stage.cast.office(at), at=at, nomination=nomination, reason=row["reason"]
    )


def _submit(stage: Stage, row: Row, at: datetime) -> None:
    """Everything that still stands goes to the council in one list."""
    act = partial(_submit_list, stage, row, at)
    if row.get("refused"):
        stage.expect_refusal(at, "Trình hội đồng mọi đề nghị của các đơn vị", act)
    else:
        act()


def _submit_list(stage: Stage, row: Row, at: datetime) -> None:
    standing = AwardNomination.objects.filter(subject__campaign=stage.opened, state="nominated")
    submit_list(
        actor=stage.cast.office(at),
        at=at,
        campaign=stage.opened,
        nominations=standing,
        council=row.get("council", council_of(stage.opened)),
        stamp=Stamp(dated=localdate(at), number=row.get("number")),
    )
