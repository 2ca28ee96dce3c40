"""Bản đọc dưới dạng JSON: spans as offsets, days in ISO form, numbers as numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tusoi.planreader import draft

_FIELDS = (
    "kind",
    "issuer",
    "number",
    "date",
    "review_year",
    "signer",
    "signer_title",
    "title",
    "purpose",
    "contents",
    "organisation",
    "recipients",
)


def as_json(plan: draft.PlanDraft) -> dict[str, Any]:
    """Everything read, ready for `json.dumps`."""
    return {
        "kind": _plain(plan.kind.value),
        "issuer": plan.issuer.value,
        "number": plan.number.value,
        "date": _plain(plan.date.value),
        "review_year": plan.review_year.value,
        "signer": plan.signer.value,
        "signer_title": plan.signer_title.value,
        "title": plan.title.value,
        "recipients": list(plan.recipients.value or ()),
        "legal_bases": [_reference(row) for row in plan.legal_bases],
        "cited": [_reference(row) for row in plan.cited],
        "superseded": [_superseded(row) for row in plan.superseded],
        "subjects": [_subject(row) for row in plan.subjects],
        "exclusions": [_subject(row) for row in plan.exclusions],
        "forms": [_row(row, code=row.code, **{"for": row.used_by}) for row in plan.forms],
        "deadlines": [_deadline(row) for row in plan.deadlines],
        "meetings": [_row(row, what=row.what, date=row.day) for row in plan.meetings],
        "dossiers": [_dossier(row) for row in plan.dossiers],
        "authority": [
            _row(row, body=row.body, act=row.act, subject=row.subject) for row in plan.authority
        ],
        "rules": [_rule(row) for row in plan.rules],
        "attachments_needed": [_row(row, text=row.text) for row in plan.attachments_needed],
        "warnings": [_caution(caution) for caution in plan.warnings],
        "fields": {name: _field(getattr(plan, name)) for name in _FIELDS},
    }


def _plain(value: Any) -> Any:
    """Codes and days as text, exact numbers as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _span(span: draft.Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _field(value: draft.Value[Any]) -> dict[str, Any]:
    return {
        "state": str(value.state),
        "span": _span(value.span),
        "confidence": value.confidence,
    }


def _row(row: draft.Row, **pieces: Any) -> dict[str, Any]:
    return {**pieces, "span": _span(row.span), "confidence": row.confidence}


def _reference(row: draft.CitedDocument) -> dict[str, Any]:
    return _row(row, number=row.number, date=_plain(row.date), issuer=row.issuer, title=row.title)


def _superseded(row: draft.Superseded) -> dict[str, Any]:
    return _row(row, number=row.number, by=row.by, since=_plain(row.since), scope=row.scope)


def _subject(row: draft.SubjectRow) -> dict[str, Any]:
    return _row(row, text=row.text, is_collective=row.is_collective)


def _deadline(row: draft.DeadlineRow) -> dict[str, Any]:
    when = {"date": row.day, "begins": row.begins, "rule": row.rule}
    return _row(
        row,
        what=row.what,
        who=row.who,
        **{key: value for key, value in when.items() if value},
        inclusive=row.inclusive,
        repeats=str(row.repeats),
        consequence=row.consequence,
    )


def _dossier(row: draft.DossierRow) -> dict[str, Any]:
    items = [_row(item, text=item.text, is_optional=item.is_optional) for item in row.items]
    return _row(row, items=items, **{"for": row.used_by})


def _rule(row: draft.RuleRow) -> dict[str, Any]:
    return _row(
        row,
        rule=str(row.rule),
        value=_plain(row.value),
        unit=row.unit,
        base=row.base,
        scope=row.scope,
        parameter=row.parameter,
    )


def _caution(caution: draft.Caution) -> dict[str, Any]:
    return {"code": caution.code, "message": caution.message, "span": _span(caution.span)}
