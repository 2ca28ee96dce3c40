"""Mẫu đã điền: the papers of one invented season, and of one Party body beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tusoi.officialdocs import Acting
from tusoi.officialdocs.papers import (
    Absence,
    Answer,
    CollectiveReportContext,
    CriterionDegree,
    DecisionContext,
    DecisionRow,
    Distribution,
    FormSection,
    FormValue,
    InvitationContext,
    LevelCounts,
    MinutesContext,
    MinutesItem,
    NoticeContext,
    Opinion,
    PersonLine,
    PlanContext,
    PlanStep,
    Remark,
    SelfReviewContext,
    Signer,
    SubmissionNoteContext,
    SummaryGroup,
    SummaryRow,
    SummarySheetContext,
    TallyMinutesContext,
    TallyRow,
)
from tusoi.officialdocs.sample_department import (
    BASES,
    BEST,
    DEGREES,
    DEPUTY,
    EVERYONE,
    GOOD,
    HEAD,
    LEVELS,
    LONG,
    PARTY,
    SECRETARY,
    letterhead,
)


def plan() -> PlanContext:
    return PlanContext(
        letterhead=letterhead(number=5, dated=date(2023, 11, 24)),
        signer=HEAD,
        distribution=EVERYONE,
        summary="Kiểm điểm, đánh giá, xếp loại chất lượng năm 2023 đối với tập thể, cá nhân thuộc thẩm quyền quản lý của Sở Công Thương",
        bases=BASES,
        opening="Sở Công Thương xây dựng Kế hoạch kiểm điểm, đánh giá, xếp loại chất lượng năm 2023, như sau:",
        purposes=(LONG, LONG, "Kết quả phải trung thực, công tâm, khách quan, thực chất."),
        collectives=("Tập thể Lãnh đạo Sở;", "Tập thể lãnh đạo các phòng, đơn vị trực thuộc."),
        individuals=("Công chức, viên chức, người lao động công tác tại Sở Công Thương.",),
        contents=(
            "Thực hiện theo Điều 6 Quy định số 18-QĐ/TU ngày 15/11/2023 của Ban Thường vụ Tỉnh ủy.",
        ),
        procedure=(
            "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau.",
            "Dự thảo báo cáo kiểm điểm gửi trước cho các thành viên dự hội nghị ít nhất 03 ngày làm việc.",
        ),
        classification=(LONG,),
        timetable=(
            PlanStep(
                task="Kiểm điểm tại các phòng, đơn vị và gửi hồ sơ về Văn phòng Sở",
                owner="Các phòng, đơn vị",
                deadline="Trước ngày 30/11/2023",
            ),
            PlanStep(
                task="Đánh giá, xếp loại tập thể, cá nhân thuộc thẩm quyền",
                owner="Tập thể Lãnh đạo Sở",
                deadline="Trước ngày 03/12/2023",
            ),
        ),
        assignments=(
            "Các phòng, đơn vị trực thuộc Sở quán triệt, triển khai thực hiện theo Kế hoạch này.",
            "Văn phòng Sở chủ trì, hướng dẫn, theo dõi, đôn đốc các phòng, đơn vị trực thuộc triển khai thực hiện bảo đảm yêu cầu và tiến độ Kế hoạch.",
        ),
    )


def review_sections(degrees: tuple[str, ...] = DEGREES) -> tuple[FormSection, ...]:
    chosen = degrees[1] if degrees else ""
    return (
        FormSection(
            title="Ưu điểm, kết quả đạt được",
            answers=(
                Answer(
                    label="Việc thực hiện nguyên tắc tổ chức và hoạt động",
                    text=f"{LONG}\n{LONG}",
                    degrees=degrees,
                    degree=chosen,
                ),
                Answer(
                    label="Kết quả thực hiện nhiệm vụ được giao",
                    text=LONG,
                    degrees=degrees,
                    degree=chosen,
                ),
            ),
        ),
        FormSection(title="Hạn chế, khuyết điểm và nguyên nhân", answers=(Answer(text=LONG),)),
        FormSection(
            title="Giải trình những vấn đề được gợi ý kiểm điểm", answers=(Answer(required=False),)
        ),
    )


def collective_report() -> CollectiveReportContext:
    return CollectiveReportContext(
        letterhead=letterhead(code=""),
        signer=Signer(
            name="Lò Văn Thịnh",
            title="Giám đốc",
            on_behalf=((Acting.COLLECTIVE, "Tập thể lãnh đạo Sở"),),
        ),
        collective="Tập thể Lãnh đạo Sở Công Thương",
        review_year=2023,
        opening="Căn cứ kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ, Tập thể Lãnh đạo Sở Công Thương kiểm điểm, tự đánh giá, xếp loại chất lượng với các nội dung chủ yếu sau:",
        sections=review_sections(),
        levels=LEVELS,
        proposed_level=GOOD,
        degrees=DEGREES,
        criteria=(
            CriterionDegree(criterion="I. Xây dựng tập thể lãnh đạo, quản lý"),
            CriterionDegree(
                criterion="Thực hiện nguyên tắc tập trung dân chủ, quy chế làm việc", degree="Tốt"
            ),
            CriterionDegree(
                criterion="Đoàn kết nội bộ, chấp hành kỷ luật, kỷ cương hành chính",
                degree="Xuất sắc",
            ),
            CriterionDegree(criterion="II. Kết quả thực hiện nhiệm vụ chính trị"),
            CriterionDegree(
                criterion="Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm", degree="Tốt"
            ),
        ),
        overall_remark="Nhận xét chung: Tập thể đoàn kết, hoàn thành các nhiệm vụ được giao.",
    )


def self_review() -> SelfReviewContext:
    return SelfReviewContext(
        letterhead=letterhead(code=""),
        form_code="Mẫu số 02",
        title="Phiếu đánh giá, xếp loại chất lượng công chức",
        review_year=2023,
        person=PersonLine(name="Tẩn Thị Mỷ", position="Chuyên viên"),
        header=(
            FormValue(label="Chức vụ, chức danh", value="Chuyên viên"),
            FormValue(label="Đơn vị công tác", value="Phòng Quản lý thương mại, Sở Công Thương"),
        ),
        sections=review_sections(degrees=()),
        levels=LEVELS,
        self_level=GOOD,
        signed_on=date(2023, 11, 27),
        remarks=(
            Remark(
                title="Ý kiến nhận xét, đánh giá của người đứng đầu đơn vị",
                caption="Người nhận xét, đánh giá",
            ),
            Remark(
                title="Kết quả đánh giá, xếp loại của cấp có thẩm quyền",
                caption="Giám đốc",
                text=LONG,
                levels=LEVELS,
                level=GOOD,
                signed_by="Lò Văn Thịnh",
                signed_on=date(2023, 12, 4),
            ),
        ),
    )


def party_self_review() -> SelfReviewContext:
    return SelfReviewContext(
        letterhead=letterhead(
            style=PARTY, superior="Đảng bộ Sở Công Thương", issuer="Chi bộ Văn phòng", code=""
        ),
        form_code="Mẫu 02A-HD KĐ.ĐG 2023",
        title="Bản kiểm điểm cá nhân",
        subtitle="(Cá nhân không giữ chức vụ lãnh đạo, quản lý)",
        review_year=2023,
        person=PersonLine(name="Vàng A Sử"),
        header=(
            FormValue(label="Ngày sinh", value="12/3/1988"),
            FormValue(label="Chi bộ", value="Văn phòng"),
        ),
        sections=review_sections(),
        levels=LEVELS,
        self_level=BEST,
        level_label="Tự nhận mức xếp loại chất lượng",
        caption="Người tự kiểm điểm",
        signed_on=date(2023, 11, 27),
    )


def minutes() -> MinutesContext:
    return MinutesContext(
        letterhead=letterhead(number=7),
        meeting="Họp kiểm điểm, đánh giá, xếp loại chất lượng năm 2023 của Phòng Quản lý năng lượng",
        started_at=datetime.fromisoformat("2023-11-28 08:00"),
        ended_at=datetime.fromisoformat("2023-11-28 11:30"),
        venue="Phòng họp số 2, Sở Công Thương",
        summoned=5,
        present=(
            PersonLine(name="Đèo Văn Hùng", position="Trưởng phòng"),
            PersonLine(name="Phạm Thị Hường", position="Phó Trưởng phòng"),
            PersonLine(name="Sùng A Dế", position="Chuyên viên"),
            PersonLine(name="Trần Quốc Việt", position="Chuyên viên"),
        ),
        absences=(Absence(name="Lý Thị Pà", reason="nghỉ thai sản"),),
        chair=PersonLine(name="Đèo Văn Hùng", position="Trưởng phòng"),
        secretary=PersonLine(name="Sùng A Dế", position="Chuyên viên"),
        items=(
            MinutesItem(
                title="Kiểm điểm tập thể lãnh đạo Phòng",
                presentation="Đồng chí Đèo Văn Hùng trình bày báo cáo kiểm điểm.",
                opinions=(Opinion(speaker="Trần Quốc Việt", text=LONG),),
                reply="Tập thể lãnh đạo Phòng tiếp thu.",
                conclusion=LONG,
                vote_result="04/04 người dự họp tán thành mức Hoàn thành tốt nhiệm vụ.",
            ),
            MinutesItem(
                title="Kiểm điểm cá nhân đồng chí Đèo Văn Hùng, Trưởng phòng",
                chaired_by="Phạm Thị Hường, Phó Trưởng phòng",
                conclusion=LONG,
            ),
        ),
    )


def tally_minutes() -> TallyMinutesContext:
    return TallyMinutesContext(
        letterhead=letterhead(code=""),
        ballot="Xếp loại chất lượng cá nhân năm 2023",
        meeting="Hội nghị Tập thể Lãnh đạo Sở",
        counted_at=datetime.fromisoformat("2023-12-02 10:05"),
        venue="Phòng họp số 1, Sở Công Thương",
        panel=(
            PersonLine(name="Mai Thị Lan", position="Trưởng ban"),
            PersonLine(name="Giàng A Páo", position="Ủy viên"),
        ),
        summoned=12,
        present=11,
        issued=11,
        returned=11,
        valid=10,
        invalid=1,
        levels=LEVELS,
        rows=(
            TallyRow(name="Đèo Văn Hùng", position="Trưởng phòng", votes=(7, 3, 0, 0), result=BEST),
            TallyRow(
                name="Phạm Thị Hường",
                position="Phó Trưởng phòng",
                votes=(2, 7, 0, 0),
                blank=1,
                result=GOOD,
            ),
        ),
        share_base=12,
        share_base_label="số người được triệu tập",
        head_of_panel=Signer(name="Mai Thị Lan", title="Trưởng Ban kiểm phiếu"),
        chair=Signer(name="Lò Văn Thịnh", title="Chủ trì"),
    )


def submission_note() -> SubmissionNoteContext:
    return SubmissionNoteContext(
        letterhead=letterhead(dated=date(2023, 12, 3)),
        signer=DEPUTY,
        distribution=Distribution(recipients=("Lãnh đạo Sở",), archive="VT, VP"),
        addressees=("Ban Cán sự đảng Ủy ban nhân dân tỉnh", "Ban Tổ chức Tỉnh ủy"),
        summary="Về việc đề nghị đánh giá, xếp loại chất lượng năm 2023",
        bases=BASES,
        process=(LONG, LONG),
        levels=LEVELS,
        results=(
            LevelCounts(label="Tập thể", counts=(1, 6, 1, 0)),
            LevelCounts(label="Cá nhân", counts=(14, 55, 3, 0), not_classified=2),
        ),
        proposals=("Công nhận kết quả đánh giá, xếp loại nêu trên.",),
        attachments=("Biên bản họp của các phòng, đơn vị", "Biểu tổng hợp kết quả"),
    )


def summary_sheet(people: int = 24) -> SummarySheetContext:
    rows = tuple(
        SummaryRow(
            name="Hoàng Thị Kim Quỳnh",
            position="Chuyên viên, Phòng Quản lý thương mại",
            self_level=GOOD,
            vote_share="85,7%",
            unit_level=GOOD,
            appraised_level=GOOD,
            decided_level=LEVELS[n % 3],
        )
        for n in range(people)
    )
    return SummarySheetContext(
        letterhead=letterhead(code="", dated=date(2023, 12, 3)),
        form_code="Biểu 01",
        signer=HEAD,
        compiled_by="Mai Thị Lan",
        summary="Kết quả đánh giá, xếp loại chất lượng tập thể, cá nhân năm 2023",
        levels=LEVELS,
        groups=(SummaryGroup(title="Tập thể"), SummaryGroup(title="Cá nhân", rows=rows)),
    )


def decision(people: int = 40, **changes: Any) -> DecisionContext:
    rows = tuple(
        DecisionRow(
            name=f"Bùi Thị Thảo {n}",
            position="Chuyên viên, Văn phòng Sở",
            level=LEVELS[n % 3],
            group="Tập thể" if n < 8 else "Cá nhân",
        )
        for n in range(people)
    )
    return DecisionContext(
        letterhead=letterhead(**changes),
        signer=HEAD,
        distribution=Distribution(recipients=("Như Điều 3", "Sở Nội vụ"), archive="VT, VP"),
        review_year=2023,
        competence="Giám đốc Sở Công Thương",
        summary="Về việc công nhận kết quả đánh giá, xếp loại chất lượng năm 2023",
        bases=(*BASES, "Căn cứ Biên bản họp Tập thể Lãnh đạo Sở ngày 02/12/2023"),
        proposer="Chánh Văn phòng Sở",
        rows=rows,
        duties="Văn phòng Sở thông báo kết quả đến tập thể, cá nhân có tên tại Điều 1, lưu hồ sơ và sử dụng kết quả theo quy định",
        executors="Chánh Văn phòng Sở, Trưởng các phòng, đơn vị trực thuộc Sở và các tập thể, cá nhân có tên tại Điều 1",
    )


def notice(**changes: Any) -> NoticeContext:
    values: dict[str, Any] = {
        "letterhead": letterhead(number=12, dated=date(2024, 1, 5)),
        "signer": DEPUTY,
        "distribution": Distribution(
            recipients=("Như trên", "Phòng Quản lý thương mại"), archive="VT, VP"
        ),
        "review_year": 2023,
        "subject": "Bà Tẩn Thị Mỷ",
        "position": "Chuyên viên Phòng Quản lý thương mại",
        "level": GOOD,
        "decision": "Quyết định số 15/QĐ-SCT ngày 04/01/2024 của Giám đốc Sở Công Thương",
        "remarks": (LONG,),
        "reasons": (
            "Các tiêu chí về chính trị, đạo đức, tác phong, kỷ luật đều đạt.",
            "100% nhiệm vụ hoàn thành đúng tiến độ.",
        ),
        "petition": "Nếu không nhất trí với kết quả, cá nhân có quyền kiến nghị bằng văn bản trong thời hạn 05 ngày làm việc kể từ ngày nhận thông báo.",
    }
    return NoticeContext(**values | changes)


def party_notice() -> NoticeContext:
    head = letterhead(
        style=PARTY,
        superior="Đảng bộ tỉnh Lai Châu",
        issuer="Đảng ủy Sở Công Thương",
        code="ĐU",
        number=9,
        dated=date(2024, 1, 5),
    )
    return notice(
        letterhead=head,
        signer=SECRETARY,
        distribution=Distribution(recipients=("Chi bộ Văn phòng",), archive="Đảng ủy"),
    )


def invitation() -> InvitationContext:
    return InvitationContext(
        letterhead=letterhead(dated=date(2023, 11, 29)),
        signer=Signer(
            name="Mai Thị Lan", title="Chánh Văn phòng", on_behalf=((Acting.BY_ORDER, "Giám đốc"),)
        ),
        distribution=Distribution(recipients=("Thành phần mời",), archive="VT"),
        summary="Dự Hội nghị kiểm điểm, đánh giá, xếp loại chất lượng năm 2023",
        invitees=("Các đồng chí trong Tập thể Lãnh đạo Sở", "Đại diện Đảng ủy Sở"),
        event="Hội nghị kiểm điểm của Tập thể Lãnh đạo Sở",
        chaired_by="Đồng chí Lò Văn Thịnh, Giám đốc Sở",
        starts_at=datetime.fromisoformat("2023-12-02 08:00"),
        venue="Phòng họp số 1, Sở Công Thương",
        notes=(
            "Dự thảo báo cáo kiểm điểm gửi kèm; đề nghị các đồng chí nghiên cứu trước và dự họp đúng giờ",
        ),
    )
