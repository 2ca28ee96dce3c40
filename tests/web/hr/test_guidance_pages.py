"""Gợi ý, chỉ đạo kiểm điểm trên trang: recorded, answered beside the question, heard on, supervised."""

from datetime import date

import pytest
from django.urls import reverse

from tests.apps.campaigns import season as scenery
from tests.apps.campaigns.test_suggesting import LATER, ask, suggest
from tests.apps.campaigns.test_supervising import assign
from tusoi.campaigns.models import Suggestion, SuggestionOpinion, Supervision
from tusoi.campaigns.services import suggesting
from tusoi.org.enums import Role


@pytest.fixture
def season(department):
    return scenery.open_season(department, scenery.draft(department))


def test_the_office_records_a_suggestion_and_asks_a_unit(department, season, sign_in):
    office = sign_in("coordinator", Role.COORDINATOR)
    subject = scenery.review_of(department, season, "trade_officer").subject
    chosen = office.get(reverse("hr:suggestion_choose"), {"q": "anh"}).text
    assert reverse("hr:suggestion_record", args=[subject.pk]) in chosen
    facts = {"issuer": "Ban Thường vụ Tỉnh ủy", "document_date": "2023-11-20", "text": "Chậm."}
    office.post(reverse("hr:suggestion_record", args=[subject.pk]), facts)
    suggestion = Suggestion.objects.get()
    assert "Chưa giải trình" in office.get(reverse("hr:suggestions")).text
    units = [department.units["industry"].pk]
    office.post(
        reverse("hr:suggestion_ask", args=[suggestion.pk]),
        {"units": units, "due_on": date(2099, 1, 4).isoformat()},
    )
    opinion = SuggestionOpinion.objects.get()
    page = reverse("hr:suggestion", args=[suggestion.pk])
    assert "Chờ ý kiến" in office.get(page).text
    head = sign_in("industry_head", Role.UNIT_HEAD)
    assert "Bùi Ngọc Ánh" in head.get(reverse("unit:suggested")).text
    answer = reverse("unit:suggested_opinion", args=[opinion.pk])
    assert head.post(answer, {"text": ""}).status_code == 422
    head.post(answer, {"text": "Đã phối hợp tốt."})
    assert "Đã phối hợp tốt." in head.get(answer).text
    assert sign_in("centre_head", Role.UNIT_HEAD).get(answer).status_code == 404


def test_the_writer_answers_beside_the_question(department, season, sign_in):
    suggestion = suggest(department, season)
    [opinion] = ask(department, suggestion, "industry")
    head = department.actor("industry_head", Role.UNIT_HEAD)
    suggesting.give_opinion(actor=head, at=LATER, opinion=opinion, text="Đã phối hợp tốt.")
    review = scenery.write(department, season, "trade_officer")
    writer = sign_in("trade_officer")
    page = reverse("me:review", args=[review.pk])
    text = writer.get(page).text
    assert suggestion.text in text
    assert opinion.unit.name in text
    assert "Đã phối hợp tốt." in text
    assert "chưa được giải trình" in text
    field = f"suggestion-{suggestion.pk}"
    sent = {**review.content, "self_level": "good", "version": review.revision, "window": "w"}
    saved = writer.post(reverse("me:review_save", args=[review.pk]), {**sent, field: "Đã sửa."})
    assert saved.status_code == 200
    suggestion.refresh_from_db()
    assert suggestion.answer == "Đã sửa."


def test_a_late_suggestion_is_answered_on_the_page_of_the_review(department, season, sign_in):
    review = scenery.submit(department, season, "trade_officer")
    suggestion = suggest(department, season)
    writer = sign_in("trade_officer")
    assert "chưa giải trình" in writer.get(reverse("me:review", args=[review.pk])).text
    url = reverse("me:suggestion_answers", args=[review.pk])
    writer.post(url, {f"suggestion-{suggestion.pk}": "Đã khắc phục."})
    assert "Đã khắc phục." in writer.get(reverse("me:review", args=[review.pk])).text


def test_assigning_reading_and_finding(department, season, sign_in):
    review = scenery.circulate(department, season, "trade_officer", "trade_head")
    office = sign_in("coordinator", Role.COORDINATOR)
    unit, person = department.units["trade"], department.people["vice_director"]
    office.post(reverse("hr:supervision_assign", args=[unit.pk]), {"person": person.pk})
    supervision = Supervision.objects.get()
    assert person.full_name in office.get(reverse("hr:supervisions")).text
    leader = sign_in("vice_director")
    page = reverse("me:supervision", args=[supervision.pk])
    draft = reverse("me:supervised_review", args=[supervision.pk, review.pk])
    assert draft in leader.get(page).text
    assert leader.get(draft).status_code == 200
    type(review).objects.filter(pk=review.pk).update(state="discussed")
    assert leader.post(page, {"findings": ""}).status_code == 422
    leader.post(page, {"findings": "Chưa rõ trách nhiệm.", "is_satisfactory": "0"})
    listed = sign_in("coordinator", Role.COORDINATOR).get(reverse("hr:supervisions")).text
    assert "Chưa đạt yêu cầu" in listed
    assert sign_in("director").get(page).status_code == 404


def test_lists_take_the_same_number_of_queries(
    department, season, sign_in, django_assert_max_num_queries
):
    for key in ("trade_officer", "trade_head", "industry_officer"):
        suggest(department, season, key)
    assign(department, season)
    office = sign_in("coordinator", Role.COORDINATOR)
    for name in ("suggestions", "supervisions", "suggestion_choose"):
        with django_assert_max_num_queries(16):
            office.get(reverse(f"hr:{name}"))
