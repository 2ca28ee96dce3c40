"""Lập danh sách đối tượng: who is reviewed and rated in the campaign, and who is left out with which reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tusoi.campaigns.enums import Standing
from tusoi.campaigns.models import Campaign, Subject
from tusoi.campaigns.selectors.enrolment import enrolment
from tusoi.campaigns.services.placing import place_subjects
from tusoi.campaigns.services.planning import lock_draft
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.core.names import clean


@dataclass(frozen=True, slots=True)
class EnrolmentResult:
    """Kết quả lập danh sách: how many subjects came, stayed, left; people no procedure covers."""

    added: int
    kept: int
    removed: int
    uncovered: tuple[str, ...]


_REFRESHED = (
    "track",
    "unit",
    "former_unit",
    "group",
    "cell",
    "name",
    "title",
    "sort_key",
    "search_name",
    "rank",
    "standing",
    "standing_reason",
    "facts",
)


@command("campaign.enrol_subjects", target="campaign")
def enrol_subjects(
    *, actor: Actor, at: datetime, campaign: Campaign, as_of: date
) -> EnrolmentResult:
    """List everybody who belongs to the body on `as_of`; run again, it follows moves and keeps manual standings."""
    locked = lock_draft(campaign)
    found = enrolment(locked, as_of)
    existing = {_identity(subject): subject for subject in locked.subjects.all()}
    for subject in found.subjects:
        _keep_manual_standing(subject, existing.get(_identity(subject)))
    gone = existing.keys() - {_identity(subject) for subject in found.subjects}
    locked.subjects.filter(pk__in=[existing[identity].pk for identity in gone]).delete()
    _upsert(found.subjects, "person")
    _upsert(found.subjects, "collective")
    place_subjects(locked, as_of)
    result = EnrolmentResult(
        added=len(found.subjects) - len(existing) + len(gone),
        kept=len(existing) - len(gone),
        removed=len(gone),
        uncovered=found.uncovered,
    )
    note(added=result.added, kept=result.kept, removed=result.removed)
    return result


def _identity(subject: Subject) -> tuple[int | None, int | None]:
    return subject.person_id, subject.collective_id


def _keep_manual_standing(subject: Subject, before: Subject | None) -> None:
    if before is not None and before.standing_is_manual:
        subject.standing, subject.standing_reason = before.standing, before.standing_reason
        subject.standing_is_manual = True


def _upsert(subjects: Iterable[Subject], owner: str) -> None:
    """Insert or refresh the subjects that are persons (or collectives) in few statements."""
    Subject.objects.bulk_create(
        [subject for subject in subjects if getattr(subject, f"{owner}_id")],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["campaign", owner],
        update_fields=list(_REFRESHED),
    )


@command("campaign.set_standing", target="subject")
def set_standing(
    *, actor: Actor, at: datetime, subject: Subject, standing: Standing | str, reason: str
) -> Subject:
    """Decide by hand whether somebody is rated here, elsewhere or not at all; always with a reason."""
    lock_draft(subject.campaign)
    subject.refresh_from_db()
    if not clean(reason):
        raise refuse(
            "subject.reason",
            "Chưa nêu lý do xác định diện đánh giá.",
            remedy="Ghi lý do và văn bản làm căn cứ.",
        )
    if standing == Standing.RATED_HERE and not subject.track.is_decided_here:
        raise refuse(
            "subject.not-ours",
            f"Mức xếp loại của {subject} do cấp trên quyết định.",
            remedy="Giữ diện “Cấp trên đánh giá, xếp loại”.",
        )
    subject.standing, subject.standing_reason = Standing(standing), clean(reason)
    subject.standing_is_manual = True
    subject.save(update_fields=["standing", "standing_reason", "standing_is_manual"])
    note(standing=str(standing))
    return subject
