"""Mã quy định riêng: what a plan may rule for itself, and the parameter of the rulebook each one sets."""

from __future__ import annotations

from tusoi.rulebook.facts import LabelledEnum


class RuleCode(LabelledEnum):
    """Quy định riêng của kế hoạch: one code for each thing a plan may rule."""

    CAP = "cap", "Tỉ lệ tối đa hoàn thành xuất sắc nhiệm vụ"
    CAP_BASE = "cap_base", "Cơ sở tính tỉ lệ"
    CAP_SCOPE = "cap_scope", "Phạm vi tính tỉ lệ"
    RAISED_CAP = "raised_cap", "Tỉ lệ tối đa ở nơi có thành tích nổi trội"
    SMALL_GROUP_BELOW = "small_group_below", "Số đối tượng mà dưới đó được chọn riêng"
    SMALL_GROUP_ALLOWED = (
        "small_group_allowed",
        "Số được chọn hoàn thành xuất sắc ở nơi có ít đối tượng",
    )
    SMALL_GROUP_BASE = "small_group_base", "Số đối tượng tính ở nơi có ít đối tượng"
    FOUR_DEGREES = "four_degrees", "Số cấp độ đánh giá từng tiêu chí"
    HEAD_CEILING = "head_ceiling", "Người đứng đầu không xếp cao hơn tập thể"
    HEAD_CEILING_NEWCOMER = "head_ceiling_newcomer", "Trừ người đứng đầu mới chuyển đến"
    EQUAL_POSTS_COMPARED = "equal_posts_compared", "So sánh giữa các vị trí tương đương"

    MONTHS_IN_POST = "months_in_post", "Số tháng giữ chức vụ tối thiểu để được xếp loại"
    MONTHS_FOUNDED = "months_founded", "Số tháng thành lập tối thiểu để được xếp loại"
    MONTHS_ADMITTED = "months_admitted", "Số tháng kể từ ngày kết nạp để được xếp loại"
    REVIEW_WITHOUT_RATING = (
        "review_without_rating",
        "Chưa đủ thời gian thì kiểm điểm nhưng không xếp loại",
    )
    FORMER_UNIT_COMMENT = "former_unit_comment", "Lấy ý kiến của nơi chuyển đến"

    CIRCULATION_DAYS = "circulation_days", "Số ngày làm việc gửi dự thảo trước hội nghị"
    MEETING_DAYS = "meeting_days", "Thời gian kiểm điểm tối thiểu"
    MEETING_DAYS_SUGGESTED = (
        "meeting_days_suggested",
        "Thời gian kiểm điểm tối thiểu ở nơi có gợi ý",
    )
    MEETING_DAYS_COMMITTEE = (
        "meeting_days_committee",
        "Thời gian kiểm điểm tối thiểu của ban thường vụ cấp tỉnh",
    )
    ALL_STAFF_BELOW = "all_staff_below", "Số biên chế mà dưới đó họp toàn thể"

    COLLECTIVE_FIRST = "collective_first", "Kiểm điểm tập thể trước, cá nhân sau"
    HEAD_FIRST = "head_first", "Kiểm điểm người đứng đầu trước, cấp phó sau"
    OFFICIAL_FIRST = "official_first", "Xếp loại công chức, viên chức trước, đảng viên sau"
    LOWER_FIRST = "lower_first", "Xếp loại đơn vị, cá nhân cấp dưới trước"
    REVIEW_BEFORE_RATING = "review_before_rating", "Hoàn thành kiểm điểm mới được xếp loại"
    RATING_BEFORE_AWARDS = "rating_before_awards", "Xếp loại xong mới xét khen thưởng"
    DEPUTY_CHAIRS = "deputy_chairs", "Cấp phó chủ trì khi kiểm điểm người đứng đầu"
    ABSENT_SOON = "absent_soon", "Người vắng mặt được đánh giá sớm nhất"
    OPINIONS_RECORDED = "opinions_recorded", "Ý kiến ghi vào biên bản, thông qua tại cuộc họp"

    MAJORITY = "majority", "Phần số thành viên mà mức tự xếp loại phải vượt qua"
    SECRET_BALLOT = "secret_ballot", "Biểu quyết bằng phiếu kín"

    OPINIONS_ON_SUGGESTIONS = (
        "opinions_on_suggestions",
        "Chỉ lấy ý kiến về nội dung gợi ý kiểm điểm",
    )
    SUGGESTIONS_ANSWERED = "suggestions_answered", "Giải trình nội dung được gợi ý kiểm điểm"
    SUPERVISED = "supervised", "Giám sát nơi được gợi ý kiểm điểm"
    SUPERIOR_ATTENDS = "superior_attends", "Cấp trên dự, chỉ đạo kiểm điểm"
    REVIEW_AGAIN = "review_again", "Kiểm điểm không đạt yêu cầu thì kiểm điểm lại"
    EXCELLENT_RERATED = "excellent_rerated", "Xếp hoàn thành xuất sắc không đúng thì xếp loại lại"
    FAULT_RERATED = "fault_rerated", "Phát hiện khuyết điểm thì hủy bỏ, xếp loại lại"

    AT_CELL = "at_cell", "Đảng viên kiểm điểm ở chi bộ nơi sinh hoạt chính thức"
    TWO_PLACES = "two_places", "Số nơi kiểm điểm của cán bộ lãnh đạo, quản lý"
    SMALL_COLLECTIVE = "small_collective", "Số thành viên mà dưới đó tập thể kiểm điểm chung"
    CONCURRENT_POST = "concurrent_post", "Kiểm điểm ở nơi kiêm nhiệm không chuyên trách"
    EQUAL_POSTS_BY_TIME = (
        "equal_posts_by_time",
        "Chức vụ tương đương: ở nơi có thời gian công tác nhiều hơn",
    )
    HIGHEST_POST = "highest_post", "Xếp loại ở nơi giữ chức vụ cao nhất"
    SUSPENDED_AT_CELL = "suspended_at_cell", "Cấp ủy viên bị đình chỉ kiểm điểm tại chi bộ"
    CELL_WITHOUT_COMMITTEE = (
        "cell_without_committee",
        "Chi bộ không có chi ủy kiểm điểm tập thể chi bộ",
    )
    CELL_REUSES_REVIEW = (
        "cell_reuses_review",
        "Đã kiểm điểm ở cơ quan thì không trình bày lại ở chi bộ",
    )

    AWARD_REGISTRATION = "award_registration", "Phải đăng ký thi đua từ đầu năm"
    AWARDS_FROM = "awards_from", "Mức xếp loại từ đó được đề nghị khen thưởng"

    SUMMARY_PAGES = "summary_pages", "Độ dài tối đa của bản tóm tắt"
    LEADER_SUMMARY = "leader_summary", "Độ dài tối đa của bản tóm tắt về lãnh đạo, quản lý"
    UNIT_REPORT = "unit_report", "Độ dài tối đa của báo cáo tóm tắt của phòng, đơn vị"
    RESULT_NOTICE = "result_notice", "Thông báo kết quả tới đối tượng"
    RESULT_PUBLISHED = "result_published", "Công khai kết quả xếp loại"
    RESERVED_OPINION = "reserved_opinion", "Được bảo lưu ý kiến lên cấp trên"
    COMPLAINT_IN_WRITING = "complaint_in_writing", "Kiến nghị bằng văn bản"
    ANSWER_IN_WRITING = "answer_in_writing", "Trả lời kiến nghị bằng văn bản"
    COMPLAINT_DAYS = "complaint_days", "Số ngày được gửi kiến nghị"
    ANSWER_DAYS = "answer_days", "Số ngày phải trả lời kiến nghị"

    @property
    def parameter(self) -> str:
        """The parameter of the rulebook this rule sets, empty where none does."""
        return _PARAMETERS.get(self, "")


_PARAMETERS = {
    RuleCode.CAP: "quota.max_share_excellent",
    RuleCode.CAP_BASE: "quota.base",
    RuleCode.CAP_SCOPE: "quota.scope",
    RuleCode.RAISED_CAP: "quota.raised_share",
    RuleCode.SMALL_GROUP_BELOW: "quota.small_group_below",
    RuleCode.SMALL_GROUP_ALLOWED: "quota.small_group_allowed",
    RuleCode.SMALL_GROUP_BASE: "quota.small_group_base",
    RuleCode.HEAD_CEILING: "classification.head_ceiling",
    RuleCode.MONTHS_IN_POST: "eligibility.min_months_in_post",
    RuleCode.MONTHS_FOUNDED: "eligibility.min_months_since_founded",
    RuleCode.MONTHS_ADMITTED: "eligibility.min_months_since_admission",
    RuleCode.REVIEW_WITHOUT_RATING: "eligibility.review_without_rating",
    RuleCode.CIRCULATION_DAYS: "circulation.min_working_days",
    RuleCode.MEETING_DAYS: "meeting.min_days",
    RuleCode.MEETING_DAYS_SUGGESTED: "meeting.min_days_with_suggestions",
    RuleCode.MEETING_DAYS_COMMITTEE: "meeting.min_days_standing_committee",
    RuleCode.ALL_STAFF_BELOW: "meeting.all_staff_below_posts",
    RuleCode.EQUAL_POSTS_COMPARED: "comparison.equal_posts",
    RuleCode.SUGGESTIONS_ANSWERED: "meeting.suggestions_answered",
    RuleCode.SUPERVISED: "meeting.suggested_is_supervised",
    RuleCode.LEADER_SUMMARY: "dossiers.leader_summary_length",
    RuleCode.UNIT_REPORT: "dossiers.unit_report_length",
    RuleCode.MAJORITY: "voting.self_level_majority",
    RuleCode.SMALL_COLLECTIVE: "places.min_collective_members",
    RuleCode.CONCURRENT_POST: "places.concurrent_post",
    RuleCode.EQUAL_POSTS_BY_TIME: "places.equal_posts_by_time",
    RuleCode.CELL_REUSES_REVIEW: "places.cell_reuses_office_review",
    RuleCode.AWARD_REGISTRATION: "awards.registration_required",
    RuleCode.AWARDS_FROM: "awards.nominated_from",
    RuleCode.COMPLAINT_IN_WRITING: "appeals.in_writing",
    RuleCode.ANSWER_IN_WRITING: "appeals.answer_in_writing",
    RuleCode.COMPLAINT_DAYS: "appeals.lodge_within_days",
    RuleCode.ANSWER_DAYS: "appeals.answer_within_working_days",
}
