"""Đầu vào sai của văn bản: refused in words, nothing written."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.apps.documents.drafts import AT, draft_of, issue
from tests.apps.documents.set_orders import order, orderer, season_with_reviews
from tests.apps.documents.signed_papers import attach, distrust, locked, trust
from tests.apps.documents.test_templates import activate, own_file, retire
from tests.apps.documents.test_templates import add as add_own
from tests.cast import moment
from tests.officialdocs.signing import certificate, issued_pdf, leader, signed
from tests.refusals import Case, Cases, refused

from tusoi.documents.enums import PaperKind, SetContent
from tusoi.documents.services.issuing import issue_draft, withdraw_document
from tusoi.documents.services.numbering import Stamp, set_practice
from tusoi.documents.services.sets import discard_set
from tusoi.documents.services.signing import check_signatures
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


@CASES("template.add", "không phải DOCX")
def no_docx(department):
    return partial(add_own, department, content=b"xin chao")


@CASES("template.add", "Không có trường {{luong}} cho loại văn bản này (đoạn")
def an_unknown_field(department):
    return partial(add_own, department, content=own_file("{{luong}}"))


@CASES("template.activate", "đang được dùng")
def a_template_in_use(department):
    return partial(activate, department, activate(department, add_own(department)))


@CASES("template.retire", "hiện không dùng")
def a_template_not_in_use(department):
    return partial(retire, department, add_own(department))


@CASES("template.retire", "“Lý do thôi dùng” còn để trống")
def no_reason_to_retire(department):
    return partial(retire, department, activate(department, add_own(department)), " ")


@CASES("document.attach_signed", "chưa có chữ ký số nào")
def an_unsigned_file(department):
    document = issue(department, department.units["trade"])
    return partial(attach, department, document, bytes(document.pdf))


@CASES("document.attach_signed", "không phải là PDF")
def no_pdf(department):
    document = issue(department, department.units["trade"])
    return partial(attach, department, document, b"xin chao")


@CASES("document.attach_signed", "bị khóa bằng mật khẩu")
def a_locked_pdf(department):
    document = issue(department, department.units["trade"])
    return partial(attach, department, document, locked(bytes(document.pdf)))


@CASES("document.attach_signed", "không có đuôi .pdf")
def another_kind_of_file(department):
    document = issue(department, department.units["trade"])
    return partial(attach, department, document, bytes(document.pdf), name="quyet-dinh.docx")


@CASES("document.attach_signed", "không được ký trên bản PDF đã lập")
def signed_on_another_file(department):
    document = issue(department, department.units["trade"])
    return partial(attach, department, document, signed(issued_pdf(), leader()))


@CASES("document.attach_signed", "đã được đưa lên trước đó")
def the_same_file_again(department):
    document = issue(department, department.units["trade"])
    act = partial(attach, department, document, signed(bytes(document.pdf), leader()))
    act()
    return act


@CASES("document.attach_signed", "để giữ kín người bỏ phiếu")
def a_ballot(department):
    unit = department.units["trade"]
    draft = draft_of(unit, "ballot_sheet", kind=PaperKind.BALLOT_SHEET)
    ballot = office(department, issue_draft, draft=draft, stamp=Stamp(dated=DAY))()
    return partial(attach, department, ballot, signed(bytes(ballot.pdf), leader()))


@CASES("document.check_signatures", "không có thẩm quyền")
def a_head_checks_no_signatures(department):
    document = issue(department, department.units["trade"])
    kept = attach(department, document, signed(bytes(document.pdf), leader()))
    actor = department.actor("trade_head", Role.UNIT_HEAD)
    return partial(check_signatures, actor=actor, at=AT, signed_file=kept)


@CASES("trust_anchor.add", "không phải là chứng thư số")
def no_certificate(department):
    return partial(trust, department, b"xin chao")


@CASES("trust_anchor.add", "chứng thư của người dùng")
def a_certificate_of_a_person(department):
    return partial(trust, department, leader().der)


@CASES("trust_anchor.add", "đã có trong danh sách")
def trusted_already(department):
    trust(department)
    return partial(trust, department)


@CASES("trust_anchor.add", "đã hết hạn")
def an_authority_that_has_ended(department):
    ended = certificate("Nơi cấp cũ", None, until=moment(2024, 1, 1))
    return partial(trust, department, ended.der)


@CASES("trust_anchor.retire", "Chưa ghi lý do")
def no_reason_to_trust_no_longer(department):
    return partial(distrust, department, trust(department), " ")


@CASES("trust_anchor.retire", "đã thôi tin cậy")
def not_trusted_any_more(department):
    anchor = trust(department)
    distrust(department, anchor)
    return partial(distrust, department, anchor)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_refused_in_words(case: Case, department):
    refused(case.arrange(department), case.sentence)
