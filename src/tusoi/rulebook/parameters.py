"""Tham số pháp lý: every legal number, keyed by the day it starts, with its citation and trust."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import OWN_RULE, Trust, cite
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.lawdata import LawDataFault, names_in, parse_yaml, read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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


Timeline = tuple[tuple["date", Dated | None], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """Tham số: its values by starting day; None marks the day from which nothing applies.

    `by_subject` holds what a text says for one kind of subject only; from its first day on it
    stands in the place of the general values for that kind. `choices` maps each code that the
    value may take to what officials read.
    """

    name: str
    label: str
    unit: str
    override: str
    stricter: str
    choices: Mapping[str, str]
    values: Timeline
    by_subject: Mapping[RatedAs, Timeline]

    def at(self, day: date, rated_as: RatedAs | None = None) -> Dated:
        """The value in force on `day`; raises NotInForce before the first one or after a repeal."""
        own = self.by_subject.get(rated_as, ()) if rated_as else ()
        for timeline in (own, self.values):
            started = [dated for since, dated in timeline if since <= day]
            if started and started[-1] is not None:
                return started[-1]
            if started:
                break
        raise NotInForce(f"{self.name}: {day:%d/%m/%Y}")

    def timelines(self) -> Iterator[tuple[RatedAs | None, Timeline]]:
        """The general values, then those of single kinds of subject."""
        yield None, self.values
        yield from self.by_subject.items()

    def check(self, value: Any) -> None:
        """Refuse a value of the wrong unit; a flag is not a number and a share lies in 0..1."""
        is_right_type = isinstance(value, UNITS[self.unit]) and (
            isinstance(value, bool) == (self.unit == "flag")
        )
        if not is_right_type or (self.unit == "share" and not 0 <= value <= 1):
            raise LawDataFault(f"{self.name}: {value!r} is not a {self.unit}")
        if self.choices and value not in self.choices:
            raise LawDataFault(f"{self.name}: {value!r} is none of {tuple(self.choices)}")

    def check_override(self, national: Dated | None, value: Any) -> None:
        """Refuse a local value that the parameter does not leave to local rules."""
        self.check(value)
        if self.override == "none":
            raise LawDataFault(f"{self.name}: local rules may not change it")
        if not self.allows(national, value):
            raise LawDataFault(f"{self.name}: {value!r} is more lenient than the national value")

    def allows(self, national: Dated | None, value: Any) -> bool:
        """Whether local rules may put `value` in the place of the national one, as far as strictness goes."""
        if self.override == "free" or national is None or value == national.value:
            return True
        return bool(value < national.value if self.stricter == "lower" else value > national.value)


def parse_parameter(name: str, entry: Mapping[str, Any]) -> Parameter:
    """One parameter from its YAML entry, checked: units, order of days, citations."""
    parameter = Parameter(
        name=name,
        label=entry["label"],
        unit=entry["unit"],
        override=entry["override"],
        stricter=entry.get("stricter", ""),
        choices=dict(entry.get("choices", {})),
        values=(),
        by_subject={},
    )
    if parameter.unit not in UNITS or parameter.override not in OVERRIDES:
        raise LawDataFault(f"{name}: unknown unit or override")
    if (parameter.override == "stricter") != (parameter.stricter in {"lower", "higher"}):
        raise LawDataFault(
            f"{name}: say whether lower or higher is stricter, exactly when it matters"
        )
    by_subject = {
        RatedAs(code): _timeline(parameter, values)
        for code, values in entry.get("by_subject", {}).items()
    }
    values = _timeline(parameter, entry.get("values", {}))
    if not values and not by_subject:
        raise LawDataFault(f"{name}: no value at all")
    return replace(parameter, values=values, by_subject=by_subject)


def _timeline(parameter: Parameter, entry: Mapping[date, Mapping[str, Any]]) -> Timeline:
    days = list(entry)
    if days != sorted(days):
        raise LawDataFault(f"{parameter.name}: days must rise")
    return tuple((day, _dated(parameter, day, raw)) for day, raw in entry.items())


def _dated(parameter: Parameter, since: date, raw: Mapping[str, Any]) -> Dated | None:
    """One entry of a timeline; None where it ends the value."""
    if raw["value"] is not None:
        return _valued(parameter, since, raw)
    cite(raw["cite"])
    return None


def _valued(
    parameter: Parameter, since: date, raw: Mapping[str, Any], *, local: bool = False
) -> Dated:
    value = _exact(parameter, raw["value"])
    parameter.check(value)
    trust = Trust(raw["trust"])
    return Dated(
        name=parameter.name,
        label=parameter.label,
        unit=parameter.unit,
        value=value,
        cite=cite(raw["cite"]).id,
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
class LocalValue:
    """Giá trị do cơ quan quy định: a value of the body's own with the document that sets it.

    `until` is the last day it holds; `document` reads as officials cite it.
    """

    name: str
    value: Any
    since: date
    until: date | None
    document: str

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def dated(self) -> Dated:
        """The value as a parameter in use, cited by its own document."""
        raw = {"value": self.value, "cite": f"{OWN_RULE}/{self.document}", "trust": "VERIFIED"}
        return _valued(parameters()[self.name], self.since, raw, local=True)


@dataclass(frozen=True, slots=True)
class LawAt:
    """Pháp luật tại một ngày: a frozen view of every parameter, local rules laid over national ones.

    `rated_as` names the kind of subject the view is for, None for what holds for everybody;
    `rule_cites` names the local provisions that a rule rests on besides the national ones.
    """

    day: date
    overlays: tuple[str, ...]
    local: tuple[LocalValue, ...]
    rated_as: RatedAs | None
    in_force: Mapping[str, Dated]
    rule_cites: Mapping[str, tuple[str, ...]]

    def of(self, rated_as: RatedAs) -> LawAt:
        """The same law as it stands for that kind of subject."""
        if rated_as is self.rated_as:
            return self
        return _law_at(self.day, self.overlays, self.local, rated_as)

    def get(self, name: str) -> Dated:
        """The value with its citation; raises NotInForce where the law of that day is silent."""
        dated = self._known(name)
        if dated is None:
            raise NotInForce(f"{name}: {self.day:%d/%m/%Y}")
        return dated

    def value(self, name: str) -> Any:
        return self.get(name).value

    def find(self, name: str) -> Dated | None:
        """The value if the law of that day has one and it may be relied on; else None."""
        dated = self._known(name)
        return dated if dated is not None and dated.in_use else None

    def _known(self, name: str) -> Dated | None:
        dated = self.in_force.get(name)
        if dated is None and name not in parameters():
            raise UnknownParameter(name)
        return dated


@cache
def _law_at(
    day: date,
    overlays: tuple[str, ...],
    local: tuple[LocalValue, ...],
    rated_as: RatedAs | None,
) -> LawAt:
    in_force: dict[str, Dated] = {}
    for name, parameter in parameters().items():
        try:
            in_force[name] = parameter.at(day, rated_as)
        except NotInForce:
            continue
    rule_cites: dict[str, tuple[str, ...]] = {}
    for layer in (overlay(overlay_id) for overlay_id in overlays):
        if layer.is_in_force(day):
            in_force |= _local_values(layer, in_force)
            rule_cites |= layer.rule_cites
    for own in local:
        if own.is_in_force(day):
            parameters()[own.name].check_override(in_force.get(own.name), own.value)
            in_force[own.name] = own.dated()
    return LawAt(day, overlays, local, rated_as, in_force, rule_cites)


def _local_values(layer: Overlay, national: Mapping[str, Dated]) -> dict[str, Dated]:
    values: dict[str, Dated] = {}
    for name, raw in layer.values.items():
        if name not in parameters():
            raise UnknownParameter(f"overlays/{layer.id}: {name}")
        parameter = parameters()[name]
        parameter.check_override(national.get(name), raw["value"])
        values[name] = _valued(parameter, layer.since, raw, local=True)
    return values


def law_at(day: date, overlays: Sequence[str] = (), local: Sequence[LocalValue] = ()) -> LawAt:
    """The law of that day, with the local rules named by `overlays` and then the body's own values laid over it."""
    return _law_at(day, tuple(overlays), tuple(local), None)
