"""Văn bản xếp loại: tờ trình, biểu tổng hợp, quyết định, thông báo say what the rows say."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from tests.apps.decisions.stage import DECIDED, decided, proposed
from tusoi.decisions.selectors.papers import _office
from tusoi.decisions.services.issuing import issue_submission
from tusoi.decisions.services.notifying import send_notices
from tusoi.documents.models import StoredDocument


def text_of(kind: str) -> str:
    """Paragraphs and cells of the only stored paper of that kind."""
    paper = Document(BytesIO(bytes(StoredDocument.objects.get(kind=kind).docx)))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def test_the_decision_names_its_grounds_and_its_list(stage):
    decided(stage, "1012/QĐ-SCT", trade="good", trade_officer="good")
    text = text_of("decision")
    assert "Căn cứ Nghị định số 90/2020/NĐ-CP" in text
    assert "Căn cứ Biên bản Hội nghị tập thể lãnh đạo" in text
    assert "02 tập thể, cá nhân" in text
    assert "Bùi Ngọc Ánh" in text


def test_the_notice_gives_level_and_reasons(stage):
    decision = decided(stage, trade_officer="good")
    send_notices(actor=stage.office, at=DECIDED, decision=decision)
    text = text_of("notice")
    assert "Hoàn thành tốt nhiệm vụ" in text
    assert "100% nhiệm vụ hoàn thành đúng tiến độ" in text
    assert "quyền kiến nghị" in text


def test_submission_counts_what_the_leaders_decide(stage):
    proposed(stage, trade="good", trade_officer="good", centre_employee="good")
    issue_submission(
        actor=stage.office, at=DECIDED, campaign=stage.campaign, signer_title="Chánh Văn phòng"
    )
    assert "Viên chức không giữ chức vụ" not in text_of("submission_note")
    sheet = text_of("summary_sheet")
    assert "Lý Thị Nga" in sheet
    assert "Cấp trên quyết định" in sheet


@pytest.mark.parametrize(
    ("title", "issuer", "office"),
    [
        ("Giám đốc Sở", "Sở Công Thương", "Giám đốc Sở Công Thương"),
        ("Giám đốc", "Sở Công Thương", "Giám đốc Sở Công Thương"),
        ("Giám đốc Trung tâm", "Trung tâm Khuyến công", "Giám đốc Trung tâm Khuyến công"),
    ],
)
def test_title_and_body_are_joined_without_doubling(title, issuer, office):
    assert _office(title, issuer) == office
