"""Every `noqa` and `type: ignore` names its rule and gives a reason after it."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.checks.sources import python_files

MARK = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<rest>.*)$")
REASON = re.compile(
    r"^(:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*|\[[a-z-]+(,\s*[a-z-]+)*\])\s+(-|#)\s*\S+"
)


def faults_in(source: str) -> Iterator[int]:
    """Line numbers whose suppression has no rule or no reason."""
    for number, line in enumerate(source.splitlines(), 1):
        found = MARK.search(line)
        if found and not REASON.match(found["rest"]):
            yield number


def faults(root: Path) -> Iterator[str]:
    for path in python_files(root, "src", "tools"):
        name = path.relative_to(root).as_posix()
        if name == "tools/checks/reasons.py":
            continue
        yield from (
            f"{name}:{line}: suppression without rule and reason"
            for line in faults_in(path.read_text())
        )
