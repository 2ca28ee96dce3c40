"""Trước khi quyết định: everything that stands against a draft decision, row by row, as the command will see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.timezone import localdate

from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign
from tusoi.core.actor import Actor
from tusoi.core.errors import refuse
from tusoi.decisions.enums import CLASSIFICATION_STATES, RatingLevel
from tusoi.decisions.facts import head_facts
from tusoi.decisions.models import Classification, Decision
from tusoi.decisions.permissions import is_competent
from tusoi.decisions.selectors.caps import Caps, caps_of
from tusoi.decisions.selectors.dossiers import (
    Dossier,
    dossiers_of,
    level_findings,
    of_collectives,
    record_of,
)
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import Meeting
from tusoi.org.enums import Role
from tusoi.rulebook.facts import AuthorityFacts, SubjectKind
from tusoi.rulebook.findings import Finding, Severity
from tusoi.rulebook.parameters import LawAt
from tusoi.rulebook.record import Record
from tusoi.rulebook.rules import authority


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft:
    """Dự thảo quyết định: who would decide which levels, under which number, on the ground of which meeting.

    The rows are read by `dossiers.rating_rows`.
    """

    actor: Actor
    campaign: Campaign
    levels: Mapping[Classification, RatingLevel]
    number: str = ""
    signed_on: date
    basis_meeting: Meeting | None = None

    @property
    def issuer_id(self) -> int | None:
        """The body when its head signs, else the signer's own unit."""
        is_body = self.actor.role == Role.DEPARTMENT_HEAD
        return self.campaign.body_id if is_body else self.actor.unit_id


@dataclass(frozen=True, slots=True)
class DecisionCheck:
    """Kết quả kiểm tra dự thảo: findings on the decision as a whole and on each row, with dossiers and records."""

    general: list[Finding]
    by_row: dict[int, list[Finding]] = field(default_factory=dict)
    dossiers: dict[int, Dossier] = field(default_factory=dict)
    records: dict[int, Record] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """All of them; those on a row begin with the subject's name."""
        named = [
            replace(finding, message=f"{self.dossiers[pk].row.subject.name}: {finding.message}")
            for pk, found in self.by_row.items()
            for finding in found
        ]
        return [*self.general, *named]

    def without(self, overridden: set[tuple[int, str]]) -> DecisionCheck:
        """What remains when the decider answers for these (row, rule) and the rule lets him or her."""
        remaining = {
            pk: [each for each in found if not (each.overridable and (pk, each.rule) in overridden)]
            for pk, found in self.by_row.items()
        }
        return replace(self, by_row=remaining)

    def overridable(self, classification_id: int, rule: str) -> list[Finding]:
        """What that rule says against the row and may be overridden; refuses where it says nothing."""
        found = [
            each
            for each in self.by_row.get(classification_id, [])
            if each.rule == rule and each.overridable
        ]
        if not found:
            raise refuse(
                "decision.override",
                "Nội dung nêu lý do không ứng với phát hiện nào được phép quyết định khác.",
                remedy="Tải lại trang và nêu lý do tại đúng phát hiện.",
            )
        return found


def check_decision(draft: DecisionDraft, today: date) -> DecisionCheck:
    """Hold a draft against dossiers, ceilings, caps and authority."""
    law = law_of(draft.campaign)
    dossiers = {each.row.pk: each for each in dossiers_of(draft.campaign, draft.levels)}
    given = {row.pk: level for row, level in draft.levels.items()}
    check = _Rows(
        draft=draft,
        law=law,
        caps=caps_of(draft.campaign, draft.levels, is_planned=False),
        collectives=_collectives(draft),
        on_agenda=_on_agenda(draft.basis_meeting),
    )
    by_row = {pk: list(check.findings(dossier, given[pk])) for pk, dossier in dossiers.items()}
    records = {pk: check.record(dossier, given[pk]) for pk, dossier in dossiers.items()}
    return DecisionCheck([*_whole(draft, today), *_basis(draft)], by_row, dossiers, records)


def _blocks(rule: str, message: str, remedy: str = "", cites: tuple[str, ...] = ()) -> Finding:
    return Finding(f"decision.{rule}", Severity.BLOCKS, message, cites, remedy=remedy)


def _collectives(draft: DecisionDraft) -> dict[int, RatingLevel | None]:
    """Unit with a rated collective → its level as decided, or as this draft decides it; None for not yet."""
    rows = of_collectives(draft.campaign).values_list("pk", "subject__unit_id", "decided_level")
    drafted = {row.pk: level for row, level in draft.levels.items()}
    known = [(unit, drafted.get(pk, level)) for pk, unit, level in rows]
    levels = {unit: RatingLevel(level) for unit, level in known if level}
    return dict.fromkeys((unit for unit, _ in known), None) | levels


def _on_agenda(meeting: Meeting | None) -> frozenset[int]:
    if meeting is None:
        return frozenset()
    return frozenset(meeting.agenda.filter(state="concluded").values_list("subject_id", flat=True))


def _whole(draft: DecisionDraft, today: date) -> Iterator[Finding]:
    if draft.campaign.state != "open":
        yield _blocks(
            "campaign",
            "Đợt đánh giá chưa mở hoặc đã kết thúc nên không ban hành quyết định.",
            "Chỉ ban hành quyết định khi đợt đang mở.",
        )
    if not draft.levels:
        yield _blocks(
            "empty",
            "Chưa chọn đối tượng nào để quyết định.",
            "Chọn ít nhất một đối tượng đã được đề nghị mức.",
        )
    if not draft.number:
        yield _blocks("number", "Chưa có số quyết định.", "Lấy số ở văn thư rồi ghi vào.")
    elif Decision.objects.filter(issuer_id=draft.issuer_id, number=draft.number).exists():
        yield _blocks(
            "number",
            f"Số quyết định {draft.number} đã được sử dụng.",
            "Kiểm tra lại sổ văn bản và ghi số khác.",
        )
    if draft.signed_on > today:
        yield _blocks(
            "future", f"Ngày ký {draft.signed_on:%d/%m/%Y} chưa tới.", "Ghi ngày ký thực tế."
        )


def _needing_meeting(draft: DecisionDraft) -> tuple[str, ...]:
    """Where the plan says that the head signs what the leading collective concluded; empty where nowhere."""
    law = law_of(draft.campaign)
    kinds = dict.fromkeys(SubjectKind(row.subject.track.kind) for row in draft.levels)
    procedures = (authority.procedure_under(kind, law) for kind in kinds)
    return tuple(dict.fromkeys(each.cite for each in procedures if each.signs_for_collective))


def _basis(draft: DecisionDraft) -> Iterator[Finding]:
    """The head signs what the leading collective concluded: its meeting, its approved minutes."""
    cites, meeting = _needing_meeting(draft), draft.basis_meeting
    if not cites:
        return
    is_of_leaders = meeting is not None and (
        meeting.kind == MeetingKind.LEADERS_RATING and meeting.campaign_id == draft.campaign.pk
    )
    if meeting is None or not is_of_leaders:
        yield _blocks(
            "basis",
            "Chưa có hội nghị tập thể lãnh đạo xem xét, quyết định xếp loại làm căn cứ.",
            "Tổ chức hội nghị, thông qua biên bản rồi chọn hội nghị đó làm căn cứ.",
            cites,
        )
        return
    if meeting.state != "approved":
        yield _blocks(
            "basis-minutes",
            f"Biên bản của “{meeting.title}” chưa được thông qua.",
            "Chủ trì hội nghị cho thông qua biên bản.",
            cites,
        )
    held_on = localdate(meeting.starts_at)
    if draft.signed_on < held_on:
        yield _blocks(
            "before-basis",
            f"Ngày ký trước ngày họp {held_on:%d/%m/%Y}.",
            "Ghi ngày ký từ ngày họp trở đi.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """What every row of one draft is held against."""

    draft: DecisionDraft
    law: LawAt
    caps: Caps
    collectives: Mapping[int, RatingLevel | None]
    on_agenda: frozenset[int]

    def findings(self, dossier: Dossier, level: RatingLevel) -> Iterator[Finding]:
        row = dossier.row
        yield from self._competence(row)
        yield from self._readiness(row)
        yield from dossier.gaps
        unit = row.subject.unit_id
        collective = self.collectives.get(unit)
        yield from level_findings(dossier, level, collective, self.law)
        is_open = unit in self.collectives and collective is None
        if is_open and head_facts(row.subject, level, dossier.person, collective, self.law):
            yield _blocks(
                "head-first",
                "Tập thể do người này đứng đầu chưa được quyết định mức xếp loại.",
                "Quyết định mức của tập thể trước hoặc trong cùng quyết định này.",
                (row.subject.track.cite,),
            )
        yield from self.caps.findings_of(row.pk)

    def record(self, dossier: Dossier, level: RatingLevel) -> Record:
        collective = self.collectives.get(dossier.row.subject.unit_id)
        return record_of(dossier, level, collective, self.law)

    def _competence(self, row: Classification) -> Iterator[Finding]:
        actor, track = self.draft.actor, row.subject.track
        if not is_competent(actor, row):
            decider = (
                Role(track.decider).label
                if track.decider and track.is_decided_here
                else "Cấp trên có thẩm quyền"
            )
            yield _blocks(
                "competence",
                "Không thuộc thẩm quyền quyết định của người ký.",
                f"{decider} quyết định.",
                (track.cite,),
            )
        yield from authority.self_decision_findings(
            AuthorityFacts(
                command="decision.decide",
                role=actor.role,
                actor_key=str(actor.person_id or ""),
                subject_key=str(row.subject.person_id or ""),
            ),
            self.law,
        )

    def _readiness(self, row: Classification) -> Iterator[Finding]:
        if row.state != "proposed":
            yield _blocks(
                "state",
                f"Hồ sơ đang ở bước “{CLASSIFICATION_STATES[row.state]}”, chưa quyết định được.",
                "Hoàn thành thẩm định và đề nghị mức xếp loại.",
            )
        if self.draft.basis_meeting is not None and row.subject_id not in self.on_agenda:
            yield _blocks(
                "not-concluded",
                "Hội nghị làm căn cứ chưa kết luận về đối tượng này.",
                "Chọn đúng hội nghị, hoặc đưa đối tượng vào hội nghị sau.",
            )
