"""Nộp hồ sơ: each unit writes what its file needs and hands it in; the office notes what came on paper.

“file” in the timetable of a unit says when; “paper_files” of the season lists at, people, and under “papers”
the number or place of each paper kept outside, by its source in the dossier list; “sheets” when the office
issues which kinds of summary sheets.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils.timezone import localdate

from tusoi.decisions.selectors.unit_dossiers import reports_for_unit
from tusoi.decisions.services.completing import complete_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import Draft, sources
from tusoi.documents.services.issuing import issue_draft
from tusoi.documents.services.numbering import Stamp
from tusoi.rehearsal.ending import write_paper
from tusoi.rehearsal.example import Row, moment
from tusoi.rehearsal.stage import Stage, Step


def steps(stage: Stage) -> Iterator[Step]:
    """Units that have a day for it, then the papers of the office."""
    for unit in stage.season["units"]:
        plan = stage.plan_of(unit)
        if "file" in plan:
            yield Step(moment(plan["file"]), "Nộp hồ sơ", partial(_hand_in, stage, unit))
    for row in stage.season.get("paper_files", ()):
        yield Step(moment(row["at"]), "Ghi hồ sơ bản giấy", partial(_note, stage, row))
    for row in stage.season.get("sheets", ()):
        yield Step(moment(row["at"]), "Chốt biểu tổng hợp", partial(_issue, stage, row))


def _hand_in(stage: Stage, unit: str, at: datetime) -> None:
    """A short appraisal of everybody, and the report of the unit where a head writes one."""
    is_body = unit == stage.cast.body.code
    actor = stage.cast.office(at) if is_body else stage.head(unit, at)
    subjects = list(stage.subjects_of(unit).values())
    for subject in subjects:
        if not subject.is_collective:
            write_paper(stage, PaperKind.LEADER_SUMMARY, subject, actor, at)
    holder = reports_for_unit(subjects)
    if holder is not None:
        write_paper(stage, PaperKind.UNIT_REPORT, holder, actor, at)


def _note(stage: Stage, row: Row, at: datetime) -> None:
    for code in row["people"]:
        complete_paper(
            actor=stage.cast.office(at),
            at=at,
            owner=stage.subjects[code],
            kind=PaperKind.DOSSIER_LIST,
            texts=row["papers"],
        )


def _issue(stage: Stage, row: Row, at: datetime) -> None:
    for source in (source for source in sources() if source.kind in row["kinds"]):
        issue_draft(
            actor=stage.cast.office(at),
            at=at,
            draft=Draft(source, stage.opened),
            stamp=Stamp(dated=localdate(at)),
        )
