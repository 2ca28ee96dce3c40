"""Đọc kế hoạch thành đợt: a text is read and kept, its fields are settled, a campaign is drafted from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, cast

from django.utils import timezone

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.models import Campaign, PlanReading
from tusoi.campaigns.selectors.plan_fields import InputKind, ReadField, ReadingSection, fields_of
from tusoi.campaigns.selectors.plan_proposals import Proposal, milestone_facts
from tusoi.campaigns.selectors.plan_readings import (
    earlier_reading,
    is_settled_for_good,
    settled_fields,
)
from tusoi.campaigns.selectors.plan_values import exact_value
from tusoi.campaigns.services.local_rules import RuleFacts, add_local_rule
from tusoi.campaigns.services.planning import draft_campaign, set_legal_bases, set_milestone
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Refused, raise_blockers, refuse
from tusoi.core.names import clean
from tusoi.documents.selectors.stored import digest
from tusoi.org.models import Unit
from tusoi.planreader import read_plan
from tusoi.planreader.as_json import as_json
from tusoi.planreader.files import Unreadable, text_of

Outcome = tuple[str, dict[str, str]]
"""Kết quả của một mục: its key, and what was made of it or why nothing was."""

LONGEST_TEXT = 1_000_000
_FILE_NAME = 200


@command("plan.read")
def read_document(
    *, actor: Actor, at: datetime, body: Unit, content: bytes, file_name: str = ""
) -> PlanReading:
    """Read a file, or the text pasted (no file name), and keep what was read; the same file only once."""
    locked = Unit.objects.select_for_update().get(pk=body.pk)
    sha256 = digest(content)
    earlier = earlier_reading(locked, sha256)
    if earlier is not None:
        raise refuse(
            "plan-reading.twice",
            f"Văn bản này đã được đọc lúc {timezone.localtime(earlier.read_at):%H:%M ngày %d/%m/%Y}.",
            remedy="Mở bản đọc đã có; muốn đọc lại từ đầu thì để riêng bản đó trước.",
        )
    draft = read_plan(_text(content, file_name), on=timezone.localdate(at))
    reading = PlanReading.objects.create(
        body=locked,
        file_name=clean(file_name)[-_FILE_NAME:],
        file_sha256=sha256,
        text=draft.text,
        draft=as_json(draft),
        read_at=at,
        read_by_id=actor.person_id,
    )
    note(file=reading.file_name, sha256=sha256, characters=len(draft.text))
    return reading


def _text(content: bytes, file_name: str) -> str:
    """The text of the file; refused when there is none, or far more than a plan can be."""
    try:
        text = text_of(content, file_name or "văn bản dán vào")
    except Unreadable as error:
        what, _, remedy = str(error).partition(". ")
        raise refuse(
            "plan-reading.unreadable",
            f"{what.rstrip('.')}.",
            remedy=remedy or "Chọn tệp khác, hoặc sao chép phần lời và dán vào ô văn bản.",
        ) from error
    if len(text) > LONGEST_TEXT:
        raise refuse(
            "plan-reading.long",
            f"Văn bản dài {len(text)} ký tự, quá mức {LONGEST_TEXT} ký tự.",
            remedy="Bỏ phụ lục, chỉ để lại phần lời của kế hoạch rồi đọc lại.",
        )
    return text


def _locked(reading: PlanReading) -> PlanReading:
    rows = PlanReading.objects.select_for_update(of=("self",)).select_related("campaign", "body")
    return rows.get(pk=reading.pk)


def _lock_open(reading: PlanReading) -> PlanReading:
    """The reading, locked; refused once it is set aside or a campaign was made from it."""
    locked = _locked(reading)
    if locked.set_aside_at is not None:
        raise refuse(
            "plan-reading.aside",
            "Bản đọc này đã được để riêng nên không sửa được.",
            remedy="Đọc lại văn bản để có bản đọc mới.",
        )
    if is_settled_for_good(locked):
        raise refuse(
            "plan-reading.made",
            f"Đã lập đợt từ bản đọc này: {locked.campaign}.",
            remedy="Sửa nội dung ở các bước của đợt đó.",
        )
    return locked


def _field(reading: PlanReading, key: str) -> ReadField:
    for field in fields_of(reading.draft, reading.text):
        if field.key == key:
            return field
    raise refuse(
        "plan-reading.no-field",
        f"Bản đọc không có mục “{key[:40]}”.",
        remedy="Tải lại trang rồi chọn lại mục.",
    )


@command("plan.settle", target="reading")
def settle_field(
    *,
    actor: Actor,
    at: datetime,
    reading: PlanReading,
    key: str,
    answer: str,
    value: str = "",
    step: str = "",
    inclusive: bool | None = None,
) -> PlanReading:
    """Accept a field as read, put another value in its place, or leave it open."""
    locked = _lock_open(reading)
    field = _field(locked, key)
    before = locked.settled.get(key, {})
    kept: dict[str, Any] = {name: before[name] for name in ("received_on",) if name in before}
    kept["state"] = answer
    if answer == "corrected":
        kept["value"] = exact_value(field, value)
    elif answer == "accepted":
        _refuse_nothing(field)
        kept["value"] = field.read
    elif answer != "open":
        raise refuse(
            "plan-reading.answer",
            f"Không có cách xử lý “{answer[:40]}”.",
            remedy="Chọn “Nhận”, “Sửa” hoặc “Để ngỏ”.",
        )
    if field.input is InputKind.DEADLINE and answer != "open":
        kept |= _bound(field, step, inclusive)
    locked.settled[key] = kept
    locked.save(update_fields=["settled"])
    note(field=key, **{name: kept[name] for name in ("state", "step") if name in kept})
    return locked


def _refuse_nothing(field: ReadField) -> None:
    if not field.read:
        raise refuse(
            "plan-reading.nothing-read",
            f"{field.label[:80]}: văn bản không nêu giá trị nào để nhận.",
            remedy="Ghi giá trị ở phần “Sửa”, hoặc chọn “Để ngỏ”.",
        )


def _bound(field: ReadField, step: str, inclusive: bool | None) -> dict[str, Any]:
    """The step of a deadline and how its day is counted."""
    return {
        "step": MilestoneStep(step).value if step else "",
        "inclusive": field.inclusive if inclusive is None else inclusive,
    }


@command("plan.accept_clear", target="reading")
def accept_clear(
    *, actor: Actor, at: datetime, reading: PlanReading, section: str = ""
) -> list[str]:
    """Accept whatever was read clearly and nobody looked at yet, in one section or everywhere."""
    locked = _lock_open(reading)
    wanted = {ReadingSection(section)} if section else set(ReadingSection)
    rows = [
        row
        for row in settled_fields(locked)
        if row.needs_look and row.field.is_clear and row.field.section in wanted
    ]
    if not rows:
        raise refuse(
            "plan-reading.none-clear",
            "Không còn mục đọc rõ nào chưa xem ở phần này.",
            remedy="Xem từng mục còn lại và chọn “Nhận”, “Sửa” hoặc “Để ngỏ”.",
        )
    for row in rows:
        locked.settled[row.key] = {"state": "accepted", "value": row.field.read}
        if row.field.input is InputKind.DEADLINE:
            locked.settled[row.key] |= {"step": str(row.step), "inclusive": row.inclusive}
    locked.save(update_fields=["settled"])
    keys = [row.key for row in rows]
    note(section=section, fields=keys)
    return keys


@command("plan.set_aside", target="reading")
def set_aside(*, actor: Actor, at: datetime, reading: PlanReading) -> PlanReading:
    """Take a reading off the working list; it stays on file."""
    locked = _lock_open(reading)
    locked.set_aside_at = at
    locked.save(update_fields=["set_aside_at"])
    return locked


@command("plan.draft_campaign", target="reading")
def draft_from_reading(
    *,
    actor: Actor,
    at: datetime,
    reading: PlanReading,
    overlay: str = "",
    rules_until: date | None = None,
    reason: str = "",
) -> Campaign:
    """Make a campaign from what the office accepted; the rest stays with the reading."""
    locked = _lock_open(reading)
    proposal = Proposal(locked, overlay, timezone.localdate(at), rules_until)
    raise_blockers(proposal.missing)
    if proposal.doubts and not clean(reason):
        raise _doubtful(proposal)
    campaign = draft_campaign(
        actor=actor,
        at=at,
        body=locked.body,
        title=proposal.values["title"],
        review_year=cast("int", proposal.review_year),
        plan_number=proposal.values.get("number", ""),
        plan_date=cast("date", proposal.plan_date),
        overlay=overlay,
        **cast("Any", proposal.plan_texts),
    )
    outcomes = [
        *_make_bases(actor, at, campaign, proposal),
        *_make_milestones(actor, at, campaign, proposal),
        *_make_rules(actor, at, proposal),
    ]
    _keep_outcomes(locked, campaign, outcomes)
    note(reading=locked.pk, **({"reason": clean(reason)} if proposal.doubts else {}))
    return campaign


def _doubtful(proposal: Proposal) -> Refused:
    return refuse(
        "plan-reading.doubtful",
        " ".join(proposal.doubts),
        remedy="Nêu lý do vẫn lập đợt từ văn bản này, hoặc đọc kế hoạch đã ban hành.",
    )


def _make_bases(
    actor: Actor, at: datetime, campaign: Campaign, proposal: Proposal
) -> Iterator[Outcome]:
    texts = [row.value for row in proposal.bases]
    if texts:
        set_legal_bases(actor=actor, at=at, campaign=campaign, texts=texts)
    for row in proposal.bases:
        yield row.key, {"made": "basis"}


def _make_milestones(
    actor: Actor, at: datetime, campaign: Campaign, proposal: Proposal
) -> Iterator[Outcome]:
    for each in proposal.milestones:
        if each.due_on is None or each.barred:
            yield each.row.key, {"because": each.barred}
            continue
        facts = cast("Any", milestone_facts(each.row, each.due_on))
        set_milestone(actor=actor, at=at, campaign=campaign, **facts)
        yield each.row.key, {"made": each.row.step}


def _make_rules(actor: Actor, at: datetime, proposal: Proposal) -> Iterator[Outcome]:
    for each in proposal.rules:
        if each.stance == "new":
            facts = cast("RuleFacts", proposal.rule_facts(each.row))
            rule = add_local_rule(actor=actor, at=at, body=proposal.reading.body, **facts)
            yield each.row.key, {"made": str(rule.pk)}
        else:
            yield each.row.key, {"because": each.because}


def _keep_outcomes(reading: PlanReading, campaign: Campaign, outcomes: Iterable[Outcome]) -> None:
    """Remember the campaign, what became of each field, and why it became nothing."""
    for kept in reading.settled.values():
        kept.pop("made", None)
        kept.pop("because", None)
    for key, what in outcomes:
        reading.settled[key] |= what
    reading.campaign = campaign
    reading.save(update_fields=["campaign", "settled"])


@command("plan.attachment_received", target="reading")
def receive_attachment(
    *, actor: Actor, at: datetime, reading: PlanReading, key: str
) -> PlanReading:
    """Tick off a text, article or form that the plan relies on without giving it."""
    locked = _locked(reading)
    field = _field(locked, key)
    kept = locked.settled.get(key, {})
    if field.section is not ReadingSection.ATTACHMENTS or "received_on" in kept:
        raise refuse(
            "plan-reading.received",
            f"“{field.label[:80]}”: không có gì phải ghi nhận thêm.",
            remedy="Tải lại trang để xem các văn bản còn thiếu.",
        )
    locked.settled[key] = kept | {"received_on": timezone.localdate(at).isoformat()}
    locked.save(update_fields=["settled"])
    note(field=key)
    return locked
