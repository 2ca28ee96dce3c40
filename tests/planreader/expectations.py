"""What a reader finds in a plan by reading it, compared with what the program finds: nothing less, nothing more."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tusoi.planreader.draft import PlanDraft, Row, Value

HERE = Path(__file__).parent
SCALARS = ("kind", "issuer", "number", "date", "review_year", "title", "signer", "signer_title")
TEXTS = ("purpose", "contents", "organisation")


def refute(faults: Iterable[str]) -> None:
    """No fault; every one is shown where there are some."""
    found = list(faults)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def fold(text: str) -> str:
    """Lower case, single blanks, one placing of tone marks: what a reader does not see."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    for old, new in (("uỷ", "ủy"), ("hoá", "hóa"), ("toà", "tòa"), ("khoẻ", "khỏe")):
        plain = plain.replace(old, new)
    return plain


def holds(text: str, wanted: str | None) -> bool:
    return wanted is None or fold(wanted) in fold(text)


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _reference(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return row.number == wanted["number"] and _day(row.date) == _day(wanted.get("date"))


def _superseded(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return row.number == wanted["number"] and holds(row.by, wanted["by"])


def _subject(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return holds(row.text, wanted["text"]) and row.is_collective == wanted["collective"]


def _authority(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return (
        holds(row.body, wanted["body"])
        and holds(row.act, wanted.get("act"))
        and holds(row.subject, wanted["subject"])
    )


def _form(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return fold(row.code) == fold(wanted["code"]) and holds(row.used_by, wanted.get("used_by"))


def _deadline(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    said = " ".join((row.what, row.who, row.rule, row.repeats, row.span.of(plan.text)))
    when = f"{row.day} {row.rule} {row.repeats} {row.span.of(plan.text)}"
    return (
        row.day == _day(wanted.get("day", row.day))
        and holds(row.rule, wanted.get("rule"))
        and holds(when, wanted.get("day_or_rule"))
        and row.inclusive == wanted.get("inclusive", row.inclusive)
        and holds(said, wanted.get("what"))
        and holds(row.who, wanted.get("who"))
        and holds(row.consequence, wanted.get("consequence"))
    )


def _meeting(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return row.day == _day(wanted["day"]) and holds(row.what, wanted.get("what"))


def _dossier(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return (
        len(row.items) == wanted["count"]
        and holds(row.used_by, wanted.get("used_by"))
        and sum(item.is_optional for item in row.items) == wanted.get("optional_items", 0)
        and any(holds(item.text, wanted.get("holds")) for item in row.items)
        and all(item.span.of(plan.text).strip() for item in row.items)
    )


def _rule(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    value = wanted["value"]
    if isinstance(value, bool | str):
        return row.rule == wanted["rule"] and row.value == value
    return row.rule == wanted["rule"] and row.value == Decimal(str(value))


def _attachment(plan: PlanDraft, row: Any, wanted: dict[str, Any]) -> bool:
    return holds(f"{row.text} {row.span.of(plan.text)}", wanted["text"])


MATCHES: dict[str, Callable[[PlanDraft, Any, dict[str, Any]], bool]] = {
    "legal_bases": _reference,
    "cited": _reference,
    "superseded": _superseded,
    "subjects": _subject,
    "exclusions": _subject,
    "authority": _authority,
    "forms": _form,
    "deadlines": _deadline,
    "meetings": _meeting,
    "dossiers": _dossier,
    "rules": _rule,
}


def field_faults(plan: PlanDraft, wanted: dict[str, Any]) -> Iterator[str]:
    """Fields read wrongly; None is wanted where the text does not settle the matter."""
    fields = wanted["fields"]
    for name in SCALARS:
        if name in fields:
            yield from _field_fault(name, getattr(plan, name), fields[name])
        if f"{name}_state" in fields and getattr(plan, name).state != fields[f"{name}_state"]:
            yield f"{name}: state {getattr(plan, name).state}, wanted {fields[f'{name}_state']}"
    for name in TEXTS:
        field = getattr(plan, name)
        if name in fields and not (field.value and holds(field.value, fields[name])):
            yield f"{name}: lacks “{fields[name]}”"


def _field_fault(name: str, field: Value[Any], wanted: object) -> Iterator[str]:
    if wanted is None:
        if field.state == "found":
            yield f"{name}: found {field.value!r}, the text does not settle it"
        return
    loose = name in {"issuer", "title", "signer_title"}
    said = str(field.value)
    if field.state != "found" or not (holds(said, str(wanted)) if loose else said == str(wanted)):
        yield f"{name}: {field.state} {field.value!r}, wanted {wanted!r}"


def list_faults(name: str, plan: PlanDraft, wanted: dict[str, Any]) -> Iterator[str]:
    """What is missing from a list and what is in it beyond the text."""
    left: list[Row] = list(getattr(plan, name))
    matches = MATCHES[name]
    for entry in sorted(wanted[name], key=lambda each: each.get("optional", False)):
        found = next((row for row in left if matches(plan, row, entry)), None)
        if found is not None:
            left.remove(found)
        elif not entry.get("optional"):
            yield f"{name}: missing {entry}"
    yield from (f"{name}: beyond the text {row} “{row.span.of(plan.text)[:120]}”" for row in left)


def attachment_faults(plan: PlanDraft, wanted: dict[str, Any]) -> Iterator[str]:
    """Attachments overlap freely; each wanted one stands somewhere, none stands beyond the wanted and the allowed."""
    needed = [{"text": text} for text in wanted["attachments_needed"]]
    allowed = needed + [{"text": text} for text in wanted.get("attachments_optional", ())]
    for entry in needed:
        if not any(_attachment(plan, row, entry) for row in plan.attachments_needed):
            yield f"attachments: missing {entry['text']}"
    for row in plan.attachments_needed:
        if not any(_attachment(plan, row, entry) for entry in allowed):
            yield f"attachments: beyond the text {row}"


def recipient_faults(plan: PlanDraft, wanted: dict[str, Any]) -> Iterator[str]:
    found = plan.recipients.value or ()
    if len(found) != len(wanted["recipients"]):
        yield f"recipients: {len(found)} instead of {len(wanted['recipients'])}: {found}"
    for recipient in wanted["recipients"]:
        if not any(holds(each, recipient) for each in found):
            yield f"recipients: missing {recipient}"


def caution_faults(plan: PlanDraft, wanted: dict[str, Any]) -> Iterator[str]:
    """Cautions that must be given, by their words or those they point to."""
    said = [
        f"{each.message} “{each.span.of(plan.text) if each.span else ''}”" for each in plan.warnings
    ]
    for words in wanted["cautions"]:
        if not any(holds(each, words) for each in said):
            yield f"cautions: none says “{words}”: {said}"


def span_faults(plan: PlanDraft) -> Iterator[str]:
    """Spans that lie outside the text, are empty, or do not hold what was read from them."""
    for name in (*SCALARS, *TEXTS, "recipients"):
        field = getattr(plan, name)
        if field.value is not None and (field.span is None or not field.span.of(plan.text).strip()):
            yield f"{name}: a value without its place"
    for name in (*MATCHES, "attachments_needed"):
        for row in getattr(plan, name):
            if not 0 <= row.span.start < row.span.end <= len(plan.text):
                yield f"{name}: span outside the text {row}"
            elif not all(holds(row.span.of(plan.text), key) for key in _keys(name, row, plan.text)):
                yield f"{name}: “{row.span.of(plan.text)[:200]}” does not hold {_keys(name, row, plan.text)}"


def _keys(name: str, row: Any, text: str) -> list[str]:
    """What must stand in the span of a row: digits as written, with or without a leading zero; a month for its end."""
    if name in {"legal_bases", "cited", "superseded"}:
        return [row.number.split("/")[0].split("-")[0]]
    if name in {"deadlines", "meetings"} and row.day:
        whole_month = f"tháng {row.day[-5:-3]}"
        return [] if holds(row.span.of(text), whole_month) else [str(int(row.day[-2:]))]
    if name == "forms":
        digits = "".join(filter(str.isdigit, row.code.split("-")[0]))
        return [str(int(digits))] if digits else []
    return [row.text] if name in {"subjects", "exclusions"} else []


def all_faults(plan: PlanDraft, wanted: dict[str, Any]) -> list[str]:
    """Everything the expectation speaks of; a list it leaves out is not judged."""
    faults = list(span_faults(plan))
    if "fields" in wanted:
        faults += field_faults(plan, wanted)
    for name in MATCHES:
        if wanted.get(name) is not None:
            faults += list_faults(name, plan, wanted)
    if "attachments_needed" in wanted:
        faults += attachment_faults(plan, wanted)
    if "recipients" in wanted:
        faults += recipient_faults(plan, wanted)
    if "cautions" in wanted:
        faults += caution_faults(plan, wanted)
    return faults


def beyond_limits(faults: list[str], wanted: dict[str, Any]) -> Iterator[str]:
    """Faults other than the limits the expectation admits, and limits that are none any more."""
    limits = wanted.get("limits", ())
    yield from (fault for fault in faults if not any(limit in fault for limit in limits))
    for limit in limits:
        if not any(limit in fault for fault in faults):
            yield f"no limit any more, take it out: {limit}"
