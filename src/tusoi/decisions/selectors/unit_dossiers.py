"""Danh mục hồ sơ của phòng, đơn vị: what a unit hands in for all its people together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Subject
from tusoi.decisions.enums import PartStanding
from tusoi.decisions.selectors.dossier_evidence import Evidence
from tusoi.decisions.selectors.dossier_lines import (
    Answer,
    CheckedList,
    DossierLine,
    has_criteria,
    not_called_for,
)
from tusoi.decisions.selectors.summary_lengths import leader_summary_findings, unit_report_findings
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import Place
from tusoi.org.enums import Leadership
from tusoi.org.models import Unit
from tusoi.rulebook.dossier_lists import DossierOwner, PartSource, list_of

_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Look:
    """The subjects of one unit, and what the season holds of them."""

    subjects: Sequence[Subject]
    evidence: Evidence

    @property
    def people(self) -> list[Subject]:
        return [subject for subject in self.subjects if not subject.is_collective]

    @property
    def leaders(self) -> list[Subject]:
        return [each for each in self.people if _leadership(each) is not Leadership.NONE]


def checked_unit_list(unit: Unit, subjects: Iterable[Subject], evidence: Evidence) -> CheckedList:
    """The unit's list, each paper looked for with every subject of the unit."""
    followed, look = list_of(DossierOwner.UNIT, evidence.law), _Look(tuple(subjects), evidence)
    lines = tuple(
        DossierLine(number, part, _LOOKS[part.source](look))
        for number, part in enumerate(followed.parts, start=1)
    )
    return CheckedList(unit, followed, lines)


def reports_for_unit(subjects: Iterable[Subject]) -> Subject | None:
    """With whom the unit's one-page report is kept: the collective, else the head."""
    ordered = sorted(subjects, key=lambda subject: not subject.is_collective)
    return next(
        (each for each in ordered if each.is_collective or _leadership(each) is Leadership.HEAD),
        None,
    )


def _leadership(subject: Subject) -> Leadership:
    return SubjectKind(subject.track.kind).leadership


def _all_of(
    wanted: Sequence[Subject], is_there: Callable[[Subject], bool], lacking: str, place: Place
) -> Answer:
    """A paper wanted of each: how many are there, and of whom it is missing."""
    if not wanted:
        return not_called_for("Đơn vị không có đối tượng phải có tài liệu này")
    without = [subject.name for subject in wanted if not is_there(subject)]
    told = f"{len(wanted) - len(without)}/{len(wanted)} đối tượng"
    if not without:
        return Answer(PartStanding.HERE, told)
    more = f" và {len(without) - _NAMED} đối tượng khác" if len(without) > _NAMED else ""
    names = f"{', '.join(without[:_NAMED])}{more}"
    return Answer(PartStanding.MISSING, told, f"{lacking}: {names}", place)


def _minutes(look: _Look) -> Answer:
    place = Place("Mở hội nghị", "panel:meetings")
    return _all_of(
        look.subjects, look.evidence.is_minuted, "Chưa có trong biên bản đã thông qua", place
    )


def _reviews(look: _Look) -> Answer:
    def is_final(subject: Subject) -> bool:
        review = getattr(subject, "review", None)
        return review is not None and review.state == "final"

    place = Place("Mở danh sách đối tượng", "hr:subjects")
    return _all_of(look.people, is_final, "Chưa hoàn thiện", place)


def _summaries(look: _Look) -> Answer:
    def is_written(subject: Subject) -> bool:
        texts = look.evidence.text_of(PaperKind.LEADER_SUMMARY, subject)
        is_short = not leader_summary_findings(texts, look.evidence.law)
        return bool(texts.get("strengths") and texts.get("shortcomings")) and is_short

    first = next((each for each in look.people if not is_written(each)), None)
    place = Place("Viết bản tóm tắt", "paper_content", ("leader_summary", first.pk if first else 0))
    return _all_of(look.people, is_written, "Chưa viết hoặc quá dài", place)


def _criteria(look: _Look) -> Answer:
    def is_marked(subject: Subject) -> bool:
        review = getattr(subject, "review", None)
        noted = look.evidence.text_of(PaperKind.DOSSIER_LIST, subject)
        if noted.get(PartSource.CRITERIA_SHEET.value):
            return True
        return has_criteria(subject) and review is not None and review.state == "final"

    first = next((each for each in look.leaders if not is_marked(each)), None)
    place = Place("Ghi số, nơi lưu", "paper_content", ("dossier_list", first.pk if first else 0))
    return _all_of(look.leaders, is_marked, "Chưa có khung tiêu chí", place)


def _report(look: _Look) -> Answer:
    holder = reports_for_unit(look.subjects)
    if holder is None:
        return not_called_for("Đơn vị không có tập thể hoặc người đứng đầu trong đợt")
    texts = look.evidence.text_of(PaperKind.UNIT_REPORT, holder)
    place = Place("Viết báo cáo tóm tắt", "paper_content", ("unit_report", holder.pk))
    if not all(texts.get(code) for code in ("results", "shortcomings", "proposals")):
        return Answer(PartStanding.MISSING, note="Người đứng đầu đơn vị viết", place=place)
    too_long = unit_report_findings(texts, look.evidence.law)
    if too_long:
        return Answer(PartStanding.MISSING, note=too_long[0].message, place=place)
    return Answer(PartStanding.HERE, "bản tóm tắt đã viết", place=place)


_LOOKS: dict[PartSource, Callable[[_Look], Answer]] = {
    PartSource.MINUTES: _minutes,
    PartSource.UNIT_REVIEWS: _reviews,
    PartSource.UNIT_SUMMARIES: _summaries,
    PartSource.UNIT_CRITERIA: _criteria,
    PartSource.UNIT_REPORT: _report,
}
