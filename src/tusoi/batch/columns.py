"""Cột của bảng: heading, hint, reader and the fact each column fills – once for reading and template."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from tusoi.batch.cells import YES_NO, Choice, DecimalNumber, Reader, Text, WholeNumber
from tusoi.rulebook.facts import AbsenceKind, Category, Degree, Leadership, RatedAs, RatingLevel


class Into(Enum):
    """What a column fills: who it is, the person's year, the results, or what else the level rests on."""

    IDENTITY = auto()
    PERSON = auto()
    RESULTS = auto()
    RELATIONS = auto()


class Presence(Enum):
    """Bắt buộc đến đâu: every cell, the column only, or neither."""

    CELL = "Bắt buộc"
    COLUMN = "Phải có cột, ô có thể để trống"
    FREE = "Không bắt buộc"


@dataclass(frozen=True, slots=True)
class Column:
    """Cột: `field` of the facts it fills (`key` within it); no field where the value names its fields.

    A column on results is asked for where the table in force reads its field (or one of the measures `asked_by`)
    and for `kinds`; one on the subject where its kind is among `kinds` and the law of that kind has `parameter`.
    `whole` is the column a part belongs to.
    """

    heading: str
    hint: str
    reader: Reader
    into: Into
    field: str = ""
    key: Any = None
    presence: Presence = Presence.COLUMN
    asked_by: frozenset[str] = frozenset()
    kinds: frozenset[RatedAs] = frozenset()
    parameter: str = ""
    whole: str = ""
    example: str = ""
    width: int = 16


_OFFICIALS = frozenset({RatedAs.CADRE, RatedAs.CIVIL_SERVANT, RatedAs.PUBLIC_EMPLOYEE})
_PERSONS = _OFFICIALS | {RatedAs.PARTY_MEMBER}
_MEMBERS = frozenset({RatedAs.PARTY_MEMBER})
_PARTY_BODIES = frozenset({RatedAs.COLLECTIVE, RatedAs.PARTY_ORGANISATION})

LEADERSHIP = Choice(
    {"Không": Leadership.NONE, "Cấp phó": Leadership.DEPUTY, "Người đứng đầu": Leadership.HEAD}
)
_DEGREE = Choice({degree.label: degree for degree in Degree})
_LEVEL = Choice({level.label: level for level in RatingLevel})
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


def identity(name_heading: str) -> tuple[Column, ...]:
    """Who the row is about; every cell is needed."""
    return tuple(
        Column(
            heading,
            hint,
            Text(longest),
            Into.IDENTITY,
            field,
            presence=Presence.CELL,
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
            (name_heading, "Ghi đầy đủ.", 200, "name", "Lò Thị Ví Dụ", 26),
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
    settings: dict[str, Any] = {"kinds": _OFFICIALS, "presence": Presence.FREE} | more
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
    presence=Presence.CELL,
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
        kinds=_PERSONS,
        presence=Presence.COLUMN,
        example="Không",
    ),
    _person(
        "Số tháng công tác",
        "Số tháng thực tế công tác trong năm.",
        _MONTHS,
        "months_in_post",
        presence=Presence.CELL,
        example="12",
    ),
    _absence("Số tháng nghỉ ốm", AbsenceKind.SICK, kinds=_PERSONS),
    _absence("Số tháng nghỉ thai sản", AbsenceKind.MATERNITY, kinds=_PERSONS),
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
        kinds=_PERSONS,
        presence=Presence.COLUMN,
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
        kinds=_PERSONS,
    ),
    _person(
        "Đã có nhận xét của đơn vị cũ",
        "Ghi cho người chuyển công tác trong năm.",
        YES_NO,
        "has_former_unit_comment",
        kinds=_PERSONS,
    ),
    _person(
        "Số tháng từ khi kết nạp",
        "Chỉ ghi cho đảng viên mới kết nạp trong năm.",
        _MONTHS,
        "months_since_admission",
        kinds=_MEMBERS,
    ),
    _person(
        "Công tác trong hệ thống chính trị",
        "Để trống được hiểu là Có.",
        YES_NO,
        "holds_office",
        kinds=_MEMBERS,
    ),
    _person(
        "Được miễn công tác và sinh hoạt đảng",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_exempt_from_party_work",
        kinds=_MEMBERS,
    ),
    _person(
        "Bị đình chỉ sinh hoạt đảng",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_suspended_from_party",
        kinds=_MEMBERS,
    ),
    _person(
        "Bị đình chỉ sinh hoạt cấp ủy",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_suspended_from_committee",
        kinds=_MEMBERS,
    ),
    _person(
        "Sinh hoạt đảng tạm thời nơi khác",
        "Để trống được hiểu là Không.",
        YES_NO,
        "is_on_temporary_party_activity",
        kinds=_MEMBERS,
    ),
    _person(
        "Đã có nhận xét của chi bộ nơi sinh hoạt tạm thời",
        "Để trống được hiểu là Không.",
        YES_NO,
        "has_temporary_cell_comment",
        kinds=_MEMBERS,
    ),
)

RELATION_COLUMNS = (
    Column(
        "Mức của tập thể do mình đứng đầu",
        "Chỉ ghi cho người đứng đầu, khi tập thể đã được xếp loại.",
        _LEVEL,
        Into.RELATIONS,
        "collective_level",
        kinds=_OFFICIALS,
        width=26,
    ),
    Column(
        "Mới đến, không liên quan mức của tập thể",
        "Chỉ ghi cho người đứng đầu mới chuyển đến.",
        YES_NO,
        Into.RELATIONS,
        "arrived_recently",
        presence=Presence.FREE,
        kinds=_OFFICIALS,
        width=22,
    ),
    Column(
        "Mức của cơ quan, đơn vị",
        "Ghi khi cơ quan, đơn vị do tập thể lãnh đạo đã được xếp loại.",
        _LEVEL,
        Into.RELATIONS,
        "unit_level",
        presence=Presence.FREE,
        kinds=frozenset({RatedAs.COLLECTIVE}),
        width=26,
    ),
    Column(
        "Số tháng từ khi thành lập",
        "Chỉ ghi nếu mới thành lập trong năm.",
        _MONTHS,
        Into.RELATIONS,
        "months_since_founded",
        presence=Presence.FREE,
        kinds=_PARTY_BODIES,
    ),
)
#: Columns on the subject itself, as far as its kind and the law of the day need them.
SUBJECT_COLUMNS = (RECOGNISER_COLUMN, *PERSON_COLUMNS, *RELATION_COLUMNS)


def _result(heading: str, hint: str, reader: Reader, field: str, **more: Any) -> Column:
    return Column(heading, hint, reader, Into.RESULTS, field, **more)


def _count(heading: str, field: str, **more: Any) -> Column:
    hint = "Số đếm. Để trống nếu chưa có số liệu."
    return _result(heading, hint, WholeNumber(), field, **more)


def _fact(heading: str, field: str) -> Column:
    hint = "Có nếu cấp có thẩm quyền đã kết luận. Để trống được hiểu là Không."
    return _result(heading, hint, YES_NO, field, example="Không", width=24)


def _degree(heading: str, key: str, *measures: str) -> Column:
    hint = "Xuất sắc, Tốt, Trung bình hoặc Kém."
    return _result(
        heading,
        hint,
        _DEGREE,
        "criteria",
        key=key,
        asked_by=frozenset(measures),
        example="Tốt",
        width=20,
    )


def _levels(whose: str, field: str) -> tuple[Column, ...]:
    """One column per level: how many were rated so."""
    return tuple(
        _count(f"{whose}: số {level.short.lower()}", field, key=level, width=18)
        for level in RatingLevel
    )


_TASKS, _TARGETS = "Tổng số nhiệm vụ", "Tổng số chỉ tiêu"
_SHORTCOMINGS, _TRUST_VOTES = "Số hạn chế, khuyết điểm phải khắc phục", "Số phiếu tín nhiệm"
_UNITS = "Số đơn vị trực thuộc"
#: The criteria that stand for all of their kind: the lowest degree of each kind and the highest of all.
GENERAL, RESULT, BEST = "general", "result", "best"

RESULT_COLUMNS = (
    _result(
        "Tổng điểm",
        "Tổng điểm cả năm, thang điểm 100.",
        DecimalNumber(100, "88,5"),
        "score",
        example="88,5",
    ),
    _degree("Cấp độ thấp nhất của tiêu chí chung", GENERAL, "worst_general_degree", "worst_degree"),
    _degree("Cấp độ thấp nhất của tiêu chí kết quả", RESULT, "worst_result_degree", "worst_degree"),
    _degree("Cấp độ cao nhất của các tiêu chí", BEST, "best_degree"),
    _count(_TASKS, "tasks_total", example="40"),
    _count("Số nhiệm vụ đã hoàn thành", "tasks_done", whole=_TASKS, example="40"),
    _count(
        "Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng", "tasks_on_time", whole=_TASKS, example="40"
    ),
    _count("Số nhiệm vụ vượt mức", "tasks_exceeded", whole=_TASKS, example="22"),
    _count("Số nhiệm vụ chưa bảo đảm", "tasks_deficient", whole=_TASKS, example="0"),
    _count("Số nhiệm vụ chậm tiến độ", "tasks_late", whole=_TASKS, example="0"),
    _count(_TARGETS, "unit_targets_total"),
    _count("Số chỉ tiêu đã hoàn thành", "unit_targets_done", whole=_TARGETS),
    _count("Số chỉ tiêu vượt mức", "unit_targets_exceeded", whole=_TARGETS),
    _count("Số chỉ tiêu đúng tiến độ", "unit_targets_on_time", whole=_TARGETS),
    _count(_SHORTCOMINGS, "shortcomings_total", example="0"),
    _count(
        "Số hạn chế, khuyết điểm đã khắc phục",
        "shortcomings_fixed",
        whole=_SHORTCOMINGS,
        example="0",
    ),
    *_levels("Đơn vị trực thuộc", "subordinate_levels"),
    *_levels("Đảng viên", "member_levels"),
    *_levels("Chính quyền, đoàn thể cùng cấp", "peer_levels"),
    _result(
        "Mức xếp loại công chức, viên chức",
        "Mức đã được quyết định trong năm.",
        _LEVEL,
        "official_level",
        kinds=_MEMBERS,
        width=26,
        example="Hoàn thành tốt nhiệm vụ",
    ),
    _count(_TRUST_VOTES, "trust_votes_total"),
    _count("Số phiếu tín nhiệm thấp", "trust_votes_low", whole=_TRUST_VOTES),
    _count(_UNITS, "subordinate_units_total"),
    _count("Số đơn vị trực thuộc bị kỷ luật", "subordinate_units_disciplined", whole=_UNITS),
    _fact("Suy thoái, tự diễn biến, tự chuyển hóa", "degradation_concluded"),
    _fact("Vi phạm những điều đảng viên không được làm", "prohibitions_breached"),
    _fact("Vi phạm trách nhiệm nêu gương", "example_breached"),
    _fact("Tham nhũng, lãng phí, tiêu cực bị xử lý", "corruption_case"),
    _fact("Sai phạm trong công tác cán bộ", "personnel_wrongdoing"),
    _fact("Mất đoàn kết", "disunity"),
    _fact("Tập thể lãnh đạo bị kỷ luật", "collective_disciplined"),
    _fact("Đơn vị trực thuộc, thành viên bị kỷ luật", "member_or_unit_disciplined"),
    _fact("Thành viên bị kỷ luật cảnh cáo trở lên", "member_warned_or_worse"),
    _fact("Thành viên bị kỷ luật vì thực thi công vụ", "member_disciplined_for_duty"),
    _fact("Vi phạm bị kỷ luật đã tự phát hiện và khắc phục xong", "discipline_self_detected"),
    _fact("Vi phạm đã tự phát hiện, báo cáo, xử lý và khắc phục", "violation_self_repaired"),
    _fact("Không đạt chỉ tiêu chủ yếu", "main_targets_missed"),
    _fact("Không đạt chỉ tiêu kinh tế - xã hội cơ bản", "basic_targets_missed"),
    _fact("Bất khả kháng", "force_majeure"),
    _fact("Có quý không hoàn thành nhiệm vụ", "quarter_not_completed"),
)
EVERY_HEADING = frozenset(column.heading for column in (*SUBJECT_COLUMNS, *RESULT_COLUMNS))
