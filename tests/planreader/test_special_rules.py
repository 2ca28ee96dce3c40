"""The rules a plan makes for itself: value, unit, base, scope and the parameter each one sets."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tusoi.planreader.draft import RuleRow
from tusoi.planreader.normal import normalise
from tusoi.planreader.outline import outline_of
from tusoi.planreader.special_rules import FAMILIES, RuleCode, special_rules_of
from tusoi.planreader.special_rules.reading import Sentence
from tusoi.rulebook.parameters import overlay, parameters

GOLD = Path(__file__).parent / "gold"
#: The report of the season tells of it, but rules it nowhere.
ONLY_TOLD = {"meeting.suggestions_answered"}
SEASONS = (
    "cho-chu-2024",
    "dong-thap-2021",
    "lai-chau-2023",
    "thanh-hoa-2022",
    "van-phong-ubnd-2023",
)


def read(sentence: str) -> dict[RuleCode, RuleRow]:
    outline = outline_of("KẾ HOẠCH\nKiểm điểm năm 2023\n\nI. NỘI DUNG\n\n" + sentence)
    rows = special_rules_of(outline)
    assert all(row.span.of(outline.text).strip() for row in rows)
    return {RuleCode(row.rule): row for row in rows}


def value(sentence: str, code: RuleCode) -> Decimal | bool | str | None:
    row = read(sentence).get(code)
    return None if row is None else row.value


STATED = [
    (RuleCode.COLLECTIVE_FIRST, "Kiểm điểm tập thể trước, cá nhân sau."),
    (
        RuleCode.COLLECTIVE_FIRST,
        "Lấy kết quả kiểm điểm của tập thể làm cơ sở để kiểm điểm cá nhân.",
    ),
    (RuleCode.COLLECTIVE_FIRST, "Kiểm điểm chi ủy trước, đảng viên sau."),
    (RuleCode.HEAD_FIRST, "Người đứng đầu trước, cấp phó và các thành viên sau."),
    (
        RuleCode.HEAD_FIRST,
        "Chánh Văn phòng kiểm điểm trước, các Phó Chánh Văn phòng kiểm điểm sau.",
    ),
    (RuleCode.OFFICIAL_FIRST, "Xếp loại công chức, viên chức trước, đảng viên sau."),
    (
        RuleCode.LOWER_FIRST,
        "Xếp loại cá nhân thuộc thẩm quyền quản lý để làm cơ sở đánh giá, xếp loại lãnh đạo.",
    ),
    (RuleCode.LOWER_FIRST, "Thực hiện ở cấp dưới trước, cấp trên sau."),
    (RuleCode.REVIEW_BEFORE_RATING, "Phải hoàn thành việc kiểm điểm mới được đánh giá, xếp loại."),
    (RuleCode.REVIEW_BEFORE_RATING, "Sau kiểm điểm, tiến hành phân tích để xếp loại."),
    (
        RuleCode.RATING_BEFORE_AWARDS,
        "Sau khi đánh giá, phân loại xong, bình xét danh hiệu thi đua.",
    ),
    (RuleCode.RATING_BEFORE_AWARDS, "Kết quả xếp loại là căn cứ để xét thi đua."),
    (RuleCode.DEPUTY_CHAIRS, "Khi kiểm điểm người đứng đầu thì phân công cấp phó chủ trì."),
    (RuleCode.DEPUTY_CHAIRS, "Đồng chí Phó Bí thư chủ trì khi kiểm điểm Bí thư."),
    (RuleCode.ABSENT_SOON, "Cá nhân vắng mặt thì đánh giá trong thời gian sớm nhất."),
    (
        RuleCode.OPINIONS_RECORDED,
        "Các ý kiến phải được ghi vào biên bản và thông qua tại cuộc họp.",
    ),
    (RuleCode.SECRET_BALLOT, "Tập thể biểu quyết bằng phiếu kín."),
    (
        RuleCode.OPINIONS_ON_SUGGESTIONS,
        "Lấy ý kiến (chỉ thực hiện đối với nơi có gợi ý kiểm điểm).",
    ),
    (RuleCode.SUGGESTIONS_ANSWERED, "Bản kiểm điểm làm rõ nội dung được gợi ý kiểm điểm."),
    (RuleCode.SUGGESTIONS_ANSWERED, "Nội dung gợi ý kiểm điểm phải được giải trình."),
    (RuleCode.SUPERVISED, "Giám sát việc thực hiện gợi ý kiểm điểm."),
    (RuleCode.SUPERVISED, "Đơn vị có gợi ý kiểm điểm được kiểm tra, giám sát."),
    (RuleCode.SUPERIOR_ATTENDS, "Phân công lãnh đạo Sở dự, chỉ đạo kiểm điểm."),
    (RuleCode.REVIEW_AGAIN, "Nơi không đạt yêu cầu thì tổ chức kiểm điểm lại."),
    (RuleCode.EXCELLENT_RERATED, "Nơi xếp loại xuất sắc không đúng quy định thì xếp loại lại."),
    (RuleCode.FAULT_RERATED, "Sau đó phát hiện có khuyết điểm thì xem xét hủy bỏ và xếp loại lại."),
    (RuleCode.AT_CELL, "Đảng viên kiểm điểm ở chi bộ nơi sinh hoạt chính thức."),
    (RuleCode.HIGHEST_POST, "Đánh giá công chức ở nơi giữ chức vụ cao nhất."),
    (
        RuleCode.EQUAL_POSTS_BY_TIME,
        "Chức vụ tương đương thì kiểm điểm ở nơi có thời gian công tác nhiều hơn.",
    ),
    (RuleCode.SUSPENDED_AT_CELL, "Cấp ủy viên bị đình chỉ sinh hoạt thì kiểm điểm tại chi bộ."),
    (RuleCode.CELL_WITHOUT_COMMITTEE, "Chi bộ không có chi ủy thì kiểm điểm tập thể chi bộ."),
    (RuleCode.CELL_REUSES_REVIEW, "Đảng viên đã được kiểm điểm tại cơ quan không trình bày lại."),
    (RuleCode.CELL_REUSES_REVIEW, "Đảng viên đã kiểm điểm ở phòng thì không phải kiểm điểm lại."),
    (RuleCode.AWARD_REGISTRATION, "Phải có bản Đăng ký tham gia thi đua từ đầu năm."),
    (RuleCode.EQUAL_POSTS_COMPARED, "Có sự so sánh giữa các vị trí tương đương."),
    (RuleCode.HEAD_CEILING, "Mức của người đứng đầu không cao hơn mức xếp loại của tập thể."),
    (RuleCode.REVIEW_WITHOUT_RATING, "Vẫn kiểm điểm theo quy định, nhưng không đánh giá xếp loại."),
    (RuleCode.FORMER_UNIT_COMMENT, "Lấy ý kiến nhận xét của cấp ủy nơi chuyển giao."),
    (RuleCode.FORMER_UNIT_COMMENT, "Có nhận xét của cơ quan cũ."),
    (RuleCode.RESULT_NOTICE, "Kết quả được thông báo đến tập thể, cá nhân."),
    (RuleCode.RESULT_PUBLISHED, "Đánh giá theo tiêu chí và công khai kết quả."),
    (RuleCode.RESULT_PUBLISHED, "Kết quả xếp loại được công khai theo quy định."),
    (RuleCode.RESERVED_OPINION, "Cá nhân có quyền trình bày, bảo lưu ý kiến lên cấp trên."),
    (RuleCode.COMPLAINT_IN_WRITING, "Khi có kiến nghị bằng văn bản thì xem xét."),
    (RuleCode.ANSWER_IN_WRITING, "Có khiếu nại thì xem xét và thông báo bằng văn bản."),
]


@pytest.mark.parametrize(("code", "sentence"), STATED)
def test_what_a_plan_states(code: RuleCode, sentence: str):
    assert value(sentence, code) is True


@pytest.mark.parametrize(
    ("code", "sentence", "wanted", "unit"),
    [
        (
            RuleCode.CIRCULATION_DAYS,
            "Dự thảo báo cáo gửi trước hội nghị ít nhất 03 ngày làm việc.",
            3,
            "working_day",
        ),
        (RuleCode.CIRCULATION_DAYS, "Chi ủy gửi dự thảo trước 05 ngày làm việc.", 5, "working_day"),
        (
            RuleCode.MEETING_DAYS,
            "Thời gian kiểm điểm tập thể tối thiểu 1,5 ngày.",
            Decimal("1.5"),
            "day",
        ),
        (RuleCode.MEETING_DAYS, "Thời gian kiểm điểm tối thiểu 01 ngày.", 1, "day"),
        (RuleCode.MEETING_DAYS, "Mỗi tập thể kiểm điểm ít nhất nửa ngày.", Decimal("0.5"), "day"),
        (RuleCode.MEETING_DAYS, "Hội nghị kiểm điểm ít nhất một buổi.", Decimal("0.5"), "day"),
        (RuleCode.MEETING_DAYS_SUGGESTED, "Nơi có gợi ý kiểm điểm tối thiểu 02 ngày.", 2, "day"),
        (
            RuleCode.MEETING_DAYS_COMMITTEE,
            "Ban Thường vụ Tỉnh ủy kiểm điểm ít nhất 02 ngày.",
            2,
            "day",
        ),
        (
            RuleCode.ALL_STAFF_BELOW,
            "Có từ 70 biên chế trở lên thì họp hội nghị cán bộ chủ chốt.",
            70,
            "post",
        ),
        (
            RuleCode.ALL_STAFF_BELOW,
            "Đơn vị dưới 50 biên chế thì họp hội nghị toàn thể.",
            50,
            "post",
        ),
        (RuleCode.TWO_PLACES, "Cán bộ lãnh đạo kiểm điểm ở 2 nơi.", 2, "place"),
        (RuleCode.TWO_PLACES, "Cán bộ lãnh đạo kiểm điểm tại hai nơi.", 2, "place"),
        (
            RuleCode.SMALL_COLLECTIVE,
            "Tập thể có dưới 03 thành viên thì kiểm điểm chung.",
            3,
            "member",
        ),
        (
            RuleCode.MONTHS_IN_POST,
            "Bổ nhiệm chức vụ chưa đủ 6 tháng thì không xếp loại.",
            6,
            "month",
        ),
        (
            RuleCode.MONTHS_FOUNDED,
            "Tổ chức mới thành lập chưa đủ 06 tháng không xếp loại.",
            6,
            "month",
        ),
        (
            RuleCode.MONTHS_ADMITTED,
            "Đảng viên kết nạp chưa đủ sáu tháng không xếp loại.",
            6,
            "month",
        ),
        (RuleCode.MAJORITY, "Mức của hơn một nửa thành viên dự hội nghị.", Decimal("0.5"), "share"),
        (
            RuleCode.MAJORITY,
            "Mức xếp loại được trên 50% số người biểu quyết.",
            Decimal("0.5"),
            "share",
        ),
        (RuleCode.FOUR_DEGREES, "Theo 04 cấp độ: xuất sắc, tốt, trung bình, kém.", 4, "degree"),
        (RuleCode.SUMMARY_PAGES, "Tóm tắt nhận xét với độ dài ½ trang.", Decimal("0.5"), "page"),
        (RuleCode.SUMMARY_PAGES, "Bản tóm tắt không quá 01 trang giấy A4.", 1, "page"),
        (
            RuleCode.COMPLAINT_DAYS,
            "Kiến nghị trong thời hạn 05 ngày kể từ ngày công khai.",
            5,
            "day",
        ),
        (
            RuleCode.ANSWER_DAYS,
            "Có kiến nghị thì trả lời trong 10 ngày làm việc.",
            10,
            "working_day",
        ),
        (RuleCode.ANSWER_DAYS, "Trong 07 ngày kể từ ngày nhận kiến nghị phải xong.", 7, "day"),
    ],
)
def test_numbers_are_exact(code: RuleCode, sentence: str, wanted: Decimal | int, unit: str):
    row = read(sentence)[code]
    assert (row.value, row.unit) == (Decimal(wanted), unit)


CAP = "Số “Hoàn thành xuất sắc nhiệm vụ” không quá 20% "


@pytest.mark.parametrize(
    ("rest", "base", "scope"),
    [
        ("số được xếp loại “Hoàn thành tốt nhiệm vụ”.", "good", ""),
        ("số xếp loại hoàn thành tốt trở lên.", "good_or_better", ""),
        ("số công chức được đánh giá trong từng đơn vị.", "eligible", "unit"),
        ("tổng số người lao động.", "all_staff", ""),
        ("số hoàn thành tốt nhiệm vụ, theo từng đối tượng, từng cấp.", "good", "group"),
        ("số hoàn thành tốt trong từng cơ quan và từng nhóm vị trí.", "good", "group_and_unit"),
        ("số hoàn thành tốt trong phạm vi cấp công nhận.", "good", "recogniser"),
    ],
)
def test_the_cap_keeps_its_base_and_scope(rest: str, base: str, scope: str):
    rows = read(CAP + rest)
    cap = rows[RuleCode.CAP]
    assert (cap.value, cap.base, cap.scope) == (Decimal("0.2"), base, scope)
    assert (RuleCode.CAP_BASE in rows) is (base in {"good", "good_or_better"})
    assert (RuleCode.CAP_SCOPE in rows) is bool(scope)


def test_a_raised_cap_is_its_own_rule():
    rows = read(CAP + "số hoàn thành tốt; nơi có thành tích nổi trội được nâng lên không quá 25%.")
    assert rows[RuleCode.CAP].value == Decimal("0.2")
    assert rows[RuleCode.RAISED_CAP].value == Decimal("0.25")
    rows = read("Nơi có thành tích nổi trội thì tỷ lệ này không quá 25%.")
    assert rows[RuleCode.RAISED_CAP].value == Decimal("0.25")
    rows = read(
        "Đơn vị hoàn thành xuất sắc thì số công chức xuất sắc không quá 25% số hoàn thành tốt."
    )
    assert RuleCode.CAP not in rows
    assert rows[RuleCode.RAISED_CAP].value == Decimal("0.25")


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        (
            "Nơi có dưới 05 đảng viên và 100% xếp loại hoàn thành tốt thì được chọn 01 đảng viên xuất sắc.",
            "rated",
        ),
        ("Đơn vị có dưới 05 cán bộ xếp loại hoàn thành tốt thì chọn 01 cán bộ xuất sắc.", "good"),
        ("Mức xuất sắc: nơi có dưới 5 công chức thì được 01 người.", None),
    ],
)
def test_a_small_group(sentence: str, base: str | None):
    rows = read(sentence)
    assert rows[RuleCode.SMALL_GROUP_BELOW].value == 5
    assert rows[RuleCode.SMALL_GROUP_ALLOWED].value == 1
    assert value(sentence, RuleCode.SMALL_GROUP_BASE) == base


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Kiêm nhiệm không chuyên trách thì không kiểm điểm ở nơi đó nhưng phải báo cáo kết quả.",
            "report_only",
        ),
        ("Người kiêm nhiệm chỉ kiểm điểm về nhiệm vụ kiêm nhiệm.", "duties_only"),
    ],
)
def test_concurrent_posts(sentence: str, wanted: str):
    assert value(sentence, RuleCode.CONCURRENT_POST) == wanted


def test_the_ceiling_spares_a_newcomer():
    rows = read(
        "Người đứng đầu không xếp cao hơn mức của tập thể, trừ người đứng đầu mới chuyển đến."
    )
    assert {RuleCode.HEAD_CEILING, RuleCode.HEAD_CEILING_NEWCOMER} <= set(rows)


@pytest.mark.parametrize(("level", "wanted"), [("xuất sắc", "excellent"), ("tốt", "good")])
def test_awards_from_a_level(level: str, wanted: str):
    sentence = f"Chọn người được xếp loại hoàn thành {level} nhiệm vụ để đề nghị khen thưởng."
    assert value(sentence, RuleCode.AWARDS_FROM) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Báo cáo không quá 05 mục.",
        "Có 25 người hoàn thành xuất sắc, chiếm 20%.",
        "Chiến sĩ thi đua không quá 15% số lao động tiên tiến xuất sắc.",
        "Không phải đăng ký thi đua từ đầu năm.",
        "Mức xếp loại không vượt quá 20% số thành viên hoàn thành tốt.",
        "Nghỉ ốm, thời gian công tác chưa đủ 6 tháng thì đánh giá.",
        "Bảo đảm khách quan, công khai, minh bạch.",
        "Kiến nghị kể từ ngày công khai kết quả.",
        "Hội nghị chuẩn bị trong 03 ngày làm việc.",
        "Thời gian kiểm điểm do đơn vị chọn.",
        "Kiêm nhiệm nhiều chức vụ.",
        "Nơi có dưới 05 người hoàn thành xuất sắc.",
        "",
    ],
)
def test_what_is_not_stated(sentence: str):
    assert read(sentence) == {}


def test_a_rule_said_twice_stands_once_and_the_first_says_more():
    text = CAP + "số hoàn thành tốt, theo từng đối tượng.\n\n" + CAP + "số hoàn thành tốt."
    outline = outline_of("KẾ HOẠCH\nNăm 2023\n\nI. NỘI DUNG\n\n" + text)
    assert [row.rule for row in special_rules_of(outline)].count(RuleCode.CAP) == 1


@pytest.mark.parametrize("season", SEASONS)
def test_what_the_local_rules_of_a_season_hold_is_read_from_its_plan(season: str):
    """Every value an overlay takes from a plan stands in the text and is read with that value."""
    outline = outline_of(normalise((GOLD / f"{season}.txt").read_text(encoding="utf-8")))
    found = {
        row.parameter: row.value for row in reversed(special_rules_of(outline)) if row.parameter
    }
    for name in overlay(season).values.keys() - ONLY_TOLD:
        wanted = overlay(season).values[name]["value"]
        exact = wanted if isinstance(wanted, bool | str) else Decimal(str(wanted))
        assert found[name] == exact, name


@pytest.mark.parametrize(
    ("sentence", "code", "wanted"),
    [
        (
            "Tóm tắt đối với cá nhân lãnh đạo với độ dài ½ trang.",
            RuleCode.LEADER_SUMMARY,
            "half_page",
        ),
        ("Báo cáo tóm tắt của phòng không quá 01 trang.", RuleCode.UNIT_REPORT, "one_page"),
        ("Báo cáo tóm tắt của phòng không quá 03 trang.", RuleCode.UNIT_REPORT, None),
    ],
)
def test_the_length_of_a_summary(sentence: str, code: RuleCode, wanted: str | None):
    assert value(sentence, code) == wanted


def test_every_code_has_a_label_and_its_parameter_is_known():
    for code in RuleCode:
        assert code.label
        assert code.parameter == "" or code.parameter in parameters()


@pytest.mark.parametrize("season", SEASONS)
def test_a_value_fits_its_parameter(season: str):
    outline = outline_of(normalise((GOLD / f"{season}.txt").read_text(encoding="utf-8")))
    for row in special_rules_of(outline):
        if row.parameter:
            parameter = parameters()[row.parameter]
            exact = int(row.value) if parameter.unit == "count" else row.value
            parameter.check(exact)


@given(st.text(max_size=200))
def test_any_sentence_is_read(text: str):
    for family in FAMILIES:
        for row in family(Sentence(text, 0)):
            assert 0 <= row.span.start < row.span.end <= len(text)
