"""Đọc bản đọc kế hoạch: the list, the text with its marks, the fields with what the office settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tusoi.campaigns.enums import MilestoneStep
from tusoi.campaigns.models import PlanReading
from tusoi.campaigns.selectors.plan_deadlines import guessed_steps
from tusoi.campaigns.selectors.plan_fields import (
    InputKind,
    ReadField,
    ReadingSection,
    day_in_words,
    fields_of,
    is_day,
    reference_in_words,
)
from tusoi.org.models import Unit
from tusoi.planreader.draft import ReadState, Span

WHOLE_PARTS = {"purpose", "contents", "organisation", "recipients"}
ANSWERS = {"accepted": "Đã nhận", "corrected": "Đã sửa", "open": "Để ngỏ"}
_TONES = {"accepted": "good", "corrected": "good", "open": "neutral"}
_STATE_TONES = {ReadState.FOUND: "info", ReadState.ABSENT: "neutral", ReadState.UNCLEAR: "warning"}
_VERBATIM = {InputKind.LINE, InputKind.PARAGRAPHS}
_AROUND, _QUOTED = 60, 400


def all_readings() -> QuerySet[PlanReading]:
    """Every reading, the latest first, without the texts."""
    rows = PlanReading.objects.select_related("campaign", "read_by", "body")
    return rows.defer("text").order_by("-read_at", "-pk")


def earlier_reading(body: Unit, sha256: str) -> PlanReading | None:
    """A reading of the very same file that is not set aside."""
    rows = PlanReading.objects.filter(body=body, file_sha256=sha256, set_aside_at__isnull=True)
    return rows.defer("text", "draft").first()


def is_settled_for_good(reading: PlanReading) -> bool:
    """Whether a campaign that is not withdrawn was made from it."""
    return reading.campaign is not None and reading.campaign.state != "withdrawn"


@dataclass(frozen=True, slots=True)
class SettledField:
    """Mục của bản đọc với ý kiến của Văn phòng: `answer` is a key of `ANSWERS`, empty while nobody looked.

    `made` names what a campaign has of it (a step, a rule, a basis), `because` why it has nothing.
    """

    field: ReadField
    answer: str
    value: str
    step: str
    inclusive: bool | None
    sentence: str
    received_on: date | None
    replaced: tuple[str, ...] = ()
    made: str = ""
    because: str = ""

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def is_taken(self) -> bool:
        """Whether it goes into a campaign."""
        return self.answer in {"accepted", "corrected"}

    @property
    def needs_look(self) -> bool:
        """What the text does not name needs no answer; the rest does."""
        return not self.answer and self.field.state is not ReadState.ABSENT

    @property
    def answer_label(self) -> str:
        return ANSWERS[self.answer]

    @property
    def answer_tone(self) -> str:
        return _TONES[self.answer]

    @property
    def state_tone(self) -> str:
        return _STATE_TONES[self.field.state]

    @property
    def written(self) -> str:
        return self.field.written(self.value)

    @property
    def read_in_words(self) -> str:
        return self.field.written(self.field.read)

    @property
    def says_itself(self) -> bool:
        """Whether the value is the sentence word for word, so that quoting it says nothing new."""
        words = self.read_in_words[:_QUOTED]
        return self.field.input in _VERBATIM and bool(words) and words in self.sentence

    @property
    def bound(self) -> str:
        """How the day of a deadline is counted, in words."""
        if self.inclusive is None:
            return "chưa rõ “trước ngày” hay “trong ngày”"
        return "trong ngày" if self.inclusive else "trước ngày"

    @property
    def when(self) -> str:
        """A deadline in words: “trước ngày 30/11/2023”, or the rule as the text has it."""
        return f"{self.bound} {self.written}" if is_day(self.value) else self.written

    @property
    def step_label(self) -> str:
        return MilestoneStep(self.step).label if self.step else ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """Một phần của bản đọc trên trang."""

    section: ReadingSection
    rows: list[SettledField] = field(default_factory=list)

    @property
    def clear(self) -> int:
        """How many may be accepted at once."""
        return sum(row.needs_look and row.field.is_clear for row in self.rows)

    @property
    def waiting(self) -> int:
        return sum(row.needs_look for row in self.rows)


def settled_fields(reading: PlanReading) -> list[SettledField]:
    """Every field of the reading with what was settled about it."""
    fields = fields_of(reading.draft, reading.text)
    guesses = guessed_steps(fields)
    replaced = _replacements(reading.draft)
    return [
        _settled(
            each,
            reading.settled.get(each.key, {}),
            guesses.get(each.key, ""),
            sentence_at(reading.text, each.span),
            replaced.get(each.label, ()) if each.section is ReadingSection.BASES else (),
        )
        for each in fields
    ]


def _settled(
    each: ReadField, kept: dict[str, Any], guess: str, sentence: str, replaced: tuple[str, ...]
) -> SettledField:
    received = kept.get("received_on")
    return SettledField(
        field=each,
        answer=kept.get("state", ""),
        value=kept.get("value", each.read),
        step=kept.get("step", guess),
        inclusive=kept.get("inclusive", each.inclusive),
        sentence=sentence,
        received_on=date.fromisoformat(received) if received else None,
        replaced=replaced,
        made=kept.get("made", ""),
        because=kept.get("because", ""),
    )


def _replacements(draft: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """By number of a superseded document: what replaced it and since when."""
    found: dict[str, tuple[str, ...]] = {}
    for row in draft.get("superseded") or ():
        since = f" từ ngày {day_in_words(row['since'])}" if row.get("since") else ""
        words = f"Đã được thay thế bằng {row['by']}{since}"
        found[row["number"]] = (*found.get(row["number"], ()), words)
    return found


def sections_of(rows: Iterable[SettledField]) -> list[SectionView]:
    """The fields by section, in the order of the sections; a section without any is shown as empty."""
    views = {section: SectionView(section) for section in ReadingSection}
    for row in rows:
        views[row.field.section].rows.append(row)
    return list(views.values())


def waiting(rows: Iterable[SettledField]) -> int:
    """How many fields nobody has looked at."""
    return sum(row.needs_look for row in rows)


def sentence_at(text: str, span: Span | None) -> str:
    """The line around a place, to be quoted; of a long line the words next to the place."""
    if span is None:
        return ""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = end if end >= 0 else len(text)
    low, high = max(start, span.start - _AROUND), min(end, span.end + _AROUND)
    if low > start:
        low = text.find(" ", low, span.start) + 1 or span.start
    if high < end:
        high = max(text.rfind(" ", span.end, high), span.end)
    words = text[low:high].strip()
    is_cut = len(words) > _QUOTED or high < end
    return f"{'… ' if low > start else ''}{words[:_QUOTED].rstrip()}{' …' if is_cut else ''}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Lưu ý của bản đọc, hoặc văn bản được dẫn: one line with its place in the text."""

    key: str
    text: str
    span: Span | None


def remarks_of(reading: PlanReading, name: str = "warnings") -> list[Remark]:
    """What the reader points out, or (`cited`, `superseded`) the documents named outside the bases."""
    rows = reading.draft.get(name) or ()
    return [
        Remark(f"{name}-{number}", _REMARK_WORDS[name](row), _place(row, reading.text))
        for number, row in enumerate(rows)
    ]


def _superseded_words(row: dict[str, Any]) -> str:
    return f"{row['number']}: {_replacements({'superseded': [row]})[row['number']][0]}."


_REMARK_WORDS = {
    "warnings": lambda row: row if isinstance(row, str) else row["message"],
    "cited": reference_in_words,
    "superseded": _superseded_words,
}


def _place(row: Any, text: str) -> Span | None:
    found = row.get("span") if isinstance(row, dict) else None
    return Span(*found) if found and 0 <= found[0] < found[1] <= len(text) else None


@dataclass(frozen=True, slots=True)
class Piece:
    """Đoạn chữ liền: a run of text under the same marks; `starts` are those that begin here."""

    text: str
    keys: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()

    @property
    def is_marked(self) -> bool:
        """Whole parts of the text (purpose, contents …) are not coloured, only what stands in them."""
        return not WHOLE_PARTS.issuperset(self.keys)


def marked_text(reading: PlanReading) -> list[list[Piece]]:
    """The text in paragraphs, each in pieces; marks may overlap, so a piece can carry several."""
    rows: list[ReadField | Remark] = list(fields_of(reading.draft, reading.text))
    for name in _REMARK_WORDS:
        rows += remarks_of(reading, name)
    places = [(row.key, _inked(reading.text, row.span)) for row in rows if row.span]
    return list(_paragraphs(reading.text, places))


def _inked(text: str, span: Span) -> Span:
    """The place without the blanks before it, so that it begins on a line."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end)


def _paragraphs(text: str, places: list[tuple[str, Span]]) -> Iterator[list[Piece]]:
    """Line by line, with the marks that lie over each; every mark is taken up and laid down once."""
    ahead = sorted(places, key=lambda place: place[1], reverse=True)
    running: list[tuple[str, Span]] = []
    offset = 0
    for line in text.split("\n"):
        end = offset + len(line)
        if line:
            yield list(_pieces(text, offset, end, ahead, running))
        offset = end + 1


def _pieces(
    text: str,
    start: int,
    end: int,
    ahead: list[tuple[str, Span]],
    running: list[tuple[str, Span]],
) -> Iterator[Piece]:
    """One line cut wherever a mark begins or ends; marks pass from `ahead` to `running` on the way."""
    low = start
    while low < end:
        starts = []
        while ahead and ahead[-1][1].start <= low:
            running.append(ahead.pop())
            starts.append(running[-1][0])
        running[:] = [place for place in running if place[1].end > low]
        nexts = [place[1].end for place in running] + [place[1].start for place in ahead[-1:]]
        high = min([end, *nexts])
        yield Piece(text[low:high], tuple(key for key, _ in running), tuple(starts))
        low = high
