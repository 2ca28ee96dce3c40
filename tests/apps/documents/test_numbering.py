"""Cấp số: from 01 in every period, no number twice, none left out; dates follow the numbers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.documents.drafts import AT, issue
from tests.cast import moment

from tusoi.core.errors import Refused
from tusoi.documents.models import NumberSeries, RegisterEntry, StoredDocument
from tusoi.documents.selectors.register import cells, full_number, register_entries
from tusoi.documents.services.issuing import withdraw_document
from tusoi.documents.services.numbering import set_practice

DIVISIONS = ("trade", "industry", "office")


def numbers():
    return list(RegisterEntry.objects.order_by("pk").values_list("number", flat=True))


def units(department):
    return [department.units[key] for key in DIVISIONS]


def practice(department, *, is_common=False, term=None, at=AT):
    return set_practice(
        actor=department.office,
        at=at,
        issuer=department.body,
        is_common=is_common,
        term_started_on=term,
    )


def test_numbers_run_from_one_without_gap(department):
    for unit in units(department):
        issue(department, unit)
    assert numbers() == [1, 2, 3]


def test_every_kind_has_its_own_series_and_every_year_begins_anew(department):
    trade, industry, office = units(department)
    issue(department, trade, date(2026, 12, 30), at=moment(2027, 2, 1))
    issue(department, industry, date(2026, 12, 30), at=moment(2027, 2, 1), name="submission_note")
    issue(department, office, date(2027, 1, 4), at=moment(2027, 2, 1))
    assert numbers() == [1, 1, 1]
    assert sorted(map(str, NumberSeries.objects.all())) == [
        "TB, năm 2026",
        "TB, năm 2027",
        "TTr, năm 2026",
    ]


def test_a_common_series_takes_all_kinds(department):
    practice(department, is_common=True)
    trade, industry, _ = units(department)
    issue(department, trade)
    issue(department, industry, name="submission_note")
    assert numbers() == [1, 2]


def test_the_way_of_numbering_does_not_change_within_a_year(department):
    issue(department, department.units["trade"])
    with pytest.raises(Refused, match="không đổi được cách đánh số"):
        practice(department, is_common=True)
    practice(department, is_common=True, at=moment(2027, 1, 2))


def test_party_papers_are_numbered_through_the_term(department):
    trade, industry, office = units(department)
    with pytest.raises(Refused, match="Chưa biết nhiệm kỳ"):
        issue(department, trade, name="party_notice")
    practice(department, term=date(2025, 6, 15))
    issue(department, trade, date(2025, 12, 30), name="party_notice")
    issue(department, industry, date(2026, 1, 5), name="party_notice")
    assert numbers() == [1, 2]
    assert NumberSeries.objects.get().span == "nhiệm kỳ từ 15/06/2025"
    with pytest.raises(Refused, match="Chưa biết nhiệm kỳ"):
        issue(department, office, date(2025, 6, 14), name="party_notice")


def test_a_refused_issue_uses_no_number(department):
    trade, industry, _ = units(department)
    issue(department, trade)
    with pytest.raises(Refused), transaction.atomic():
        issue(department, industry, date(2026, 11, 30))
    issue(department, industry)
    assert numbers() == [1, 2]


def test_a_number_given_outside_is_entered_once_and_the_next_follows(department):
    trade, industry, office = units(department)
    issue(department, trade, number=41)
    with pytest.raises(Refused, match=r"Số 41 .* đã cấp"):
        issue(department, industry, number=41)
    issue(department, industry)
    issue(department, office, number=7)
    assert numbers() == [41, 42, 7]
    assert RegisterEntry.objects.get(number=41).is_given_outside


@pytest.mark.parametrize("number", [0, -1, 100_000])
def test_a_number_out_of_reason_is_refused(department, number):
    with pytest.raises(Refused, match="không hợp lệ"):
        issue(department, department.units["trade"], number=number)


def test_dates_follow_the_numbers_or_say_why_not(department):
    trade, industry, _ = units(department)
    issue(department, trade, date(2026, 12, 10), number=10)
    with pytest.raises(Refused, match="đứng trước số 10"):
        issue(department, industry, date(2026, 12, 9))
    with pytest.raises(Refused, match="đứng sau số 10"):
        issue(department, industry, date(2026, 12, 11), number=9)
    issue(department, industry, date(2026, 12, 9), reason="Ký ngày 09/12, chuyển văn thư muộn.")
    assert RegisterEntry.objects.get(number=11).reason.startswith("Ký ngày 09/12")


def test_a_number_once_given_stays_given(department):
    trade = department.units["trade"]
    document = issue(department, trade)
    withdraw_document(actor=department.office, at=AT, document=document, reason="Sai tên đơn vị.")
    issue(department, trade)
    assert numbers() == [1, 2]
    for change in ({"number": 5}, {"note": "khác"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            RegisterEntry.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        RegisterEntry.objects.all().delete()


def test_the_register_has_the_columns_of_the_decree(department):
    issue(department, department.units["trade"], copies=3, note="Gửi qua trục liên thông")
    entry = register_entries(search="kết quả đánh giá").get()
    number, day, summary, signer, recipients, archive, copies, sent, receipt, note = next(
        cells([entry])
    )
    assert number == full_number(entry)
    assert number.startswith("01/TB-")
    assert day == date(2026, 12, 1)
    assert summary.startswith("Thông báo kết quả")
    assert signer
    assert recipients
    assert archive
    assert (copies, sent, receipt, note) == (3, "", "", "Gửi qua trục liên thông")


@pytest.mark.django_db(transaction=True)
def test_clerks_at_the_same_moment_get_different_numbers(department):
    chosen = [*units(department), department.body]

    def one(unit):
        try:
            issue(department, unit)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as clerks:
        list(clerks.map(one, chosen))
    assert sorted(numbers()) == [1, 2, 3, 4]
    assert StoredDocument.objects.count() == 4
