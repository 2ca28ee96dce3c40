"""Every state × action of every process: what the table allows happens, everything else is refused."""

from datetime import date

import pytest
from tests.factories import OFFICE, START

from tusoi.audit.models import Transition
from tusoi.campaigns.models import Campaign
from tusoi.core.errors import Refused
from tusoi.core.state import fire
from tusoi.rulebook.machine import StepRefused
from tusoi.rulebook.processes import CAMPAIGN, MACHINES

EVERY_CELL = [
    (machine, state, action)
    for machine in MACHINES
    for state in machine.states
    for action in sorted({step.action for step in machine.steps})
]


@pytest.mark.parametrize(
    ("machine", "state", "action"), EVERY_CELL, ids=lambda cell: getattr(cell, "name", cell)
)
def test_table_decides_every_cell(machine, state, action):
    allowed = [step for step in machine.steps if state in step.sources and step.action == action]
    if allowed:
        assert machine.fire(state, action) is allowed[0]
    else:
        with pytest.raises(StepRefused, match=machine.label):
            machine.fire(state, action)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_few(machine):
    reached = {machine.initial} | {step.target for step in machine.steps}
    assert reached == set(machine.states)
    assert len(machine.states) <= 8


@pytest.mark.parametrize("state", list(CAMPAIGN.states))
@pytest.mark.parametrize("action", sorted({step.action for step in CAMPAIGN.steps}))
def test_firing_writes_the_state_and_the_log_or_nothing(department, state, action):
    campaign = Campaign.objects.create(
        body=department.body,
        title="Đợt thử",
        review_year=2023,
        plan_date=date(2023, 11, 24),
        law_date=date(2023, 11, 24),
        state=state,
    )
    if CAMPAIGN.allows(state, action):
        fire(CAMPAIGN, campaign, action, actor=OFFICE, at=START)
        campaign.refresh_from_db()
        assert campaign.state == CAMPAIGN.fire(state, action).target
        assert (
            Transition.objects.filter(
                machine="campaign", target_id=campaign.pk, action=action
            ).count()
            == 1
        )
    else:
        with pytest.raises(Refused):
            fire(CAMPAIGN, campaign, action, actor=OFFICE, at=START)
        campaign.refresh_from_db()
        assert campaign.state == state
        assert not Transition.objects.filter(machine="campaign", target_id=campaign.pk).exists()
