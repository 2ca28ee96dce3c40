"""A state is written only by `core.state.fire`: no assignment to `.state` anywhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.checks.sources import python_files

ALLOWED = "src/tusoi/core/state.py"
WRITERS = {"update", "bulk_update"}


def faults_in(source: str) -> Iterator[int]:
    """Line numbers where a `.state` attribute is assigned or set through `update(state=…)`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(
                isinstance(target, ast.Attribute) and target.attr == "state" for target in targets
            ):
                yield node.lineno
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITERS
        ):
            if any(keyword.arg == "state" for keyword in node.keywords):
                yield node.lineno


def faults(root: Path) -> Iterator[str]:
    for path in python_files(root, "src"):
        name = path.relative_to(root).as_posix()
        if name != ALLOWED:
            yield from (
                f"{name}:{line}: state written outside core.state.fire"
                for line in faults_in(path.read_text())
            )
