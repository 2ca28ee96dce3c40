"""Re-rating, replies, remedies, awards; what a Party body may issue and how it signs."""

from dataclasses import replace

import pytest

from tests.officialdocs.reading import text_of
from tusoi.officialdocs import Acting, Inconsistent, MissingValues, sample_decisions, write_docx
from tusoi.officialdocs.entitlement import NotEntitled
from tusoi.officialdocs.papers import (
    Signer,
    appeal_reply_paper,
    award_minutes_paper,
    award_submission_paper,
    decision_paper,
    minutes_paper,
    remedy_plan_paper,
    rerating_decision_paper,
)
from tusoi.officialdocs.sample_office import CELL_LETTERHEAD, PARTY, SECRETARY, STATE
from tusoi.officialdocs.sample_party import party_decision, party_minutes


def test_the_same_level_again_is_no_rerating():
    context = sample_decisions.rerating_decision()
    with pytest.raises(Inconsistent, match="không khác mức đã xếp loại"):
        rerating_decision_paper(replace(context, new_level=context.earlier_level))


def test_a_reply_that_changes_nothing_must_not_say_so():
    context = sample_decisions.appeal_reply()
    with pytest.raises(Inconsistent, match="không khác mức cũ"):
        appeal_reply_paper(replace(context, level_after=context.level))


def test_a_reply_keeps_the_level_or_gives_another():
    kept = text_of(write_docx(appeal_reply_paper(sample_decisions.party_appeal_reply())))
    assert "Giữ nguyên mức xếp loại: Hoàn thành tốt nhiệm vụ." in kept
    changed = text_of(write_docx(appeal_reply_paper(sample_decisions.appeal_reply())))
    assert "Điều chỉnh mức xếp loại từ “Hoàn thành nhiệm vụ” thành:" in changed


def test_a_remedy_without_deadline_is_named_by_its_place():
    context = sample_decisions.remedy_plan()
    first, second = context.remedies
    with pytest.raises(MissingValues, match="dòng thứ 2: thời hạn"):
        remedy_plan_paper(replace(context, remedies=(first, replace(second, deadline=""))))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"voters": 7}, "lớn hơn số người có mặt"),
        ({"summoned": 5}, "lớn hơn số người được triệu tập"),
        ({"voters": 4}, "lớn hơn số người biểu quyết"),
    ],
)
def test_award_votes_that_do_not_close_are_refused(changes, reason):
    with pytest.raises(Inconsistent, match=reason):
        award_minutes_paper(replace(sample_decisions.award_minutes(), **changes))


def test_awards_are_counted_by_title():
    text = text_of(write_docx(award_submission_paper(sample_decisions.award_submission())))
    assert "- Chiến sĩ thi đua cơ sở: 02;\n- Tập thể lao động tiên tiến: 01." in text


def test_a_party_decision_names_the_committee_after_its_grounds():
    text = text_of(write_docx(decision_paper(party_decision())))
    grounds, resolved = text.index("- Xét đề nghị của"), text.index("CÔNG THƯƠNG QUYẾT ĐỊNH")
    assert grounds < resolved < text.index("Điều 1. ")
    assert "QUYẾT ĐỊNH:" not in text


def test_party_minutes_have_place_and_date_and_their_own_captions():
    text = text_of(write_docx(minutes_paper(party_minutes())))
    assert "Số 04-BB/ĐU\nLai Châu, ngày 07 tháng 12 năm 2026" in text
    assert "NGƯỜI GHI BIÊN BẢN" in text
    assert "CHỦ TRÌ HỘI NGHỊ" in text


@pytest.mark.parametrize("kind", ["HD", "QyĐ", "CT", "TT"])
def test_a_party_cell_issues_no_guidance_or_regulation(kind):
    with pytest.raises(NotEntitled, match="Chi bộ Văn phòng không có thẩm quyền ban hành"):
        CELL_LETTERHEAD.elements(kind)


@pytest.mark.parametrize("kind", ["KH", "BC", "TTr", "BB", "NQ"])
def test_a_party_cell_issues_the_rest(kind):
    assert CELL_LETTERHEAD.elements(kind)["symbol"] == f"{kind}/CB1"


def test_a_deputy_secretary_never_signs_for_the_secretary():
    deputy = Signer(name="A", title="Phó Bí thư", on_behalf=((Acting.DEPUTY, "Bí thư"),))
    with pytest.raises(NotEntitled, match="không ký thay"):
        deputy.signature(PARTY)


def test_a_secretary_signs_on_behalf_of_the_committee():
    with pytest.raises(NotEntitled, match="T/M"):
        Signer(name="A", title="Bí thư").signature(PARTY)
    assert SECRETARY.signature(PARTY).authority == ("T/M ĐẢNG ỦY",)


def test_a_deputy_of_a_board_signs_for_its_head_in_both_systems():
    deputy = Signer(name="A", title="Phó Trưởng ban", on_behalf=((Acting.DEPUTY, "Trưởng ban"),))
    assert deputy.signature(PARTY).authority == ("K/T TRƯỞNG BAN",)
    assert deputy.signature(STATE).authority == ("KT. TRƯỞNG BAN",)
