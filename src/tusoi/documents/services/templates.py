"""Mẫu văn bản của cơ quan: added in versions, switched on, switched off; a file once added never changes."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import Refused, refuse
from tusoi.core.names import clean
from tusoi.documents.enums import PaperKind
from tusoi.documents.models import PaperTemplate
from tusoi.documents.permissions import may_keep_template, may_keep_templates_of
from tusoi.documents.selectors.stored import digest
from tusoi.officialdocs.own import Unusable, check_template, has_template
from tusoi.org.models import Unit
from tusoi.rulebook.findings import Finding, Severity

_FORMAT = ("30-2020-nd-cp/d8",)
_SHOWN_FAULTS = 50


@command("template.add", target="unit", scope=may_keep_templates_of)
def add_template(
    *,
    actor: Actor,
    at: datetime,
    unit: Unit,
    kind: str,
    file_name: str,
    content: bytes,
    note_text: str = "",
) -> PaperTemplate:
    """Keep a checked file as the next version; it is not in use before it is switched on."""
    require_usable(content, PaperKind(kind), file_name)
    locked = Unit.objects.select_for_update().get(pk=unit.pk)
    versions = PaperTemplate.objects.filter(unit=locked, kind=kind)
    last = versions.aggregate(last=Max("version"))["last"]
    template = PaperTemplate.objects.create(
        unit=locked,
        kind=kind,
        version=(last or 0) + 1,
        file_name=clean(file_name),
        content=content,
        sha256=digest(content),
        note=clean(note_text),
        uploaded_at=at,
        uploaded_by_id=actor.person_id,
    )
    note(kind=kind, unit=locked.code, version=template.version, sha256=template.sha256)
    return template


@command("template.activate", target="template", scope=may_keep_template)
def activate_template(*, actor: Actor, at: datetime, template: PaperTemplate) -> PaperTemplate:
    """Make papers of this kind with this version from now on; what was issued stays as it is."""
    locked = _locked(template)
    if locked.is_active:
        raise refuse(
            "template.active",
            f"“{locked}” đang được dùng.",
            remedy="Tải lại trang để xem bản đang dùng.",
        )
    require_usable(bytes(locked.content), PaperKind(locked.kind), locked.file_name)
    replaced = PaperTemplate.objects.filter(unit=locked.unit, kind=locked.kind, is_active=True)
    replaced.update(
        is_active=False,
        switched_at=at,
        switched_by=actor.person_id,
        retire_reason=f"Thay bằng bản {locked.version}.",
    )
    return _switch(locked, actor, at, is_active=True, reason="")


@command("template.retire", target="template", scope=may_keep_template)
def retire_template(
    *, actor: Actor, at: datetime, template: PaperTemplate, reason: str
) -> PaperTemplate:
    """Make papers of this kind in our layout again; the file is kept."""
    locked = _locked(template)
    if not locked.is_active:
        raise refuse(
            "template.retired",
            f"“{locked}” hiện không dùng.",
            remedy="Tải lại trang để xem bản đang dùng.",
        )
    if not clean(reason):
        raise refuse(
            "template.reason",
            "“Lý do thôi dùng” còn để trống.",
            remedy="Ghi lý do rồi thực hiện lại.",
        )
    return _switch(locked, actor, at, is_active=False, reason=clean(reason))


def require_usable(content: bytes, kind: PaperKind, file_name: str) -> None:
    """Refuse a file that is no template of this kind, with everything that is wrong and where."""
    if not has_template(kind):
        raise refuse(
            "template.kind",
            f"{kind.label} chỉ lập theo bố cục của phần mềm.",
            remedy="Chọn loại văn bản khác.",
            cites=_FORMAT,
        )
    try:
        report = check_template(content, kind, file_name)
    except Unusable as error:
        raise refuse("template.file", error.reason, remedy=error.remedy) from error
    if report.faults:
        raise Refused(
            Finding(
                "template.fields",
                Severity.BLOCKS,
                f"{fault.message}{f' ({fault.place})' if fault.place else ''}.",
                _FORMAT,
                remedy=fault.remedy,
            )
            for fault in report.faults[:_SHOWN_FAULTS]
        )


def _locked(template: PaperTemplate) -> PaperTemplate:
    Unit.objects.select_for_update().get(pk=template.unit_id)
    rows = PaperTemplate.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=template.pk)


def _switch(
    template: PaperTemplate, actor: Actor, at: datetime, *, is_active: bool, reason: str
) -> PaperTemplate:
    template.is_active, template.retire_reason = is_active, reason
    template.switched_at, template.switched_by_id = at, actor.person_id
    template.save(update_fields=["is_active", "retire_reason", "switched_at", "switched_by"])
    note(kind=template.kind, version=template.version, reason=reason)
    return template
