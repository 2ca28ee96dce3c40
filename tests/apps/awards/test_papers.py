"""Văn bản khen thưởng say what was put forward and how the conference voted."""

from tests.apps.awards.stage import WORDS
from tests.officialdocs.reading import text_of
from tusoi.awards.models import AwardDiscussion, AwardNomination
from tusoi.awards.selectors.papers import minutes_paper, report_paper, unit_note_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.papers import draft_view, find_draft
from tusoi.officialdocs import write_docx
from tusoi.org.enums import Role


def words(paper) -> str:
    return text_of(write_docx(paper))


def test_the_unit_proposes_to_the_body(nominated):
    text = words(unit_note_paper(AwardDiscussion.objects.get()))
    assert "Phòng Quản lý thương mại tổ chức họp bình xét, bỏ phiếu kín" in text
    assert "Lao động tiên tiến: 01" in text
    assert "Bùi Ngọc Ánh" in text
    assert WORDS in text


def test_the_minutes_say_who_met_and_how_they_voted(nominated):
    text = words(minutes_paper(AwardDiscussion.objects.get()))
    assert "Có mặt: 05/05 người" in text
    assert "4 (80%)" in text
    assert "1 (20%)" in text


def test_a_nomination_taken_back_is_in_no_paper(nominated):
    AwardNomination.objects.update(state="withdrawn")
    view = draft_view(find_draft(nominated.office, *_unit_note()))
    assert not view.is_complete


def _unit_note():
    owner = AwardDiscussion.objects.get()
    return PaperKind.AWARD_SUBMISSION.value, "awards.awarddiscussion", owner.pk


def test_the_report_tells_the_level_and_what_was_recognised(nominated):
    row = AwardNomination.objects.get()
    row.proof = "Quyết định số 12/QĐ-SCT ngày 03/7/2023 công nhận sáng kiến cấp cơ sở"
    row.merits = row.merits | {
        "achievement": "base",
        "base_titles_running": 2,
        "provincial_titles_running": 1,
    }
    text = words(report_paper(row))
    assert "Mức xếp loại chất lượng năm 2023: Hoàn thành xuất sắc nhiệm vụ" in text
    assert "Sáng kiến, đề tài có hiệu quả trong phạm vi cơ sở" in text
    assert "02 lần liên tục đạt “Chiến sĩ thi đua cơ sở”" in text
    assert row.proof in text
    assert "Nguyễn Thị Hải Yến" in text


def test_another_unit_finds_none_of_these_papers(nominated):
    other = nominated.ratings.actor("industry_head", Role.UNIT_HEAD)
    assert find_draft(other, *_unit_note()) is None
    own = nominated.ratings.actor("trade_officer")
    row = AwardNomination.objects.get()
    kind, owner = PaperKind.ACHIEVEMENT_REPORT.value, "awards.awardnomination"
    assert find_draft(own, kind, owner, row.pk) is not None
    assert find_draft(other, kind, owner, row.pk) is None
