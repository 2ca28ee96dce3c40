"""The columns follow the law of the day: nothing the rules read is left out, nothing else is asked for."""

from dataclasses import fields
from datetime import date

import pytest

from tests.batch.tables import headings
from tusoi.batch.columns import Into
from tusoi.batch.faults import BatchRefused
from tusoi.batch.kinds import KINDS
from tusoi.batch.layout import columns_of, inquiry_of
from tusoi.batch.needs import facts_read, needed_for
from tusoi.batch.reading import Entry
from tusoi.batch.result_columns import RESULT_COLUMNS
from tusoi.batch.spelling import fold
from tusoi.batch.subject_columns import SUBJECT_COLUMNS
from tusoi.rulebook.facts import PersonFacts, ResultFacts
from tusoi.rulebook.rules.measures import MEASURES

DAYS = [date(year, month, 1) for year in range(2018, 2028) for month in (1, 4, 6, 7, 9, 12)]
#: Facts that a column fills without naming them: the discipline and the kind of criterion.
IMPLIED = {"result_criteria", "disciplined"}


def _discipline_fields() -> set[str]:
    column = next(column for column in SUBJECT_COLUMNS if column.heading == "Kỷ luật")
    return {name for value in column.reader.options.values() for name in value}


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_every_fact_a_measure_reads_has_a_column(measure):
    filled = {column.field for column in (*RESULT_COLUMNS, *SUBJECT_COLUMNS)} | _discipline_fields()
    assert facts_read(measure) - filled - IMPLIED == set()


def test_a_column_fills_a_fact_that_exists():
    known = {
        Into.RESULTS: {field.name for field in fields(ResultFacts)},
        Into.PERSON: {field.name for field in fields(PersonFacts)} | {""},
        Into.RELATIONS: {field.name for field in fields(Entry)},
        Into.IDENTITY: {field.name for field in fields(Entry)},
    }
    for column in (*RESULT_COLUMNS, *SUBJECT_COLUMNS):
        assert column.field in known[column.into], column.heading
    assert _discipline_fields() <= known[Into.PERSON]


@pytest.mark.parametrize("slug", KINDS)
@pytest.mark.parametrize("day", DAYS)
def test_headings_are_distinct_and_parts_come_with_their_whole(slug, day):
    columns = columns_of(inquiry_of(slug, day, day.year, ()))
    found = [fold(column.heading) for column in columns]
    assert len(found) == len(set(found))
    known = {column.heading for column in columns}
    assert {column.whole for column in columns if column.whole} <= known


def test_scores_are_asked_for_from_2026_and_shares_before():
    before = headings(inquiry_of("cong-chuc", date(2025, 12, 1), 2025, ()))
    after = headings(inquiry_of("cong-chuc", date(2026, 1, 1), 2026, ()))
    assert "Tổng điểm" not in before
    assert "Tổng số nhiệm vụ" in before
    assert "Tổng điểm" in after
    assert "Tổng số nhiệm vụ" not in after


def test_what_is_known_at_second_hand_asks_for_nothing():
    kind = KINDS["vien-chuc"].rated_as
    assert needed_for(kind, date(2026, 6, 30), is_leader=False)
    assert needed_for(kind, date(2026, 7, 1), is_leader=True) == frozenset()


def test_what_only_leaders_have_is_said():
    columns = columns_of(inquiry_of("cong-chuc", date(2024, 12, 1), 2024, ()))
    hints = {column.heading: column.hint for column in columns}
    assert "Chỉ ghi cho người giữ chức vụ" in hints["Tổng số chỉ tiêu"]
    assert "Chỉ ghi cho người giữ chức vụ" not in hints["Tổng số nhiệm vụ"]


@pytest.mark.parametrize(
    ("slug", "overlays", "said"),
    [
        ("cong-chc", (), "Có phải “cong-chuc”?"),
        ("xyz", (), "không có loại “xyz”. Chọn một trong"),
        ("cong-chuc", ("khong-co",), "không có quy định địa phương"),
        ("cong-chuc", ("lai-chau-2023",), "không có hiệu lực ngày 01/12/2026"),
    ],
)
def test_what_does_not_exist_is_refused(slug, overlays, said):
    with pytest.raises(BatchRefused, match="--") as refusal:
        inquiry_of(slug, date(2026, 12, 1), 2026, overlays)
    assert said in str(refusal.value)
