"""Mẫu đã điền: summary sheets, half-page summary, one-page report, report of results, dossier list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tusoi.officialdocs.papers import (
    DossierListContext,
    DossierPart,
    LeaderSummaryContext,
    LevelCounts,
    RatingGroup,
    RatingRow,
    RatingSheetContext,
    ResultReportContext,
    UnitReportContext,
)
from tusoi.officialdocs.papers.office import Distribution, Letterhead, Signer
from tusoi.officialdocs.sample_office import (
    BEST,
    CLERK,
    DAY,
    GOOD,
    HEAD,
    LEVELS,
    PARTY_LETTERHEAD,
    SECRETARY,
    STATE_LETTERHEAD,
    WITHIN_PARTY,
    YEAR,
    form_of,
    issued,
)

TOO_SHORT = "Công tác dưới 06 tháng trong năm"


def individual_sheet(people: int = 18) -> RatingSheetContext:
    """Biểu 01 with points, votes, and one person who is not classified."""
    rows = tuple(_official(n) for n in range(people - 1))
    newcomer = RatingRow(
        name="Vàng A Sử",
        kind="Công chức",
        birth_date=date(1999, 2, 7),
        position="Chuyên viên",
        unit="Văn phòng Sở",
        not_classified=TOO_SHORT,
    )
    return RatingSheetContext(
        letterhead=form_of(STATE_LETTERHEAD, DAY),
        signer=HEAD,
        compiled_by=CLERK.name,
        summary=f"Kết quả đánh giá, xếp loại chất lượng cá nhân năm {YEAR}",
        levels=LEVELS,
        groups=(
            RatingGroup(title="Phòng Quản lý thương mại", rows=rows),
            RatingGroup(title="Văn phòng Sở", rows=(newcomer,)),
            RatingGroup(title="Phòng Quản lý công nghiệp"),
        ),
    )


def _official(n: int) -> RatingRow:
    level = BEST if n % 6 == 0 else GOOD
    task = Decimal("65.5") if level == BEST else Decimal(52)
    return RatingRow(
        name="Hoàng Thị Kim Quỳnh",
        kind="Công chức" if n % 3 else "Viên chức",
        birth_date=date(1985, 3, 15),
        position="Chuyên viên",
        unit="Phòng Quản lý thương mại",
        general_score=Decimal("27.5"),
        task_score=task,
        total_score=Decimal("27.5") + task,
        self_level=level,
        vote_share="85,7",
        proposed_level=level,
        decided_level=level,
    )


def party_individual_sheet() -> RatingSheetContext:
    """Biểu 01 of a Party committee: members without points."""
    members = (("Giàng A Páo", GOOD), ("Mai Thị Lan", BEST), ("Sùng A Dế", GOOD))
    rows = tuple(
        RatingRow(
            name=name,
            kind="Đảng viên",
            birth_date=date(1980, 5, 19),
            position="Đảng viên",
            unit="Chi bộ Văn phòng",
            self_level=level,
            vote_share="88,9",
            proposed_level=level,
            decided_level=level,
        )
        for name, level in members
    )
    return RatingSheetContext(
        letterhead=form_of(PARTY_LETTERHEAD, DAY),
        signer=SECRETARY,
        compiled_by=CLERK.name,
        summary=f"Kết quả đánh giá, xếp loại chất lượng đảng viên năm {YEAR}",
        levels=LEVELS,
        groups=(RatingGroup(title="Chi bộ Văn phòng", rows=rows),),
    )


def collective_sheet() -> RatingSheetContext:
    """Biểu 02 before the decision: the proposed levels are counted."""
    units = ("Văn phòng Sở", "Phòng Quản lý thương mại", "Phòng Quản lý năng lượng")
    rows = tuple(
        RatingRow(
            name=f"Tập thể lãnh đạo {unit}",
            kind="Tập thể lãnh đạo, quản lý",
            unit=unit,
            self_level=GOOD,
            vote_share="91,7",
            proposed_level=BEST if n == 0 else GOOD,
        )
        for n, unit in enumerate(units)
    )
    return RatingSheetContext(
        letterhead=form_of(STATE_LETTERHEAD, DAY),
        signer=HEAD,
        compiled_by=CLERK.name,
        summary=f"Kết quả đánh giá, xếp loại chất lượng tập thể năm {YEAR}",
        levels=LEVELS,
        groups=(RatingGroup(title="Tập thể lãnh đạo các phòng, đơn vị", rows=rows),),
        is_decided=False,
    )


def leader_summary() -> LeaderSummaryContext:
    """Half a page on the head of a division."""
    return LeaderSummaryContext(
        letterhead=form_of(STATE_LETTERHEAD, DAY),
        signer=HEAD,
        review_year=YEAR,
        name="Đèo Văn Hùng",
        position="Trưởng phòng Quản lý năng lượng",
        strengths="Bản lĩnh chính trị vững vàng, đoàn kết nội bộ, gương mẫu. Chỉ đạo Phòng hoàn thành 42/42 nhiệm vụ được giao, trong đó 15 nhiệm vụ vượt tiến độ; tham mưu ban hành kế hoạch phát triển điện lực của tỉnh; đưa điện lưới về 06 bản vùng cao.",
        shortcomings="Việc kiểm tra sử dụng điện tiết kiệm tại một số đơn vị chưa thường xuyên; còn 01 báo cáo chuyên đề gửi chậm 02 ngày.",
        self_level=GOOD,
        proposed_level=GOOD,
        vote_result="Hoàn thành tốt nhiệm vụ 10/11 phiếu (90,9%)",
    )


def unit_report() -> UnitReportContext:
    """One page of a division."""
    return UnitReportContext(
        letterhead=Letterhead(
            style=STATE_LETTERHEAD.style,
            superior="Sở Công Thương",
            issuer="Phòng Quản lý năng lượng",
            place="Lai Châu",
            dated=date(YEAR, 11, 27),
        ),
        signer=Signer(name="Đèo Văn Hùng", title="Trưởng phòng"),
        distribution=Distribution(recipients=("Văn phòng Sở",), archive="QLNL"),
        review_year=YEAR,
        unit="Phòng Quản lý năng lượng",
        results=(
            "Hoàn thành 42/42 nhiệm vụ được giao, trong đó 15 nhiệm vụ vượt tiến độ, không có nhiệm vụ chậm muộn",
            "Thẩm định 18 hồ sơ thiết kế công trình điện; giải quyết 100% thủ tục hành chính đúng và trước hạn",
            "Tập thể đoàn kết; không có công chức vi phạm kỷ luật, kỷ cương hành chính",
        ),
        shortcomings=("Việc kiểm tra sử dụng điện tiết kiệm tại một số đơn vị chưa thường xuyên",),
        proposals=(
            "Đề nghị Lãnh đạo Sở bổ sung 01 biên chế theo dõi an toàn đập, hồ chứa thủy điện",
            "Đề nghị xếp loại tập thể Phòng mức Hoàn thành tốt nhiệm vụ",
        ),
    )


_COLLECTIVES = (LevelCounts(label="Tập thể lãnh đạo, quản lý", counts=(1, 6, 1, 0)),)
_INDIVIDUALS = (
    LevelCounts(
        label="Công chức lãnh đạo, quản lý",
        counts=(3, 16, 1, 0),
        not_classified=1,
        reason=TOO_SHORT,
    ),
    LevelCounts(label="Công chức không giữ chức vụ", counts=(6, 31, 2, 0)),
    LevelCounts(label="Viên chức", counts=(4, 22, 1, 0), not_classified=1, reason=TOO_SHORT),
)
_BY_UNIT = (
    LevelCounts(label="Lãnh đạo Sở và Văn phòng Sở", counts=(5, 26, 2, 0), not_classified=1),
    LevelCounts(label="Các phòng chuyên môn", counts=(5, 26, 2, 0)),
    LevelCounts(label="Các đơn vị trực thuộc", counts=(4, 23, 1, 0), not_classified=1),
)


def result_report() -> ResultReportContext:
    """The report of the season to the superior."""
    return ResultReportContext(
        letterhead=issued(STATE_LETTERHEAD, 215, date(YEAR, 12, 28)),
        signer=HEAD,
        distribution=Distribution(recipients=("Lãnh đạo Sở",), archive="VT, VP"),
        addressees=("Sở Nội vụ tỉnh Lai Châu",),
        summary=f"Kết quả kiểm điểm, đánh giá, xếp loại chất lượng năm {YEAR} đối với tập thể, cá nhân thuộc Sở Công Thương",
        opening=f"Thực hiện văn bản của Sở Nội vụ về việc báo cáo kết quả đánh giá, xếp loại chất lượng năm {YEAR}, Sở Công Thương báo cáo kết quả thực hiện như sau:",
        leadership=(
            f"Sở đã ban hành Kế hoạch số 84/KH-SCT ngày 20/11/2026 về kiểm điểm, đánh giá, xếp loại chất lượng năm {YEAR}; phổ biến đến toàn thể công chức, viên chức, người lao động.",
        ),
        preparation=(
            "Báo cáo kiểm điểm của tập thể và bản tự đánh giá của cá nhân được gửi cho thành viên dự họp trước ít nhất 03 ngày làm việc.",
        ),
        conduct=(
            "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau; biểu quyết bằng phiếu kín đối với từng đối tượng.",
        ),
        review_results=(
            "100% tập thể, cá nhân thuộc diện đã kiểm điểm nghiêm túc, thẳng thắn, đúng thành phần, thời gian.",
        ),
        levels=LEVELS,
        collectives=_COLLECTIVES,
        individuals=_INDIVIDUALS,
        by_unit=_BY_UNIT,
        timing="Các phòng, đơn vị hoàn thành trước ngày 30/11/2026; tập thể, cá nhân Lãnh đạo Sở hoàn thành trước ngày 10/12/2026.",
        notification="Kết quả được thông báo bằng văn bản đến từng tập thể, cá nhân và công khai tại cơ quan.",
        records="Hồ sơ được lập theo từng đối tượng, lưu dưới dạng điện tử và đưa vào hồ sơ công chức, viên chức.",
        supervision="Lãnh đạo Sở dự, chỉ đạo kiểm điểm tại 03 phòng, đơn vị; Văn phòng Sở thẩm định hồ sơ trước khi trình.",
        strengths=(
            "Việc đánh giá bảo đảm khách quan, đúng thẩm quyền, đúng tiêu chí và tỷ lệ theo quy định.",
        ),
        shortcomings=(
            "Một số ý kiến góp ý còn chung chung; nguyên nhân là chưa gắn với sản phẩm cụ thể của từng người.",
        ),
        lessons=(
            "Theo dõi, chấm điểm nhiệm vụ hằng tháng là cơ sở để đánh giá đúng thực chất cuối năm.",
        ),
        proposals=("Đề nghị Sở Nội vụ hướng dẫn thống nhất cách tính tỷ lệ đối với nhóm nhỏ",),
    )


def party_result_report() -> ResultReportContext:
    """The same season of the Party organisation."""
    state = result_report()
    return ResultReportContext(
        letterhead=issued(PARTY_LETTERHEAD, 41, date(YEAR, 12, 29)),
        signer=SECRETARY,
        distribution=WITHIN_PARTY,
        addressees=("Đảng ủy UBND tỉnh",),
        summary=f"Kết quả kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {YEAR}",
        opening=f"Đảng ủy Sở Công Thương báo cáo kết quả kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm {YEAR} như sau:",
        leadership=state.leadership,
        preparation=state.preparation,
        conduct=state.conduct,
        review_results=state.review_results,
        levels=LEVELS,
        collectives=(LevelCounts(label="Chi bộ", counts=(1, 4, 0, 0)),),
        individuals=(LevelCounts(label="Đảng viên", counts=(9, 51, 2, 0), not_classified=1),),
        timing=state.timing,
        notification=state.notification,
        records=state.records,
        supervision=state.supervision,
        strengths=state.strengths,
        shortcomings=state.shortcomings,
        lessons=state.lessons,
    )


_COLLECTIVE_DOSSIER = (
    DossierPart(
        title="Tờ trình đề nghị đánh giá, xếp loại",
        is_present=True,
        reference="Số 31/TTr-SCT ngày 02/12/2026",
    ),
    DossierPart(title="Báo cáo kiểm điểm của tập thể", is_present=True),
    DossierPart(title="Biểu tự đánh giá của tập thể", is_present=True),
    DossierPart(title="Biên bản hội nghị kiểm điểm", is_present=True, reference="Số 07/BB-SCT"),
    DossierPart(title="Kết quả đánh giá, xếp loại các tổ chức đảng trực thuộc", is_present=False),
    DossierPart(title="Văn bản gợi ý kiểm điểm", is_present=False, is_required=False),
    DossierPart(
        title="Tổng hợp ý kiến của các cơ quan, đơn vị có liên quan tham gia đánh giá",
        is_present=False,
    ),
    DossierPart(title="Tổng hợp kết quả thẩm định của cơ quan chủ trì tham mưu", is_present=True),
)


def dossier_list() -> DossierListContext:
    """The dossier of a collective, two papers missing."""
    return DossierListContext(
        letterhead=form_of(STATE_LETTERHEAD, DAY),
        signer=HEAD,
        compiled_by=CLERK.name,
        review_year=YEAR,
        subject="Tập thể lãnh đạo Phòng Quản lý năng lượng",
        parts=_COLLECTIVE_DOSSIER,
    )


def party_dossier_list() -> DossierListContext:
    """The dossier of a Party member, complete."""
    titles = (
        "Bản kiểm điểm cá nhân",
        "Nhận xét của cấp ủy nơi cư trú",
        "Biên bản hội nghị kiểm điểm",
        "Tổng hợp, thẩm định",
        "Kết luận, kết quả xếp loại",
    )
    optional = ("Văn bản gợi ý kiểm điểm", "Ý kiến góp ý", "Khiếu nại và giải quyết khiếu nại")
    return DossierListContext(
        letterhead=form_of(PARTY_LETTERHEAD, DAY),
        signer=SECRETARY,
        compiled_by=CLERK.name,
        review_year=YEAR,
        subject="Đồng chí Phạm Thị Hường",
        position="Chi ủy viên, Trưởng phòng Quản lý thương mại",
        parts=(
            *(DossierPart(title=title, is_present=True) for title in titles),
            *(DossierPart(title=title, is_present=False, is_required=False) for title in optional),
        ),
        form_code="Mẫu 04-HD KĐ.ĐG 2025",
    )
