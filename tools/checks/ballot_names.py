"""`meetings.models` exports the ballot module only, never a name of it (an import contract guards the module)."""

import ast
from collections.abc import Iterator
from pathlib import Path

INIT = "src/tusoi/meetings/models/__init__.py"


def faults_in(source: str) -> Iterator[int]:
    """Line numbers where names of the ballot module are imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("models.ballot"):
            yield node.lineno


def faults(root: Path) -> Iterator[str]:
    source = (root / INIT).read_text()
    yield from (
        f"{INIT}:{line}: a name of the ballot module is re-exported" for line in faults_in(source)
    )
