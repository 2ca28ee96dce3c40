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
    OPINION_SLIP = "opinion_slip", "Phiếu lấy ý kiến"
    BALLOT_SHEET = "ballot_sheet", "Phiếu biểu quyết"
    SELF_RATING_SLIP = "self_rating_slip", "Phiếu tự đánh giá"
    INDIVIDUAL_SHEET = "individual_sheet", "Biểu tổng hợp cá nhân"
    COLLECTIVE_SHEET = "collective_sheet", "Biểu tổng hợp tập thể"
    LEADER_SUMMARY = "leader_summary", "Tóm tắt nhận xét, đánh giá"
    UNIT_REPORT = "unit_report", "Báo cáo tóm tắt của đơn vị"
    RERATING_DECISION = "rerating_decision", "Quyết định xếp loại lại"
    APPEAL_REPLY = "appeal_reply", "Thông báo trả lời kiến nghị"
    REMEDY_PLAN = "remedy_plan", "Kế hoạch khắc phục"
    PLEDGE = "pledge", "Bản cam kết"
    AWARD_SUBMISSION = "award_submission", "Tờ trình thi đua, khen thưởng"
    AWARD_MINUTES = "award_minutes", "Biên bản bình xét thi đua, khen thưởng"
    ACHIEVEMENT_REPORT = "achievement_report", "Báo cáo thành tích"
    RESULT_REPORT = "result_report", "Báo cáo kết quả"
    DOSSIER_LIST = "dossier_list", "Danh mục hồ sơ"


class SetContent(LabelledEnum):
    """Nội dung bộ văn bản."""

    FORMS = "forms", "Bản kiểm điểm cá nhân"
    NOTICES = "notices", "Thông báo kết quả"
    MINUTES = "minutes", "Biên bản họp, biên bản kiểm phiếu"
    DOSSIER = "dossier", "Hồ sơ của một đối tượng"
    CAMPAIGN = "campaign", "Mọi văn bản của đợt"


class SetFormat(LabelledEnum):
    """Định dạng tệp trong bộ."""

    DOCX = "docx", "DOCX (để sửa)"
    PDF = "pdf", "PDF (để in, ký)"
    BOTH = "both", "Cả DOCX và PDF"

    @property
    def suffixes(self) -> tuple[str, ...]:
        return (".docx", ".pdf") if self is SetFormat.BOTH else (f".{self.value}",)


class SignedOrigin(LabelledEnum):
    """Nguồn của bản ký."""

    ISSUED = "issued", "Ký trên bản PDF đã lập"
    OTHER = "other", "Bản ký từ tệp khác"
