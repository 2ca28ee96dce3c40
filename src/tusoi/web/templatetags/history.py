"""Names of commands and roles as the log shows them."""

from __future__ import annotations

from django import template

from tusoi.audit.selectors.entries import command_label
from tusoi.rulebook.facts import Role

register = template.Library()


@register.filter
def command_name(command: str) -> str:
    return command_label(command)


@register.filter
def role_name(role: str) -> str:
    return Role(role).label if role else ""
