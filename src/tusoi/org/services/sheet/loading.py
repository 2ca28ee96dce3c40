"""Ghi bảng nhân sự: COPY into a temporary table, then a handful of statements for any number of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from tusoi.core.names import fold, sort_key
from tusoi.org.services.sheet.columns import BY_CODE
from tusoi.org.services.sheet.faults import Fault, ImportReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tusoi.org.services.sheet.reading import Progress, Row

_STAGE = """
DROP TABLE IF EXISTS pg_temp.staged;
CREATE TEMPORARY TABLE staged (
    number int, code text, full_name text, birth_date date, category text, unit_id bigint, title text,
    leadership text, group_id bigint, starts_on date, party_joined_on date, cell_id bigint, email text,
    search_name text COLLATE "C", sort_key text COLLATE "C"
) ON COMMIT DROP
"""
_COPY = "COPY staged FROM STDIN"
_MEASURE = "ANALYZE staged, org_person, org_post, org_assignment"

_OTHER_POST = """
SELECT s.number, s.title, p.title
FROM staged s JOIN org_post p ON p.unit_id = s.unit_id AND p.title = s.title
WHERE p.leadership <> s.leadership OR p.group_id <> s.group_id
ORDER BY s.number
"""
_OTHER_TIME = """
SELECT s.number, to_char(s.starts_on, 'DD/MM/YYYY'), to_char(a.starts_on, 'DD/MM/YYYY'),
       coalesce(to_char(a.ends_on, 'DD/MM/YYYY'), '')
FROM staged s
JOIN org_person n ON n.code = s.code
JOIN org_assignment a ON a.person_id = n.id AND a.kind = 'main' AND (a.ends_on IS NULL OR a.ends_on >= s.starts_on)
JOIN org_post p ON p.id = a.post_id
WHERE a.starts_on <> s.starts_on AND (p.unit_id = s.unit_id AND p.title = s.title)
   OR (p.unit_id <> s.unit_id OR p.title <> s.title) AND (a.starts_on >= s.starts_on OR a.ends_on IS NOT NULL)
ORDER BY s.number
"""
_PEOPLE = """
WITH written AS (
    INSERT INTO org_person AS n
        (code, full_name, search_name, sort_key, birth_date, category, party_joined_on, party_cell_id, email)
    SELECT code, full_name, search_name, sort_key, birth_date, category, party_joined_on, cell_id, email FROM staged
    ON CONFLICT (code) DO UPDATE SET
        full_name = excluded.full_name, search_name = excluded.search_name, sort_key = excluded.sort_key,
        birth_date = coalesce(excluded.birth_date, n.birth_date), category = excluded.category,
        party_joined_on = coalesce(excluded.party_joined_on, n.party_joined_on),
        party_cell_id = coalesce(excluded.party_cell_id, n.party_cell_id),
        email = coalesce(nullif(excluded.email, ''), n.email)
    WHERE (n.full_name, n.category) IS DISTINCT FROM (excluded.full_name, excluded.category)
       OR coalesce(excluded.birth_date, n.birth_date) IS DISTINCT FROM n.birth_date
       OR coalesce(excluded.party_joined_on, n.party_joined_on) IS DISTINCT FROM n.party_joined_on
       OR coalesce(excluded.party_cell_id, n.party_cell_id) IS DISTINCT FROM n.party_cell_id
       OR coalesce(nullif(excluded.email, ''), n.email) IS DISTINCT FROM n.email
    RETURNING xmax = 0 AS is_new
)
SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
"""
_POSTS = """
INSERT INTO org_post (unit_id, title, leadership, group_id, rank)
SELECT DISTINCT ON (unit_id, title) unit_id, title, leadership, group_id,
       CASE leadership WHEN 'head' THEN 10 WHEN 'deputy' THEN 20 ELSE 100 END
FROM staged
ON CONFLICT (unit_id, title) DO NOTHING
"""
_MOVES = """
UPDATE org_assignment a SET ends_on = s.starts_on - 1
FROM staged s JOIN org_person n ON n.code = s.code JOIN org_post p ON p.unit_id = s.unit_id AND p.title = s.title
WHERE a.person_id = n.id AND a.kind = 'main' AND a.ends_on IS NULL AND a.post_id <> p.id
"""
_ASSIGNMENTS = """
INSERT INTO org_assignment (person_id, post_id, kind, starts_on, is_acting, is_specialised, document)
SELECT n.id, p.id, 'main', s.starts_on, FALSE, TRUE, ''
FROM staged s JOIN org_person n ON n.code = s.code JOIN org_post p ON p.unit_id = s.unit_id AND p.title = s.title
WHERE NOT EXISTS (
    SELECT FROM org_assignment a WHERE a.person_id = n.id AND a.post_id = p.id AND a.kind = 'main' AND a.ends_on IS NULL
)
ORDER BY n.id  -- sorted, so that the search has ended before the first row is written
"""


def _run(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.rowcount)


def _fetch(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def stage(rows: Sequence[Row], total: int, progress: Progress) -> None:
    """Fill the temporary table; it ends with the transaction."""
    _run(_STAGE)
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for done, row in enumerate(rows, start=1):
            copy.write_row((*row, fold(row.full_name), sort_key(row.full_name)))
            if done % 5000 == 0:
                progress(total // 2 + done // 2, total)
    _run(_MEASURE)


def check_stage(report: ImportReport) -> None:
    """Faults that show only beside what the database holds."""
    for number, title, known in _fetch(_OTHER_POST):
        message = (
            f"Chức vụ “{known}” của đơn vị đã lập với chức vụ lãnh đạo hoặc nhóm tương đồng khác."
        )
        report.add(Fault(number, BY_CODE["title"].label, title, message))
    for number, start, known_start, known_end in _fetch(_OTHER_TIME):
        until = f" đến {known_end}" if known_end else ""
        message = f"Người này đã có phân công chính thức từ {known_start}{until}, không khớp với ngày bắt đầu trong bảng."
        report.add(Fault(number, BY_CODE["starts_on"].label, start, message))


def load_stage(report: ImportReport) -> None:
    """Write people, posts and assignments; a second run with the same file changes nothing."""
    report.created, report.updated = _fetch(_PEOPLE)[0]
    report.unchanged = report.rows - report.created - report.updated
    report.posts = _run(_POSTS)
    _run(_MEASURE)
    report.moved = _run(_MOVES)
    _run(_ASSIGNMENTS)
    report.is_saved = True
