"""Tham số pháp lý: every legal number, keyed by the day it starts, with its citation and trust."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.lawdata import LawDataFault, names_in, parse_yaml, read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

UNITS: dict[str, tuple[type, ...]] = {
    "share": (Decimal, int, Fraction),
    "count": (int,),
    "day": (Decimal, int),
    "month": (Decimal, int),
    "flag": (bool,),
    "text": (str,),
    "month_day": (str,),
}
OVERRIDES = frozenset({"none", "stricter", "free"})


class NotInForce(LookupError):
    """Chưa có hoặc không còn quy định: the parameter says nothing for that day."""


class UnknownParameter(LookupError):
    """Không có tham số này: no file under `law/parameters/` declares the name."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Giá trị có hiệu lực tại một ngày: value, citation, trust and whether it may be relied on.

    `in_use` is False for a value that rests on an unverified text and that no local rule has
    taken over; rules then say so and do not apply it.
    """

    name: str
    label: str
    unit: str
    value: Any
    cite: str
    trust: Trust
    since: date
    in_use: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Tham số: its values by starting day; None marks the day from which nothing applies."""

    name: str
    label: str
    unit: str
    override: str
    stricter: str
    choices: tuple[str, ...]
    values: tuple[tuple[date, Dated | None], ...]

    def at(self, day: date) -> Dated:
        """The value in force on `day`; raises NotInForce before the first one or after a repeal."""
        found: Dated | None = None
        for since, dated in self.values:
            if since <= day:
                found = dated
        if found is None:
            raise NotInForce(f"{self.name}: {day:%d/%m/%Y}")
        return found

    def check(self, value: Any) -> None:
        """Refuse a value of the wrong unit; a flag is not a number and a share lies in 0..1."""
        is_right_type = isinstance(value, UNITS[self.unit]) and (
            isinstance(value, bool) == (self.unit == "flag")
        )
        if not is_right_type or (self.unit == "share" and not 0 <= value <= 1):
            raise LawDataFault(f"{self.name}: {value!r} is not a {self.unit}")
        if self.choices and value not in self.choices:
            raise LawDataFault(f"{self.name}: {value!r} is none of {self.choices}")

    def check_override(self, national: Dated | None, value: Any) -> None:
        """Refuse a local value that the parameter does not leave to local rules."""
        self.check(value)
        if self.override == "none":
            raise LawDataFault(f"{self.name}: local rules may not change it")
        if self.override == "free" or national is None or value == national.value:
            return
        is_stricter = value < national.value if self.stricter == "lower" else value > national.value
        if not is_stricter:
            raise LawDataFault(f"{self.name}: {value!r} is more lenient than {national.value!r}")


def parse_parameter(name: str, entry: Mapping[str, Any]) -> Parameter:
    """One parameter from its YAML entry, checked: units, order of days, citations."""
    parameter = Parameter(
        name=name,
        label=entry["label"],
        unit=entry["unit"],
        override=entry["override"],
        stricter=entry.get("stricter", ""),
        choices=tuple(entry.get("choices", ())),
        values=(),
    )
    if parameter.unit not in UNITS or parameter.override not in OVERRIDES:
        raise LawDataFault(f"{name}: unknown unit or override")
    if (parameter.override == "stricter") != (parameter.stricter in {"lower", "higher"}):
        raise LawDataFault(
            f"{name}: say whether lower or higher is stricter, exactly when it matters"
        )
    days = list(entry["values"])
    if days != sorted(days) or not days:
        raise LawDataFault(f"{name}: days must rise")
    values = tuple((day, _dated(parameter, day, raw)) for day, raw in entry["values"].items())
    return replace(parameter, values=values)


def _dated(
    parameter: Parameter, since: date, raw: Mapping[str, Any], *, local: bool = False
) -> Dated | None:
    cite(raw["cite"])
    if raw["value"] is None:
        return None
    value = _exact(parameter, raw["value"])
    parameter.check(value)
    trust = Trust(raw["trust"])
    return Dated(
        name=parameter.name,
        label=parameter.label,
        unit=parameter.unit,
        value=value,
        cite=raw["cite"],
        trust=trust,
        since=since,
        in_use=local or trust is not Trust.UNVERIFIED,
        note=raw.get("note", ""),
    )


def _exact(parameter: Parameter, raw: Any) -> Any:
    """A share may stand as a vulgar fraction (2/3), which no decimal number equals."""
    return Fraction(raw) if parameter.unit == "share" and isinstance(raw, str) else raw


def parse_parameters(text: str, prefix: str) -> dict[str, Parameter]:
    """All parameters of one YAML text; `prefix` is the name of its file."""
    entries = parse_yaml(text)
    return {
        f"{prefix}.{key}": parse_parameter(f"{prefix}.{key}", entry)
        for key, entry in entries.items()
    }


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter under `law/parameters/`, by name."""
    found: dict[str, Parameter] = {}
    for name in names_in("parameters", ".yaml"):
        found |= parse_parameters(read_text(f"parameters/{name}"), name.removesuffix(".yaml"))
    return found


@dataclass(frozen=True, slots=True)
class Overlay:
    """Quy định của địa phương, đơn vị: values that take the place of national ones from a day on."""

    id: str
    label: str
    since: date
    until: date | None
    values: Mapping[str, Mapping[str, Any]]
    rule_cites: Mapping[str, tuple[str, ...]]

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@cache
def overlay(overlay_id: str) -> Overlay:
    """The local rules with that id."""
    if f"{overlay_id}.yaml" not in names_in("overlays", ".yaml"):
        raise UnknownParameter(f"overlays/{overlay_id}")
    entry = read_yaml(f"overlays/{overlay_id}.yaml")
    return Overlay(
        id=overlay_id,
        label=entry["label"],
        since=entry["since"],
        until=entry.get("until"),
        values=entry["values"],
        rule_cites={
            rule: tuple(cite(each).id for each in cites)
            for rule, cites in entry.get("rules", {}).items()
        },
    )


@dataclass(frozen=True, slots=True)
class LawAt:
    """Pháp luật tại một ngày: a frozen view of every parameter, local rules laid over national ones.

    `rule_cites` names the local provisions that a rule rests on besides the national ones.
    """

    day: date
    overlays: tuple[str, ...]
    in_force: Mapping[str, Dated]
    rule_cites: Mapping[str, tuple[str, ...]]

    def get(self, name: str) -> Dated:
        """The value with its citation; raises NotInForce where the law of that day is silent."""
        if name not in parameters():
            raise UnknownParameter(name)
        if name not in self.in_force:
            raise NotInForce(f"{name}: {self.day:%d/%m/%Y}")
        return self.in_force[name]

    def value(self, name: str) -> Any:
        return self.get(name).value

    def find(self, name: str) -> Dated | None:
        """The value if the law of that day has one and it may be relied on; else None."""
        if name not in parameters():
            raise UnknownParameter(name)
        dated = self.in_force.get(name)
        return dated if dated is not None and dated.in_use else None


@cache
def _law_at(day: date, overlays: tuple[str, ...]) -> LawAt:
    in_force: dict[str, Dated] = {}
    for name, parameter in parameters().items():
        try:
            in_force[name] = parameter.at(day)
        except NotInForce:
            continue
    rule_cites: dict[str, tuple[str, ...]] = {}
    for layer in (overlay(overlay_id) for overlay_id in overlays):
        if layer.is_in_force(day):
            in_force |= _local_values(layer, in_force)
            rule_cites |= layer.rule_cites
    return LawAt(day, overlays, in_force, rule_cites)


def _local_values(layer: Overlay, national: Mapping[str, Dated]) -> dict[str, Dated]:
    values: dict[str, Dated] = {}
    for name, raw in layer.values.items():
        if name not in parameters():
            raise UnknownParameter(f"overlays/{layer.id}: {name}")
        parameter = parameters()[name]
        parameter.check_override(national.get(name), raw["value"])
        dated = _dated(parameter, layer.since, raw, local=True)
        if dated is not None:
            values[name] = dated
    return values


def law_at(day: date, overlays: Sequence[str] = ()) -> LawAt:
    """The law of that day, with the local rules named by `overlays` laid over it in that order."""
    return _law_at(day, tuple(overlays))
