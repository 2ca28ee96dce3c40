"""Chữ ký số bằng lời: what can be true of a signature and of a signed file, and how it is said."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Spoken(StrEnum):
    """A code with the Vietnamese words for it."""

    words: str

    def __new__(cls, code: str, words: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.words) for member in cls]


class Verdict(Spoken):
    """Kết luận: all signatures of a file together, the best first."""

    VALID = "valid", "Chữ ký hợp lệ"
    UNPROVEN = "unproven", "Chưa xác định được chuỗi tin cậy"
    DOUBTFUL = "doubtful", "Cần xem lại"
    CHANGED = "changed", "Đã bị thay đổi sau khi ký"


class Integrity(Spoken):
    """Tính toàn vẹn: whether the signed content still is what was signed."""

    INTACT = "intact", "Nội dung còn nguyên vẹn; chữ ký bao trùm toàn bộ tệp."
    FOLLOWED = "followed", "Nội dung còn nguyên vẹn; sau chữ ký này chỉ có thêm chữ ký khác."
    EXTENDED = (
        "extended",
        "Nội dung đã ký còn nguyên vẹn, nhưng sau chữ ký này tệp còn được ghi thêm hoặc sửa phần khác.",
    )
    PARTIAL = "partial", "Chữ ký không bao trùm toàn bộ nội dung của lần ký."
    BROKEN = "broken", "Nội dung đã bị thay đổi sau khi ký."
    UNREADABLE = "unreadable", "Không đọc được chữ ký này."


class Trust(Spoken):
    """Độ tin cậy của chứng thư."""

    TRUSTED = "trusted", "Chứng thư thuộc chuỗi tin cậy và còn hiệu lực khi ký."
    UNKNOWN = "unknown", "Chưa xác định được chuỗi tin cậy của chứng thư."
    OUT_OF_DATE = "out_of_date", "Không chứng minh được chứng thư còn hiệu lực khi ký."
    REVOKED = "revoked", "Chứng thư đã bị thu hồi."
    UNFIT = "unfit", "Chứng thư hoặc thuật toán không dùng được để ký văn bản."


class Holder(Spoken):
    """Chủ thể ký, theo tên trên chứng thư."""

    PERSON = "person", "Chữ ký của cá nhân"
    AGENCY = "agency", "Chữ ký của cơ quan, tổ chức"
    TIMESTAMP = "timestamp", "Dấu thời gian của tệp"


class TimeSource(Spoken):
    """Nguồn của thời điểm ký."""

    TIMESTAMP = "timestamp", "theo dấu thời gian"
    SIGNER = "signer", "theo giờ máy của người ký"
    NONE = "none", "không ghi thời điểm"


class Growth(Spoken):
    """Phần thêm vào sau khi lập tệp."""

    SIGNATURES = "signatures", "Tệp đúng là bản PDF đã lập, chỉ thêm chữ ký số."
    CONTENT = (
        "content",
        "Tệp là bản PDF đã lập, nhưng ngoài chữ ký số còn có nội dung được ghi thêm (ví dụ số, ngày, hình dấu).",
    )
    OTHER = "other", "Tệp được ký từ một bản khác với bản PDF đã lập."
