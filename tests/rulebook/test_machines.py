"""Quy trình: every state × action is either in the table or refused."""

import pytest

from tusoi.rulebook import Machine, Step, StepRefused
from tusoi.rulebook.processes import MACHINES

EVERY = [
    pytest.param(machine, state, action, id=f"{machine.name}-{state}-{action}")
    for machine in MACHINES
    for state in machine.states
    for action in sorted({step.action for step in machine.steps})
]


@pytest.mark.parametrize(("machine", "state", "action"), EVERY)
def test_every_state_and_action(machine, state, action):
    expected = next((s for s in machine.steps if s.action == action and state in s.sources), None)
    assert machine.allows(state, action) is (expected is not None)
    if expected is None:
        with pytest.raises(StepRefused, match="không thể"):
            machine.fire(state, action)
    else:
        assert machine.fire(state, action) is expected
        assert expected in machine.actions_from(state)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_can_be_reached_and_is_labelled(machine):
    reached, frontier = set(), {machine.initial}
    while frontier:
        reached |= frontier
        frontier = {
            step.target for state in frontier for step in machine.actions_from(state)
        } - reached
    assert reached == set(machine.states)
    assert all(machine.states.values())
    assert machine.mermaid().startswith("stateDiagram-v2")


@pytest.mark.parametrize(
    "steps",
    [
        (Step("go", "Đi", ("here",), "nowhere"),),
        (Step("go", "Đi", ("nowhere",), "here"),),
        (Step("go", "Đi", ("here",), "here"), Step("go", "Đi", ("here",), "here")),
    ],
)
def test_faulty_table_is_refused(steps):
    with pytest.raises(ValueError, match="thing"):
        Machine("thing", "Việc", {"here": "Ở đây"}, "here", steps)


def test_unknown_initial_state_is_refused():
    with pytest.raises(ValueError, match="initial"):
        Machine("thing", "Việc", {"here": "Ở đây"}, "there", ())


def test_an_unknown_action_is_named_by_its_id():
    assert MACHINES[0].action_label("no_such_action") == "no_such_action"
