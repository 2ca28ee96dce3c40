"""Cột về đối tượng: who it is, the person's year, and the levels its own level rests on."""

from __future__ import annotations

from typing import Any

from tusoi.batch.cells import YES_NO, Choice, DecimalNumber, Reader, Text
from tusoi.batch.columns import (
    LEVEL,
    MEMBERS,
    OFFICIALS,
    PARTY_BODIES,
    PERSONS,
    Column,
    Into,
    Requirement,
)
from tusoi.batch.kinds import Kind
from tusoi.rulebook.facts import AbsenceKind, Category, Leadership, RatedAs

LEADERSHIP = Choice(
    {"Không": Leadership.NONE, "Cấp phó": Leadership.DEPUTY, "Người đứng đầu": Leadership.HEAD}
)
_CONTRACT = Choice(
    {"Công chức": Category.CIVIL_SERVANT, "Người lao động": Category.CONTRACT_WORKER}
)
_DISCIPLINE = Choice(
    {
        "Không": {},
        "Có": {"disciplined": True},
        "Có, không liên quan công vụ": {
            "disciplined": True,
            "discipline_is_unrelated_to_duty": True,
        },
        "Có, hành vi đã tính ở năm trước": {
            "disciplined": True,
            "discipline_already_counted": True,
        },
        "Có, vi phạm của thời gian trước": {
            "disciplined": True,
            "discipline_for_earlier_year": True,
        },
        "Có, vi phạm ở đơn vị cũ": {
            "disciplined": True,
            "discipline_for_earlier_year": True,
            "fault_at_former_unit": True,
        },
        "Có, vi phạm ở cả đơn vị cũ và đơn vị mới": {
            "disciplined": True,
            "fault_at_both_units": True,
        },
    }
)
_MONTHS = DecimalNumber(12, "11,5")


def identity(kind: Kind) -> tuple[Column, ...]:
    """Who the row is about; every cell is needed."""
    return tuple(
        Column(
            heading,
            hint,
            Text(longest),
            Into.IDENTITY,
            field,
            requirement=Requirement.CELL,
            example=example,
            width=width,
        )
        for heading, hint, longest, field, example, width in (
            (
                "Mã",
                "Mỗi đối tượng một mã. Dòng có mã bắt đầu bằng # được bỏ qua.",
                40,
                "code",
                "VD-01",
                12,
            ),
            (kind.name_heading, "Ghi đầy đủ.", 200, "name", kind.name_example, 26),
            ("Đơn vị", "Cơ quan, đơn vị tính tỉ lệ trần.", 200, "unit", "Phòng Ví dụ", 24),
            (
                "Nhóm tương đồng",
                "Nhóm có vị trí, nhiệm vụ tương đồng để tính tỉ lệ trần.",
                200,
                "group",
                "Chuyên viên",
                20,
            ),
        )
    )


def _person(heading: str, hint: str, reader: Reader, field: str, **more: Any) -> Column:
    settings: dict[str, Any] = {"kinds": OFFICIALS, "requirement": Requirement.FREE} | more
    return Column(heading, hint, reader, Into.PERSON, field, **settings)


def _absence(heading: str, kind: AbsenceKind, **more: Any) -> Column:
    hint = "Số tháng nghỉ trong năm. Để trống nếu không nghỉ."
    return _person(heading, hint, _MONTHS, "absence_months", key=kind, **more)


RECOGNISER_COLUMN = Column(
    "Cấp công nhận",
    "Cơ quan công nhận mức xếp loại; tỉ lệ trần tính trong phạm vi này.",
    Text(200),
    Into.IDENTITY,
    "recogniser",
    requirement=Requirement.CELL,
    kinds=frozenset({RatedAs.AGENCY}),
    example="Ủy ban nhân dân tỉnh",
    width=24,
)

PERSON_COLUMNS = (
    _person(
        "Loại",
        "Công chức hoặc Người lao động. Để trống được hiểu là Công chức.",
        _CONTRACT,
        "category",
        kinds=frozenset({RatedAs.CIVIL_SERVANT}),
    ),
    _person(
        "Chức vụ lãnh đạo",
        "Không, Cấp phó hoặc Người đứng đầu. Để trống được hiểu là Không.",
        LEADERSHIP,
        "leadership",
        kinds=PERSONS,
        requirement=Requirement.COLUMN,
        example="Không",
    ),
    _person(
        "Số tháng công tác",
        "Số tháng thực tế công tác trong năm.",
        _MONTHS,
        "months_in_post",
        requirement=Requirement.CELL,
        example="12",
    ),
    _absence("Số tháng nghỉ ốm", AbsenceKind.SICK, kinds=PERSONS),
    _absence("Số tháng nghỉ thai sản", AbsenceKind.MATERNITY, kinds=PERSONS),
    _absence(
        "Số tháng đi học tập trung",
        AbsenceKind.STUDY,
        parameter="eligibility.absence_ceiling_from",
    ),
    _absence(
        "Số tháng nghỉ có lý do khác",
        AbsenceKind.OTHER_LAWFUL,
        parameter="eligibility.absence_ceiling_from",
    ),
    _person(
        "Kỷ luật",
        "Kỷ luật trong năm và cách tính. Để trống được hiểu là Không.",
        _DISCIPLINE,
        "",
        kinds=PERSONS,
        requirement=Requirement.COLUMN,
        example="Không",
        width=22,
    ),
    _person(
        "Cấp trên quản lý",
        "Có nếu cấp trên quyết định mức xếp loại.",
        YES_NO,
        "is_managed_above",
    ),
    _person(
        "Số tháng ở đơn vị cũ",
        "Ghi cho người chuyển công tác trong năm.",
        _MONTHS,
        "months_at_former_unit",
        kinds=PERSONS,
    ),
    _person(
        "Đã có nhận xét của đơn vị cũ",
        "Ghi cho người chuyển công tác trong năm.",
        YES_NO,
        "has_former_unit_comment",
        kinds=PERSONS,
    ),
    _person(
        "Số tháng từ khi kết nạp",
        "Chỉ ghi cho đảng viên mới kết nạp trong năm.",
        _MONTHS,
        "months_since_admission",
        kinds=MEMBERS,
    ),
    _person(
        "Công tác trong hệ thống chính trị",
        "Để trống được hiểu là Có.",
        YES_NO,
        "holds_office",
        kinds=MEMBERS,
    ),
    _person(
        "Được miễn công tác và sinh hoạt đảng",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_exempt_from_party_work",
        kinds=MEMBERS,
    ),
    _person(
        "Bị đình chỉ sinh hoạt đảng",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_suspended_from_party",
        kinds=MEMBERS,
    ),
    _person(
        "Bị đình chỉ sinh hoạt cấp ủy",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_suspended_from_committee",
        kinds=MEMBERS,
    ),
    _person(
        "Sinh hoạt đảng tạm thời nơi khác",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_on_temporary_party_activity",
        kinds=MEMBERS,
    ),
    _person(
        "Đã có nhận xét của chi bộ nơi sinh hoạt tạm thời",
        "Để trống được hiểu là Không.",
        YES_NO,
        "has_temporary_cell_comment",
        kinds=MEMBERS,
    ),
)

RELATION_COLUMNS = (
    Column(
        "Mức của tập thể do mình đứng đầu",
        "Chỉ ghi cho người đứng đầu, khi tập thể đã được xếp loại.",
        LEVEL,
        Into.RELATIONS,
        "collective_level",
        kinds=OFFICIALS,
        width=26,
    ),
    Column(
        "Mới đến, không liên quan mức của tập thể",
        "Chỉ ghi cho người đứng đầu mới chuyển đến.",
        YES_NO,
        Into.RELATIONS,
        "arrived_recently",
        requirement=Requirement.FREE,
        kinds=OFFICIALS,
        width=22,
    ),
    Column(
        "Mức của cơ quan, đơn vị",
        "Ghi khi cơ quan, đơn vị do tập thể lãnh đạo đã được xếp loại.",
        LEVEL,
        Into.RELATIONS,
        "unit_level",
        requirement=Requirement.FREE,
        kinds=frozenset({RatedAs.COLLECTIVE}),
        width=26,
    ),
    Column(
        "Số tháng từ khi thành lập",
        "Chỉ ghi nếu mới thành lập trong năm.",
        _MONTHS,
        Into.RELATIONS,
        "months_since_founded",
        requirement=Requirement.FREE,
        kinds=PARTY_BODIES,
    ),
)
#: Columns on the subject itself, as far as its kind and the law of the day need them.
SUBJECT_COLUMNS = (RECOGNISER_COLUMN, *PERSON_COLUMNS, *RELATION_COLUMNS)
