"""Bộ văn bản của sở nhỏ: an opened season with reviews, whoever orders, and the ZIP as a file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
from tests.apps.campaigns.season import draft, open_season, submit
from tests.factories import OFFICE, START, moment

from tusoi.documents.enums import SetContent, SetFormat
from tusoi.documents.selectors.sets import Wanted, file_stream
from tusoi.documents.services.sets import make_set, order_set
from tusoi.org.enums import Role
from tusoi.org.services import accounts

AT = moment(2023, 11, 25)
WRITERS = ("coordinator", "trade_officer", "trade_officer_2", "industry_officer", "centre_employee")


def season_with_reviews(department):
    campaign = open_season(department, draft(department))
    for key in WRITERS:
        submit(department, campaign, key)
    return campaign


def orderer(department, key="coordinator", role=Role.COORDINATOR):
    accounts.invite(actor=OFFICE, at=START, person=department.people[key])
    return department.actor(key, role)


def order(actor, campaign, *, content=SetContent.FORMS, formats=SetFormat.DOCX, **narrowed):
    wanted = Wanted(content=content, campaign_id=campaign.pk, **narrowed)
    return order_set(
        actor=actor, at=AT, wanted=wanted, formats=formats, title=f"{content.label}, Đợt năm 2023"
    )


def make(actor, ordered, progress=lambda done, total: None):
    return make_set(actor=actor, document_set=ordered, progress=progress)


def opened(document_set) -> ZipFile:
    return ZipFile(BytesIO(b"".join(file_stream(document_set))))


def index_of(document_set) -> list[tuple]:
    """The lines of the index, the heading first."""
    book = openpyxl.load_workbook(BytesIO(opened(document_set).read("danh-muc.xlsx")))
    return list(book.active.iter_rows(values_only=True))


def contents_in(document_set) -> list[tuple] | None:
    """The checked list of the dossier that the index carries; None where it is no dossier."""
    book = openpyxl.load_workbook(BytesIO(opened(document_set).read("danh-muc.xlsx")))
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    found = sheets.get("Thành phần hồ sơ")
    return list(found.iter_rows(values_only=True)) if found else None
