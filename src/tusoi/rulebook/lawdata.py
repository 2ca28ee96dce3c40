"""Kho dữ liệu pháp luật: reads the YAML and Markdown under `law/`; the only place that opens files."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Hashable

_LAW = Path(__file__).parent / "law"
#: The parser in C where PyYAML brings it; both read the same language.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LawDataFault(Exception):
    """Dữ liệu pháp luật sai: a file under `law/` contradicts its own rules; the place is named."""


class _StrictLoader(_SafeLoader):
    """YAML without silent overwriting (duplicate keys) and without binary floats."""


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
    seen: set[Hashable] = set()
    for key, _ in pairs:
        if isinstance(key, bool):
            raise LawDataFault(
                f"{node.start_mark}: a key such as `on` or `off` must stand in quotes"
            )
        if key in seen:
            raise LawDataFault(f"{node.start_mark.name}: key {key!r} stands twice")
        seen.add(key)
    return {key: loader.construct_object(value, deep=True) for key, value in pairs}


def _decimal(loader: _StrictLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(node.value)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


def parse_yaml(text: str) -> Any:
    """The content of one YAML text, read strictly."""
    return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader made stricter


def read_text(path: str) -> str:
    """One file below `law/`, e.g. `texts/90-2020-nd-cp.md`."""
    return (_LAW / path).read_text(encoding="utf-8")


@cache
def read_yaml(path: str) -> Any:
    """One YAML file below `law/`; do not change what it returns."""
    return parse_yaml(read_text(path))


def names_in(folder: str, suffix: str) -> tuple[str, ...]:
    """File names with that suffix in one folder of `law/`, sorted."""
    return tuple(sorted(path.name for path in (_LAW / folder).glob(f"*{suffix}")))
