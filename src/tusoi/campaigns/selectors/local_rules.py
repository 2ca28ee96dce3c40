"""Đọc quy định áp dụng: every parameter on a day with its ground, and the body's own values with their history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypedDict

from django.db.models import QuerySet

from tusoi.campaigns.facts import recorded_values, standing_values
from tusoi.campaigns.models import LocalRule
from tusoi.campaigns.selectors.campaigns import known_overlays
from tusoi.core.names import fold
from tusoi.org.models import Unit
from tusoi.rulebook import Dated, LawAt, cite, law_at
from tusoi.rulebook.citations import OWN_RULE
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.parameter_text import (
    UnreadableValue,
    as_written,
    group_of,
    parameter_groups,
    read_exact,
)
from tusoi.rulebook.parameters import Parameter, overlay, parameters
from tusoi.rulebook.regimes import Regime, Reign, regimes_for

EVERYBODY = "Mọi đối tượng"
Reading = tuple[Any, str, bool] | None
STATUSES = {
    "": "Đang có hiệu lực",
    "own": "Cơ quan đã quy định",
    "unverified": "Chưa áp dụng vì chưa kiểm chứng",
    "silent": "Không có quy định vào ngày này",
}


class RuleFilter(TypedDict, total=False):
    """Bộ lọc trang “Quy định áp dụng”; empty values filter nothing."""

    q: str
    group: str
    rated_as: str
    status: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """Một dòng: what the law of a day says on one parameter, for everybody or for some kinds of subject."""

    parameter: Parameter
    kinds: tuple[RatedAs, ...]
    dated: Dated | None

    @property
    def subject(self) -> str:
        if not self.kinds:
            return EVERYBODY
        first, *others = (kind.label for kind in self.kinds)
        return "; ".join((first, *(label[0].lower() + label[1:] for label in others)))

    @property
    def group(self) -> str:
        return group_label(self.parameter)

    @property
    def written(self) -> str:
        return as_written(self.parameter, self.dated.value) if self.dated else "—"

    @property
    def is_own(self) -> bool:
        return self.dated is not None and self.dated.cite.startswith(f"{OWN_RULE}/")

    @property
    def status(self) -> str:
        """Key of `STATUSES`."""
        if self.dated is None:
            return "silent"
        if self.is_own:
            return "own"
        return "" if self.dated.in_use else "unverified"

    @property
    def status_label(self) -> str:
        return STATUSES[self.status]

    @property
    def freedom(self) -> str:
        return freedom_of(self.parameter)

    @property
    def searched(self) -> str:
        label = cite(self.dated.cite).label if self.dated else ""
        return fold(f"{self.parameter.label} {self.group} {self.written} {self.subject} {label}")


def group_label(parameter: Parameter) -> str:
    """What the group of the parameter is about."""
    return parameter_groups()[group_of(parameter.name)]


def freedom_of(parameter: Parameter) -> str:
    """What the body may do about the parameter, in words."""
    if parameter.override == "free":
        return "Cơ quan được chọn"
    if parameter.override == "none":
        return "Không được thay đổi"
    side = "thấp hơn" if parameter.stricter == "lower" else "cao hơn"
    return f"Chỉ được chặt hơn ({side})"


def law_of_body(body: Unit, day: date) -> LawAt:
    """The law of the day with the body's own values, outside any campaign."""
    return law_at(day, (), standing_values(recorded_values(body.pk), day, ()))


def rule_lines(law: LawAt, wanted: RuleFilter) -> list[RuleLine]:
    """The lines asked for, by group in the order of the groups, then as the files have them."""
    order = list(parameter_groups())
    words = fold(wanted.get("q") or "").split()
    chosen = sorted(
        (each for each in parameters().values() if _is_in(each, wanted.get("group") or "")),
        key=lambda each: order.index(group_of(each.name)),
    )
    kind = wanted.get("rated_as") or ""
    lines = (line for each in chosen for line in lines_of(each, law, kind))
    return [
        line
        for line in lines
        if _has_status(line, wanted.get("status") or "")
        and all(word in line.searched for word in words)
    ]


def _is_in(parameter: Parameter, group: str) -> bool:
    return not group or group_of(parameter.name) == group


def _has_status(line: RuleLine, status: str) -> bool:
    """Without a choice everything that has a value is shown."""
    return line.status == status if status else line.dated is not None


def lines_of(parameter: Parameter, law: LawAt, kind: str = "") -> Iterator[RuleLine]:
    """One line for the kind asked for; else the general one, and one for the kinds that read alike otherwise."""
    if kind:
        rated_as = RatedAs(kind)
        yield RuleLine(parameter, (rated_as,), law.of(rated_as).in_force.get(parameter.name))
        return
    general = law.in_force.get(parameter.name)
    others: dict[Reading, dict[RatedAs, Dated | None]] = {}
    for each in parameter.by_subject:
        dated = law.of(each).in_force.get(parameter.name)
        others.setdefault(_reading(dated), {})[each] = dated
    alike = others.pop(_reading(general), {})
    if general is not None or not others:
        yield RuleLine(parameter, (), general)
    elif alike:
        yield RuleLine(parameter, tuple(alike), None)
    for kinds in others.values():
        yield RuleLine(parameter, tuple(kinds), next(iter(kinds.values())))


def _reading(dated: Dated | None) -> Reading:
    """What makes two lines the same to the reader."""
    return (dated.value, dated.cite, dated.in_use) if dated else None


@dataclass(frozen=True, slots=True)
class RegimeLine:
    """Chế độ áp dụng cho một loại đối tượng vào một ngày; None where no text is known."""

    rated_as: RatedAs
    regime: Regime | None
    reign: Reign | None


def regime_lines(day: date) -> list[RegimeLine]:
    """Every regime that claims a kind of subject on the day, unverified ones as well."""
    lines = []
    for kind in RatedAs:
        found = regimes_for(kind, day)
        lines += [RegimeLine(kind, regime, regime.reigns[kind]) for regime in found]
        lines += [RegimeLine(kind, None, None)] if not found else []
    return lines


@dataclass(frozen=True, slots=True)
class Span:
    """Một giá trị trong thời gian: of a text for everybody or one kind, or of the local rules of a plan."""

    whom: str
    since: date
    until: date | None
    dated: Dated | None
    written: str

    @property
    def gist(self) -> str:
        return cite(self.dated.cite).statement if self.dated else ""


def national_spans(parameter: Parameter) -> list[Span]:
    """What the texts of the law said, say and will say; a gap is a span without value."""
    spans = []
    for kind, timeline in parameter.timelines():
        whom = kind.label if kind else EVERYBODY
        ends = [since - timedelta(days=1) for since, _ in timeline[1:]]
        for (since, dated), until in zip(timeline, [*ends, None], strict=True):
            spans.append(Span(whom, since, until, dated, _written(parameter, dated)))
    return spans


def _written(parameter: Parameter, dated: Dated | None) -> str:
    return as_written(parameter, dated.value) if dated else "Không quy định"


def overlay_spans(parameter: Parameter) -> list[Span]:
    """The value in the local rules that a plan may bring."""
    spans = []
    for overlay_id, _ in known_overlays():
        layer = overlay(overlay_id)
        if parameter.name in layer.values:
            dated = law_at(layer.since, (overlay_id,)).get(parameter.name)
            written = as_written(parameter, dated.value)
            spans.append(Span(layer.label, layer.since, layer.until, dated, written))
    return spans


def local_rules_of(body: Unit, name: str) -> QuerySet[LocalRule]:
    """The body's own values for a parameter, the latest first, with who entered and ended them."""
    rules = LocalRule.objects.filter(body=body, name=name)
    return rules.select_related("entered_by", "ended_by").order_by("-starts_on", "-pk")


def value_of(rule: LocalRule) -> str:
    """The value as officials read it; the stored text where the law data no longer know it."""
    parameter = parameters().get(rule.name)
    try:
        return as_written(parameter, read_exact(parameter, rule.value)) if parameter else rule.value
    except UnreadableValue:
        return rule.value


@dataclass(frozen=True, slots=True)
class OwnLine:
    """Một quy định của cơ quan trên trang lịch sử: how it stands on a day."""

    rule: LocalRule
    written: str
    state: str
    tone: str

    @property
    def may_end(self) -> bool:
        return self.rule.ended_from is None


def own_lines(body: Unit, name: str, day: date) -> list[OwnLine]:
    """The body's own values for a parameter with their state on the day."""
    standing = standing_values(recorded_values(body.pk), day, ())
    in_force = {(value.name, value.since) for value in standing}
    return [
        OwnLine(rule, value_of(rule), *_state(rule, day, stands=(name, rule.starts_on) in in_force))
        for rule in local_rules_of(body, name)
    ]


def _state(rule: LocalRule, day: date, *, stands: bool) -> tuple[str, str]:
    """The state in words and its tone."""
    if not rule.has_held:
        return "Đã bỏ, chưa từng áp dụng", "neutral"
    if day < rule.starts_on:
        return "Chưa đến ngày áp dụng", "info"
    if not rule.is_in_force(day):
        return "Đã hết hiệu lực", "neutral"
    return ("Đang áp dụng", "good") if stands else ("Không áp dụng: quy định chung chặt hơn", "bad")
