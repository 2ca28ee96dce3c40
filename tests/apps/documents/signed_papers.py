"""Bản đã ký để thử."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from tests.apps.documents.drafts import AT
from tests.officialdocs.signing import authority

from tusoi.core.actor import INSTALLER
from tusoi.documents.services.signing import add_trust_anchor, attach_signed, retire_trust_anchor


def attach(department, document, content, *, name="van-ban.pdf", reason=""):
    return attach_signed(
        actor=department.office, at=AT, document=document, content=content, name=name, reason=reason
    )


def trust(department, content=None):
    source = "Tải từ trang của nơi cấp, đã đối chiếu dấu vân tay."
    return add_trust_anchor(
        actor=INSTALLER, at=AT, content=content or authority().der, source=source
    )


def distrust(department, anchor, reason="Nơi cấp đã thay chứng thư gốc."):
    return retire_trust_anchor(actor=INSTALLER, at=AT, anchor=anchor, reason=reason)


def locked(pdf):
    writer, made = PdfWriter(clone_from=io.BytesIO(pdf)), io.BytesIO()
    writer.encrypt("mat-khau", algorithm="AES-256")
    writer.write(made)
    return made.getvalue()
