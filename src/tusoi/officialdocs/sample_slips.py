"""Mẫu đã điền: slips of self-rating, ballots, opinion slips."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tusoi.officialdocs.papers import (
    AGREEMENT,
    DECREE_335_PERIOD,
    DECREE_335_YEAR,
    GUIDANCE_43_PERIOD,
    CriterionGroup,
    PeriodScore,
    RatedPerson,
    ScoredCriterion,
    SelfRatingSlipContext,
    SlipSigning,
    VoteSlipContext,
    VoteSubject,
    YearSlipContext,
)
from tusoi.officialdocs.sample_office import (
    CELL_LETTERHEAD,
    GOOD,
    LEVELS,
    STATE_LETTERHEAD,
    YEAR,
    form_of,
)

PERSON = RatedPerson(
    name="Tẩn Thị Mỷ",
    position="Chuyên viên",
    unit="Phòng Quản lý thương mại, Sở Công Thương",
)
QUARTER_POINTS = Decimal("2.5")


def _criterion(text: str, most: Decimal, own: str, given: str | None = None) -> ScoredCriterion:
    score = None if given is None else Decimal(given)
    return ScoredCriterion(text=text, most=most, own=Decimal(own), given=score)


def _groups() -> tuple[CriterionGroup, ...]:
    five = Decimal(5)
    return (
        CriterionGroup(
            title="I. Phẩm chất, kỷ luật, kỷ cương (10 điểm)",
            criteria=(
                _criterion("Phẩm chất chính trị, đạo đức, văn hóa công vụ", five, "5"),
                _criterion("Ý thức kỷ luật, kỷ cương trong thực thi công vụ", five, "4.5"),
            ),
        ),
        CriterionGroup(
            title="II. Năng lực, trách nhiệm, phục vụ (10 điểm)",
            criteria=tuple(
                _criterion(text, QUARTER_POINTS, "2.25")
                for text in (
                    "Năng lực chuyên môn, nghiệp vụ",
                    "Khả năng đáp ứng yêu cầu nhiệm vụ",
                    "Tinh thần trách nhiệm trong thực thi công vụ",
                    "Thái độ phục vụ, phối hợp công tác",
                )
            ),
        ),
        CriterionGroup(
            title="III. Đổi mới, sáng tạo, dám nghĩ, dám làm (10 điểm)",
            criteria=tuple(
                _criterion(text, QUARTER_POINTS, "2")
                for text in (
                    "Đề xuất sáng kiến, giải pháp mới",
                    "Ứng dụng công nghệ thông tin, chuyển đổi số",
                    "Chủ động nhận việc mới, việc khó",
                    "Dám chịu trách nhiệm về kết quả công việc",
                )
            ),
        ),
    )


def self_rating_slip() -> SelfRatingSlipContext:
    """NĐ 335 Mẫu số 01 of one month, before the authority has written."""
    return SelfRatingSlipContext(
        letterhead=form_of(STATE_LETTERHEAD),
        form=DECREE_335_PERIOD,
        period=f"Tháng 10 năm {YEAR}",
        person=PERSON,
        groups=_groups(),
        most_general=Decimal(30),
        most_task=Decimal(70),
        task_score=Decimal("61.25"),
        strengths="Hoàn thành 12/12 nhiệm vụ đúng tiến độ, trong đó 04 nhiệm vụ vượt tiến độ.",
        shortcomings="Còn 01 văn bản phải chỉnh sửa về thể thức.",
        signing=SlipSigning(day=date(YEAR, 10, 30)),
    )


def party_self_rating_slip() -> SelfRatingSlipContext:
    """HD 43 Mẫu 05 of a quarter."""
    return SelfRatingSlipContext(
        letterhead=form_of(CELL_LETTERHEAD),
        form=GUIDANCE_43_PERIOD,
        period=f"Quý III năm {YEAR}",
        person=PERSON,
        groups=_groups(),
        most_general=Decimal(30),
        most_task=Decimal(70),
        task_score=Decimal(58),
        strengths="Hoàn thành các nhiệm vụ chi bộ phân công.",
        shortcomings="Chưa chủ động đề xuất nội dung sinh hoạt chuyên đề.",
        levels=LEVELS,
        self_level=GOOD,
        signing=SlipSigning(day=date(YEAR, 9, 28)),
    )


def year_slip() -> YearSlipContext:
    """NĐ 335 Mẫu số 02: eleven months with points, one on leave."""
    months = tuple(
        PeriodScore(label=f"Tháng {month}", general=Decimal("26.5"), task=Decimal(55 + month % 3))
        for month in range(1, 12)
    )
    away = PeriodScore(label="Tháng 12", note="Nghỉ ốm cả tháng")
    return YearSlipContext(
        letterhead=form_of(STATE_LETTERHEAD),
        form=DECREE_335_YEAR,
        review_year=YEAR,
        person=PERSON,
        periods=(*months, away),
        year_score=Decimal("82.59"),
        strengths="Chấp hành tốt kỷ luật, kỷ cương; hoàn thành toàn bộ nhiệm vụ được giao.",
        shortcomings="Việc cập nhật dữ liệu thị trường có lúc chưa kịp thời.",
        levels=LEVELS,
        self_level=GOOD,
        signing=SlipSigning(day=date(YEAR, 12, 10)),
    )


def _subjects(*names: str) -> tuple[VoteSubject, ...]:
    return tuple(
        VoteSubject(name=name, position=position, self_level=GOOD)
        for name, position in zip(names, ("Trưởng phòng", "Phó Trưởng phòng"), strict=True)
    )


def ballot_sheet() -> VoteSlipContext:
    """Two people, four levels, four slips."""
    return VoteSlipContext(
        letterhead=form_of(STATE_LETTERHEAD),
        summary=f"Xếp loại chất lượng cá nhân năm {YEAR}",
        subjects=_subjects("Đèo Văn Hùng", "Lò Mỹ Uyên"),
        answers=LEVELS,
        copies=4,
    )


def collective_ballot_sheet() -> VoteSlipContext:
    """One collective."""
    return VoteSlipContext(
        letterhead=form_of(STATE_LETTERHEAD),
        summary=f"Xếp loại chất lượng tập thể năm {YEAR}",
        subjects=(VoteSubject(name="Tập thể lãnh đạo Phòng Quản lý năng lượng", self_level=GOOD),),
        answers=LEVELS,
        copies=4,
    )


def excellence_ballot_sheet() -> VoteSlipContext:
    """Only the question of the highest level, in a Party cell."""
    return VoteSlipContext(
        letterhead=form_of(CELL_LETTERHEAD),
        summary=f"Đề nghị xếp loại Hoàn thành xuất sắc nhiệm vụ năm {YEAR}",
        subjects=tuple(
            VoteSubject(name=name, position="Đảng viên") for name in ("Mai Thị Lan", "Sùng A Dế")
        ),
        answers=AGREEMENT,
        copies=3,
    )


def opinion_slip() -> VoteSlipContext:
    """What the staff conference thinks of two leaders, a page each."""
    return VoteSlipContext(
        letterhead=form_of(STATE_LETTERHEAD),
        summary=f"Đánh giá, xếp loại chất lượng cá nhân lãnh đạo, quản lý năm {YEAR}",
        subjects=_subjects("Đèo Văn Hùng", "Lò Mỹ Uyên"),
        answers=LEVELS,
        copies=2,
    )
