"""Kho dữ liệu pháp luật: reads the YAML and Markdown under `law/`; the only place that opens files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_LAW = Path(__file__).parent / "law"


class LawDataFault(Exception):
    """Dữ liệu pháp luật sai: a file under `law/` contradicts its own rules; the place is named."""


def parse_yaml(text: str) -> Any:
    """The content of one YAML text, read strictly."""
    from tusoi.rulebook import strict_yaml  # noqa: PLC0415 - nothing is parsed on import

    try:
        return strict_yaml.load(text)
    except strict_yaml.YamlFault as fault:
        raise LawDataFault(str(fault)) from fault


def read_text(path: str) -> str:
    """One file below `law/`, e.g. `texts/90-2020-nd-cp.md`."""
    return (_LAW / path).read_text(encoding="utf-8")


@cache
def read_yaml(path: str) -> Any:
    """One YAML file below `law/`; do not change what it returns."""
    try:
        return parse_yaml(read_text(path))
    except LawDataFault as fault:
        raise LawDataFault(f"{path}: {fault}") from fault


def names_in(folder: str, suffix: str) -> tuple[str, ...]:
    """File names with that suffix in one folder of `law/`, sorted."""
    return tuple(sorted(path.name for path in (_LAW / folder).glob(f"*{suffix}")))
