"""Danh mục hồ sơ: the papers of the plan in force, each there, outside, later, missing or not called for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.decisions.stage import APPRAISED, DECIDED, decided, proposed
from tusoi.campaigns.models import Campaign, Subject, Suggestion
from tusoi.core.errors import Refused
from tusoi.decisions.enums import PartStanding
from tusoi.decisions.models import PaperContent
from tusoi.decisions.selectors.dossier_evidence import dossier_rows, evidence_of
from tusoi.decisions.selectors.dossier_lines import checked_list
from tusoi.decisions.selectors.dossier_notes import asked_for
from tusoi.decisions.selectors.unit_dossiers import checked_unit_list
from tusoi.decisions.services.appraising import appraise
from tusoi.decisions.services.completing import complete_paper
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import source_of
from tusoi.meetings.models import Meeting
from tusoi.officialdocs.completeness import Inconsistent
from tusoi.org.enums import Role
from tusoi.rulebook.dossier_lists import PartSource

OFFICE_PLAN = ("van-phong-ubnd-2023", date(2023, 12, 13))
TOWN_PLAN = ("cho-chu-2024", date(2024, 11, 10))
SUMMARY = {"strengths": "Hoàn thành 10/10 nhiệm vụ.", "shortcomings": "Đi cơ sở chưa nhiều."}
REPORT = {"results": "Xong việc", "shortcomings": "Chậm", "proposals": "Thêm người"}


def under(stage, plan):
    """The season goes on under the local rules of another plan."""
    overlay, law_date = plan
    Campaign.objects.filter(pk=stage.campaign.pk).update(overlay=overlay, law_date=law_date)
    stage.campaign.refresh_from_db()


def list_of(stage, key):
    subject = dossier_rows(Subject.objects.filter(pk=stage.subject(key).pk)).get()
    return checked_list(subject, evidence_of(stage.campaign, [subject]))


def standings(checked) -> dict[PartSource, PartStanding]:
    return {line.part.source: line.answer.standing for line in checked.lines}


def standing(stage, key, source) -> PartStanding:
    return standings(list_of(stage, key))[source]


def answer(stage, key, source):
    return next(line.answer for line in list_of(stage, key).lines if line.part.source is source)


def noted(stage, key, kind=PaperKind.DOSSIER_LIST, **texts):
    subject = stage.subject(key)
    return complete_paper(actor=stage.office, at=DECIDED, owner=subject, kind=kind, texts=texts)


def test_the_leader_of_the_office_has_the_fourteen_papers_of_the_plan(stage):
    under(stage, OFFICE_PLAN)
    checked = list_of(stage, "director")
    assert len(checked.lines) == 14
    found = standings(checked)
    assert found[PartSource.REVIEW] is PartStanding.HERE
    assert found[PartSource.MINUTES] is PartStanding.HERE
    assert found[PartSource.ASSETS] is PartStanding.MISSING
    assert found[PartSource.SUGGESTION] is PartStanding.NOT_APPLICABLE
    assert found[PartSource.COMPLAINT] is PartStanding.NOT_APPLICABLE
    assert found[PartSource.SUMMARY_SHEET] is PartStanding.LATER
    assert len(list_of(stage, "body").lines) == 4


def test_whoever_the_plan_does_not_name_follows_the_law(stage):
    under(stage, OFFICE_PLAN)
    assert list_of(stage, "trade_head").followed.cite == "48-2023-nd-cp/d22"
    assert list_of(stage, "trade").followed.cite == "quy-uoc/ho-so"


def test_the_town_committee_s_plan_names_eight_and_ten_papers(stage):
    under(stage, TOWN_PLAN)
    assert len(list_of(stage, "trade").lines) == 8
    assert len(list_of(stage, "trade_head").lines) == 10
    found = standings(list_of(stage, "trade"))
    assert found[PartSource.LOWER_LEVELS] is PartStanding.NOT_APPLICABLE
    assert found[PartSource.OPINIONS] is PartStanding.HERE


def test_a_paper_kept_outside_is_there_once_its_number_is_noted(stage):
    under(stage, TOWN_PLAN)
    assert standing(stage, "trade_head", PartSource.ASSETS) is PartStanding.MISSING
    noted(stage, "trade_head", assets="Số 05/BKK ngày 01/12/2023", complaint="Số 7/KN")
    kept = answer(stage, "trade_head", PartSource.ASSETS)
    assert kept.standing is PartStanding.OUTSIDE
    assert kept.reference == "Số 05/BKK ngày 01/12/2023"
    assert standing(stage, "trade_head", PartSource.COMPLAINT) is PartStanding.OUTSIDE


def test_proof_of_excellence_is_wanted_only_of_those_proposed_for_it(stage):
    under(stage, OFFICE_PLAN)
    row = stage.row("director")
    assert standing(stage, "director", PartSource.ACHIEVEMENTS) is PartStanding.NOT_APPLICABLE
    type(row).objects.filter(pk=row.pk).update(proposed_level="excellent")
    assert standing(stage, "director", PartSource.ACHIEVEMENTS) is PartStanding.MISSING


def test_a_suggestion_of_the_superior_belongs_to_the_dossier(stage):
    meeting = Meeting.objects.get()
    Meeting.objects.update(has_suggestions=True)
    assert standing(stage, "trade", PartSource.SUGGESTION) is PartStanding.MISSING
    Suggestion.objects.create(
        subject=stage.subject("trade"),
        issuer="Ban Thường vụ Tỉnh ủy",
        document_number="12-CV/TU",
        document_date=date(2023, 11, 20),
        text="Kiểm điểm việc chậm giải ngân.",
        entered_at=meeting.starts_at,
    )
    found = answer(stage, "trade", PartSource.SUGGESTION)
    assert found.standing is PartStanding.HERE
    assert found.reference == "12-CV/TU ngày 20/11/2023"


def test_steps_to_come_are_not_missing_and_have_their_reference_afterwards(stage):
    early = standings(list_of(stage, "trade"))
    assert early[PartSource.APPRAISAL] is early[PartSource.DECISION] is PartStanding.LATER
    assert early[PartSource.SUBMISSION] is PartStanding.LATER
    proposed(stage, industry="good")
    assert standing(stage, "industry", PartSource.SUBMISSION) is PartStanding.MISSING
    decided(stage, trade="good")
    assert answer(stage, "trade", PartSource.DECISION).reference == "Số 101 ngày 01/12/2023"
    assert standing(stage, "trade", PartSource.APPRAISAL) is PartStanding.HERE


def test_before_the_meeting_review_and_minutes_are_missing_with_who_brings_them(opened):
    found = {line.part.source: line.answer for line in list_of(opened, "trade_head").lines}
    assert found[PartSource.REVIEW].note == "Người viết hoàn thiện sau hội nghị kiểm điểm"
    assert "Chưa có hội nghị" in found[PartSource.MINUTES].note
    assert found[PartSource.MINUTES].place.url_name == "panel:meetings"


def test_opinions_still_awaited_name_the_body_and_the_day(stage):
    stage.subject("trade").opinion_requests.update(state="requested", text="", given_at=None)
    found = answer(stage, "trade", PartSource.OPINIONS)
    assert found.standing is PartStanding.MISSING
    assert found.note == "Đảng ủy cơ quan cho ý kiến, hạn ngày 30/11/2023"
    stage.subject("trade").opinion_requests.update(state="withdrawn")
    assert "Văn phòng gửi lấy ý kiến" in answer(stage, "trade", PartSource.OPINIONS).note


def test_whoever_is_not_rated_needs_no_papers_of_rating(stage):
    Subject.objects.filter(pk=stage.subject("trade").pk).update(
        standing="not_rated", standing_reason="Mới thành lập"
    )
    found = standings(list_of(stage, "trade"))
    assert found[PartSource.DECISION] is PartStanding.NOT_APPLICABLE
    assert found[PartSource.SUBMISSION] is PartStanding.NOT_APPLICABLE
    assert found[PartSource.REVIEW] is PartStanding.HERE


def test_criteria_on_the_own_form_need_no_paper(stage):
    under(stage, TOWN_PLAN)
    assert standing(stage, "trade", PartSource.CRITERIA_SHEET) is PartStanding.HERE
    asked = {text.code for text in asked_for(PaperKind.DOSSIER_LIST, stage.subject("trade")).texts}
    assert asked == {"submission", "criteria_sheet", "suggestion", "opinions"}


def test_missing_papers_are_a_warning_of_the_appraisal_that_stops_nothing(stage):
    under(stage, TOWN_PLAN)
    appraisal = appraise(actor=stage.office, at=APPRAISED, classification=stage.row("trade_head"))
    (found,) = [each for each in appraisal.findings if each["rule"] == "dossiers.missing"]
    assert found["severity"] == "warns"
    assert "Bản kê khai tài sản của năm kiểm điểm" in found["message"]
    assert "Quyết định" not in found["message"]
    assert found["cites"] == ["kh-du-cho-chu-2024/iii.7.2"]


def test_the_lists_of_many_subjects_take_as_many_queries_as_of_one(
    stage, django_assert_num_queries
):
    def lists_of(rows):
        subjects = list(dossier_rows(rows))
        evidence = evidence_of(stage.campaign, subjects)
        return [checked_list(subject, evidence) for subject in subjects]

    everybody = stage.campaign.subjects.all()
    lists_of(everybody[:1])
    with django_assert_num_queries(7):
        lists_of(everybody[:1])
    with django_assert_num_queries(7):
        assert len(lists_of(everybody)) > 10


# The dossier of a unit


def unit_list(stage, key="trade"):
    unit = stage.department.units[key]
    subjects = list(dossier_rows(stage.campaign.subjects.filter(unit=unit)))
    return checked_unit_list(unit, subjects, evidence_of(stage.campaign, subjects))


def test_a_unit_hands_in_five_papers_for_all_its_people(stage):
    under(stage, OFFICE_PLAN)
    checked = unit_list(stage)
    found = {line.part.source: line.answer for line in checked.lines}
    assert len(checked.lines) == 5
    assert found[PartSource.MINUTES].standing is PartStanding.HERE
    assert found[PartSource.UNIT_REVIEWS].standing is PartStanding.HERE
    assert found[PartSource.UNIT_SUMMARIES].standing is PartStanding.MISSING
    assert "Chưa viết hoặc quá dài:" in found[PartSource.UNIT_SUMMARIES].note
    assert found[PartSource.UNIT_REPORT].place.url_args == (
        "unit_report",
        stage.subject("trade").pk,
    )
    people = stage.campaign.subjects.filter(unit=stage.department.units["trade"])
    for person in people.filter(person__isnull=False):
        complete_paper(
            actor=stage.office, at=DECIDED, owner=person, kind="leader_summary", texts=SUMMARY
        )
    noted(stage, "trade", PaperKind.UNIT_REPORT, **REPORT)
    found = standings(unit_list(stage))
    assert found[PartSource.UNIT_SUMMARIES] is PartStanding.HERE
    assert found[PartSource.UNIT_REPORT] is PartStanding.HERE


def test_criteria_of_the_heads_may_lie_on_paper(stage):
    under(stage, OFFICE_PLAN)
    assert standings(unit_list(stage))[PartSource.UNIT_CRITERIA] is PartStanding.HERE
    stage.campaign.tracks.filter(kind__startswith="division").update(form_code="hd43-mau-02a")
    assert standings(unit_list(stage))[PartSource.UNIT_CRITERIA] is PartStanding.MISSING
    leaders = stage.campaign.subjects.filter(
        unit=stage.department.units["trade"], track__kind__in=["division_head", "division_deputy"]
    )
    for leader in leaders:
        asked = asked_for(PaperKind.DOSSIER_LIST, leader)
        assert "criteria_sheet" in {text.code for text in asked.texts}
        complete_paper(
            actor=stage.office,
            at=DECIDED,
            owner=leader,
            kind="dossier_list",
            texts={"criteria_sheet": "Lưu tại phòng"},
        )
    assert standings(unit_list(stage))[PartSource.UNIT_CRITERIA] is PartStanding.HERE


def test_a_unit_elsewhere_hands_in_minutes_and_reviews(stage):
    assert [line.part.source for line in unit_list(stage).lines] == [
        PartSource.MINUTES,
        PartSource.UNIT_REVIEWS,
    ]


# Short papers


def test_a_summary_longer_than_the_plan_allows_is_refused_and_counts_as_missing(stage):
    long = {**SUMMARY, "strengths": "từ " * 200}
    noted(stage, "director", PaperKind.LEADER_SUMMARY, **long)
    leader = stage.subject("director")
    type(stage.row("director")).objects.filter(subject=leader).update(proposed_level="good")
    assert source_of("leader_summary", leader).build(stage.subject("director"))
    under(stage, OFFICE_PLAN)
    with pytest.raises(Inconsistent, match="vượt giới hạn 160 từ"):
        source_of("leader_summary", leader).build(stage.subject("director"))
    found = answer(stage, "director", PartSource.LEADER_SUMMARY)
    assert found.standing is PartStanding.MISSING
    assert "dài hơn nửa trang A4" in found.note


def test_everybody_is_summed_up_only_where_the_plan_wants_it(stage):
    officer = stage.subject("trade_officer")
    source = source_of("leader_summary", officer)
    assert not source.visible_to(stage.office, officer)
    under(stage, OFFICE_PLAN)
    assert source.visible_to(stage.office, officer)
    assert not source.visible_to(stage.actor("industry_head", Role.UNIT_HEAD), officer)
    noted(stage, "trade_officer", PaperKind.LEADER_SUMMARY, **SUMMARY)
    type(stage.row("trade_officer")).objects.filter(subject=officer).update(proposed_level="good")
    paper = source.build(stage.subject("trade_officer"))
    assert paper.summary == "Đối với công chức, viên chức, người lao động năm 2023"


def test_nobody_notes_papers_under_a_name_that_no_list_knows(stage):
    with pytest.raises(Refused):
        noted(stage, "trade", hearsay="Số 1")
    assert not PaperContent.objects.exists()
