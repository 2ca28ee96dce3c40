"""Đăng ký thi đua: titles that people and collectives strive for, entered one by one or for a whole unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from tusoi.awards.enums import AwardTitle
from tusoi.awards.models import AwardNomination, AwardRegistration
from tusoi.awards.permissions import may_register, may_withdraw_registration
from tusoi.awards.selectors.registrations import unit_on
from tusoi.core.actor import Actor
from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.org.models import Collective, Person, Unit
from tusoi.rulebook.rules.award_conditions import suits

_REGISTERING = ("kh-vp-ubnd-2023/iii.1",)


@command("award.register", target="registrant", scope=may_register)
def register(
    *,
    actor: Actor,
    at: datetime,
    registrant: Person | Collective,
    title: AwardTitle | str,
    registered_on: date,
) -> AwardRegistration:
    """Enter a registration; the day is that of the paper and says for which year it counts."""
    wanted = AwardTitle(title)
    _check_day(registered_on, localdate(at))
    _check_title(registrant, wanted)
    _check_new(registrant, wanted, registered_on.year)
    note(title=wanted.value, registered_on=registered_on.isoformat())
    return AwardRegistration.objects.create(
        year=registered_on.year,
        title=wanted,
        unit=_unit_of(registrant, registered_on),
        registered_on=registered_on,
        entered_at=at,
        entered_by_id=actor.person_id,
        **_owner(registrant),
    )


def register_all(
    *,
    actor: Actor,
    at: datetime,
    registrants: Iterable[Person | Collective],
    title: AwardTitle | str,
    registered_on: date,
) -> list[AwardRegistration]:
    """The registrations of one list: all of them or none."""
    with transaction.atomic():
        return [
            register(actor=actor, at=at, registrant=each, title=title, registered_on=registered_on)
            for each in registrants
        ]


@command("award.withdraw_registration", target="registration", scope=may_withdraw_registration)
def withdraw_registration(*, actor: Actor, at: datetime, registration: AwardRegistration) -> None:
    """Take a registration back, as long as no nomination of the year rests on it."""
    locked = AwardRegistration.objects.select_for_update().get(pk=registration.pk)
    if _has_nomination(locked):
        raise refuse(
            "award.registration_used",
            f"{locked.name} đã được đề nghị khen thưởng năm {locked.year} trên cơ sở bản đăng ký này.",
            remedy="Rút đề nghị khen thưởng trước, nếu đăng ký được ghi nhầm.",
        )
    note(title=locked.title, year=locked.year, name=locked.name)
    locked.delete()


def _owner(registrant: Person | Collective) -> dict[str, Person | Collective]:
    is_person = isinstance(registrant, Person)
    return {"person" if is_person else "collective": registrant}


def _check_day(registered_on: date, today: date) -> None:
    if registered_on > today:
        raise refuse(
            "award.registered_on",
            f"Ngày đăng ký {registered_on:%d/%m/%Y} còn ở phía trước.",
            remedy=f"Ghi ngày của bản đăng ký, không sau {today:%d/%m/%Y}.",
        )


def _check_title(registrant: Person | Collective, title: AwardTitle) -> None:
    is_collective = isinstance(registrant, Collective)
    if not suits(title, is_collective=is_collective):
        whom = "cá nhân" if is_collective else "tập thể"
        raise refuse(
            "award.title_kind",
            f"“{title.label}” là danh hiệu dành cho {whom}.",
            remedy="Chọn danh hiệu phù hợp với đối tượng đăng ký.",
        )


def _check_new(registrant: Person | Collective, title: AwardTitle, year: int) -> None:
    if AwardRegistration.objects.filter(year=year, title=title, **_owner(registrant)).exists():
        raise refuse(
            "award.registered",
            f"{registrant} đã đăng ký “{title.label}” năm {year}.",
            remedy="Xem bảng đăng ký thi đua; mỗi danh hiệu chỉ đăng ký một lần trong năm.",
            cites=_REGISTERING,
        )


def _unit_of(registrant: Person | Collective, day: date) -> Unit:
    unit = unit_on(registrant, day)
    if unit is None:
        raise refuse(
            "award.unit",
            f"{registrant} không giữ vị trí công tác nào vào ngày {day:%d/%m/%Y}.",
            remedy="Kiểm tra ngày đăng ký, hoặc ghi nhận phân công công tác của người này.",
        )
    return unit


def _has_nomination(registration: AwardRegistration) -> bool:
    return (
        AwardNomination.objects.filter(
            subject__campaign__review_year=registration.year,
            subject__person_id=registration.person_id,
            subject__collective_id=registration.collective_id,
        )
        .exclude(state="withdrawn")
        .exists()
    )
