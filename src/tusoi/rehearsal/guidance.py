"""Gợi ý, chỉ đạo kiểm điểm: what the superior suggests, the answers, and whoever attends and directs a review.

Keys of the season, both optional: “suggestions” (with “tried”, “opinions”, “answers”) and “supervisions”.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tusoi.campaigns.models import Suggestion, SuggestionOpinion, Supervision
from tusoi.campaigns.services import suggesting, supervising
from tusoi.meetings.services.summoning import assign_supervisor
from tusoi.rehearsal.example import Row, moment
from tusoi.rehearsal.stage import Stage, Step
from tusoi.rehearsal.writing import submit


def steps(stage: Stage) -> Iterator[Step]:
    """Suggestions while the reviews are written; supervisors before the meetings, their findings after."""
    for row in stage.season.get("suggestions", ()):
        yield from _suggestion_steps(stage, row)
    for row in stage.season.get("supervisions", ()):
        yield Step(moment(row["assigned"]), "Phân công dự, chỉ đạo", partial(_assign, stage, row))
        yield Step(moment(row["recorded"]), "Nhận xét sau hội nghị", partial(_record, stage, row))


def _suggestion_steps(stage: Stage, row: Row) -> Iterator[Step]:
    yield Step(moment(row["at"]), "Gợi ý kiểm điểm", partial(_suggest, stage, row))
    if "tried" in row:
        yield Step(moment(row["tried"]), "Nộp khi chưa giải trình", partial(_try, stage, row))
    for opinion in row.get("opinions", ()):
        yield Step(
            moment(opinion["asked"]), "Hỏi ý kiến về gợi ý", partial(_ask, stage, row, opinion)
        )
        yield Step(
            moment(opinion["given"]), "Cho ý kiến về gợi ý", partial(_give, stage, row, opinion)
        )
    for answer in row["answers"]:
        yield Step(moment(answer["at"]), "Giải trình", partial(_answer, stage, row, answer))


def _suggest(stage: Stage, row: Row, at: datetime) -> None:
    suggesting.record_suggestion(
        actor=stage.cast.office(at),
        at=at,
        subject=stage.subjects[row["subject"]],
        issuer=row["issuer"],
        text=row["text"],
        document_number=row["document_number"],
        document_date=row["document_date"],
    )


def _suggestion(stage: Stage, row: Row) -> Suggestion:
    """The suggestion on the subject that came in the document of the example."""
    rows = Suggestion.objects.select_related("subject__track", "subject__unit", "subject__review")
    return rows.get(subject=stage.subjects[row["subject"]], text=row["text"])


def _try(stage: Stage, row: Row, at: datetime) -> None:
    """A review that leaves the suggestion without an answer is not taken."""
    code = row["subject"]
    label = f"Nộp bản kiểm điểm của {stage.subjects[code].name} khi chưa giải trình"
    stage.expect_refusal(at, label, lambda: submit(stage, code, at))


def _ask(stage: Stage, row: Row, opinion: Row, at: datetime) -> None:
    suggesting.ask_opinions(
        actor=stage.cast.office(at),
        at=at,
        suggestion=_suggestion(stage, row),
        units=[stage.cast.units[opinion["unit"]]],
        due_on=opinion["due_on"],
    )


def _give(stage: Stage, row: Row, opinion: Row, at: datetime) -> None:
    unit = opinion["unit"]
    asked = SuggestionOpinion.objects.select_related("suggestion__subject", "unit").get(
        suggestion=_suggestion(stage, row), unit=stage.cast.units[unit]
    )
    suggesting.give_opinion(actor=stage.head(unit, at), at=at, opinion=asked, text=opinion["text"])


def _answer(stage: Stage, row: Row, answer: Row, at: datetime) -> None:
    suggesting.answer_suggestion(
        actor=stage.writer(row["subject"], at),
        at=at,
        suggestion=_suggestion(stage, row),
        text=answer["text"],
    )


def _assign(stage: Stage, row: Row, at: datetime) -> None:
    assign_supervisor(
        actor=stage.head(stage.cast.body.code, at),
        at=at,
        campaign=stage.opened,
        unit=stage.cast.units[row["unit"]],
        person=stage.person(row["person"]),
        document=row["document"],
    )


def _record(stage: Stage, row: Row, at: datetime) -> None:
    supervision = Supervision.objects.select_related("campaign", "unit").get(
        campaign=stage.opened,
        unit=stage.cast.units[row["unit"]],
        person=stage.person(row["person"]),
    )
    supervising.record_findings(
        actor=stage.individual(row["person"], at),
        at=at,
        supervision=supervision,
        findings=row["findings"],
        is_satisfactory=row["is_satisfactory"],
    )
