"""Choices of the organisation's tables; labels come from the core."""

from tusoi.rulebook.facts import AbsenceKind, Category, LabelledEnum, Leadership, Role, UnitKind

__all__ = [
    "AbsenceKind",
    "AssignmentKind",
    "Category",
    "CollectiveKind",
    "DisciplineForm",
    "DisciplineSide",
    "Leadership",
    "Role",
    "UnitKind",
]


class CollectiveKind(LabelledEnum):
    """Loại tập thể."""

    LEADERS = "leaders", "Tập thể lãnh đạo, quản lý"
    PARTY_ORGANISATION = "party_organisation", "Tổ chức đảng"


class AssignmentKind(LabelledEnum):
    """Loại phân công."""

    MAIN = "main", "Chính thức"
    CONCURRENT = "concurrent", "Kiêm nhiệm"
    SECONDED = "seconded", "Biệt phái"


class DisciplineSide(LabelledEnum):
    """Kỷ luật của Đảng hay của chính quyền."""

    PARTY = "party", "Kỷ luật đảng"
    STATE = "state", "Kỷ luật hành chính"


class DisciplineForm(LabelledEnum):
    """Hình thức kỷ luật."""

    REPRIMAND = "reprimand", "Khiển trách"
    WARNING = "warning", "Cảnh cáo"
    DEMOTION = "demotion", "Giáng chức, cách chức"
    DISMISSAL = "dismissal", "Buộc thôi việc, khai trừ"
