"""Quy trình: a state machine as a table – states with Vietnamese labels, steps with citations."""

from __future__ import annotations

from dataclasses import dataclass, field


class StepRefused(Exception):
    """Thao tác không hợp lệ ở trạng thái hiện tại: the table has no such step."""

    def __init__(self, machine: Machine, state: str, action: str) -> None:
        self.machine, self.state, self.action = machine, state, action
        super().__init__(
            f"{machine.label}: đang ở trạng thái “{machine.states[state]}” nên không thể "
            f"“{machine.action_label(action)}”."
        )


@dataclass(frozen=True, slots=True)
class Step:
    """Bước: one arrow of a process. `cites` are citation ids of the provision it rests on."""

    action: str
    label: str
    sources: tuple[str, ...]
    target: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """Quy trình: all states and steps of one thing; the only place where transitions stand."""

    name: str
    label: str
    states: dict[str, str]
    initial: str
    steps: tuple[Step, ...]
    _by_key: dict[tuple[str, str], Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table: dict[tuple[str, str], Step] = {}
        for step in self.steps:
            for source in step.sources:
                if source not in self.states or step.target not in self.states:
                    raise ValueError(f"{self.name}: unknown state in step {step.action}")
                if (source, step.action) in table:
                    raise ValueError(f"{self.name}: two steps {step.action} from {source}")
                table[source, step.action] = step
        if self.initial not in self.states:
            raise ValueError(f"{self.name}: unknown initial state {self.initial}")
        object.__setattr__(self, "_by_key", table)

    def action_label(self, action: str) -> str:
        """The Vietnamese name of an action; the id itself where the table does not know it."""
        return next((step.label for step in self.steps if step.action == action), action)

    def allows(self, state: str, action: str) -> bool:
        return (state, action) in self._by_key

    def fire(self, state: str, action: str) -> Step:
        """The step taken by `action` from `state`; raises StepRefused where there is none."""
        step = self._by_key.get((state, action))
        if step is None:
            raise StepRefused(self, state, action)
        return step

    def actions_from(self, state: str) -> tuple[Step, ...]:
        return tuple(step for (source, _), step in self._by_key.items() if source == state)

    def mermaid(self) -> str:
        """The process as a Mermaid state diagram (docs/quy-trinh/)."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {code} : {label}" for code, label in self.states.items()]
        lines += [
            f"    {s} --> {step.target} : {step.label}" for step in self.steps for s in step.sources
        ]
        return "\n".join(lines) + "\n"
