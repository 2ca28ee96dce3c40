"""Kinds of official papers the product makes."""

from tusoi.rulebook.facts import LabelledEnum


class PaperKind(LabelledEnum):
    """Loại văn bản."""

    PLAN = "plan", "Kế hoạch"
    COLLECTIVE_REPORT = "collective_report", "Báo cáo kiểm điểm tập thể"
    SELF_REVIEW = "self_review", "Bản kiểm điểm cá nhân"
    INVITATION = "invitation", "Giấy mời"
    MINUTES = "minutes", "Biên bản họp"
    TALLY_MINUTES = "tally_minutes", "Biên bản kiểm phiếu"
    SUBMISSION_NOTE = "submission_note", "Tờ trình"
    SUMMARY_SHEET = "summary_sheet", "Biểu tổng hợp"
    DECISION = "decision", "Quyết định"
    NOTICE = "notice", "Thông báo kết quả"
