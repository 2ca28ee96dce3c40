"""Ma trận tiến độ: units by steps, in the shape the component draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tusoi.campaigns.selectors.progress import UnitProgress


def matrix_of(rows: Iterable[UnitProgress]) -> list[dict[str, Any]]:
    return [{"label": row.unit.short_name, "cells": row.steps} for row in rows]
