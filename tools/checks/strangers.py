"""Nothing from outside in pages (hosts in templates, inline style or script); no path of a machine anywhere."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.checks.sources import text_files

PAGE = re.compile(
    r"""(?:src|href)=["']https?://|\sstyle=["']|\son[a-z]+=["']|<style\b|<script\b(?![^>]*\bsrc=)""",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home)/\w+")


def page_faults(source: str) -> Iterator[int]:
    """Lines of a template that the Content-Security-Policy would refuse or that reach outside."""
    for number, line in enumerate(source.splitlines(), 1):
        if PAGE.search(line):
            yield number


def machine_faults(source: str) -> Iterator[int]:
    for number, line in enumerate(source.splitlines(), 1):
        if MACHINE.search(line):
            yield number


def faults(root: Path) -> Iterator[str]:
    for path in text_files(root):
        name, source = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if name.startswith("src/tusoi/web/templates/") and not name.endswith(".txt"):
            yield from (
                f"{name}:{line}: refused by the content security policy"
                for line in page_faults(source)
            )
        yield from (f"{name}:{line}: a path of some machine" for line in machine_faults(source))
