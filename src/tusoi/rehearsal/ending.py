"""Cuối đợt: units write their reports and remedy plans, the office the words of its papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from tusoi.campaigns.models import Campaign, Subject
from tusoi.core.actor import Actor
from tusoi.decisions.selectors.asked_papers import TABLE
from tusoi.decisions.selectors.subject_papers import LEADERS
from tusoi.decisions.services.completing import complete_paper
from tusoi.documents.enums import PaperKind
from tusoi.rehearsal.cast import collective_code
from tusoi.rehearsal.content import of_unit
from tusoi.rehearsal.example import moment, pick
from tusoi.rehearsal.stage import Stage, Step, code_of

OF_UNIT = (PaperKind.UNIT_REPORT, PaperKind.REMEDY_PLAN)


def steps(stage: Stage) -> Iterator[Step]:
    """After the decisions, before the season is closed."""
    at = moment(stage.season["unit_papers_at"])
    for unit in stage.season["units"]:
        yield Step(at, "Văn bản của đơn vị", partial(_write_of_unit, stage, unit))
    at = moment(stage.season["office_papers_at"])
    yield Step(at, "Báo cáo kết quả", partial(_write_of_office, stage))


def _write_of_unit(stage: Stage, unit: str, at: datetime) -> None:
    subject = stage.subjects.get(collective_code(unit))
    if subject is None:
        return
    is_body = unit == stage.cast.body.code
    actor = stage.cast.office(at) if is_body else stage.head(unit, at)
    for kind in OF_UNIT:
        write_paper(stage, kind, subject, actor, at)


def _write_of_office(stage: Stage, at: datetime) -> None:
    office = stage.cast.office(at)
    for subject in stage.subjects.values():
        if subject.track.kind in LEADERS:
            write_paper(stage, PaperKind.LEADER_SUMMARY, subject, office, at)
    write_paper(stage, PaperKind.RESULT_REPORT, stage.opened, office, at)


def write_paper(
    stage: Stage, kind: PaperKind, owner: Campaign | Subject, actor: Actor, at: datetime
) -> None:
    """One paper of a unit or of the office, in the words of the example."""
    unit = owner.unit if isinstance(owner, Subject) else stage.cast.body
    texts: dict[str, Any] = {
        code: of_unit(options, unit.code)
        for code, options in stage.example.texts["papers"][kind].items()
    }
    key = code_of(owner) if isinstance(owner, Subject) else kind.value
    words = {"year": stage.opened.review_year, "unit": unit.name}
    said = {
        code: options if code == TABLE else pick(options, key, code).format(**words)
        for code, options in texts.items()
    }
    complete_paper(actor=actor, at=at, owner=owner, kind=kind, texts=said)
