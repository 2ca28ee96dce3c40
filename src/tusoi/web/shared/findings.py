"""Phát hiện trên trang: findings with the address of the place where each is mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from tusoi.rulebook import Finding, Severity


@dataclass(frozen=True, slots=True)
class LinkedFinding:
    """Phát hiện kèm đường dẫn."""

    severity: Severity
    message: str
    cites: tuple[str, ...]
    remedy: str
    url: str


def _address(finding: Finding) -> str:
    """The page named by the finding; a field of a form is on the page itself."""
    if "url_name" in finding.data:
        return reverse(finding.data["url_name"], args=finding.data.get("url_args", ()))
    field = finding.data.get("field")
    return f"#field-{field}" if field else ""


def linked(findings: Iterable[Finding]) -> list[LinkedFinding]:
    return [
        LinkedFinding(each.severity, each.message, each.cites, each.remedy, _address(each))
        for each in findings
    ]
