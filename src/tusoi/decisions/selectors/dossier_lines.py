"""Danh mục hồ sơ của một đối tượng: each listed paper – there, kept outside, still to come, missing, or not called for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.timezone import localdate

from tusoi.campaigns.enums import Standing, SubjectKind
from tusoi.campaigns.facts import forms_of, person_facts
from tusoi.campaigns.models import Subject
from tusoi.decisions.enums import OpinionSource, PartStanding, RatingLevel
from tusoi.decisions.models import Classification, OpinionRequest
from tusoi.decisions.selectors.dossier_evidence import Evidence
from tusoi.decisions.selectors.rating_papers import row_of
from tusoi.decisions.selectors.summary_lengths import leader_summary_findings
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import StoredDocument
from tusoi.documents.selectors.sources import Place, owner_type
from tusoi.org.models import Unit
from tusoi.rulebook import wording
from tusoi.rulebook.dossier_lists import (
    DossierList,
    ListedPart,
    PartSource,
    PartWhen,
    list_of_subject,
)
from tusoi.rulebook.facts import DossierFacts, RatedAs
from tusoi.rulebook.findings import Finding
from tusoi.rulebook.rules.classification import rated_as
from tusoi.rulebook.rules.dossiers import dossier_findings

PRESENT = frozenset({PartStanding.HERE, PartStanding.OUTSIDE})
#: Blocks the appraisal with a sentence of its own, so that it is not said twice.
SAID_APART = frozenset({PartSource.REVIEW, PartSource.MINUTES})
AT_WORK = frozenset({OpinionSource.PARTY_COMMITTEE, OpinionSource.PARTY_CELL})
OF_RATING = frozenset(
    {
        PartSource.SUBMISSION,
        PartSource.APPRAISAL,
        PartSource.DECISION,
        PartSource.SUMMARY_SHEET,
        PartSource.LEADER_SUMMARY,
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Trả lời về một tài liệu: its standing, its reference, why or who brings it, and where."""

    standing: PartStanding
    reference: str = ""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DossierLine:
    """Dòng của danh mục hồ sơ: a listed paper and what is known of it."""

    number: int
    part: ListedPart
    answer: Answer

    @property
    def is_present(self) -> bool:
        return self.answer.standing in PRESENT

    @property
    def is_missing(self) -> bool:
        return self.answer.standing is PartStanding.MISSING

    @property
    def title(self) -> str:
        is_conditional = self.part.when in {PartWhen.ALWAYS, PartWhen.EXCELLENT}
        return self.part.title if is_conditional else f"{self.part.title} (nếu có)"


@dataclass(frozen=True, slots=True)
class CheckedList:
    """Danh mục hồ sơ đã đối chiếu: of a subject or a unit, the list that holds and its lines."""

    holder: Subject | Unit
    followed: DossierList
    lines: tuple[DossierLine, ...]

    @property
    def missing(self) -> tuple[DossierLine, ...]:
        return tuple(line for line in self.lines if line.is_missing)

    @property
    def present(self) -> int:
        return sum(line.is_present for line in self.lines)


def gaps_of(checked: CheckedList, evidence: Evidence) -> list[Finding]:
    """What the appraisal has to say: papers that should be there by now."""
    titles = tuple(
        line.part.title
        for line in checked.missing
        if not line.part.source.is_made_later and line.part.source not in SAID_APART
    )
    return dossier_findings(DossierFacts(titles, checked.followed.cite), evidence.law)


@dataclass(frozen=True, slots=True)
class _Look:
    """One paper of one subject being looked for."""

    subject: Subject
    part: ListedPart
    evidence: Evidence

    @property
    def row(self) -> Classification:
        return row_of(self.subject)

    @property
    def noted(self) -> str:
        """What the office wrote of a paper kept outside."""
        kept = self.evidence.text_of(PaperKind.DOSSIER_LIST, self.subject)
        return str(kept.get(self.part.source.value, ""))

    @property
    def requests(self) -> list[OpinionRequest]:
        return list(self.subject.opinion_requests.all())

    def missing(self, note: str, place: Place | None = None) -> Answer:
        return Answer(PartStanding.MISSING, note=note, place=place or self.notes_place)

    @property
    def notes_place(self) -> Place:
        address = (PaperKind.DOSSIER_LIST.value, self.subject.pk)
        return Place("Ghi số, nơi lưu", "paper_content", address)


def not_called_for(why: str) -> Answer:
    return Answer(PartStanding.NOT_APPLICABLE, note=why)


def checked_list(subject: Subject, evidence: Evidence) -> CheckedList:
    """The subject's list, each paper looked for in what the season holds."""
    followed = followed_by(subject, evidence)
    lines = tuple(
        DossierLine(number, part, _answer(_Look(subject, part, evidence)))
        for number, part in enumerate(followed.parts, start=1)
    )
    return CheckedList(subject, followed, lines)


def followed_by(subject: Subject, evidence: Evidence) -> DossierList:
    kind = SubjectKind(subject.track.kind)
    return list_of_subject(kind, _rated_as(subject, kind), evidence.law)


def _rated_as(subject: Subject, kind: SubjectKind) -> RatedAs:
    return rated_as(kind, None if subject.is_collective else person_facts(subject))


def _answer(look: _Look) -> Answer:
    """Found in the season, else as noted by the office, else missing or not called for."""
    source = look.part.source
    if look.subject.standing == Standing.NOT_RATED and source in OF_RATING:
        return not_called_for("Kiểm điểm, không xếp loại")
    found = _kept_outside(look) if source.is_kept_outside else _LOOKS[source](look)
    if found.standing not in PRESENT and look.noted:
        return Answer(PartStanding.OUTSIDE, reference=look.noted)
    return found


def _kept_outside(look: _Look) -> Answer:
    match look.part.when:
        case PartWhen.EXCELLENT if look.row.proposed_level != RatingLevel.EXCELLENT:
            return not_called_for("Không đề nghị hoàn thành xuất sắc nhiệm vụ")
        case PartWhen.COMPLAINED:
            return not_called_for("Chưa ghi nhận khiếu nại, kiến nghị")
        case PartWhen.IF_ANY:
            return not_called_for("Chưa ghi nhận")
    return look.missing("Đối tượng nộp bản giấy; Văn phòng ghi số, nơi lưu")


def _frozen(document: StoredDocument) -> Answer:
    kept = f"lưu ngày {wording.day(localdate(document.created_at))}"
    return Answer(PartStanding.HERE, kept, place=Place("Mở văn bản", "document", (document.pk,)))


def _awaited(look: _Look, note: str, place: Place) -> Answer:
    """A paper made after the appraisal: missing only once its turn has come."""
    is_due = look.row.state not in {"awaiting", "appraised"}
    return Answer(PartStanding.MISSING if is_due else PartStanding.LATER, note=note, place=place)


def _submission(look: _Look) -> Answer:
    document = look.evidence.sheets.get(PaperKind.SUBMISSION_NOTE)
    if document is not None:
        return _frozen(document)
    board = Place("Mở bàn xếp loại", "panel:board")
    return _awaited(look, "Văn phòng lập tờ trình khi đã có mức đề nghị", board)


def _review(look: _Look) -> Answer:
    review = getattr(look.subject, "review", None)
    if review is None or review.state != "final":
        return look.missing(
            "Người viết hoàn thiện sau hội nghị kiểm điểm",
            Place("Mở đối tượng", "hr:subject", (look.subject.pk,)),
        )
    kind = PaperKind.COLLECTIVE_REPORT if look.subject.is_collective else PaperKind.SELF_REVIEW
    return Answer(
        PartStanding.HERE,
        f"hoàn thiện ngày {wording.day(localdate(review.finalised_at))}"
        if review.finalised_at
        else "",
        place=Place("Xem văn bản", "draft", (kind.value, owner_type(review), review.pk)),
    )


def has_criteria(subject: Subject) -> bool:
    """Whether the criteria are marked on the subject's own forms."""
    return any(field.criterion for part in forms_of(subject) for field in part.fields)


def _criteria_sheet(look: _Look) -> Answer:
    if has_criteria(look.subject):
        return _review(look)
    return look.missing("Biểu mẫu của đợt không có tiêu chí; Văn phòng ghi số, nơi lưu bản giấy")


def _minutes(look: _Look) -> Answer:
    meeting = look.evidence.meetings.get(look.subject.pk)
    if meeting is None:
        return look.missing(
            "Chưa có hội nghị kết luận về đối tượng", Place("Mở hội nghị", "panel:meetings")
        )
    place = Place("Mở hội nghị", "panel:meeting", (meeting.pk,))
    held = f"họp ngày {wording.day(localdate(meeting.starts_at))}"
    if look.evidence.is_minuted(look.subject):
        return Answer(PartStanding.HERE, held, place=place)
    return look.missing("Thư ký hoàn chỉnh biên bản, hội nghị thông qua", place)


def _suggestion(look: _Look) -> Answer:
    found = look.evidence.suggestions.get(look.subject.pk, ())
    if found:
        named = (
            f"{each.document_number} ngày {wording.day(each.document_date)}".strip()
            for each in found
        )
        place = Place("Mở đối tượng", "hr:subject", (look.subject.pk,))
        return Answer(PartStanding.HERE, "; ".join(dict.fromkeys(named)), place=place)
    meeting = look.evidence.meetings.get(look.subject.pk)
    if meeting is not None and meeting.has_suggestions:
        return look.missing("Hội nghị ghi có gợi ý kiểm điểm; Văn phòng ghi số, nơi lưu")
    return not_called_for("Không có gợi ý kiểm điểm")


def _asked(look: _Look, requests: list[OpinionRequest]) -> Answer:
    """The opinions put to these bodies: all given, or who still has to give one."""
    waiting = [request for request in requests if request.state != "given"]
    place = Place("Mở lấy ý kiến", "hr:opinions")
    if waiting:
        bodies = ", ".join(request.get_source_display() for request in waiting)
        due = wording.day(min(request.due_on for request in waiting))
        return look.missing(f"{bodies} cho ý kiến, hạn ngày {due}", place)
    given = "; ".join(
        f"{request.get_source_display()} ngày {wording.day(localdate(request.given_at))}"
        for request in requests
        if request.given_at
    )
    return Answer(PartStanding.HERE, given, place=place)


def _workplace_opinion(look: _Look) -> Answer:
    requests = [request for request in look.requests if request.source in AT_WORK]
    if requests:
        return _asked(look, requests)
    if look.part.when is PartWhen.IF_ANY:
        return not_called_for("Không phải lấy ý kiến")
    return look.missing(
        "Văn phòng lấy ý kiến, hoặc ghi số, nơi lưu bản giấy",
        Place("Mở lấy ý kiến", "hr:opinions"),
    )


def _opinions(look: _Look) -> Answer:
    if look.requests:
        return _asked(look, look.requests)
    if look.subject.track.required_opinions:
        place = Place("Mở lấy ý kiến", "hr:opinions")
        return look.missing("Văn phòng gửi lấy ý kiến theo quy trình", place)
    return not_called_for("Quy trình không phải lấy ý kiến")


def _lower_levels(look: _Look) -> Answer:
    path = look.subject.unit.path
    below = [
        is_decided
        for unit, is_decided in look.evidence.lower
        if unit.startswith(path) and unit != path
    ]
    if not below:
        return not_called_for("Không có tổ chức đảng trực thuộc được xếp loại trong đợt")
    told = f"{sum(below)}/{len(below)} tổ chức đảng đã có mức"
    if all(below):
        return Answer(PartStanding.HERE, told)
    return look.missing(f"Đã quyết định {told}", Place("Mở bàn xếp loại", "panel:board"))


def _appraisal(look: _Look) -> Answer:
    appraisal = getattr(look.row, "appraisal", None)
    place = Place("Mở thẩm định", "hr:appraisal", (look.row.pk,)) if look.row.pk else None
    if appraisal is None:
        return Answer(PartStanding.LATER, note="Văn phòng thẩm định hồ sơ", place=place)
    return Answer(PartStanding.HERE, f"ngày {wording.day(localdate(appraisal.at))}", place=place)


def _decision(look: _Look) -> Answer:
    decision = look.row.decision
    if decision is not None:
        signed = f"Số {decision.number} ngày {wording.day(decision.signed_on)}"
        place = Place("Mở quyết định", "panel:decision", (decision.pk,))
        return Answer(PartStanding.HERE, signed, place=place)
    if look.subject.standing == Standing.RATED_ELSEWHERE:
        note = "Cấp trên quyết định; Văn phòng ghi số, ngày khi nhận được"
        return Answer(PartStanding.LATER, note=note, place=look.notes_place)
    return Answer(PartStanding.LATER, note="Cấp có thẩm quyền quyết định sau khi thẩm định")


def _summary_sheet(look: _Look) -> Answer:
    kind = PaperKind.COLLECTIVE_SHEET if look.subject.is_collective else PaperKind.INDIVIDUAL_SHEET
    document = look.evidence.sheets.get(kind)
    if document is not None:
        return _frozen(document)
    campaign = look.evidence.campaign
    place = Place("Lập biểu tổng hợp", "draft", (kind.value, owner_type(campaign), campaign.pk))
    return _awaited(look, "Văn phòng lập và chốt biểu tổng hợp", place)


def _leader_summary(look: _Look) -> Answer:
    texts = look.evidence.text_of(PaperKind.LEADER_SUMMARY, look.subject)
    place = Place("Viết bản tóm tắt", "paper_content", ("leader_summary", look.subject.pk))
    if not (texts.get("strengths") and texts.get("shortcomings")):
        return _awaited(look, "Văn phòng hoặc đơn vị viết bản tóm tắt", place)
    too_long = leader_summary_findings(texts, look.evidence.law)
    if too_long:
        return look.missing(too_long[0].message, place)
    return Answer(PartStanding.HERE, "đã viết", place=place)


_LOOKS: dict[PartSource, Callable[[_Look], Answer]] = {
    PartSource.SUBMISSION: _submission,
    PartSource.REVIEW: _review,
    PartSource.CRITERIA_SHEET: _criteria_sheet,
    PartSource.MINUTES: _minutes,
    PartSource.SUGGESTION: _suggestion,
    PartSource.WORKPLACE_OPINION: _workplace_opinion,
    PartSource.OPINIONS: _opinions,
    PartSource.LOWER_LEVELS: _lower_levels,
    PartSource.APPRAISAL: _appraisal,
    PartSource.DECISION: _decision,
    PartSource.SUMMARY_SHEET: _summary_sheet,
    PartSource.LEADER_SUMMARY: _leader_summary,
}
