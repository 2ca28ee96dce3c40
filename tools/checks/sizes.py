"""Sizes: files, functions, and names of modules that say nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.checks.sources import python_files

MAX_FILE, MAX_TEST_FILE, MAX_FUNCTION, MAX_VIEW = 400, 700, 60, 30
EMPTY_NAMES = {"utils", "helpers", "misc", "common", "manager", "tools"}


def long_functions(source: str, limit: int) -> Iterator[tuple[int, str]]:
    """(line, name) of functions longer than `limit` lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if (node.end_lineno or node.lineno) - node.lineno + 1 > limit:
                yield node.lineno, node.name


def faults(root: Path) -> Iterator[str]:
    for path in python_files(root, "src", "tests"):
        name, source = path.relative_to(root).as_posix(), path.read_text()
        is_test = name.startswith("tests/")
        if source.count("\n") > (MAX_TEST_FILE if is_test else MAX_FILE):
            yield f"{name}: file too long"
        if path.stem in EMPTY_NAMES:
            yield f"{name}: a module name that says nothing"
        limit = MAX_VIEW if name.startswith("src/tusoi/web/") else MAX_FUNCTION
        if not is_test:
            yield from (
                f"{name}:{line}: {function} is longer than {limit} lines"
                for line, function in long_functions(source, limit)
            )
