"""Viết bản kiểm điểm: nothing is lost, nothing is overwritten silently, nothing incomplete is handed in."""

from __future__ import annotations

import pytest

from tests.apps.campaigns.season import (
    WRITTEN,
    circulate,
    full_answers,
    review_of,
    submit,
    write,
    writer_of,
)
from tests.cast import moment
from tusoi.campaigns.facts import result_facts
from tusoi.campaigns.selectors.checks import blockers_for_submit, missing_fields
from tusoi.campaigns.services import writing
from tusoi.core.errors import Conflict, NotAllowed, Refused
from tusoi.org.enums import Role
from tusoi.rulebook.facts import Degree

pytestmark = pytest.mark.django_db
WRITER = "trade_officer"


def _save(
    department, season, key=WRITER, *, window="cửa sổ 1", base=0, at=WRITTEN, actor=None, **content
):
    return writing.save_review(
        actor=actor or writer_of(department, key),
        at=at,
        review=review_of(department, season, key),
        content=content,
        self_level="",
        base_revision=base,
        window=window,
    )


def test_what_is_written_is_kept(department, season):
    review = _save(
        department, season, politics="  Luôn chấp hành chủ trương.\r\nGương mẫu. ", tasks_total="12"
    )
    assert review.content == {
        "politics": "Luôn chấp hành chủ trương.\nGương mẫu.",
        "tasks_total": 12,
    }
    assert (review.revision, review.saved_at) == (1, WRITTEN)


def test_two_windows_never_overwrite_each_other(department, season):
    _save(department, season, politics="Cửa sổ thứ nhất")
    with pytest.raises(Conflict) as refused:
        _save(department, season, window="cửa sổ 2", base=0, politics="Cửa sổ thứ hai")
    assert refused.value.findings[0].data["by"] == "Bùi Ngọc Ánh"
    assert review_of(department, season, WRITER).content == {"politics": "Cửa sổ thứ nhất"}


def test_the_second_window_may_go_on_from_what_the_first_saved(department, season):
    _save(department, season, politics="Cửa sổ thứ nhất")
    assert _save(department, season, window="cửa sổ 2", base=1, politics="Viết tiếp").revision == 2


def test_a_window_whose_answer_got_lost_may_send_again(department, season):
    _save(department, season, politics="Câu một")
    assert _save(department, season, base=0, politics="Câu một, câu hai").revision == 2


def test_saving_the_same_text_again_changes_nothing(department, season):
    _save(department, season, politics="Câu một")
    assert _save(department, season, base=1, politics="Câu một").revision == 1


def test_saves_of_one_sitting_share_a_version(department, season):
    for minute, text in enumerate(("Một", "Hai", "Ba")):
        _save(department, season, at=moment(2023, 11, 24, 14, minute), base=minute, politics=text)
    _save(department, season, at=moment(2023, 11, 24, 14, 25), base=3, politics="Bốn")
    versions = review_of(department, season, WRITER).versions.all()
    assert [(version.revision, version.content["politics"]) for version in versions] == [
        (4, "Bốn"),
        (3, "Ba"),
    ]


def test_what_was_handed_in_stays_in_the_history(department, season):
    submitted = submit(department, season, WRITER)
    head = department.actor("trade_head", Role.UNIT_HEAD)
    writing.return_review(actor=head, at=WRITTEN, review=submitted, reason="Bổ sung số liệu")
    write(department, season, WRITER, politics="Đã bổ sung")
    texts = [version.content["politics"] for version in submitted.versions.all()]
    assert texts == ["Đã bổ sung", "Đã thực hiện đúng kế hoạch."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"khong_co": "x"}, "không có nội dung"),
        ({"tasks_total": "-1"}, "số nguyên không âm"),
        ({"tasks_total": "mười"}, "số nguyên không âm"),
        ({"politics_degree": "rất tốt"}, "cấp độ"),
    ],
)
def test_answers_that_the_form_does_not_know_are_refused(department, season, content, message):
    with pytest.raises(Refused, match=message):
        _save(department, season, **content)


def test_nobody_writes_the_review_of_another(department, season):
    with pytest.raises(NotAllowed):
        _save(department, season, actor=department.actor("trade_officer_2"), politics="Viết hộ")
    with pytest.raises(NotAllowed):
        _save(
            department,
            season,
            actor=department.actor("trade_head", Role.UNIT_HEAD),
            politics="Viết hộ",
        )


def test_the_head_and_the_secretary_write_the_report_of_their_collective_only(department, season):
    secretary = department.actor("trade_officer", Role.SECRETARY)
    assert (
        _save(
            department, season, "trade", actor=secretary, principles="Thực hiện đúng quy chế"
        ).revision
        == 1
    )
    with pytest.raises(NotAllowed):
        _save(department, season, "industry", actor=secretary, principles="Viết hộ")


def test_an_incomplete_review_is_not_handed_in_and_names_what_is_missing(department, season):
    review = _save(department, season, politics="Đã viết")
    with pytest.raises(Refused) as refused:
        writing.submit_review(actor=writer_of(department, WRITER), at=WRITTEN, review=review)
    missing = [field.label for field in missing_fields(review)]
    assert len(refused.value.findings) == len(missing) + 1
    assert "Chưa tự nhận mức xếp loại chất lượng." in str(refused.value)


def test_numbers_that_contradict_each_other_are_refused(department, season):
    review = write(department, season, WRITER, tasks_total=10, tasks_on_time=11)
    assert [finding.data["field"] for finding in blockers_for_submit(review)] == ["tasks_on_time"]


def test_leaders_fill_in_what_others_do_not(department, season):
    officer = full_answers(review_of(department, season, "trade_officer"))
    head = full_answers(review_of(department, season, "trade_head"))
    assert {"unit_results", "unit_targets_total"} <= head.keys() - officer.keys()


def test_a_collective_hands_in_without_level_and_takes_it_at_the_meeting(department, season):
    review = review_of(department, season, "trade")
    review = writing.save_review(
        actor=writer_of(department, "trade"),
        at=WRITTEN,
        review=review,
        content=full_answers(review),
        self_level="",
        base_revision=0,
        window="cửa sổ 1",
    )
    assert blockers_for_submit(review) == []


def test_returning_needs_a_reason_and_shows_it_to_the_writer(department, season):
    review, head = (
        submit(department, season, WRITER),
        department.actor("trade_head", Role.UNIT_HEAD),
    )
    with pytest.raises(Refused, match="lý do"):
        writing.return_review(actor=head, at=WRITTEN, review=review, reason="  ")
    writing.return_review(actor=head, at=WRITTEN, review=review, reason="Nêu rõ số liệu")
    review = review_of(department, season, WRITER)
    assert (review.state, review.return_reason) == ("returned", "Nêu rõ số liệu")
    writing.submit_review(actor=writer_of(department, WRITER), at=WRITTEN, review=review)
    assert review_of(department, season, WRITER).return_reason == ""


def test_the_head_of_another_unit_returns_nothing(department, season):
    review = submit(department, season, WRITER)
    with pytest.raises(NotAllowed):
        writing.return_review(
            actor=department.actor("industry_head", Role.UNIT_HEAD),
            at=WRITTEN,
            review=review,
            reason="Sửa",
        )


def test_a_review_handed_in_is_not_edited(department, season):
    submit(department, season, WRITER)
    with pytest.raises(Refused, match="không sửa được"):
        _save(department, season, base=1, politics="Sửa lén")


def test_nothing_is_written_before_the_campaign_is_open_or_after_it_is_over(department, season):
    type(season).objects.filter(pk=season.pk).update(state="closed")
    with pytest.raises(Refused, match="chưa mở hoặc đã kết thúc"):
        _save(department, season, politics="Muộn rồi")


def test_a_review_becomes_final_only_after_the_meeting(department, season):
    review = circulate(department, season, WRITER, "trade_head")
    writer = writer_of(department, WRITER)
    with pytest.raises(Refused):
        writing.finalise_review(actor=writer, at=WRITTEN, review=review)
    writing.discuss_review(actor=department.office, at=WRITTEN, review=review)
    content = full_answers(review) | {"politics": "Đã tiếp thu góp ý"}
    final = writing.finalise_review(actor=writer, at=WRITTEN, review=review, content=content)
    assert (final.state, final.content["politics"]) == ("final", "Đã tiếp thu góp ý")


def test_what_the_form_says_reaches_the_rules(department, season):
    facts = result_facts(write(department, season, WRITER, politics_degree="excellent"))
    assert facts.criteria["politics_degree"] is Degree.EXCELLENT
    assert facts.result_criteria == {"results_degree"}
    assert facts.tasks_total == 10
    facts = result_facts(write(department, season, "trade"))
    assert "programme_results" in facts.criteria
    assert "principles_degree" not in facts.criteria
    assert facts.unit_targets_total == 10
