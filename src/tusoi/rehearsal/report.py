"""Bảng kết quả: what a rehearsal shows on the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.table import Table

from tusoi.audit.models import Transition
from tusoi.campaigns.models import Subject
from tusoi.decisions.models import Notice
from tusoi.decisions.selectors.caps import caps_of
from tusoi.meetings.enums import MeetingKind
from tusoi.meetings.models import AgendaItem, Meeting
from tusoi.rehearsal.stage import Stage, code_of
from tusoi.rulebook.facts import RatingLevel, Standing
from tusoi.rulebook.findings import Severity
from tusoi.rulebook.rules.quotas import GroupVerdict, QuotaBase


def short(level: str) -> str:
    """The short word of a level code; nothing for no level."""
    return RatingLevel(level).short if level else ""


def show(stage: Stage, console: Console) -> None:
    """Subjects and levels, caps, comparisons, cautions, refusals."""
    console.print(subject_table(stage))
    console.print(level_table(stage))
    console.print(cap_table(stage))
    show_comparisons(stage, console)
    show_cautions(stage, console)
    for refusal in stage.refusals:
        console.print(f"\n[bold]Bị từ chối[/] lúc {refusal.at:%H:%M %d/%m/%Y}: {refusal.label}")
        for line in refusal.lines():
            console.print(f"  – {line}")
    notices = Notice.objects.filter(subject__campaign=stage.opened)
    read = notices.filter(read_at__isnull=False).count()
    console.print(f"\nThông báo: gửi {notices.count()}, đã đọc {read}.")


def show_comparisons(stage: Stage, console: Console) -> None:
    """Where results and levels of equal posts did not go together, each time they were looked at."""
    for at, messages in stage.comparisons.items():
        count = f"{len(messages)} vị trí cần xem xét" if messages else "không có gì cần xem xét"
        console.print(f"\n[bold]So sánh các vị trí tương đương[/] lúc {at:%H:%M %d/%m/%Y}: {count}")
        for code, message in messages.items():
            console.print(f"  – {stage.subjects[code].name}: {message}")


def show_cautions(stage: Stage, console: Console) -> None:
    """What the rules pointed out when a meeting was opened, without stopping it."""
    opened = Transition.objects.filter(machine="meeting", action="start").order_by("at")
    titles = dict(Meeting.objects.filter(campaign=stage.opened).values_list("pk", "title"))
    for step in opened:
        for found in step.findings:
            if found["severity"] == Severity.WARNS:
                console.print(f"\n[bold]Lưu ý[/] khi khai mạc “{titles[int(step.target_id)]}”:")
                console.print(f"  – {found['message']} {found['remedy']}")


def subject_table(stage: Stage) -> Table:
    """One line per subject, unit by unit: own level, the meeting's, the decided one and its document."""
    table = Table(title=stage.opened.title, title_justify="left")
    for heading in ("Mã", "Đối tượng", "Tự nhận", "Hội nghị", "Quyết định", "Văn bản"):
        table.add_column(heading)
    suggested = _suggested(stage)
    for unit, subjects in groupby(stage.rated_subjects(everybody=True), lambda row: row.unit):
        table.add_section()
        table.add_row("", f"[bold]{unit.name}[/]")
        for subject in subjects:
            level = short(suggested.get(subject.pk, ""))
            table.add_row(*_own(subject), level, *_decided(subject))
    return table


def _suggested(stage: Stage) -> dict[int, str]:
    """What the review meeting of each subject suggested."""
    items = AgendaItem.objects.filter(subject__campaign=stage.opened, state="concluded")
    reviewed = items.exclude(meeting__kind=MeetingKind.LEADERS_RATING).exclude(suggested_level="")
    return dict(reviewed.values_list("subject_id", "suggested_level"))


def _own(subject: Subject) -> tuple[str, str, str]:
    return code_of(subject), subject.name, short(subject.review.self_level)


def _decided(subject: Subject) -> tuple[str, str]:
    row = getattr(subject, "classification", None)
    if row is not None and row.decision is not None:
        return short(row.decided_level), row.decision.number
    return f"({Standing(subject.standing).label})", ""


def level_table(stage: Stage) -> Table:
    """How many of each level, by group of similar posts."""
    table = Table(title="Số lượng theo mức", title_justify="left")
    table.add_column("Nhóm")
    for level in RatingLevel:
        table.add_column(short(level), justify="right")
    caps = caps_of(stage.opened)
    for (scope, key), verdict in caps.verdicts.items():
        if scope.value == "group":
            counts = [str(verdict.counts[level]) for level in RatingLevel]
            table.add_row(caps.labels[scope, key], *counts)
    return table


def cap_table(stage: Stage) -> Table:
    """The caps under both readings of the base; the reading in force is marked."""
    table = Table(title="Tỉ lệ tối đa “Hoàn thành xuất sắc nhiệm vụ”", title_justify="left")
    for heading in ("Phạm vi", "Đối tượng", "Đã xếp", "Tính trên mức tốt", "Tính trên tốt trở lên"):
        table.add_column(heading, justify="left" if heading == "Phạm vi" else "right")
    caps = caps_of(stage.opened)
    for key, verdict in caps.verdicts.items():
        table.add_row(
            caps.labels[key],
            str(verdict.rated),
            str(verdict.counts[RatingLevel.EXCELLENT]),
            _reading(verdict, QuotaBase.GOOD),
            _reading(verdict, QuotaBase.GOOD_OR_BETTER),
        )
    return table


def _reading(verdict: GroupVerdict, base: QuotaBase) -> str:
    reading = verdict.readings.get(base)
    if reading is None:
        return "không áp dụng"
    mark = " (đang áp dụng)" if verdict.in_force is base else ""
    state = "" if reading.is_within else ", vượt"
    return f"{reading.allowed}{state}{mark}"
