"""Mẫu đã điền: re-rating, reply to an appeal, remedies, pledge, awards."""

from __future__ import annotations

from datetime import date, datetime

from tusoi.officialdocs.papers import (
    Absence,
    AchievementReportContext,
    AppealReplyContext,
    AwardMinutesContext,
    AwardSubmissionContext,
    AwardVote,
    Distribution,
    Nominee,
    PledgeContext,
    PledgeLine,
    Remedy,
    RemedyPlanContext,
    ReratingDecisionContext,
)
from tusoi.officialdocs.sample_office import (
    BASES,
    BEST,
    CELL_LETTERHEAD,
    CHAIR,
    CLERK,
    DEPUTY,
    DEPUTY_SECRETARY,
    DONE,
    GOOD,
    HEAD,
    MEMBERS,
    PARTY_BASES,
    PARTY_LETTERHEAD,
    SECRETARY,
    STATE_LETTERHEAD,
    WITHIN,
    WITHIN_PARTY,
    YEAR,
    form_of,
    issued,
)

LATER = date(2027, 3, 5)
BASE_FIGHTER = "Chiến sĩ thi đua cơ sở"
ADVANCED_UNIT = "Tập thể lao động tiên tiến"


def rerating_decision() -> ReratingDecisionContext:
    """The level of an official annulled after an inspection."""
    return ReratingDecisionContext(
        letterhead=issued(STATE_LETTERHEAD, 22, LATER),
        signer=HEAD,
        distribution=Distribution(recipients=("Như Điều 4", "Sở Nội vụ"), archive="VT, VP"),
        review_year=YEAR,
        competence="Giám đốc Sở Công Thương",
        bases=(BASES[0], "Căn cứ Kết luận thanh tra số 03/KL-SCT ngày 01/3/2027"),
        proposer="Chánh Văn phòng Sở",
        subject="ông Trần Quốc Việt",
        position="Chuyên viên Phòng Quản lý năng lượng",
        earlier_decision="Quyết định số 165/QĐ-SCT ngày 14/12/2026 của Giám đốc Sở Công Thương",
        earlier_level=GOOD,
        reason="phát hiện kết quả thực hiện nhiệm vụ được báo cáo không đúng thực tế",
        new_level=DONE,
        duties="Văn phòng Sở thông báo Quyết định này đến cá nhân có tên tại Điều 1, cập nhật hồ sơ và dữ liệu công chức",
        executors="Chánh Văn phòng Sở, Trưởng phòng Quản lý năng lượng và ông Trần Quốc Việt",
    )


def party_rerating_decision() -> ReratingDecisionContext:
    """HD 43 Mẫu 03: a Party member rated again."""
    return ReratingDecisionContext(
        letterhead=issued(PARTY_LETTERHEAD, 8, LATER),
        signer=DEPUTY_SECRETARY,
        distribution=Distribution(recipients=("Như Điều 4", "Chi bộ Văn phòng"), archive="Đảng ủy"),
        review_year=YEAR,
        competence="Đảng ủy Sở Công Thương",
        bases=PARTY_BASES,
        proposer="Chi bộ Văn phòng",
        subject="đồng chí Trần Quốc Việt",
        position="đảng viên Chi bộ Văn phòng",
        earlier_decision="Quyết định số 35-QĐ/ĐU, ngày 20/12/2026 của Đảng ủy Sở Công Thương",
        earlier_level=GOOD,
        reason="phát hiện khuyết điểm, không bảo đảm tiêu chuẩn của mức đã xếp loại",
        new_level=DONE,
        duties="Chi bộ Văn phòng thông báo đến đảng viên, lưu hồ sơ theo quy định",
        executors="Chi bộ Văn phòng và đồng chí Trần Quốc Việt",
        form_code="Mẫu 03-HD KĐ.ĐG 2025",
    )


def appeal_reply() -> AppealReplyContext:
    """An appeal answered: the level is raised."""
    return AppealReplyContext(
        letterhead=issued(STATE_LETTERHEAD, 12, date(2027, 1, 5)),
        signer=DEPUTY,
        distribution=Distribution(
            recipients=("Bà Tẩn Thị Mỷ", "Phòng Quản lý thương mại"), archive="VT, VP"
        ),
        review_year=YEAR,
        subject="bà Tẩn Thị Mỷ",
        position="Chuyên viên Phòng Quản lý thương mại",
        received_on=date(2026, 12, 28),
        request="Đề nghị tính kết quả hai nhiệm vụ đột xuất đã hoàn thành trong tháng 11/2026.",
        examined=(
            "Hai nhiệm vụ đột xuất nêu trong kiến nghị đã được giao bằng văn bản và hoàn thành đúng hạn",
            "Sau khi tính bổ sung, điểm trung bình năm là 72,4 điểm",
        ),
        level=DONE,
        level_after=GOOD,
        conclusion="Kiến nghị của bà Tẩn Thị Mỷ là có cơ sở.",
        further="Giám đốc Sở Công Thương ban hành quyết định thay thế; Văn phòng Sở cập nhật hồ sơ.",
    )


def party_appeal_reply() -> AppealReplyContext:
    """An appeal of a Party member answered: the level stays."""
    return AppealReplyContext(
        letterhead=issued(PARTY_LETTERHEAD, 3, date(2027, 1, 11)),
        signer=SECRETARY,
        distribution=Distribution(recipients=("Chi bộ Văn phòng",), archive="Đảng ủy"),
        review_year=YEAR,
        subject="đồng chí Sùng A Dế",
        position="đảng viên Chi bộ Văn phòng",
        received_on=date(2027, 1, 4),
        request="Đề nghị xem xét lại kết quả biểu quyết của chi bộ.",
        examined=("Hội nghị chi bộ có 09/10 đảng viên dự, biểu quyết đúng quy định",),
        level=GOOD,
        conclusion="Kết quả biểu quyết của chi bộ hợp lệ.",
    )


def remedy_plan() -> RemedyPlanContext:
    """Two shortcomings of the leading collective."""
    return RemedyPlanContext(
        letterhead=issued(STATE_LETTERHEAD, 4, date(2027, 1, 12)),
        signer=HEAD,
        distribution=WITHIN,
        review_year=YEAR,
        subject="Tập thể Lãnh đạo Sở Công Thương",
        bases=(BASES[0],),
        purposes=(
            "Khắc phục dứt điểm các hạn chế, khuyết điểm đã được kết luận, gắn với trách nhiệm cá nhân",
            "Mỗi việc có người chủ trì, thời hạn và sản phẩm cụ thể; kết quả được kiểm điểm trong năm sau",
        ),
        remedies=_REMEDIES,
        assignments=(
            "Các thành viên Tập thể Lãnh đạo Sở tổ chức thực hiện phần việc được phân công",
            "Văn phòng Sở theo dõi, đôn đốc, tổng hợp kết quả báo cáo Giám đốc Sở",
        ),
    )


_REMEDIES = (
    Remedy(
        shortcoming="Việc kiểm tra sử dụng điện tiết kiệm tại một số đơn vị chưa thường xuyên",
        source="Biên bản hội nghị kiểm điểm ngày 02/12/2026",
        measure="Xây dựng lịch kiểm tra hằng quý, công khai kết quả",
        owner="Phòng Quản lý năng lượng",
        deadline="31/3/2027",
        product="Lịch kiểm tra; 04 biên bản kiểm tra",
        progress="Đang khắc phục",
    ),
    Remedy(
        shortcoming="Số hóa hồ sơ thủ tục hành chính còn chậm",
        source="Kết luận kiểm tra số 11/KL-SNV",
        measure="Bố trí người phụ trách, số hóa hồ sơ ngay khi tiếp nhận",
        owner="Văn phòng Sở",
        deadline="30/6/2027",
        product="100% hồ sơ được số hóa",
        progress="Chưa khắc phục",
    ),
)


def party_remedy_plan() -> RemedyPlanContext:
    """The plan of a Party committee."""
    return RemedyPlanContext(
        letterhead=issued(PARTY_LETTERHEAD, 2, date(2027, 1, 12)),
        signer=SECRETARY,
        distribution=WITHIN_PARTY,
        review_year=YEAR,
        subject="Đảng ủy Sở Công Thương",
        bases=PARTY_BASES,
        purposes=("Khắc phục dứt điểm các hạn chế, khuyết điểm đã được chỉ ra",),
        remedies=_REMEDIES,
        assignments=("Các chi bộ trực thuộc tổ chức thực hiện Kế hoạch này",),
    )


def pledge() -> PledgeContext:
    """The pledge of a Party member."""
    return PledgeContext(
        letterhead=form_of(CELL_LETTERHEAD, date(2027, 1, 15)),
        year=2027,
        name="Phạm Thị Hường",
        lines=(
            PledgeLine(label="Ngày sinh", value="12/3/1982"),
            PledgeLine(label="Ngày vào Đảng", value="19/5/2008"),
            PledgeLine(label="Chức vụ", value="Chi ủy viên, Trưởng phòng Quản lý thương mại"),
            PledgeLine(label="Chi bộ", value="Văn phòng"),
        ),
        commitments=(
            "Kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh; tham gia đầy đủ các đợt học tập, quán triệt nghị quyết.",
            "Thực hành tiết kiệm, chống lãng phí, tiêu cực; gương mẫu trong công việc và đời sống.",
            "Không có biểu hiện suy thoái; kịp thời phát hiện, góp ý đồng chí, đồng nghiệp.",
            "Chấp hành nghiêm sự phân công của tổ chức, quy chế làm việc của cơ quan.",
            "Chỉ đạo Phòng hoàn thành 100% nhiệm vụ, trong đó ít nhất 30% vượt tiến độ.",
            "Hoàn thành số hóa hồ sơ thủ tục hành chính của Phòng trước ngày 30/6/2027.",
        ),
    )


def pledge_to_fill_in() -> PledgeContext:
    """The same form with room to write by hand."""
    filled = pledge()
    return PledgeContext(
        letterhead=form_of(CELL_LETTERHEAD),
        year=filled.year,
        name=filled.name,
        lines=filled.lines,
        to_fill_in=True,
    )


_NOMINEES = (
    Nominee(
        name="Phạm Thị Hường",
        award=BASE_FIGHTER,
        position="Trưởng phòng Quản lý thương mại",
        level=BEST,
        achievement="Hoàn thành xuất sắc nhiệm vụ; có 01 sáng kiến được công nhận cấp cơ sở về rút ngắn thời gian giải quyết thủ tục.",
    ),
    Nominee(
        name="Hoàng Thị Kim Quỳnh",
        award=BASE_FIGHTER,
        position="Chuyên viên Phòng Quản lý thương mại",
        level=BEST,
        achievement="Hoàn thành xuất sắc nhiệm vụ; chủ trì xây dựng phần mềm theo dõi giá cả thị trường.",
    ),
    Nominee(
        name="Phòng Quản lý năng lượng",
        award=ADVANCED_UNIT,
        level=GOOD,
        achievement="Hoàn thành 42/42 nhiệm vụ, 15 nhiệm vụ vượt tiến độ; nội bộ đoàn kết.",
    ),
)


def award_submission() -> AwardSubmissionContext:
    """Two people and one unit proposed."""
    return AwardSubmissionContext(
        letterhead=issued(STATE_LETTERHEAD, 36, date(YEAR, 12, 18)),
        signer=HEAD,
        distribution=Distribution(recipients=("Lãnh đạo Sở",), archive="VT, VP"),
        addressees=("Hội đồng Thi đua - Khen thưởng Sở Công Thương",),
        summary=f"Về việc đề nghị công nhận danh hiệu thi đua và hình thức khen thưởng năm {YEAR}",
        bases=(
            "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Căn cứ kết quả đánh giá, xếp loại chất lượng năm 2026 của Sở Công Thương",
        ),
        process=(
            "Ngày 16/12/2026, Sở Công Thương tổ chức họp bình xét, bỏ phiếu kín đối với từng trường hợp.",
        ),
        nominees=_NOMINEES,
        attachments=("Biên bản họp bình xét", "Báo cáo thành tích của tập thể, cá nhân"),
    )


def award_minutes() -> AwardMinutesContext:
    """The meeting that voted on them."""
    agreed = (5, 4, 3)
    return AwardMinutesContext(
        letterhead=issued(STATE_LETTERHEAD, 9, date(YEAR, 12, 16)),
        meeting=f"Họp bình xét danh hiệu thi đua, hình thức khen thưởng năm {YEAR}",
        started_at=datetime.fromisoformat("2026-12-16 14:00"),
        ended_at=datetime.fromisoformat("2026-12-16 16:30"),
        venue="Phòng họp số 1, Sở Công Thương",
        summoned=7,
        present=MEMBERS,
        absences=(Absence(name="Lý Thị Pà", reason="nghỉ thai sản"),),
        chair=CHAIR,
        secretary=CLERK,
        voting="Bỏ phiếu kín",
        voters=6,
        votes=tuple(
            AwardVote(
                name=nominee.name,
                award=nominee.award,
                position=nominee.position,
                agreed=votes,
                disagreed=5 - votes,
                is_proposed=votes > 3,
            )
            for nominee, votes in zip(_NOMINEES, agreed, strict=True)
        ),
        archive="VT, Hồ sơ",
    )


def achievement_report() -> AchievementReportContext:
    """What the first of them achieved."""
    nominee = _NOMINEES[0]
    return AchievementReportContext(
        letterhead=form_of(STATE_LETTERHEAD),
        signer=HEAD,
        award=nominee.award,
        review_year=YEAR,
        name=nominee.name,
        position=nominee.position,
        unit="Phòng Quản lý thương mại",
        level=nominee.level,
        achievements=(
            "Chỉ đạo Phòng hoàn thành 118/118 nhiệm vụ được giao, trong đó 41 nhiệm vụ vượt tiến độ.\n"
            "Chủ trì rút ngắn thời gian giải quyết thủ tục cấp phép từ 15 ngày xuống 09 ngày làm việc."
        ),
        recognitions=(
            "Sáng kiến cấp cơ sở, công nhận tại Quyết định số 214/QĐ-SCT ngày 12/9/2026",
        ),
        reporter=nominee.name,
    )
