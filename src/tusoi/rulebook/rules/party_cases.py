"""Trường hợp đặc biệt của đảng viên: suspension, leave, moves, temporary activity, discipline."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tusoi.rulebook import wording
from tusoi.rulebook.facts import AbsenceKind, PersonFacts, RatingLevel
from tusoi.rulebook.registry import Rule, blocks, judge, notes, rule, warns
from tusoi.rulebook.rules.caution import not_applied
from tusoi.rulebook.rules.party_texts import HD21, HD25, HD43, QD124, QD366, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

PERSON_DECIDES = "Cấp có thẩm quyền quyết định và nêu rõ lý do."


@rule("party.committee-suspension", since=HD21, until=until(QD124), cites=("21-hd-btctw/ii.a.1",))
def _suspended_from_committee_is_rated(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_suspended_from_committee:
        yield notes(
            "Chỉ bị đình chỉ sinh hoạt cấp ủy: vẫn kiểm điểm và xếp loại như đảng viên khác."
        )


def _committee_suspension_is_open(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_suspended_from_committee:
        yield warns(
            "Bị đình chỉ sinh hoạt cấp ủy: quy định đang áp dụng không nói người này có kiểm điểm, xếp loại hay không.",
            remedy=PERSON_DECIDES,
        )


_committee_suspension_2023 = rule(
    "party.committee-suspension", since=QD124, until=until(QD366), cites=("124-qd-tw/d5.k2",)
)(_committee_suspension_is_open)
_committee_suspension_2025 = rule(
    "party.committee-suspension", since=QD366, until=until(HD43), cites=("366-qd-tw/d5.k2.1",)
)(_committee_suspension_is_open)


@rule("party.committee-suspension", since=HD43, cites=("43-hd-btctw/7.7",))
def _suspended_from_committee_is_reviewed_at_cell(
    person: PersonFacts, law: LawAt
) -> Iterator[Finding]:
    if person.is_suspended_from_committee:
        yield notes(
            "Bị đình chỉ sinh hoạt cấp ủy: kiểm điểm tại chi bộ về thời gian trước khi bị đình chỉ."
        )


def _sick_months(person: PersonFacts) -> Decimal:
    return person.absence_months.get(AbsenceKind.SICK, Decimal(0))


@rule("party.sick-leave", since=HD21, until=until(HD43), cites=("21-hd-btctw/ii.b.6.8",))
def _sick_leave_lowers_ceiling(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    starts, months = law.get("eligibility.absence_ceiling_from"), _sick_months(person)
    if months < starts.value:
        return
    if not starts.in_use:
        yield not_applied(starts)
        return
    yield notes(
        f"Nghỉ ốm tổng cộng {wording.number(months)} tháng trong năm (từ {starts.value:02d} tháng) nên không được xếp "
        f"“{RatingLevel.GOOD.label}” trở lên.",
        cites=(starts.cite,),
        ceiling=RatingLevel.COMPLETED.value,
        months=str(months),
    )


@rule("party.sick-leave", since=HD43, cites=("43-hd-btctw/7.5",))
def _sick_leave_counts_time_worked(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    starts, months = law.get("eligibility.actual_work_from"), _sick_months(person)
    if months >= starts.value:
        yield notes(
            f"Nghỉ ốm cộng dồn {wording.number(months)} tháng (từ {starts.value:02d} tháng): xếp loại theo kết quả làm việc thực tế.",
            cites=(starts.cite,),
            months=str(months),
        )


def _maternity(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_on_maternity_leave:
        yield notes(
            "Nghỉ thai sản trong năm: mức xếp loại là kết quả của thời gian làm việc thực tế."
        )


_maternity_2019 = rule(
    "party.maternity", since=HD21, until=until(HD25), cites=("21-hd-btctw/ii.b.6.9",)
)(_maternity)


@rule("party.maternity", since=HD25, until=until(HD43), cites=("25-hd-btctw/7",))
def _maternity_is_unread(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_on_maternity_leave:
        yield warns(
            "Nghỉ thai sản trong năm: chưa đọc được hướng dẫn đang áp dụng về trường hợp này.",
            remedy=PERSON_DECIDES,
        )


_maternity_2025 = rule("party.maternity", since=HD43, cites=("43-hd-btctw/7.5",))(_maternity)


def _temporary_cell(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if not person.is_on_temporary_party_activity:
        return
    if person.has_temporary_cell_comment:
        yield notes("Sinh hoạt đảng tạm thời: xếp loại tại chi bộ sinh hoạt chính thức.")
    else:
        yield blocks(
            "Sinh hoạt đảng tạm thời nhưng chưa có nhận xét của chi bộ nơi sinh hoạt tạm thời.",
            remedy="Chi bộ sinh hoạt chính thức lấy nhận xét của chi bộ nơi sinh hoạt tạm thời rồi mới xếp loại.",
            overridable=True,
        )


_temporary_activity_2019 = rule(
    "party.temporary-activity", since=HD21, until=until(HD25), cites=("21-hd-btctw/ii.b.6.11",)
)(_temporary_cell)


@rule("party.temporary-activity", since=HD25, until=until(HD43), cites=("25-hd-btctw/7.5",))
def _temporary_activity_is_partly_read(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if person.is_on_temporary_party_activity:
        yield warns(
            "Sinh hoạt đảng tạm thời: mới đọc được một phần hướng dẫn về nơi xếp loại.",
            remedy="Nên lấy nhận xét của chi bộ nơi sinh hoạt tạm thời; cấp có thẩm quyền quyết định nơi xếp loại.",
        )


_temporary_activity_2025 = rule("party.temporary-activity", since=HD43, cites=("43-hd-btctw/7.6",))(
    _temporary_cell
)


def _discipline_elsewhere(person: PersonFacts) -> tuple[str, str] | None:
    """What stands in the way of counting a discipline here and now: what happened, and which provision speaks."""
    if person.fault_at_both_units:
        return "Vi phạm ở cả đơn vị cũ và đơn vị mới, bị kỷ luật ở đơn vị mới.", "both"
    if person.fault_at_former_unit:
        return "Vi phạm ở đơn vị cũ, bị kỷ luật ở đơn vị mới.", "former"
    if person.discipline_for_earlier_year:
        return "Bị kỷ luật trong năm vì vi phạm của thời gian trước.", "earlier"
    return None


_ALREADY_COUNTED = "Vi phạm đã là căn cứ xếp loại của một lần trước nên không tính lại."
_DUE_2023 = {
    "both": ("Cấp có thẩm quyền xem xét phần vi phạm ở từng nơi.", "124-qd-tw/d12.k4.7"),
    "former": (
        "Tính vào kết quả của đơn vị cũ, không tính cho đơn vị mới; báo cấp có thẩm quyền xem xét xếp loại lại ở đơn vị cũ.",
        "124-qd-tw/d12.k4.5",
    ),
    "earlier": (
        "Báo tổ chức đảng cấp trên xem xét xếp loại lại tại thời điểm xảy ra vi phạm; không tự động hạ mức năm nay.",
        "124-qd-tw/d12.k4.5",
    ),
}
_DUE_2025 = {
    "both": ("Tính cho từng nơi theo thời điểm xảy ra vi phạm.", "366-qd-tw/d11.ca-hai-don-vi"),
    "former": (
        "Tính cho đơn vị cũ; báo cấp có thẩm quyền xem xét xếp loại lại ở đơn vị cũ.",
        "366-qd-tw/d11.don-vi-cu",
    ),
    "earlier": (
        "Tính vào kỳ đánh giá này; cấp ủy cấp trên xem xét, quyết định mức.",
        "366-qd-tw/d11.nam-truoc",
    ),
}


@rule(
    "party.discipline",
    since=HD21,
    until=until(QD124),
    cites=("21-hd-btctw/ii.b.2.3.khong-hoan-thanh",),
)
def _discipline_2019(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if not person.disciplined:
        return
    elsewhere = _discipline_elsewhere(person)
    if person.discipline_already_counted:
        yield notes(_ALREADY_COUNTED)
    elif elsewhere:
        yield warns(
            f"{elsewhere[0]} Hướng dẫn không nói vi phạm này tính cho năm nào, nơi nào.",
            remedy=PERSON_DECIDES,
        )
    else:
        yield notes(
            f"Bị kỷ luật trong năm nên xếp loại “{RatingLevel.NOT_COMPLETED.label}”.",
            ceiling=RatingLevel.NOT_COMPLETED.value,
        )


@rule(
    "party.discipline",
    since=QD124,
    until=until(QD366),
    cites=("124-qd-tw/d12.k4.5", "124-qd-tw/d12.k4.7"),
)
def _discipline_2023(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if not person.disciplined:
        return
    elsewhere = _discipline_elsewhere(person)
    if person.discipline_already_counted:
        yield notes(_ALREADY_COUNTED)
    elif elsewhere:
        what, provision = elsewhere
        remedy, cite = _DUE_2023[provision]
        yield warns(what, remedy=remedy, cites=(cite,))


@rule("party.discipline", since=QD366, cites=("366-qd-tw/d11.k4",))
def _discipline_2025(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    if not person.disciplined:
        return
    elsewhere = _discipline_elsewhere(person)
    if person.discipline_already_counted:
        yield notes(_ALREADY_COUNTED)
    elif elsewhere:
        what, provision = elsewhere
        remedy, cite = _DUE_2025[provision]
        yield warns(what, remedy=remedy, cites=(cite,))
    elif person.discipline_is_unrelated_to_duty:
        yield notes(
            "Kỷ luật không liên quan đến thực hiện nhiệm vụ nên không phải là căn cứ xếp loại không hoàn thành nhiệm vụ."
        )


@rule("party.former-cell", since=HD21, until=until(HD43), cites=("21-hd-btctw/ii.b.6.10",))
def _former_cell_has_commented(person: PersonFacts, law: LawAt) -> Iterator[Finding]:
    needed = law.get("eligibility.former_unit_comment_from")
    months = person.months_at_former_unit
    if months < needed.value or not person.former_unit_exists:
        return
    if not needed.in_use:
        yield not_applied(needed)
    elif person.has_former_unit_comment:
        yield notes("Chuyển sinh hoạt trong năm: chi bộ nơi đến xếp loại.", cites=(needed.cite,))
    else:
        yield blocks(
            f"Đã sinh hoạt {wording.number(months)} tháng ở nơi cũ trong năm nhưng hồ sơ chưa có nhận xét của nơi cũ.",
            cites=(needed.cite,),
            remedy="Chi bộ nơi đến đề nghị nơi cũ gửi nhận xét rồi mới xếp loại.",
            overridable=True,
        )


CEILING_RULES: tuple[Rule[PersonFacts], ...] = (
    _sick_leave_lowers_ceiling,
    _discipline_2019,
)
CASE_RULES: tuple[Rule[PersonFacts], ...] = (
    _suspended_from_committee_is_rated,
    _committee_suspension_2023,
    _committee_suspension_2025,
    _suspended_from_committee_is_reviewed_at_cell,
    _sick_leave_lowers_ceiling,
    _sick_leave_counts_time_worked,
    _maternity_2019,
    _maternity_is_unread,
    _maternity_2025,
    _temporary_activity_2019,
    _temporary_activity_is_partly_read,
    _temporary_activity_2025,
    _discipline_2019,
    _discipline_2023,
    _discipline_2025,
)


def former_cell_findings(person: PersonFacts, law: LawAt) -> list[Finding]:
    """The missing comment of the cell a moved member came from."""
    return judge((_former_cell_has_commented,), person, law)
