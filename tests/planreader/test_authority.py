"""Who decides on the rating of whom."""

from __future__ import annotations

from tusoi.planreader.authority import authority_of
from tusoi.planreader.normal import normalise
from tusoi.planreader.outline import outline_of
from tusoi.planreader.subjects import subjects_of


def read(text: str) -> list[tuple[str, str]]:
    return [(row.body, row.subject) for row in authority_of(outline_of(normalise(text)))]


def test_a_part_headed_so():
    text = (
        "1. Thẩm quyền đánh giá\n- Ban Thường vụ Tỉnh ủy xem xét, quyết định xếp loại chất lượng đối với tập thể Lãnh đạo Sở.\n"
        "- Giám đốc đánh giá và phân loại đối với chức danh: Trưởng, Phó các phòng.\n"
        "- Giám đốc Trung tâm đánh giá viên chức tại đơn vị và báo cáo kết quả.\n- Văn phòng tổng hợp hồ sơ."
    )
    assert read(text) == [
        ("Ban Thường vụ Tỉnh ủy", "tập thể Lãnh đạo Sở"),
        ("Giám đốc", "Trưởng, Phó các phòng"),
        ("Giám đốc Trung tâm", "viên chức tại đơn vị"),
    ]


def test_a_list_below_one_body():
    text = (
        "1. Đối tượng, thẩm quyền đánh giá\n1.1. Ban Thường vụ Đảng ủy đánh giá, xếp loại đối với tập thể, cá nhân sau:\n"
        "a) Về tập thể:\n- Các chi bộ.\n- Tập thể lãnh đạo xã.\nb) Về cá nhân: Cán bộ xã."
    )
    body = "Ban Thường vụ Đảng ủy"
    assert read(text) == [(body, "Các chi bộ"), (body, "Tập thể lãnh đạo xã"), (body, "Cán bộ xã")]


def test_said_in_passing():
    text = (
        "1. Quy trình đánh giá, xếp loại\n"
        "Đối với Trưởng phòng: Văn phòng Sở đề xuất mức xếp loại. Tập thể Lãnh đạo Sở xem xét, quyết định.\n"
        "- Quyết định xếp loại: Người đứng đầu đơn vị căn cứ ý kiến đánh giá để xem xét quyết định mức xếp loại viên chức.\n"
        "Theo Quyết định số 5/QĐ-STP về đánh giá."
    )
    assert read(text) == [
        ("Văn phòng Sở", "Trưởng phòng"),
        ("Tập thể Lãnh đạo Sở", "Trưởng phòng"),
        ("Người đứng đầu đơn vị", "viên chức"),
    ]


def test_those_decided_upon_are_the_subjects_where_no_part_names_them():
    outline = outline_of(
        "1. Thẩm quyền\n- Giám đốc quyết định xếp loại đối với tập thể các phòng.\n2. Khác\nA"
    )
    (row,) = subjects_of(outline, authority_of(outline)).subjects
    assert (row.text, row.is_collective) == ("tập thể các phòng", True)
    assert outline.of(row.span) == row.text


def test_who_puts_a_level_forward_and_who_decides():
    text = (
        "1. Quy trình đánh giá, xếp loại\n"
        "- Đối với công chức: Trưởng phòng căn cứ ý kiến tại cuộc họp để đề nghị mức xếp loại, báo cáo Giám đốc quyết định.\n"
        "- Hồ sơ đề nghị mức xếp loại đối với công chức gửi về Văn phòng."
    )
    rows = authority_of(outline_of(normalise(text)))
    assert [(row.body, row.act, row.subject) for row in rows] == [
        ("Trưởng phòng", "đề nghị mức xếp loại", "công chức"),
        ("Giám đốc", "quyết định", "công chức"),
    ]
