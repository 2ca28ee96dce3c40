"""Mẫu đã điền của Đảng: plan, invitation, minutes, submission note, decision of a Party committee."""

from __future__ import annotations

from datetime import date, datetime

from tusoi.officialdocs.papers import (
    DecisionContext,
    DecisionRow,
    Distribution,
    InvitationContext,
    LevelCounts,
    MinutesContext,
    MinutesItem,
    Opinion,
    PlanContext,
    PlanStep,
    SubmissionNoteContext,
)
from tusoi.officialdocs.sample_office import (
    BEST,
    CHAIR,
    CLERK,
    DEPUTY_SECRETARY,
    GOOD,
    LEVELS,
    MEMBERS,
    PARTY_BASES,
    PARTY_LETTERHEAD,
    SECRETARY,
    WITHIN_PARTY,
    YEAR,
    issued,
)

MEETING = "Hội nghị Đảng ủy kiểm điểm, đánh giá, xếp loại chất lượng năm 2026"


def party_plan() -> PlanContext:
    """The plan of the season."""
    return PlanContext(
        letterhead=issued(PARTY_LETTERHEAD, 9, date(YEAR, 11, 18)),
        signer=SECRETARY,
        distribution=WITHIN_PARTY,
        summary=f"Kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {YEAR}",
        bases=PARTY_BASES,
        opening="Đảng ủy Sở Công Thương xây dựng kế hoạch thực hiện như sau:",
        purposes=(
            "Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng và chất lượng đội ngũ đảng viên",
            "Kiểm điểm nghiêm túc, thẳng thắn, gắn trách nhiệm cá nhân với tập thể",
        ),
        collectives=("Đảng ủy Sở Công Thương", "Các chi bộ trực thuộc"),
        individuals=("Đảng viên đang sinh hoạt tại các chi bộ",),
        contents=("Thực hiện theo Điều 5, Điều 6 Quy định số 366-QĐ/TW",),
        procedure=(
            "Dự thảo báo cáo kiểm điểm gửi thành viên dự hội nghị trước ít nhất 03 ngày làm việc",
            "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau",
        ),
        classification=("Bỏ phiếu kín đề xuất mức xếp loại đối với từng tổ chức đảng, đảng viên",),
        timetable=(
            PlanStep(
                task="Kiểm điểm tại các chi bộ",
                owner="Các chi bộ trực thuộc",
                deadline="Trước ngày 05/12/2026",
            ),
            PlanStep(
                task="Đánh giá, xếp loại chi bộ, đảng viên",
                owner="Đảng ủy",
                deadline="Trước ngày 20/12/2026",
            ),
        ),
        assignments=("Các chi bộ trực thuộc tổ chức thực hiện Kế hoạch này",),
    )


def party_invitation() -> InvitationContext:
    """The invitation to the committee's meeting."""
    return InvitationContext(
        letterhead=issued(PARTY_LETTERHEAD, 6, date(YEAR, 12, 1)),
        signer=DEPUTY_SECRETARY,
        distribution=Distribution(recipients=("Như thành phần mời",), archive="Đảng ủy"),
        summary="Dự hội nghị kiểm điểm, đánh giá, xếp loại chất lượng năm 2026",
        invitees=("Các đồng chí Đảng ủy viên", "Đại diện Đảng ủy UBND tỉnh"),
        event=MEETING,
        chaired_by="Đồng chí Lò Văn Thịnh, Bí thư Đảng ủy",
        starts_at=datetime.fromisoformat("2026-12-07 08:00"),
        venue="Phòng họp số 1, Sở Công Thương",
        notes=("Dự thảo báo cáo kiểm điểm gửi kèm; đề nghị các đồng chí nghiên cứu trước",),
    )


def party_minutes() -> MinutesContext:
    """The minutes of that meeting."""
    return MinutesContext(
        letterhead=issued(PARTY_LETTERHEAD, 4, date(YEAR, 12, 7)),
        meeting=MEETING,
        started_at=datetime.fromisoformat("2026-12-07 08:00"),
        ended_at=datetime.fromisoformat("2026-12-07 11:15"),
        venue="Phòng họp số 1, Sở Công Thương",
        summoned=6,
        present=MEMBERS,
        chair=CHAIR,
        secretary=CLERK,
        items=(
            MinutesItem(
                title="Kiểm điểm tập thể Đảng ủy",
                presentation="Đồng chí Lò Văn Thịnh trình bày báo cáo kiểm điểm.",
                opinions=(
                    Opinion(
                        speaker="Đồng chí Phạm Thị Hường",
                        text="Nhất trí với báo cáo; đề nghị làm rõ trách nhiệm trong việc số hóa hồ sơ.",
                    ),
                ),
                reply="Tập thể Đảng ủy tiếp thu.",
                vote_result="06/06 đồng chí tán thành mức Hoàn thành tốt nhiệm vụ.",
                conclusion="Hoàn chỉnh báo cáo, gửi cấp trên trước ngày 12/12/2026.",
            ),
        ),
        archive="Đảng ủy",
    )


def party_submission_note() -> SubmissionNoteContext:
    """The note to the superior committee."""
    return SubmissionNoteContext(
        letterhead=issued(PARTY_LETTERHEAD, 5, date(YEAR, 12, 12)),
        signer=SECRETARY,
        distribution=WITHIN_PARTY,
        addressees=("Đảng ủy UBND tỉnh",),
        summary=f"Đề nghị đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {YEAR}",
        bases=PARTY_BASES,
        process=("Đảng ủy và 05 chi bộ trực thuộc đã hoàn thành kiểm điểm đúng kế hoạch",),
        levels=LEVELS,
        results=(
            LevelCounts(label="Chi bộ", counts=(1, 4, 0, 0)),
            LevelCounts(
                label="Đảng viên",
                counts=(9, 51, 2, 0),
                not_classified=1,
                reason="Kết nạp dưới 06 tháng",
            ),
        ),
        proposals=("Xem xét, xếp loại Đảng bộ Sở Công Thương mức Hoàn thành tốt nhiệm vụ",),
        attachments=("Báo cáo kiểm điểm", "Biên bản hội nghị", "Biểu tổng hợp kết quả"),
    )


def party_decision() -> DecisionContext:
    """The committee decides on its cells and members."""
    cells = (
        DecisionRow(name="Chi bộ Văn phòng", level=BEST, group="Tổ chức đảng"),
        DecisionRow(name="Chi bộ Quản lý năng lượng", level=GOOD, group="Tổ chức đảng"),
    )
    members = tuple(
        DecisionRow(name=name, position="Chi bộ Văn phòng", level=level, group="Đảng viên")
        for name, level in (("Giàng A Páo", GOOD), ("Mai Thị Lan", BEST), ("Sùng A Dế", GOOD))
    )
    return DecisionContext(
        letterhead=issued(PARTY_LETTERHEAD, 35, date(YEAR, 12, 20)),
        signer=SECRETARY,
        distribution=Distribution(
            recipients=("Như Điều 3", "Đảng ủy UBND tỉnh"), archive="Đảng ủy"
        ),
        review_year=YEAR,
        competence="Đảng ủy Sở Công Thương",
        summary=f"Về việc đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {YEAR}",
        bases=PARTY_BASES,
        proposer="các chi bộ trực thuộc",
        rows=(*cells, *members),
        duties="Các chi bộ thông báo kết quả đến đảng viên, lưu hồ sơ và sử dụng kết quả theo quy định",
        executors="Các chi bộ trực thuộc và đảng viên có tên tại Điều 1",
    )
