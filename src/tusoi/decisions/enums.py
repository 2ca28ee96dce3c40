"""Choices of the rating's tables."""

from tusoi.rulebook.facts import LabelledEnum, RatingLevel
from tusoi.rulebook.processes import CLASSIFICATION, OPINION_REQUEST

CLASSIFICATION_STATES = CLASSIFICATION.states
OPINION_REQUEST_STATES = OPINION_REQUEST.states

__all__ = [
    "CLASSIFICATION_STATES",
    "OPINION_REQUEST_STATES",
    "NoticeKind",
    "OpinionSource",
    "PartStanding",
    "RatingLevel",
]


class OpinionSource(LabelledEnum):
    """Nơi cho ý kiến."""

    PARTY_COMMITTEE = "party_committee", "Đảng ủy cơ quan"
    PARTY_CELL = "party_cell", "Chi bộ nơi công tác"
    FORMER_UNIT = "former_unit", "Đơn vị công tác trước"
    CONCURRENT_UNIT = "concurrent_unit", "Nơi giữ chức vụ kiêm nhiệm"


class NoticeKind(LabelledEnum):
    """Thông báo gửi cho ai."""

    SUBJECT = "subject", "Gửi người (tập thể) được xếp loại"
    MANAGER = "manager", "Gửi người trực tiếp quản lý, sử dụng"


class PartStanding(LabelledEnum):
    """Tình trạng của tài liệu trong hồ sơ."""

    HERE = "here", "Có"
    OUTSIDE = "outside", "Có, lưu ngoài phần mềm"
    LATER = "later", "Chưa đến bước"
    MISSING = "missing", "Thiếu"
    NOT_APPLICABLE = "not_applicable", "Không phát sinh"
