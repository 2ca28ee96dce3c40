"""Bảng yêu cầu: every page, command, test, season and sentence that it names is really there."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

from tusoi.cli.generated import load_commands
from tusoi.cli.requirements import requirement_page, requirements
from tusoi.cli.running import project_root
from tusoi.core.command import COMMANDS

ROOT = project_root()
GOLD = ROOT / "tests" / "planreader" / "gold"
IDS = [
    *(f"A{number}" for number in range(1, 8)),
    *(f"B{number}" for number in range(1, 13)),
    *(f"C{number}" for number in range(1, 14)),
    *(f"D{number}" for number in range(1, 10)),
    "F1",
]
EVERY = requirements(ROOT)


def folded(text: str) -> str:
    return " ".join(text.split())


@cache
def plan(name: str) -> str:
    return folded((GOLD / f"{name}.txt").read_text(encoding="utf-8"))


@cache
def screens() -> frozenset[str]:
    def walk(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLPattern):
                yield f"{prefix}{pattern.name}"
            else:
                space = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from walk(pattern, prefix + space)

    return frozenset(walk(get_resolver()))


@cache
def functions_of(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def is_there(test: str) -> bool:
    path, _, function = test.partition("::")
    file = ROOT / path
    return file.is_file() and (not function or function in functions_of(file))


def test_every_requirement_is_there_once_and_in_order():
    assert [each.id for each in EVERY] == IDS


@pytest.mark.parametrize("requirement", EVERY, ids=lambda each: each.id)
def test_whatever_a_requirement_names_is_there(requirement):
    load_commands()
    assert set(requirement.screens) <= screens()
    assert set(requirement.commands) <= set(COMMANDS)
    assert [each for each in requirement.tests if not is_there(each)] == []
    assert [each for each in requirement.seasons if not (ROOT / "examples" / each).is_dir()] == []


@pytest.mark.parametrize("requirement", EVERY, ids=lambda each: each.id)
def test_every_sentence_stands_in_its_plan(requirement):
    assert requirement.seeds
    for name, sentence in requirement.seeds.items():
        assert folded(sentence) in plan(name), name


@pytest.mark.parametrize("requirement", EVERY, ids=lambda each: each.id)
def test_what_is_served_by_nothing_says_why(requirement):
    assert requirement.tests
    assert requirement.missing or (requirement.screens and requirement.commands)


def test_the_page_shows_every_requirement():
    page = requirement_page(ROOT)
    assert all(f"**{code}**" in page for code in IDS)
