"""Hồ sơ còn thiếu: every dossier of a season against its list, counted by paper, for the office that coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.core.names import fold
from tusoi.decisions.permissions import dossiers_visible_to
from tusoi.decisions.selectors.dossier_evidence import dossier_rows, evidence_of
from tusoi.decisions.selectors.dossier_lines import CheckedList, DossierLine, checked_list
from tusoi.decisions.selectors.unit_dossiers import checked_unit_list
from tusoi.org.models import Unit
from tusoi.rulebook.dossier_lists import PartSource


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFilter:
    """Bộ lọc hồ sơ: by name, by unit, by a paper that is missing; `only_missing` leaves out what is complete so far."""

    query: str = ""
    unit: str = ""
    source: str = ""
    only_missing: bool = False

    def rows(self, rows: QuerySet[Subject]) -> QuerySet[Subject]:
        rows = rows.filter(unit__code=self.unit) if self.unit else rows
        return rows.filter(search_name__contains=fold(self.query)) if self.query else rows

    def keeps(self, checked: CheckedList) -> bool:
        missing = {line.part.source for line in checked.missing}
        return (not self.source or self.source in missing) and bool(missing or not self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.only_missing or bool(self.source)


def subject_lists(actor: Actor, campaign: Campaign, only: DossierFilter) -> list[CheckedList]:
    """The dossiers of subjects, unit by unit; a constant number of queries."""
    subjects = list(dossier_rows(only.rows(_of(actor, campaign))))
    evidence = evidence_of(campaign, subjects)
    checked = (checked_list(subject, evidence) for subject in subjects)
    return [each for each in checked if only.keeps(each)]


def unit_lists(actor: Actor, campaign: Campaign, only: DossierFilter) -> list[CheckedList]:
    """The dossiers that units below the body hand in; a constant number of queries."""
    rows = _of(actor, campaign).exclude(unit=campaign.body)
    rows = rows.filter(unit__code=only.unit) if only.unit else rows
    subjects = list(dossier_rows(rows))
    evidence = evidence_of(campaign, subjects)
    checked = (
        checked_unit_list(unit, members, evidence)
        for unit, members in groupby(subjects, key=lambda subject: subject.unit)
        if fold(only.query) in fold(unit.name)
    )
    return [each for each in checked if only.keeps(each)]


def _of(actor: Actor, campaign: Campaign) -> QuerySet[Subject]:
    rows = dossiers_visible_to(actor).filter(campaign=campaign)
    return rows.order_by("unit__path", "rank", "sort_key")


def units_of(actor: Actor, campaign: Campaign) -> QuerySet[Unit]:
    """The units below the body whose dossiers the actor may open."""
    with_dossiers = dossiers_visible_to(actor).filter(campaign=campaign).values("unit")
    return Unit.objects.filter(pk__in=with_dossiers).exclude(pk=campaign.body_id).order_by("path")


def unit_list(campaign: Campaign, unit: Unit) -> CheckedList:
    """The dossier of one unit."""
    subjects = list(dossier_rows(campaign.subjects.filter(unit=unit)))
    return checked_unit_list(unit, subjects, evidence_of(campaign, subjects))


def missing_by_source(lists: Sequence[CheckedList]) -> list[tuple[PartSource, int]]:
    """How many dossiers lack each paper, the most frequent first."""
    return Counter(line.part.source for each in lists for line in each.missing).most_common()


def sheet_columns(lists: Sequence[CheckedList]) -> list[PartSource]:
    """Every paper that some list names, in the order of the catalogue."""
    named = {line.part.source for each in lists for line in each.lines}
    return [source for source in PartSource if source in named]


def sheet_lines(
    lists: Sequence[CheckedList], columns: Sequence[PartSource]
) -> Iterator[tuple[str, ...]]:
    """One line per dossier; a paper that its list does not name stays empty."""
    for each in lists:
        found = {line.part.source: line for line in each.lines}
        cells = (_cell(found[source]) if source in found else "" for source in columns)
        yield (*_names(each.holder), f"{each.present}", f"{len(each.missing)}", *cells)


def _names(holder: Subject | Unit) -> tuple[str, str]:
    return (holder.name, holder.unit.name if isinstance(holder, Subject) else holder.name)


def _cell(line: DossierLine) -> str:
    told = line.answer.reference or line.answer.note
    return f"{line.answer.standing.label}: {told}" if told else line.answer.standing.label
