"""Gửi dự thảo, góp ý, trả lời; who may see what."""

from __future__ import annotations

import pytest

from tests.apps.campaigns.season import WRITTEN, circulate, review_of, submit, write, writer_of
from tests.cast import moment
from tusoi.campaigns.facts import circulation_facts
from tusoi.campaigns.models import CirculationReceipt
from tusoi.campaigns.permissions import reviews_visible_to, subjects_visible_to
from tusoi.campaigns.services import circulating, reminding, writing
from tusoi.core.errors import NotAllowed, Refused
from tusoi.org.enums import Role

pytestmark = pytest.mark.django_db
WRITER = "trade_officer"


def _may_read(department, review, key, role=Role.INDIVIDUAL):
    return reviews_visible_to(department.actor(key, role)).filter(pk=review.pk).exists()


def test_the_draft_reaches_everybody_chosen(department, season):
    review = circulate(department, season, WRITER, "trade_head", "trade_deputy")
    assert review.state == "circulated"
    assert review.circulation.receipts.count() == 2
    assert circulation_facts(review, None).sent_on == WRITTEN.date()


def test_a_draft_is_not_sent_to_nobody_nor_before_it_is_handed_in(department, season):
    head = department.actor("trade_head", Role.UNIT_HEAD)
    review = write(department, season, WRITER)
    people = [department.people["trade_deputy"]]
    with pytest.raises(Refused):
        circulating.circulate_review(actor=head, at=WRITTEN, review=review, recipients=people)
    review = submit(department, season, WRITER)
    with pytest.raises(Refused, match="người nhận"):
        circulating.circulate_review(actor=head, at=WRITTEN, review=review, recipients=[])


def test_sending_several_drafts_sends_all_or_none(department, season):
    reviews = [
        submit(department, season, "trade_officer"),
        write(department, season, "trade_officer_2"),
    ]
    head = department.actor("trade_head", Role.UNIT_HEAD)
    with pytest.raises(Refused):
        circulating.circulate_reviews(
            actor=head, at=WRITTEN, reviews=reviews, recipients=[department.people["trade_deputy"]]
        )
    assert review_of(department, season, "trade_officer").state == "submitted"


def test_a_draft_sent_again_starts_the_clock_anew(department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    head = department.actor("trade_head", Role.UNIT_HEAD)
    writing.return_review(actor=head, at=WRITTEN, review=review, reason="Bổ sung")
    later = moment(2023, 11, 27)
    writing.submit_review(actor=writer_of(department, WRITER), at=later, review=review)
    circulating.circulate_review(
        actor=head, at=later, review=review, recipients=[department.people["trade_deputy"]]
    )
    assert circulation_facts(review_of(department, season, WRITER), None).sent_on == later.date()


def test_recipients_comment_and_the_writer_answers(department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    comment = circulating.comment_on_review(
        actor=department.actor("trade_deputy"),
        at=WRITTEN,
        review=review,
        text=" Nêu rõ hạn chế. ",
        section="i",
    )
    assert (comment.text, comment.author) == ("Nêu rõ hạn chế.", department.people["trade_deputy"])
    with pytest.raises(NotAllowed):
        circulating.respond_to_comment(
            actor=department.actor("trade_deputy"),
            at=WRITTEN,
            comment=comment,
            response="Tự trả lời",
        )
    circulating.respond_to_comment(
        actor=writer_of(department, WRITER), at=WRITTEN, comment=comment, response="Xin tiếp thu"
    )
    comment.refresh_from_db()
    assert comment.response == "Xin tiếp thu"


def test_nobody_comments_without_having_received_the_draft(department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    with pytest.raises(NotAllowed):
        circulating.comment_on_review(
            actor=department.actor("industry_officer"), at=WRITTEN, review=review, text="Góp ý"
        )


def test_comments_end_with_the_meeting(department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    writing.discuss_review(actor=department.office, at=WRITTEN, review=review)
    with pytest.raises(Refused, match="không nhận góp ý"):
        circulating.comment_on_review(
            actor=department.actor("trade_deputy"), at=WRITTEN, review=review, text="Góp ý muộn"
        )


def test_reading_is_noted_once_and_only_by_the_recipient(department, season):
    review = circulate(department, season, WRITER, "trade_deputy")
    receipt = CirculationReceipt.objects.get(circulation__review=review)
    with pytest.raises(NotAllowed):
        circulating.mark_draft_read(
            actor=department.actor("trade_head"), at=WRITTEN, receipt=receipt
        )
    reader = department.actor("trade_deputy")
    for hour in (15, 16):
        circulating.mark_draft_read(actor=reader, at=moment(2023, 11, 24, hour), receipt=receipt)
    receipt.refresh_from_db()
    assert receipt.read_at == moment(2023, 11, 24, 15)


def test_a_draft_being_written_is_read_by_its_writer_alone(department, season):
    review = write(department, season, WRITER)
    assert _may_read(department, review, WRITER)
    assert not _may_read(department, review, "trade_head", Role.UNIT_HEAD)
    assert not _may_read(department, review, "coordinator", Role.COORDINATOR)


def test_who_reads_what_was_handed_in(department, season):
    review = submit(department, season, WRITER)
    for key, role in (
        ("trade_head", Role.UNIT_HEAD),
        ("coordinator", Role.COORDINATOR),
        ("director", Role.DEPARTMENT_HEAD),
    ):
        assert _may_read(department, review, key, role)
    for key, role in (
        ("industry_head", Role.UNIT_HEAD),
        ("trade_officer_2", Role.INDIVIDUAL),
        ("admin", Role.TECHNICAL_ADMIN),
        ("trade_head", Role.PARTY_CELL),
    ):
        assert not _may_read(department, review, key, role)


def test_the_cell_sees_its_members_whose_rating_needs_its_opinion(department, season):
    cell = department.actor("trade_head", Role.PARTY_CELL)
    names = set(subjects_visible_to(cell).values_list("name", flat=True))
    assert names == {"Nguyễn Thị Hải Yến", "Đỗ Mạnh Cường"}


def test_the_office_urges_units_once_the_season_runs(department, season):
    milestone = season.milestones.first()
    units = [department.units["trade"], department.units["centre"]]
    sent = reminding.remind_units(
        actor=department.office,
        at=WRITTEN,
        milestone=milestone,
        units=units,
        text="Đề nghị gửi hồ sơ.",
    )
    assert len(sent) == 2
    with pytest.raises(NotAllowed):
        reminding.remind_units(
            actor=department.actor("trade_head", Role.UNIT_HEAD),
            at=WRITTEN,
            milestone=milestone,
            units=units,
        )
