"""YAML nghiêm ngặt: no silent overwriting by duplicate keys, no binary floats; loaded when first read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Hashable

#: The parser in C where PyYAML brings it; both read the same language.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
YamlFault = yaml.YAMLError


class _StrictLoader(_SafeLoader):
    """A safe loader that refuses what could be read two ways."""


def _refused(node: yaml.Node, reason: str) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, reason, node.start_mark)


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
    seen: set[Hashable] = set()
    for key, _ in pairs:
        if isinstance(key, bool):
            raise _refused(node, "a key such as `on` or `off` must stand in quotes")
        if key in seen:
            raise _refused(node, f"key {key!r} stands twice")
        seen.add(key)
    return {key: loader.construct_object(value, deep=True) for key, value in pairs}


def _decimal(loader: _StrictLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(node.value)


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


def load(text: str) -> Any:
    return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader made stricter
