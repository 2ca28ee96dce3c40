"""Lệnh: the only way to write. Transaction, authority, audit row, faults of data refused – nothing else."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ParamSpec, TypeVar, cast

from django.db import models, transaction

from tusoi.audit.services.recording import PendingEntry, record_entries
from tusoi.core.actor import Actor
from tusoi.core.errors import NotAllowed
from tusoi.core.faults import faults_refused
from tusoi.core.names import tidy
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.rules import authority

P = ParamSpec("P")
R = TypeVar("R")
Scope = Callable[[Actor, Any], bool]


@dataclass(frozen=True, slots=True)
class Command:
    """Lệnh: its id, the function, the argument it acts on, and the predicate on that argument."""

    name: str
    function: Callable[..., Any]
    target: str | None
    scope: Scope | None


@dataclass(slots=True)
class _Unit:
    """One outermost command under way: the entries that are written when its body has ended."""

    entries: list[PendingEntry] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)


COMMANDS: dict[str, Command] = {}
_running: ContextVar[_Unit | None] = ContextVar("running_command", default=None)


def note(**facts: Any) -> None:
    """Add facts to the audit row of the command under way; never the content of a ballot."""
    unit = _running.get()
    if unit is not None and unit.notes:
        unit.notes[-1].update(
            {key: tidy(value) if type(value) is str else value for key, value in facts.items()}
        )


def may(actor: Actor, name: str, target: Any = None) -> bool:
    """Whether the actor's role carries the command, and its scope this target."""
    command_row = COMMANDS[name]
    if actor.role not in authority.roles_for(name):
        return False
    return command_row.scope is None or command_row.scope(actor, target)


def _check(actor: Actor, command_row: Command, target: Any) -> None:
    if not may(actor, command_row.name, target):
        row = authority.row(command_row.name)
        raise NotAllowed(
            [
                Finding(
                    "authority.command",
                    Severity.BLOCKS,
                    f"Vai trò “{actor.role_label}” của {actor.name} không có thẩm quyền “{row.label}” đối với nội dung này.",
                    (row.cite,) if row.cite else (),
                    remedy="Chuyển sang đúng vai trò, hoặc đề nghị người có thẩm quyền thực hiện.",
                )
            ]
        )


def command(
    name: str,
    *,
    target: str | None = None,
    scope: Scope | None = None,
    is_anonymous: bool = False,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a function as the command `name`; refuses at import when no authority row exists.

    The function takes `actor` and `at` by keyword. `scope(actor, kwargs[target])` narrows the
    authority to the actor's own unit, review, …; `is_anonymous` keeps the actor out of the audit row.
    """
    authority.row(name)

    def register(function: Callable[P, R]) -> Callable[P, R]:
        entry = COMMANDS[name] = Command(name, function, target, scope)

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            actor, at = cast("Actor", kwargs["actor"]), cast("datetime", kwargs["at"])
            subject = kwargs.get(target) if target else None
            _check(actor, entry, subject)
            with faults_refused(), transaction.atomic(), _unit_of_work() as unit:
                unit.notes.append({})
                result = function(*args, **kwargs)
                row = subject if isinstance(subject, models.Model) else result
                unit.entries.append(
                    PendingEntry(
                        command=name,
                        at=at,
                        actor=None if is_anonymous else actor,
                        row=row if isinstance(row, models.Model) else None,
                        detail=unit.notes.pop(),
                    )
                )
            return result

        return run

    return register


class _unit_of_work:  # noqa: N801 - a context manager, used as a verb
    """Keeps the entries of nested commands until the outermost ends, so the log is locked only then."""

    def __enter__(self) -> _Unit:
        self.outer = _running.get()
        self.unit = self.outer or _Unit()
        self.token = _running.set(self.unit)
        return self.unit

    def __exit__(self, error_type: type[BaseException] | None, *_: object) -> None:
        _running.reset(self.token)
        if self.outer is None and error_type is None:
            record_entries(self.unit.entries)
