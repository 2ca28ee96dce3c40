"""Choices of the meeting's tables."""

from tusoi.rulebook.facts import LabelledEnum, RatingLevel, Role, Standing, SubjectKind
from tusoi.rulebook.processes import AGENDA_ITEM, BALLOT_ROUND, MEETING

MEETING_STATES = MEETING.states
AGENDA_ITEM_STATES = AGENDA_ITEM.states
BALLOT_ROUND_STATES = BALLOT_ROUND.states

__all__ = [
    "AGENDA_ITEM_STATES",
    "BALLOT_ROUND_STATES",
    "MEETING_STATES",
    "AttendanceStatus",
    "BallotMode",
    "BallotPurpose",
    "MeetingAudience",
    "MeetingKind",
    "RatingLevel",
    "Role",
    "Standing",
    "SubjectKind",
]


class MeetingKind(LabelledEnum):
    """Loại hội nghị."""

    UNIT_REVIEW = "unit_review", "Hội nghị kiểm điểm của phòng, đơn vị"
    LEADERS_REVIEW = "leaders_review", "Hội nghị kiểm điểm của tập thể lãnh đạo cơ quan"
    CELL_REVIEW = "cell_review", "Hội nghị kiểm điểm của chi bộ"
    LEADERS_RATING = "leaders_rating", "Hội nghị tập thể lãnh đạo xem xét, quyết định xếp loại"


class MeetingAudience(LabelledEnum):
    """Thành phần theo quy định của hội nghị: who belongs to it by right."""

    LEADERS = "leaders", "Tập thể lãnh đạo"
    ALL_STAFF = "all_staff", "Toàn thể công chức, viên chức, người lao động"
    KEY_OFFICIALS = "key_officials", "Cán bộ chủ chốt"
    CELL = "cell", "Đảng viên của chi bộ"


class AttendanceStatus(LabelledEnum):
    """Tình trạng dự họp."""

    INVITED = "invited", "Được mời"
    PRESENT = "present", "Có mặt"
    EXCUSED = "excused", "Vắng có lý do"
    ABSENT = "absent", "Vắng không lý do"


class BallotMode(LabelledEnum):
    """Cách bỏ phiếu."""

    ELECTRONIC = "electronic", "Bỏ phiếu điện tử"
    PAPER = "paper", "Phiếu giấy, nhập kết quả kiểm"


class BallotPurpose(LabelledEnum):
    """Mục đích lượt phiếu."""

    SECRET = "secret", "Bỏ phiếu kín"
    POLL = "poll", "Lấy phiếu ý kiến"
