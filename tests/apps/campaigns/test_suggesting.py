"""Gợi ý kiểm điểm: recorded, answered, heard on, printed; who may read it."""

from datetime import date

import pytest

from tests.apps.campaigns import season as scenery
from tests.cast import moment
from tusoi.campaigns.models import Review, Suggestion
from tusoi.campaigns.permissions import suggestions_visible_to
from tusoi.campaigns.selectors.checks import blockers_for_finalise, blockers_for_submit
from tusoi.campaigns.selectors.papers import review_paper
from tusoi.campaigns.selectors.suggestions import open_opinions
from tusoi.campaigns.selectors.tasks import tasks_of
from tusoi.campaigns.services import suggesting, writing
from tusoi.core.errors import NotAllowed, Refused
from tusoi.officialdocs.html_writer import write_html
from tusoi.org.enums import Role

LATER = moment(2023, 11, 25)
DUE = date(2023, 11, 28)


def suggest(department, campaign, key="trade_officer", **changes):
    review = scenery.review_of(department, campaign, key)
    facts = {
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "document_number": "1205-CV/TU",
        "document_date": date(2023, 11, 20),
        "text": "Trách nhiệm trong việc chậm cấp phép xăng dầu.",
    }
    return suggesting.record_suggestion(
        actor=department.office, at=LATER, subject=review.subject, **{**facts, **changes}
    )


def answer(department, suggestion, key="trade_officer", text="Đã khắc phục xong trong tháng 9."):
    return suggesting.answer_suggestion(
        actor=scenery.writer_of(department, key), at=LATER, suggestion=suggestion, text=text
    )


def test_a_review_is_not_handed_in_until_the_suggestion_is_answered(department, season):
    suggestion = suggest(department, season)
    review = scenery.write(department, season, "trade_officer")
    [finding] = blockers_for_submit(review)
    assert finding.rule == "guidance.answered"
    assert finding.cites == ("124-qd-tw/d6.1",)
    writer = department.actor("trade_officer")
    with pytest.raises(Refused, match="chưa được giải trình"):
        writing.submit_review(actor=writer, at=LATER, review=review)
    answer(department, suggestion)
    assert writing.submit_review(actor=writer, at=LATER, review=review).state == "submitted"


def test_a_withdrawn_suggestion_asks_for_nothing_and_stays_on_file(department, season):
    suggestion = suggest(department, season)
    suggesting.withdraw_suggestion(
        actor=department.director, at=LATER, suggestion=suggestion, reason="Công văn 1300-CV/TU."
    )
    assert blockers_for_submit(scenery.write(department, season, "trade_officer")) == []
    assert Suggestion.objects.get().withdrawal_reason == "Công văn 1300-CV/TU."


def test_what_comes_after_handing_in_is_answered_without_opening_the_review(department, season):
    review = scenery.submit(department, season, "trade_officer")
    suggestion = suggest(department, season)
    writer = department.actor("trade_officer")
    assert any("Giải trình 1 nội dung" in task.label for task in tasks_of(writer, LATER.date()))
    answer(department, suggestion)
    review.refresh_from_db()
    assert review.state == "submitted"
    assert not any("Giải trình" in task.label for task in tasks_of(writer, LATER.date()))
    with pytest.raises(Refused, match="không còn sửa được"):
        answer(department, suggestion, text="Viết lại.")


def test_completing_asks_for_the_answer_too(department, season):
    review = scenery.circulate(department, season, "trade_officer", "trade_head")
    suggest(department, season)
    Review.objects.filter(pk=review.pk).update(state="discussed")
    review.refresh_from_db()
    assert "guidance.answered" in {each.rule for each in blockers_for_finalise(review)}


def test_an_answer_can_be_taken_back_while_writing(department, season):
    suggestion = answer(department, suggest(department, season))
    assert suggestion.answered_at == LATER
    assert answer(department, suggestion, text=" ").answered_at is None


def test_a_collective_is_answered_for_by_those_who_write_its_report(department, season):
    suggestion = suggest(department, season, "trade")
    answer(department, suggestion, "trade")
    assert Suggestion.objects.get().answer
    with pytest.raises(NotAllowed):
        suggesting.answer_suggestion(
            actor=department.actor("industry_head", Role.UNIT_HEAD),
            at=LATER,
            suggestion=suggestion,
            text="Đã xong.",
        )


@pytest.mark.parametrize("key", ["trade_officer", "trade"])
def test_the_paper_prints_question_and_answer(department, season, key):
    """Forms of the Party have a part for it, those of Decree 90 get one of their own."""
    suggestion = answer(department, suggest(department, season, key), key)
    page = write_html(review_paper(scenery.write(department, season, key)))
    assert "gợi ý kiểm điểm" in page.lower()
    for part in ("Ban Thường vụ Tỉnh ủy (1205-CV/TU, ngày 20/11/2023)", suggestion.text):
        assert part in page
    assert suggestion.answer in page


def test_the_paper_without_suggestions_has_no_such_part(department, season):
    page = write_html(review_paper(scenery.write(department, season, "trade_officer")))
    assert "nội dung gợi ý" not in page


@pytest.mark.parametrize(
    ("key", "role", "sees"),
    [
        ("trade_officer", Role.INDIVIDUAL, True),
        ("trade_head", Role.UNIT_HEAD, True),
        ("coordinator", Role.COORDINATOR, True),
        ("vice_director", Role.DEPARTMENT_LEADER, True),
        ("trade_officer_2", Role.INDIVIDUAL, False),
        ("trade_deputy", Role.UNIT_DEPUTY, False),
        ("industry_head", Role.UNIT_HEAD, False),
        ("admin", Role.TECHNICAL_ADMIN, False),
    ],
)
def test_who_reads_a_suggestion(department, season, key, role, sees):
    suggest(department, season)
    assert suggestions_visible_to(department.actor(key, role)).exists() is sees


def test_whoever_received_the_draft_reads_what_it_answers(department, season):
    suggestion = suggest(department, season)
    answer(department, suggestion)
    scenery.circulate(department, season, "trade_officer", "trade_officer_2")
    assert suggestions_visible_to(department.actor("trade_officer_2")).exists()


def ask(department, suggestion, *units):
    asked = [department.units[key] for key in units]
    return suggesting.ask_opinions(
        actor=department.office, at=LATER, suggestion=suggestion, units=asked, due_on=DUE
    )


def test_only_the_units_asked_give_an_opinion_and_only_once(department, season):
    suggestion = suggest(department, season)
    ask(department, suggestion, "industry", "centre")
    head = department.actor("industry_head", Role.UNIT_HEAD)
    [opinion] = open_opinions(head, season)
    assert any("Cho ý kiến" in task.label for task in tasks_of(head, LATER.date()))
    with pytest.raises(NotAllowed):
        suggesting.give_opinion(
            actor=department.actor("office_chief", Role.UNIT_HEAD),
            at=LATER,
            opinion=opinion,
            text="Đúng.",
        )
    given = suggesting.give_opinion(actor=head, at=LATER, opinion=opinion, text="Đã phối hợp.")
    assert given.given_by == department.people["industry_head"]
    assert not open_opinions(head, season)
    with pytest.raises(Refused, match="đã cho ý kiến"):
        suggesting.give_opinion(actor=head, at=LATER, opinion=opinion, text="Thêm.")
