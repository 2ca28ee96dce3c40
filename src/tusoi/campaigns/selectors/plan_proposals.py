"""Đợt lập từ bản đọc: what a campaign would hold, what is missing, what is doubtful, what stays a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tusoi.campaigns.facts import own_value, recorded_values, standing_values
from tusoi.campaigns.models import Campaign, LocalRule, Milestone, PlanReading
from tusoi.campaigns.selectors.local_rule_checks import blockers_for_add
from tusoi.campaigns.selectors.plan_checks import milestone_findings
from tusoi.campaigns.selectors.plan_fields import ReadingSection
from tusoi.campaigns.selectors.plan_readings import SettledField, settled_fields
from tusoi.planreader.draft import DocumentKind
from tusoi.rulebook import Finding, LawAt, Severity, law_at
from tusoi.rulebook.citations import cite
from tusoi.rulebook.parameter_text import as_written

_PLACE = "hr:plan_reading"
_REQUIRED = {"title": "tên đợt đánh giá", "review_year": "năm đánh giá", "date": "ngày ban hành"}
_TEXTS = {
    "purpose": "plan_purpose",
    "contents": "plan_contents",
    "organisation": "plan_organisation",
    "recipients": "recipients",
    "signer_title": "signer_title",
}
_LABEL, _WHO = 300, 200
NOBODY_NAMED = "Theo phân công của kế hoạch"


@dataclass(frozen=True, slots=True)
class ProposedMilestone:
    """Mốc thời gian sẽ đặt: or why it cannot be set and stays an open item."""

    row: SettledField
    due_on: date | None
    barred: str = ""


@dataclass(frozen=True, slots=True)
class ProposedRule:
    """Quy định riêng của kế hoạch so với quy định hiện hành: `stance` new, same or remark."""

    row: SettledField
    stance: str
    because: str
    current: str = ""
    cite: str = ""


@dataclass(frozen=True)
class Proposal:
    """Dự kiến của đợt: computed from what the office accepted or corrected; nothing else enters."""

    reading: PlanReading
    overlay: str
    today: date
    rules_until: date | None = None

    @cached_property
    def rows(self) -> list[SettledField]:
        return settled_fields(self.reading)

    @cached_property
    def values(self) -> dict[str, str]:
        """Facts of the plan itself, by name, as far as they were taken."""
        return {
            row.key: row.value
            for row in self.rows
            if row.field.section is ReadingSection.IDENTITY and row.is_taken
        }

    def taken(self, section: ReadingSection) -> list[SettledField]:
        return [row for row in self.rows if row.field.section is section and row.is_taken]

    @property
    def plan_date(self) -> date | None:
        return date.fromisoformat(self.values["date"]) if self.values.get("date") else None

    @property
    def review_year(self) -> int | None:
        return int(self.values["review_year"]) if self.values.get("review_year") else None

    @property
    def bases(self) -> list[SettledField]:
        return self.taken(ReadingSection.BASES)

    @property
    def plan_texts(self) -> dict[str, str]:
        """Fields of the campaign filled from the text of the plan."""
        return {column: self.values[name] for name, column in _TEXTS.items() if name in self.values}

    @cached_property
    def campaign(self) -> Campaign | None:
        """The campaign as it would be stored; None while its year or day is missing."""
        if self.plan_date is None or self.review_year is None:
            return None
        return Campaign(
            body=self.reading.body,
            title=self.values.get("title", ""),
            review_year=self.review_year,
            plan_number=self.values.get("number", ""),
            plan_date=self.plan_date,
            overlay=self.overlay,
        )

    @cached_property
    def milestones(self) -> list[ProposedMilestone]:
        """Every accepted deadline, with the day it would be set to or why it is not."""
        seen: set[str] = set()
        proposed = []
        for row in self.taken(ReadingSection.DEADLINES):
            proposed.append(self._milestone(row, is_taken_step=row.step in seen))
            seen.add(row.step)
        return proposed

    def _milestone(self, row: SettledField, *, is_taken_step: bool) -> ProposedMilestone:
        due_on = _day_in(row.value, self.review_year)
        if not row.step:
            return ProposedMilestone(row, due_on, "Chưa gắn với bước nào của đợt.")
        if is_taken_step:
            return ProposedMilestone(row, due_on, "Bước này đã có một thời hạn khác ở trên.")
        if due_on is None:
            return ProposedMilestone(row, None, "Thời hạn không phải một ngày cụ thể.")
        if row.inclusive is None:
            return ProposedMilestone(row, due_on, "Chưa rõ “trước ngày” hay “trong ngày”.")
        return ProposedMilestone(row, due_on, self._past_or_holiday(row, due_on))

    def _past_or_holiday(self, row: SettledField, due_on: date) -> str:
        if self.campaign is None:
            return ""
        milestone = Milestone(campaign=self.campaign, **milestone_facts(row, due_on))
        findings = milestone_findings(milestone, self.today)
        return " ".join(each.message for each in findings if each.is_blocker)

    @cached_property
    def law(self) -> LawAt | None:
        """The law of the plan's day, with the chosen local rules and what the body ruled before."""
        if self.plan_date is None:
            return None
        overlays = (self.overlay,) if self.overlay else ()
        own = standing_values(recorded_values(self.reading.body_id), self.plan_date, overlays)
        return law_at(self.plan_date, overlays, own)

    @cached_property
    def rules(self) -> list[ProposedRule]:
        """Every accepted rule of the plan, held against the law of its day."""
        seen: set[str] = set()
        proposed = []
        for row in self.taken(ReadingSection.RULES):
            name = row.field.parameter.name if row.field.parameter else row.key
            proposed.append(
                ProposedRule(row, "remark", "Đã có giá trị của cùng quy định này ở trên.")
                if name in seen
                else self._rule(row)
            )
            seen.add(name)
        return proposed

    def _rule(self, row: SettledField) -> ProposedRule:
        parameter = row.field.parameter
        if parameter is None:
            return ProposedRule(row, "remark", "Là cách làm, không phải giá trị để tính.")
        if row.field.uncounted:
            because = (
                f"Kế hoạch tính trên {row.field.uncounted}, phần mềm không tính theo cơ sở đó."
            )
            return ProposedRule(row, "remark", because)
        if self.law is None or self.plan_date is None:
            return ProposedRule(
                row, "remark", "Chưa rõ ngày kế hoạch nên chưa so được với quy định."
            )
        drafted = self.local_rule(row)
        kept, dated = own_value(drafted), self.law.in_force.get(parameter.name)
        current = as_written(parameter, dated.value) if dated else ""
        source = cite(dated.cite).label if dated else ""
        if kept and dated and dated.in_use and dated.value == kept.value:
            return ProposedRule(row, "same", "Như quy định hiện hành.", current, source)
        barred = [each.message for each in blockers_for_add(drafted, self.today)]
        if barred:
            return ProposedRule(row, "remark", " ".join(barred), current, source)
        return ProposedRule(row, "new", "Sẽ ghi thành quy định của cơ quan.", current, source)

    def local_rule(self, row: SettledField) -> LocalRule:
        """The rule of the plan as a value of the body's own, with the plan as its document."""
        return LocalRule(body=self.reading.body, **self.rule_facts(row))

    def rule_facts(self, row: SettledField) -> dict[str, object]:
        """What `local_rule.add` takes; only where the plan has a day."""
        return {
            "name": row.field.parameter.name if row.field.parameter else "",
            "value": row.value,
            "starts_on": self.plan_date,
            "ends_on": self.rules_until,
            "document_number": self.values.get("number", ""),
            "document_date": self.plan_date,
            "issuer": self.values.get("issuer") or self.reading.body.name,
            "note": f"Đọc từ kế hoạch: “{row.sentence}”",
        }

    @cached_property
    def missing(self) -> list[Finding]:
        """What the campaign cannot do without; each leads to its field on the page of the reading."""
        return [
            Finding(
                "plan-reading.missing",
                Severity.BLOCKS,
                f"Chưa có {what}.",
                remedy=f"Nhận hoặc ghi {what} ở bản đọc.",
                data={"url_name": _PLACE, "url_args": [self.reading.pk], "anchor": f"muc-{name}"},
            )
            for name, what in _REQUIRED.items()
            if not self.values.get(name)
        ]

    @cached_property
    def doubts(self) -> list[str]:
        """Why a campaign should not be made from this text without a reason."""
        return list(self._doubts())

    def _doubts(self) -> Iterator[str]:
        kind = self.values.get("kind") or self.reading.draft.get("kind") or ""
        if kind != DocumentKind.PLAN:
            label = DocumentKind(kind).label.lower() if kind in set(DocumentKind) else ""
            yield (
                f"Văn bản này là {label}, không phải kế hoạch."
                if label
                else "Chưa rõ văn bản này có phải kế hoạch không."
            )
        if not self.values.get("number"):
            yield "Văn bản chưa có số, có thể là dự thảo."


def milestone_facts(row: SettledField, due_on: date) -> dict[str, object]:
    """What `campaign.set_milestone` takes of a deadline."""
    return {
        "step": row.step,
        "label": row.field.label[:_LABEL],
        "responsible": f"{row.field.who[:1].upper()}{row.field.who[1:_WHO]}" or NOBODY_NAMED,
        "due_on": due_on,
        "is_inclusive": bool(row.inclusive),
    }


def _day_in(exact: str, year: int | None) -> date | None:
    """The day; a yearly one in the year under review."""
    if exact.startswith("--"):
        exact = f"{year}-{exact[2:]}" if year else ""
    try:
        return date.fromisoformat(exact)
    except ValueError:
        return None


def a_year_from(day: date) -> date:
    """The last day of the year that begins on `day`: how long a yearly plan is taken to rule."""
    try:
        return day.replace(year=day.year + 1) - timedelta(days=1)
    except ValueError:
        return day.replace(year=day.year + 1, month=3, day=1) - timedelta(days=1)


# What the campaign made from a reading still shows of it


@dataclass(frozen=True, slots=True)
class Origin:
    """Nguồn trong kế hoạch: the field a row of the campaign was read from."""

    label: str
    row: SettledField


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Việc còn lại từ kế hoạch: what it asks for that no step of the campaign holds yet."""

    row: SettledField
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class PlanOrigins:
    """Đợt này đọc từ văn bản nào: what became of every part of it."""

    reading: PlanReading
    bases: list[Origin]
    milestones: list[Origin]
    rules: list[Origin]
    attachments: list[SettledField]
    open_items: list[OpenItem]
    remarks: list[OpenItem]
    unseen: int


def origins_of(campaign: Campaign) -> PlanOrigins | None:
    """The reading the campaign was made from, with what became of its fields; None where there is none."""
    reading = PlanReading.objects.select_related("body").filter(campaign=campaign).first()
    if reading is None:
        return None
    rows = settled_fields(reading)
    of = {
        section: [row for row in rows if row.field.section is section] for section in ReadingSection
    }
    standing = dict(campaign.milestones.values_list("step", "label"))
    return PlanOrigins(
        reading=reading,
        bases=[Origin(row.value, row) for row in of[ReadingSection.BASES] if row.made],
        milestones=[
            Origin(standing[row.made], row)
            for row in of[ReadingSection.DEADLINES]
            if row.made in standing
        ],
        rules=[Origin(row.written, row) for row in of[ReadingSection.RULES] if row.made],
        attachments=of[ReadingSection.ATTACHMENTS],
        open_items=[
            *(_open_deadline(row) for row in of[ReadingSection.DEADLINES] if not row.made),
            *(_open_meeting(row) for row in of[ReadingSection.MEETINGS] if row.answer != "open"),
        ],
        remarks=[
            OpenItem(row, f"{row.field.label}: {row.written}", row.because)
            for row in of[ReadingSection.RULES]
            if row.is_taken and not row.made
        ],
        unseen=sum(row.needs_look for row in rows),
    )


def _open_deadline(row: SettledField) -> OpenItem:
    because = row.because or "Chưa là mốc thời gian của đợt."
    return OpenItem(row, f"{row.field.label}: {row.when}", because)


def _open_meeting(row: SettledField) -> OpenItem:
    return OpenItem(row, f"{row.field.label}: ngày {row.written}", "Ngày họp trong kế hoạch.")


def taken_by_section(rows: Iterable[SettledField]) -> list[tuple[ReadingSection, int]]:
    """How many fields of each section go into a campaign."""
    counts = dict.fromkeys(ReadingSection, 0)
    for row in rows:
        counts[row.field.section] += row.is_taken
    return [(section, count) for section, count in counts.items() if count]
