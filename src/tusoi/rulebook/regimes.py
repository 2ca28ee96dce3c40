"""Chế độ: which body of rules governs whom and when – issuer, dates, guidance, forms, what it replaced."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tusoi.rulebook.citations import Citation, Source, Trust, cite, sources
from tusoi.rulebook.facts import RatedAs
from tusoi.rulebook.lawdata import LawDataFault, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Reign:
    """Thời gian áp dụng cho một loại đối tượng; `until` is the last day, None while in force.

    `ended_by` is the provision that ended it, empty while in force.
    """

    since: date
    until: date | None
    cite: str
    trust: Trust
    ended_by: str
    note: str

    def covers(self, day: date) -> bool:
        return self.overlaps(day, day)

    def overlaps(self, first: date, last: date) -> bool:
        """Whether it covers any day from `first` to `last`."""
        return self.since <= last and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class RegimeForm:
    """Mẫu của một chế độ: its code in the guidance, who fills it in, our definition or why there is none.

    `leads` and `works_in_system` are None where the form does not ask.
    """

    code: str
    title: str
    rated_as: tuple[RatedAs, ...]
    who: str
    definition: str
    no_definition: str
    leads: bool | None
    works_in_system: bool | None
    cite: str

    def suits(self, *, is_leader: bool, in_system: bool) -> bool:
        """Whether such a person fills it in."""
        return self.leads in {None, is_leader} and self.works_in_system in {None, in_system}


@dataclass(frozen=True, slots=True)
class Regime:
    """Chế độ đánh giá, xếp loại: a regulation with its guidance, for some kinds of subject.

    `is_in_use` is False for texts known at second hand only: shown, never applied.
    """

    id: str
    label: str
    source: str
    guidance: tuple[str, ...]
    replaces: tuple[str, ...]
    is_in_use: bool
    reigns: Mapping[RatedAs, Reign]
    forms: tuple[RegimeForm, ...]
    note: str

    @property
    def documents(self) -> tuple[Source, ...]:
        """The regulation, then its guidance."""
        return tuple(sources()[each] for each in (self.source, *self.guidance))

    @property
    def citation(self) -> Citation:
        return cite(self.source)

    def guidance_on(self, day: date) -> tuple[Source, ...]:
        """Its guidance as in force on `day`."""
        return tuple(
            each
            for each in self.documents[1:]
            if (each.effective is None or each.effective <= day)
            and (each.repealed is None or day < each.repealed)
        )

    def governs(self, rated_as: RatedAs, day: date) -> bool:
        reign = self.reigns.get(rated_as)
        return reign is not None and reign.covers(day)

    def forms_for(self, rated_as: RatedAs) -> tuple[RegimeForm, ...]:
        return tuple(form for form in self.forms if rated_as in form.rated_as)


def _reigns(entries: Mapping[str, Mapping[str, Any]]) -> dict[RatedAs, Reign]:
    reigns = {}
    for code, entry in entries.items():
        since, until = entry["since"], entry.get("until")
        if until is not None and until < since:
            raise LawDataFault(f"regimes.yaml: {code} ends before it starts")
        if (until is None) != ("ended_by" not in entry):
            raise LawDataFault(f"regimes.yaml: {code}: name what ended it, exactly when it ended")
        reigns[RatedAs(code)] = Reign(
            since=since,
            until=until,
            cite=cite(str(entry["cite"])).id,
            trust=Trust(entry["trust"]),
            ended_by=cite(entry["ended_by"]).id if until else "",
            note=str(entry.get("note", "")),
        )
    return reigns


def _form(entry: Mapping[str, Any]) -> RegimeForm:
    return RegimeForm(
        code=str(entry["code"]),
        title=str(entry["title"]),
        rated_as=tuple(RatedAs(code) for code in entry["for"]),
        who=str(entry.get("who", "")),
        definition=str(entry.get("definition", "")),
        no_definition=str(entry.get("no_definition", "")),
        leads=entry.get("leads"),
        works_in_system=entry.get("works_in_system"),
        cite=cite(str(entry["cite"])).id,
    )


@cache
def regimes() -> dict[str, Regime]:
    """Every regime, in the order of the file (oldest first)."""
    return {
        key: Regime(
            id=key,
            label=entry["label"],
            source=cite(entry["source"]).id,
            guidance=tuple(cite(each).id for each in entry.get("guidance", ())),
            replaces=tuple(entry.get("replaces", ())),
            is_in_use=entry["in_use"],
            reigns=_reigns(entry["subjects"]),
            forms=tuple(_form(each) for each in entry.get("forms", ())),
            note=entry.get("note", ""),
        )
        for key, entry in read_yaml("regimes.yaml").items()
    }


def regimes_for(rated_as: RatedAs, day: date) -> tuple[Regime, ...]:
    """Every regime that claims to govern that kind of subject on `day`, in use or not."""
    return tuple(each for each in regimes().values() if each.governs(rated_as, day))


def regime_for(rated_as: RatedAs, day: date) -> Regime | None:
    """The one regime in use for that kind of subject on `day`; None where there is none."""
    return next((each for each in regimes_for(rated_as, day) if each.is_in_use), None)
