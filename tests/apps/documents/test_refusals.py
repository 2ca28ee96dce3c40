"""Đầu vào sai của văn bản: refused in words, nothing written."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.apps.documents.drafts import AT, draft_of, issue
from tests.apps.documents.set_orders import order, orderer, season_with_reviews
from tests.refusals import Case, Cases, refused

from tusoi.documents.enums import SetContent
from tusoi.documents.services.issuing import issue_draft, withdraw_document
from tusoi.documents.services.numbering import Stamp, set_practice
from tusoi.documents.services.sets import discard_set
from tusoi.org.enums import Role

CASES = Cases()
DAY = date(2026, 12, 1)


def office(department, function, **details):
    return partial(function, actor=department.office, at=AT, **details)


def issuing(department, *, day=DAY, **details):
    draft = draft_of(department.units["trade"], **details)
    return office(department, issue_draft, draft=draft, stamp=Stamp(dated=day))


@CASES("document.issue", "còn ở phía trước")
def a_day_to_come(department):
    return issuing(department, day=date(2027, 1, 4))


@CASES("document.issue", "Biên bản chưa được thông qua")
def not_ready(department):
    return issuing(department, unready="Biên bản chưa được thông qua.")


@CASES("document.issue", "đã cấp cho")
def a_number_in_use(department):
    issue(department, department.units["industry"], number=5)
    draft = draft_of(department.units["trade"])
    return office(department, issue_draft, draft=draft, stamp=Stamp(dated=DAY, number=5))


@CASES("document.withdraw", "“Lý do thu hồi” còn để trống")
def no_reason(department):
    document = issue(department, department.units["trade"])
    return office(department, withdraw_document, document=document, reason="  ")


@CASES("document.withdraw", "đã được thu hồi")
def withdrawn_already(department):
    document = issue(department, department.units["trade"])
    act = office(department, withdraw_document, document=document, reason="Sai số liệu.")
    act()
    return act


@CASES("document.withdraw", "không thay thế được")
def replaced_by_itself(department):
    document = issue(department, department.units["trade"])
    details = {"document": document, "replaced_by": document, "reason": "Sai số liệu."}
    return office(department, withdraw_document, **details)


@CASES("numbering.set", "không đổi được cách đánh số trong năm")
def another_way_within_the_year(department):
    issue(department, department.units["trade"])
    details = {"issuer": department.body, "is_common": True, "term_started_on": None}
    return office(department, set_practice, **details)


@CASES("numbering.set", "không có thẩm quyền")
def a_head_sets_no_practice(department):
    actor = department.actor("trade_head", Role.UNIT_HEAD)
    details = {"issuer": department.body, "is_common": True, "term_started_on": None}
    return partial(set_practice, actor=actor, at=AT, **details)


@CASES("document_set.order", "Chưa có văn bản nào để lập bộ")
def no_papers_for_a_set(department):
    campaign, actor = season_with_reviews(department), orderer(department)
    return partial(order, actor, campaign, content=SetContent.NOTICES)


@CASES("document_set.discard", "đã bị bỏ")
def discarded_already(department):
    campaign, actor = season_with_reviews(department), orderer(department)
    act = partial(discard_set, actor=actor, at=AT, document_set=order(actor, campaign))
    act()
    return act


@CASES("document_set.discard", "không có thẩm quyền")
def a_set_of_somebody_else(department):
    campaign, actor = season_with_reviews(department), orderer(department)
    other = orderer(department, "trade_head", Role.UNIT_HEAD)
    return partial(discard_set, actor=other, at=AT, document_set=order(actor, campaign))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, department):
    refused(case.arrange(department), case.sentence)
