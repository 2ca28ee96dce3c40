"""Giải trình gợi ý trên văn bản: the answers stand in the part the form has for them, else in a part of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tusoi.campaigns.models import Subject, Suggestion
from tusoi.campaigns.selectors.suggestions import source_of, standing_suggestions
from tusoi.rulebook.forms import Field, FieldKind, FormDefinition, Section

MATTERS = "suggested_matters"
UNANSWERED = "(Chưa giải trình.)"
_PART = Section(
    code=MATTERS,
    title="1. Giải trình nội dung gợi ý kiểm điểm",
    hint="",
    fields=(Field(code=MATTERS, label="Giải trình", kind=FieldKind.TEXT, required=False),),
)


def with_answers(
    subject: Subject, definition: FormDefinition, content: Mapping[str, Any]
) -> tuple[FormDefinition, dict[str, Any]]:
    """The form and its content with every suggestion and its answer, as the paper prints them."""
    suggestions = list(standing_suggestions([subject]))
    if not suggestions:
        return definition, dict(content)
    text = "\n".join(filter(None, (*map(_point, suggestions), content.get(MATTERS))))
    has_part = any(each.code == MATTERS for each in definition.fields)
    sections = definition.sections if has_part else _with_part(definition.sections)
    return replace(definition, sections=sections), {**content, MATTERS: text}


def _point(suggestion: Suggestion) -> str:
    answer = suggestion.answer or UNANSWERED
    return f"Gợi ý của {source_of(suggestion)}: {suggestion.text}\nGiải trình: {answer}"


def _with_part(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The part stands before the one in which the level is chosen."""
    last = next(
        (at for at, each in enumerate(sections) if any(one.is_self_level for one in each.fields)),
        len(sections),
    )
    return (*sections[:last], _PART, *sections[last:])
