"""Từ chối: what every refusal must be – a Vietnamese sentence, the way out, and nothing written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps

from tusoi.core.errors import Refused
from tusoi.rulebook.findings import Finding

Act = Callable[[], object]
Arrange = Callable[[Any], Act]


@dataclass(frozen=True)
class Case:
    """Một đầu vào sai: the command, the sentence it is refused with, and how to come to it."""

    command: str
    sentence: str
    arrange: Arrange

    def __str__(self) -> str:
        return f"{self.command}: {self.arrange.__name__}"


@dataclass
class Cases:
    """Các đầu vào sai của một phần: `@cases("unit.register", "đã có")` on a function that gives the act."""

    every: list[Case] = field(default_factory=list)

    def __call__(self, command: str, sentence: str) -> Callable[[Arrange], Arrange]:
        def add(arrange: Arrange) -> Arrange:
            self.every.append(Case(command, sentence, arrange))
            return arrange

        return add

    def __iter__(self) -> Iterator[Case]:
        return iter(self.every)


def everything_stored() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the product, the log included."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model.__module__.startswith("tusoi.")
    }


def refused(act: Act, sentence: str) -> list[Finding]:
    """The act is refused with that sentence; every finding says how to go on, and nothing has changed."""
    before = everything_stored()
    with pytest.raises(Refused) as caught:
        act()
    findings = caught.value.findings
    assert everything_stored() == before
    assert any(sentence in finding.message for finding in findings), findings
    for finding in findings:
        assert not finding.message.isascii(), finding
        assert finding.remedy, finding
    return findings
