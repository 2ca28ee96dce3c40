"""Chọn biểu mẫu: by number of a guidance, by day, by regime and kind of subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.rulebook.forms import FormUse, UnknownForm, form, forms
from tusoi.rulebook.regimes import regime_for, regimes

if TYPE_CHECKING:
    from datetime import date

    from tusoi.rulebook.facts import RatedAs
    from tusoi.rulebook.forms import FormDefinition
    from tusoi.rulebook.regimes import Regime, RegimeForm


def form_for(guidance: str, number: str) -> FormDefinition:
    """The form of a guidance by its number: `form_for("43-hd-btctw", "Mẫu 02A")`.

    A number alone says nothing: 02A of 2023 is for those without, 02A of 2025 for those with a leading post.
    """
    for definition in forms().values():
        if (definition.guidance, definition.number) == (guidance, number):
            return definition
    raise UnknownForm(f"{guidance} {number}")


def forms_on(day: date) -> tuple[FormDefinition, ...]:
    """Every form in use on `day`, of whatever guidance."""
    return tuple(each for each in forms().values() if each.is_used_on(day))


def choices_on(day: date, *, is_collective: bool) -> tuple[FormDefinition, ...]:
    """The forms that a kind of subject may be given on `day`: reports for collectives, personal forms for people."""
    return tuple(
        each
        for each in forms_on(day)
        if each.use.is_for_people is not is_collective and each.use is not FormUse.CRITERIA
    )


def criteria_forms_on(day: date) -> tuple[FormDefinition, ...]:
    """The sheets of criteria that may go with the report of a collective: those without a level of their own."""
    return tuple(
        each
        for each in forms_on(day)
        if each.use is FormUse.CRITERIA and not any(field.is_self_level for field in each.fields)
    )


def forms_for(
    rated_as: RatedAs, day: date, *, is_leader: bool = False, in_system: bool = True
) -> tuple[FormDefinition, ...]:
    """The forms that such a subject fills in on `day`, by the regime in force.

    `in_system` is False for Party members who do not work in the political system.
    """
    regime = regime_for(rated_as, day)
    return tuple(
        form(each.definition)
        for each in (_listed(regime, rated_as, day) if regime else ())
        if each.suits(is_leader=is_leader, in_system=in_system)
    )


def _listed(regime: Regime, rated_as: RatedAs, day: date) -> list[RegimeForm]:
    """The forms of the regime; those of the regime before it while its own guidance is not out."""
    candidates = (regime, *(regimes()[each] for each in regime.replaces))
    for each in candidates:
        used = [
            listed
            for listed in each.forms_for(rated_as)
            if listed.definition and form(listed.definition).is_used_on(day)
        ]
        if used:
            return used
    return []
