"""Tình huống: cases that a personnel officer can read and write, one YAML file per subject."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import (
    AbsenceKind,
    AgendaFacts,
    AgendaKind,
    BallotFacts,
    Category,
    ChairFacts,
    CirculationFacts,
    DeadlineFacts,
    Degree,
    HeadFacts,
    Leadership,
    MeetingFacts,
    PersonFacts,
    PostFacts,
    RatingLevel,
    ResultFacts,
    Side,
    SubjectKind,
    SubjectTally,
    VoteFacts,
)
from tusoi.rulebook.lawdata import parse_yaml
from tusoi.rulebook.rules import classification, deadlines, eligibility, procedure, voting

CODES = {
    "category": Category,
    "leadership": Leadership,
    "head_level": RatingLevel,
    "collective_level": RatingLevel,
    "kind": AgendaKind,
    "side": Side,
}
COUNTED = {
    "votes": RatingLevel,
    "counts": RatingLevel,
    "subordinate_levels": RatingLevel,
    "absence_months": AbsenceKind,
}


def facts(of, given):
    """Build one facts object, codes turned into enum members."""
    built = {}
    for name, value in given.items():
        if name in CODES and value is not None:
            built[name] = CODES[name](value)
        elif name in COUNTED:
            built[name] = {COUNTED[name](code): count for code, count in value.items()}
        else:
            built[name] = value
    return of(**built)


def results(given):
    general, of_tasks = given.get("general", []), given.get("results", [])
    criteria = {f"g{n}": Degree(code) for n, code in enumerate(general)}
    criteria |= {f"r{n}": Degree(code) for n, code in enumerate(of_tasks)}
    rest = {name: value for name, value in given.items() if name not in {"general", "results"}}
    named = frozenset(name for name in criteria if name.startswith("r"))
    return facts(ResultFacts, {"criteria": criteria, "result_criteria": named, **rest})


def check_standing(given, law):
    person = facts(PersonFacts, given)
    highest, _ = eligibility.ceiling(person, law)
    findings = [
        *eligibility.standing_findings(person, law),
        *eligibility.former_unit_findings(person, law),
    ]
    return {"standing": eligibility.standing(person, law), "ceiling": highest}, findings


def check_level(given, law):
    level = RatingLevel(given["level"])
    return {}, eligibility.level_findings(level, facts(PersonFacts, given["person"]), law)


def check_posts(given, law):
    chosen, findings = eligibility.rated_post(
        [facts(PostFacts, post) for post in given["posts"]], law
    )
    return {"post": chosen}, findings


def check_proposal(given, law):
    kind = SubjectKind(given["kind"])
    person = facts(PersonFacts, given["person"]) if "person" in given else None
    proposal = classification.propose(results(given["results"]), person, kind, law)
    return {"level": proposal.level}, proposal.findings


def check_head(given, law):
    return {}, classification.ceiling_findings(facts(HeadFacts, given), law)


def check_vote(given, law):
    level, findings = voting.self_level(facts(VoteFacts, given), law)
    return {"level": level}, findings


def check_tally(given, law):
    rows = tuple(facts(SubjectTally, row) for row in given.pop("subjects", ()))
    tally = facts(BallotFacts, given | {"subjects": rows})
    levels = [voting.ballot_level(row, tally, law) for row in rows]
    return {"levels": levels, "detail": voting.may_show_detail(tally, law)}, voting.tally_findings(
        tally, law
    )


def check_quorum(given, law):
    return {}, voting.quorum_findings(facts(MeetingFacts, {"length_days": None, **given}), law)


def check_circulation(given, law):
    return {}, procedure.circulation_findings(facts(CirculationFacts, given), law)


def check_agenda(given, law):
    items = [facts(AgendaFacts, item) for item in given["items"]]
    ordered = procedure.agenda_order(items)
    assert procedure.order_findings(ordered, law) == []
    return {"order": [item.subject_key for item in ordered]}, procedure.order_findings(items, law)


def check_chair(given, law):
    return {}, procedure.chair_findings(facts(ChairFacts, given), law)


def check_meeting(given, law):
    meeting = facts(MeetingFacts, given)
    return {}, [
        *procedure.meeting_length_findings(meeting, law),
        *procedure.conference_findings(meeting, law),
    ]


def check_deadline(given, law):
    deadline = facts(DeadlineFacts, given)
    findings = [
        *deadlines.deadline_findings(deadline, law),
        *deadlines.plan_findings(deadline, law),
    ]
    return {"last_day": deadlines.last_day(deadline.due_on, deadline.inclusive)}, findings


CHECKS = {
    name.removeprefix("check_"): check
    for name, check in list(globals().items())
    if name.startswith("check_")
}


def every_case():
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml")):
        for case in parse_yaml(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize(("subject", "case"), every_case())
def test_case(subject, case):
    law = law_at(
        case.get("day", date(2023, 11, 24)), tuple(case.get("overlays", ["lai-chau-2023"]))
    )
    answer, findings = CHECKS[case.get("check", subject)](dict(case["given"]), law)
    for name, expected in case.get("expect", {}).items():
        assert answer[name] == expected
    found = [f"{finding.severity.value} {finding.rule}" for finding in findings]
    assert found == case.get("findings", [])
    assert all(finding.message and finding.cites for finding in findings)


def test_decimals_of_cases_are_exact():
    assert parse_yaml("a: 1.5") == {"a": Decimal("1.5")}
