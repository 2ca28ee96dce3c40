"""Parts of a page: buttons, findings, states, lists, dialogs (docs/design-system.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string
from django.utils.text import slugify

from tusoi.rulebook import cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from django.utils.safestring import SafeString

    from tusoi.rulebook import Citation

register = template.Library()

SEVERITY_ORDER = ("blocks", "warns", "notes")
SEVERITY_TONE = {"blocks": "bad", "warns": "warning", "notes": "neutral"}
RUNNING = ("queued", "running")


def _blocks(finding: Any) -> bool:
    return str(finding.severity) == "blocks"


@register.filter
def severity_tone(finding: Any) -> str:
    return SEVERITY_TONE[str(finding.severity)]


@register.filter
def citation(citation_id: str) -> Citation:
    """Look up the provision behind a citation id: its label and how far it is trusted."""
    return cite(citation_id)


@register.filter
def message_tone(message: Any) -> str:
    """Tone of a message of django.contrib.messages."""
    tones = {"success": "good", "warning": "warning", "error": "bad"}
    return tones.get(message.level_tag, "info")


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*parts: str) -> dict[str, Any]:
    """Label, url, label, url, …; a last label without url names the page itself."""
    links = [
        {"label": label, "url": url} for label, url in zip(parts[::2], parts[1::2], strict=False)
    ]
    return {"links": links, "current": parts[-1] if len(parts) % 2 else ""}


@register.inclusion_tag("components/button.html")
def button(label: str, **options: Any) -> dict[str, Any]:
    """A submit button; a link with `href`; a dialog opener with `dialog`."""
    return {"label": label, "kind": "primary", **options}


@register.inclusion_tag("components/blocked_button.html")
def blocked_button(label: str, findings: Iterable[Any]) -> dict[str, Any]:
    """A button that may not be pressed, with everything that stands in its way."""
    stoppers = [finding for finding in findings if _blocks(finding)]
    return {"label": label, "findings": stoppers, "id": f"blocked-{slugify(label)}"}


@register.inclusion_tag("components/command_button.html", takes_context=True)
def command_button(
    context: template.Context,
    label: str,
    url: str,
    *,
    findings: Iterable[Any] = (),
    kind: str = "primary",
    confirm: str = "",
    next: str = "",  # noqa: A002 - the name of the form field, written so in templates
) -> dict[str, Any]:
    """A form of one button; blocked while a finding blocks, asking first where `confirm` is given."""
    findings = list(findings)
    return {
        "csrf_token": context.get("csrf_token"),
        "label": label,
        "url": url,
        "findings": findings,
        "blocked": any(map(_blocks, findings)),
        "kind": kind,
        "confirm": confirm,
        "next": next,
        "id": f"confirm-{slugify(url)}",
    }


@register.inclusion_tag("components/findings.html", name="findings")
def findings_list(findings: Iterable[Any], heading: str = "") -> dict[str, Any]:
    """Findings, the gravest first; says so when there is none."""
    ordered = sorted(findings, key=lambda finding: SEVERITY_ORDER.index(str(finding.severity)))
    return {"findings": ordered, "heading": heading}


@register.inclusion_tag("components/state.html")
def state(label: str, tone: str = "neutral") -> dict[str, Any]:
    """A state: a colour and its word."""
    return {"label": label, "tone": tone}


@register.inclusion_tag("components/state.html")
def level(label: str, rank: int) -> dict[str, Any]:
    """A rating level: its word with the mark of its rank, 1 the highest."""
    return {"label": label, "tone": f"level-{rank}"}


@register.inclusion_tag("components/summary_list.html")
def summary_list(items: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Rows of (label, value) or (label, value, url, link text)."""
    keys = ("label", "value", "url", "link")
    return {"items": [dict(zip(keys, item, strict=False)) for item in items]}


@register.inclusion_tag("components/empty_state.html")
def empty_state(title: str, text: str, url: str = "", link: str = "") -> dict[str, Any]:
    return {"title": title, "text": text, "url": url, "link": link}


@register.inclusion_tag("components/tabs.html")
def tabs(items: Iterable[Any], label: str) -> dict[str, Any]:
    return {"items": items, "label": label}


@register.inclusion_tag("components/stepper.html")
def stepper(steps: Iterable[Any]) -> dict[str, Any]:
    return {"steps": steps}


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[Any]) -> dict[str, Any]:
    return {"tasks": tasks}


@register.inclusion_tag("components/job_progress.html")
def job_progress(job: Any, poll_url: str) -> dict[str, Any]:
    """A bar for long work that asks again by itself until the work has ended."""
    return {"job": job, "poll_url": poll_url, "running": str(job.state) in RUNNING}


@register.inclusion_tag("components/countdown.html")
def countdown(until: datetime, label: str) -> dict[str, Any]:
    return {"until": until, "label": label}


@register.simple_block_tag
def notice(content: SafeString, tone: str, title: str) -> SafeString:
    return render_to_string(
        "components/notice.html", {"content": content, "tone": tone, "title": title}
    )


@register.simple_block_tag
def dialog(content: SafeString, id: str, title: str) -> SafeString:  # noqa: A002 - the HTML name
    return render_to_string(
        "components/dialog.html", {"content": content, "id": id, "title": title}
    )


@register.simple_block_tag
def details(content: SafeString, summary: str) -> SafeString:
    return render_to_string("components/details.html", {"content": content, "summary": summary})


@register.simple_block_tag
def section(content: SafeString, title: str, lead: str = "", id: str = "") -> SafeString:  # noqa: A002 - the HTML name
    shown = {"content": content, "title": title, "lead": lead, "id": id or slugify(title)}
    return render_to_string("components/section.html", shown)


@register.simple_block_tag
def beside(content: SafeString, title: str, text: str) -> SafeString:
    """Put last year's text beside this year's field."""
    return render_to_string(
        "components/beside.html", {"content": content, "title": title, "text": text}
    )
