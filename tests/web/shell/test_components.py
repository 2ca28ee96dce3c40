"""Components: what they say, how they are tied together, and that no page of the shell breaks the policy."""

import re
from datetime import date, timedelta
from types import SimpleNamespace as Sample

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines

from tusoi.rulebook import Finding, Severity
from tusoi.web.gallery import gallery
from tusoi.web.templatetags import charts

LAYOUTS = ["", "projector", "ballot", "entrance"]
BLOCKER = Finding(
    "sample.blocks", Severity.BLOCKS, "Chưa đủ số người dự họp.", remedy="Mời họp lại."
)
REMARK = Finding("sample.notes", Severity.NOTES, "Có một người vắng mặt.")


class SampleForm(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết đầy đủ.")
    level = forms.ChoiceField(label="Mức", choices=[("1", "Tốt")], widget=forms.RadioSelect)


def shown(source: str, **context) -> str:
    template = engines["django"].from_string("{% load ui forms tables charts vi %}" + source)
    return template.render(context, context.get("request"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_layout_needs_inline_style_or_script(rf, layout) -> None:
    html = gallery(rf.get("/"), layout).content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", html)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_id_stands_once(rf, layout) -> None:
    ids = re.findall(r'\sid="([^"]+)"', gallery(rf.get("/"), layout).content.decode())
    repeated = {one for one in ids if ids.count(one) > 1}
    assert not repeated


def test_a_field_is_tied_to_its_hint_and_error() -> None:
    html = shown("{% field form.name %}", form=SampleForm({"level": "1"}))
    assert 'aria-describedby="id_name_hint id_name_error"' in html
    assert 'id="id_name_hint"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_an_empty_hint_takes_the_help_text_away() -> None:
    assert "Viết đầy đủ." not in shown('{% field form.name hint="" %}', form=SampleForm())


def test_the_error_summary_leads_to_the_fields() -> None:
    html = shown("{% error_summary form %}", form=SampleForm({}))
    assert 'href="#id_name"' in html
    assert 'href="#id_level_0"' in html
    assert "Có 2 chỗ cần sửa" in html


def test_no_error_summary_without_errors() -> None:
    assert shown("{% error_summary form %}", form=SampleForm()).strip() == ""


def test_a_blocked_command_has_no_form_and_says_why() -> None:
    html = shown('{% command_button "Khai mạc" "/x/" findings=found %}', found=[BLOCKER, REMARK])
    assert "<form" not in html
    assert "Chưa đủ số người dự họp." in html
    assert "Mời họp lại." in html
    assert REMARK.message not in html


def test_remarks_do_not_block() -> None:
    html = shown('{% command_button "Khai mạc" "/x/" findings=found %}', found=[REMARK])
    assert '<form method="post" action="/x/">' in html


def test_the_gravest_finding_stands_first() -> None:
    html = shown("{% findings found %}", found=[REMARK, BLOCKER])
    assert html.index(BLOCKER.message) < html.index(REMARK.message)


def test_sorting_turns_round_and_forgets_the_page(rf) -> None:
    html = shown('{% sort_header "Tên" "name" %}', request=rf.get("/?sort=name&page=3&q=an"))
    assert 'aria-sort="ascending"' in html
    assert 'href="?sort=-name&amp;q=an"' in html


def test_the_pager_counts_and_keeps_the_address(rf) -> None:
    page = Paginator(range(1234), 25).get_page(2)
    html = shown('{% pager page "người" %}', page=page, request=rf.get("/?q=an&page=2"))
    assert "Hiển thị 26–50 trong 1.234 người" in html
    assert 'href="?q=an&amp;page=3"' in html


def test_a_running_job_asks_again_and_a_finished_one_does_not() -> None:
    job = Sample(label="Nhập", done=1, total=2, state="running", message="", result_url="")
    assert "hx-get" in shown('{% job_progress job "/viec/1/" %}', job=job)
    job.state = "succeeded"
    assert "hx-get" not in shown('{% job_progress job "/viec/1/" %}', job=job)


def test_deadlines_tell_their_state_in_words() -> None:
    today = date(2023, 12, 3)
    items = [Sample(label="x", on=today + timedelta(days=n), done=n == -5) for n in (-5, -2, 0, 9)]
    words = [mark.words for mark in charts.timeline(items, today)["marks"]]
    assert words == ["Đã xong", "Quá hạn 2 ngày", "Hạn hôm nay", "Còn 9 ngày"]


def test_close_deadlines_do_not_cover_each_other() -> None:
    today = date(2023, 12, 3)
    items = [Sample(label="x", on=today + timedelta(days=n), done=False) for n in (0, 0, 1, 100)]
    lanes = [mark.lane for mark in charts.timeline(items, today)["marks"]]
    assert lanes == [0, 1, 2, 0]


def test_a_distribution_of_nobody_has_no_width() -> None:
    row = Sample(label="x", url="", counts=[0, 0])
    segments = charts.distribution(["Tốt", "Kém"], [row])["bars"][0]["segments"]
    assert {segment["width"] for segment in segments} == {"0.00%"}


def test_a_cap_says_how_far_it_is_exceeded() -> None:
    assert "Vượt 1 so với mức tối đa." in shown('{% cap_meter 4 3 "Nhóm" %}')
    assert "Còn được đề nghị thêm 2." in shown('{% cap_meter 1 3 "Nhóm" %}')
    assert "Đã đủ mức tối đa." in shown('{% cap_meter 3 3 "Nhóm" %}')
