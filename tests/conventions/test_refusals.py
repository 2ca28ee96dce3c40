"""Every command is tried with bad input."""

from tests.apps.awards.test_refusals import CASES as AWARDS
from tests.apps.campaigns.test_plan_reading_refusals import CASES as READINGS
from tests.apps.campaigns.test_refusals import CASES as CAMPAIGNS
from tests.apps.decisions.test_refusals import CASES as DECISIONS
from tests.apps.documents.test_refusals import CASES as DOCUMENTS
from tests.apps.meetings.test_refusals import CASES as MEETINGS
from tests.apps.org.test_refusals import CASES as ORG

from tusoi.core.command import COMMANDS


def test_every_command_refuses_something():
    tried = {
        case.command
        for cases in (ORG, DOCUMENTS, CAMPAIGNS, READINGS, MEETINGS, DECISIONS, AWARDS)
        for case in cases
    }
    known = {name for name, entry in COMMANDS.items() if entry.function.__module__[:5] == "tusoi"}
    assert known - tried == set()
