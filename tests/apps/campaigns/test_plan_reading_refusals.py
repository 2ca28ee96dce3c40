"""Đầu vào sai của việc đọc kế hoạch: refused in words, nothing written."""

from __future__ import annotations

from functools import partial

import pytest

from tests.apps.campaigns import season as scenery
from tests.apps.campaigns.reading import READ, kept
from tests.refusals import Case, Cases, refused
from tusoi.campaigns.models import PlanReading
from tusoi.campaigns.services import plan_reading
from tusoi.documents.selectors.stored import digest

CASES = Cases()


class World:
    """Sở nhỏ với một bản đọc kế hoạch; its clear fields accepted when a case asks for it."""

    def __init__(self, department):
        self.department, self.reading = department, kept(department)

    def act(self, command, **facts):
        reading = PlanReading.objects.get(pk=self.reading.pk)
        return partial(command, actor=self.department.office, at=READ, reading=reading, **facts)

    def accepted(self):
        self.act(plan_reading.accept_clear)()
        return self

    def settle(self, key, answer="accepted", **facts):
        return self.act(plan_reading.settle_field, key=key, answer=answer, **facts)

    def read(self, content, name="ke-hoach.txt"):
        return partial(
            plan_reading.read_document,
            actor=self.department.office,
            at=READ,
            body=self.department.body,
            content=content,
            file_name=name,
        )


@CASES("plan.read", "trống")
def empty_file(world):
    return world.read(b"")


@CASES("plan.read", "là ảnh")
def picture(world):
    return world.read(b"\x89PNG\r\n\x1a\n", "ke-hoach.docx")


@CASES("plan.read", "quá mức")
def longer_than_any_plan(world):
    return world.read("Căn cứ ".encode() * 200_000)


@CASES("plan.read", "đã được đọc lúc")
def the_same_file_again(world):
    content = b"Ke hoach"
    PlanReading.objects.filter(pk=world.reading.pk).update(file_sha256=digest(content))
    return world.read(content)


@CASES("plan.settle", "không có mục")
def unknown_field(world):
    return world.settle("deadlines-99")


@CASES("plan.settle", "không nêu giá trị nào")
def nothing_to_accept(world):
    return world.settle("recipients")


@CASES("plan.settle", "Không có cách xử lý")
def unknown_answer(world):
    return world.settle("title", "maybe")


@CASES("plan.settle", "không phải ngày có trong lịch")
def day_that_is_none(world):
    return world.settle("deadlines-0", "corrected", value="30/02/2023")


@CASES("plan.settle", "xa-lac")
def unknown_step(world):
    return world.settle("deadlines-0", step="xa-lac")


@CASES("plan.settle", "đã được để riêng")
def reading_on_the_shelf(world):
    world.act(plan_reading.set_aside)()
    return world.settle("title")


@CASES("plan.accept_clear", "Không còn mục đọc rõ nào")
def nothing_left(world):
    return world.accepted().act(plan_reading.accept_clear)


@CASES("plan.accept_clear", "khong-co")
def unknown_section(world):
    return world.act(plan_reading.accept_clear, section="khong-co")


@CASES("plan.set_aside", "Đã lập đợt từ bản đọc này")
def reading_of_a_campaign(world):
    world.accepted().act(plan_reading.draft_from_reading)()
    return world.act(plan_reading.set_aside)


@CASES("plan.draft_campaign", "Chưa có tên đợt đánh giá")
def nothing_accepted(world):
    return world.act(plan_reading.draft_from_reading)


@CASES("plan.draft_campaign", "đã có đợt đánh giá năm 2023")
def season_of_that_year_runs(world):
    scenery.start(world.department)
    return world.accepted().act(plan_reading.draft_from_reading)


@CASES("plan.draft_campaign", "không phải kế hoạch")
def report_without_a_reason(world):
    world.accepted().settle("kind", "corrected", value="report")()
    return world.act(plan_reading.draft_from_reading)


@CASES("plan.draft_campaign", "Đã lập đợt từ bản đọc này")
def made_twice(world):
    world.accepted().act(plan_reading.draft_from_reading)()
    return world.act(plan_reading.draft_from_reading)


@CASES("plan.draft_campaign", "không thể là kế hoạch của năm")
def year_far_from_the_day(world):
    world.accepted().settle("review_year", "corrected", value="2030")()
    return world.act(plan_reading.draft_from_reading)


@CASES("plan.draft_campaign", "Chưa có bộ quy định riêng")
def unknown_overlay(world):
    return world.accepted().act(plan_reading.draft_from_reading, overlay="khong-co")


@CASES("plan.attachment_received", "không có gì phải ghi nhận thêm")
def ticked_twice(world):
    world.act(plan_reading.receive_attachment, key="attachments_needed-0")()
    return world.act(plan_reading.receive_attachment, key="attachments_needed-0")


@CASES("plan.attachment_received", "không có gì phải ghi nhận thêm")
def no_attachment(world):
    return world.act(plan_reading.receive_attachment, key="title")


@pytest.fixture
def world(department) -> World:
    return World(department)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, world: World):
    refused(case.arrange(world), case.sentence)
