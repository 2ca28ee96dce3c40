"""Mã: the codes of the domain with their Vietnamese labels, each standing here once."""

from __future__ import annotations

from enum import StrEnum
from typing import Never, Self


class UnknownCode(ValueError):
    """Mã không có trong danh mục: names the catalogue in Vietnamese."""

    def __init__(self, catalogue: str, code: object) -> None:
        super().__init__(f"{catalogue}: “{str(code)[:40]}” không có trong danh mục.")


class LabelledEnum(StrEnum):
    """A code with its Vietnamese label; the label stands here once for the whole product.

    `rank` is the place in the catalogue, 0 for the first.
    """

    label: str
    rank: int

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.rank = len(cls.__members__)
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]

    @classmethod
    def _missing_(cls, value: object) -> Never:
        """The catalogue is called what its docstring begins with."""
        raise UnknownCode((cls.__doc__ or cls.__name__).split(":")[0].rstrip("."), value)


class RatingLevel(LabelledEnum):
    """Mức xếp loại: the four levels, best first."""

    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    COMPLETED = "completed", "Hoàn thành nhiệm vụ"
    NOT_COMPLETED = "not_completed", "Không hoàn thành nhiệm vụ"

    @property
    def short(self) -> str:
        """The label without “nhiệm vụ” and what repeats; for narrow columns."""
        words = ("Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành")
        return words[self.rank]

    def is_above(self, other: RatingLevel) -> bool:
        return self.rank < other.rank


class Degree(LabelledEnum):
    """Cấp độ: the mark of one criterion (Mẫu 1a)."""

    EXCELLENT = "excellent", "Xuất sắc"
    GOOD = "good", "Tốt"
    AVERAGE = "average", "Trung bình"
    POOR = "poor", "Kém"


class Category(LabelledEnum):
    """Loại đối tượng theo luật: cán bộ, công chức, viên chức, người lao động."""

    CADRE = "cadre", "Cán bộ"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    CONTRACT_WORKER = "contract_worker", "Người lao động"


class RatedAs(LabelledEnum):
    """Tư cách được xếp loại: as what the law rates a subject; each has its own regime and table."""

    CADRE = "cadre", "Cán bộ"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    PARTY_MEMBER = "party_member", "Đảng viên"
    COLLECTIVE = "collective", "Tập thể lãnh đạo, quản lý"
    PARTY_ORGANISATION = "party_organisation", "Tổ chức đảng"
    AGENCY = "agency", "Cơ quan, tổ chức, đơn vị"

    @property
    def is_person(self) -> bool:
        return self not in {RatedAs.COLLECTIVE, RatedAs.PARTY_ORGANISATION, RatedAs.AGENCY}


class Leadership(LabelledEnum):
    """Chức vụ lãnh đạo, quản lý: what leading role the post carries."""

    NONE = "none", "Không giữ chức vụ lãnh đạo, quản lý"
    DEPUTY = "deputy", "Cấp phó của người đứng đầu"
    HEAD = "head", "Người đứng đầu"


class UnitKind(LabelledEnum):
    """Loại đơn vị trong cây tổ chức."""

    DEPARTMENT = "department", "Cơ quan"
    OFFICE = "office", "Văn phòng"
    DIVISION = "division", "Phòng chuyên môn"
    INSPECTORATE = "inspectorate", "Thanh tra"
    SERVICE_UNIT = "service_unit", "Đơn vị sự nghiệp"
    PARTY_COMMITTEE = "party_committee", "Đảng ủy"
    PEOPLES_COUNCIL = "peoples_council", "Thường trực Hội đồng nhân dân"
    PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
    FRONT = "front", "Ủy ban Mặt trận Tổ quốc"
    MASS_ORGANISATION = "mass_organisation", "Tổ chức chính trị - xã hội"
    PARTY_CELL = "party_cell", "Chi bộ"


class SubjectKind(LabelledEnum):
    """Nhóm đối tượng được kiểm điểm, đánh giá (kế hoạch 2284/KH-SCT, II.2.3)."""

    DEPARTMENT_COLLECTIVE = "department_collective", "Tập thể lãnh đạo cơ quan"
    UNIT_COLLECTIVE = "unit_collective", "Tập thể lãnh đạo phòng, đơn vị"
    PARTY_ORGANISATION = "party_organisation", "Tổ chức đảng"
    DEPARTMENT_LEADER = "department_leader", "Lãnh đạo cơ quan"
    DEPARTMENT_DEPUTY = "department_deputy", "Cấp phó của người đứng đầu cơ quan"
    DIVISION_HEAD = "division_head", "Người đứng đầu phòng, ban, đơn vị"
    DIVISION_DEPUTY = "division_deputy", "Cấp phó phòng, ban, đơn vị"
    CADRE = "cadre", "Cán bộ không giữ chức vụ"
    CIVIL_SERVANT = "civil_servant", "Công chức không giữ chức vụ"
    CONTRACT_WORKER = "contract_worker", "Người lao động"
    SERVICE_UNIT_HEAD = "service_unit_head", "Người đứng đầu đơn vị sự nghiệp"
    SERVICE_UNIT_DEPUTY = "service_unit_deputy", "Cấp phó đơn vị sự nghiệp"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức không giữ chức vụ"

    @property
    def is_collective(self) -> bool:
        return self in {
            SubjectKind.DEPARTMENT_COLLECTIVE,
            SubjectKind.UNIT_COLLECTIVE,
            SubjectKind.PARTY_ORGANISATION,
        }

    @property
    def leadership(self) -> Leadership:
        """The leading role of a person of this kind; leaders of the body count as heads."""
        heads = {
            SubjectKind.DEPARTMENT_LEADER,
            SubjectKind.DIVISION_HEAD,
            SubjectKind.SERVICE_UNIT_HEAD,
        }
        deputies = {
            SubjectKind.DEPARTMENT_DEPUTY,
            SubjectKind.DIVISION_DEPUTY,
            SubjectKind.SERVICE_UNIT_DEPUTY,
        }
        if self in heads:
            return Leadership.HEAD
        return Leadership.DEPUTY if self in deputies else Leadership.NONE


class Standing(LabelledEnum):
    """Diện đánh giá: each person is exactly one of these in a campaign (requirement A3)."""

    RATED_HERE = "rated_here", "Đánh giá, xếp loại tại đây"
    RATED_ELSEWHERE = "rated_elsewhere", "Cấp trên đánh giá, xếp loại"
    NOT_RATED = "not_rated", "Kiểm điểm, không xếp loại"


class AbsenceKind(LabelledEnum):
    """Loại nghỉ."""

    SICK = "sick", "Nghỉ ốm"
    MATERNITY = "maternity", "Nghỉ thai sản"
    STUDY = "study", "Đi học tập trung"
    OTHER_LAWFUL = "other_lawful", "Nghỉ có lý do khác theo quy định"


class Role(LabelledEnum):
    """Vai trò khi thao tác: the capacity in which a person acts."""

    INDIVIDUAL = "individual", "Cá nhân"
    UNIT_HEAD = "unit_head", "Trưởng đơn vị"
    UNIT_DEPUTY = "unit_deputy", "Cấp phó đơn vị"
    SECRETARY = "secretary", "Thư ký"
    CHAIR = "chair", "Chủ trì hội nghị"
    COUNTING_PANEL = "counting_panel", "Ban kiểm phiếu"
    COORDINATOR = "coordinator", "Văn phòng (cơ quan tổng hợp, thẩm định)"
    DEPARTMENT_HEAD = "department_head", "Người đứng đầu cơ quan"
    DEPARTMENT_LEADER = "department_leader", "Lãnh đạo cơ quan"
    PARTY_COMMITTEE = "party_committee", "Đảng ủy cơ quan"
    PARTY_CELL = "party_cell", "Chi bộ"
    SUPERVISOR = "supervisor", "Giám sát"
    TECHNICAL_ADMIN = "technical_admin", "Quản trị kỹ thuật"


class AgendaKind(LabelledEnum):
    """Thứ tự kiểm điểm: what an item of the agenda reviews, in the legal order."""

    COLLECTIVE = "collective", "Kiểm điểm tập thể"
    HEAD = "head", "Kiểm điểm người đứng đầu"
    DEPUTY = "deputy", "Kiểm điểm cấp phó"
    MEMBER = "member", "Kiểm điểm thành viên"


class Side(LabelledEnum):
    """Khối: the state side is reviewed before the Party side."""

    STATE = "state", "Chính quyền, chuyên môn, đoàn thể"
    PARTY = "party", "Cấp ủy, tổ chức đảng"
