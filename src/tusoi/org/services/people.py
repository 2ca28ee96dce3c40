"""Con người: persons, dated assignments, absences, disciplines."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from django.db.models import Q
from django.utils.timezone import localdate

from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.core.names import clean, fold, sort_key
from tusoi.org.enums import AbsenceKind, AssignmentKind, Category, DisciplineForm, DisciplineSide
from tusoi.org.models import Absence, Assignment, Collective, Discipline, PartyCell, Person, Post
from tusoi.org.services.structure import refuse_dissolved, refuse_taken

if TYPE_CHECKING:
    from datetime import date, datetime

    from tusoi.core.actor import Actor


class PersonDetails(TypedDict, total=False):
    """Chi tiết nhân sự: what may be unknown when a person is registered."""

    birth_date: date | None
    party_joined_on: date | None
    party_cell: PartyCell | None
    email: str


class PersonFields(PersonDetails, total=False):
    """Thông tin nhân sự được sửa."""

    full_name: str
    category: Category | str


class DisciplineFacts(TypedDict):
    """Quyết định kỷ luật: `act_code` ties several decisions on the same act together."""

    side: DisciplineSide | str
    form: DisciplineForm | str
    effective_on: date
    document: str
    act_code: str


def _check_person(person: Person, today: date) -> None:
    """Refuse dates that cannot be true and a Party cell without a joining date."""
    born, joined = person.birth_date, person.party_joined_on
    if born is not None and born >= today:
        raise refuse(
            "org.birth-date", "Ngày sinh phải trước ngày hôm nay.", remedy="Kiểm tra lại ngày sinh."
        )
    if joined is not None and (joined > today or (born is not None and joined <= born)):
        raise refuse(
            "org.party-date",
            "Ngày vào Đảng phải sau ngày sinh và không sau ngày hôm nay.",
            remedy="Kiểm tra lại ngày vào Đảng và ngày sinh.",
        )
    if person.party_cell_id is not None and joined is None:
        raise refuse(
            "org.cell-needs-date",
            f"{person.full_name} sinh hoạt tại chi bộ nhưng chưa có ngày vào Đảng.",
            remedy="Ghi ngày vào Đảng, hoặc bỏ chi bộ.",
        )


def refuse_disorder(starts_on: date, ends_on: date | None) -> None:
    """Refuse an end before its start."""
    if ends_on is not None and ends_on < starts_on:
        raise refuse(
            "org.dates-in-order",
            "Ngày kết thúc không được trước ngày bắt đầu.",
            remedy="Kiểm tra lại hai ngày.",
        )


def overlapping(starts_on: date, ends_on: date | None) -> Q:
    """Rows that share at least one day with the period (both days inclusive; open end = None)."""
    begun = Q() if ends_on is None else Q(starts_on__lte=ends_on)
    return begun & (Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on))


def _lock(person: Person) -> Person:
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


@command("person.register")
def register_person(
    *,
    actor: Actor,
    at: datetime,
    code: str,
    full_name: str,
    category: Category | str,
    **details: Unpack[PersonDetails],
) -> Person:
    """Ghi danh nhân sự: a person known by the staff code, once."""
    refuse_taken(
        "org.person-code",
        is_taken=Person.objects.filter(code=clean(code)).exists(),
        message=f"Mã cán bộ “{clean(code)}” đã có trong danh sách.",
    )
    name = clean(full_name)
    person = Person(
        code=clean(code),
        full_name=name,
        search_name=fold(name),
        sort_key=sort_key(name),
        category=Category(category),
        **details,
    )
    _check_person(person, localdate(at))
    person.save(force_insert=True)
    return person


@command("person.correct", target="person")
def correct_person(
    *, actor: Actor, at: datetime, person: Person, **fields: Unpack[PersonFields]
) -> Person:
    """Sửa thông tin nhân sự; the code stays, the old values are kept in the log."""
    person = _lock(person)
    note(before={field: str(getattr(person, field)) for field in fields})
    for field, value in fields.items():
        setattr(person, field, value)
    person.full_name = clean(person.full_name)
    person.search_name, person.sort_key = fold(person.full_name), sort_key(person.full_name)
    _check_person(person, localdate(at))
    person.save()
    return person


@command("assignment.record")
def record_assignment(  # noqa: PLR0913 - the columns of an assignment, all named
    *,
    actor: Actor,
    at: datetime,
    person: Person,
    post: Post,
    starts_on: date,
    ends_on: date | None = None,
    kind: AssignmentKind | str = AssignmentKind.MAIN,
    is_acting: bool = False,
    is_specialised: bool = True,
    document: str = "",
) -> Assignment:
    """Phân công công tác: from day to day, both inclusive; one main post at a time, always specialised."""
    person = _lock(person)
    refuse_disorder(starts_on, ends_on)
    if kind == AssignmentKind.MAIN and not is_specialised:
        raise refuse(
            "org.main-post-specialised",
            "Vị trí chính thức không thể là kiêm nhiệm không chuyên trách.",
            remedy="Chọn loại phân công “Kiêm nhiệm”, hoặc bỏ đánh dấu không chuyên trách.",
        )
    refuse_dissolved(post.unit, ends_on or starts_on)
    same_days = Assignment.objects.filter(
        overlapping(starts_on, ends_on), person=person
    ).select_related("post__unit")
    if kind == AssignmentKind.MAIN:
        other = same_days.filter(kind=AssignmentKind.MAIN).first()
        if other is not None:
            raise refuse(
                "org.one-main-post",
                f"{person.full_name} đang giữ vị trí chính thức “{other.post}” từ ngày {other.starts_on:%d/%m/%Y}.",
                remedy="Kết thúc phân công đang có, hoặc ghi phân công mới là kiêm nhiệm.",
            )
    elif same_days.filter(post=post).exists():
        raise refuse(
            "org.post-twice",
            f"{person.full_name} đã giữ vị trí “{post}” trong thời gian này.",
            remedy="Sửa thời gian, hoặc giữ phân công đang có.",
        )
    return Assignment.objects.create(
        person=person,
        post=post,
        starts_on=starts_on,
        ends_on=ends_on,
        kind=AssignmentKind(kind),
        is_acting=is_acting,
        is_specialised=is_specialised,
        document=clean(document),
    )


@command("assignment.end", target="assignment")
def end_assignment(
    *, actor: Actor, at: datetime, assignment: Assignment, ends_on: date
) -> Assignment:
    """Kết thúc phân công; `ends_on` is the last day in the post."""
    assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    refuse_disorder(assignment.starts_on, ends_on)
    if assignment.ends_on is not None and ends_on > assignment.ends_on:
        raise refuse(
            "org.assignment-ended",
            f"Phân công này đã kết thúc ngày {assignment.ends_on:%d/%m/%Y}.",
            remedy="Ghi phân công mới nếu người này tiếp tục giữ vị trí.",
        )
    assignment.ends_on = ends_on
    assignment.save(update_fields=["ends_on"])
    return assignment


@command("absence.record")
def record_absence(
    *,
    actor: Actor,
    at: datetime,
    person: Person,
    kind: AbsenceKind | str,
    starts_on: date,
    ends_on: date,
    document: str = "",
) -> Absence:
    """Ghi thời gian nghỉ có lý do: both days inclusive; periods of one person do not overlap."""
    person = _lock(person)
    refuse_disorder(starts_on, ends_on)
    other = Absence.objects.filter(overlapping(starts_on, ends_on), person=person).first()
    if other is not None:
        raise refuse(
            "org.absences-overlap",
            f"{person.full_name} đã có thời gian nghỉ từ {other.starts_on:%d/%m/%Y} đến {other.ends_on:%d/%m/%Y}.",
            remedy="Ghi phần thời gian chưa có.",
        )
    return Absence.objects.create(
        person=person,
        kind=AbsenceKind(kind),
        starts_on=starts_on,
        ends_on=ends_on,
        document=clean(document),
    )


@command("discipline.record")
def record_discipline(
    *,
    actor: Actor,
    at: datetime,
    person: Person | None = None,
    collective: Collective | None = None,
    act_summary: str = "",
    acted_on: date | None = None,
    **facts: Unpack[DisciplineFacts],
) -> Discipline:
    """Ghi quyết định kỷ luật: against one person or one collective, never both; `acted_on` is the day of the act."""
    if (person is None) == (collective is None):
        raise refuse(
            "org.discipline-of-one",
            "Quyết định kỷ luật phải ghi cho một cá nhân hoặc một tập thể.",
            remedy="Chọn một cá nhân hoặc một tập thể.",
        )
    if facts["effective_on"] > localdate(at):
        raise refuse(
            "org.discipline-date",
            "Ngày có hiệu lực của quyết định kỷ luật không được sau ngày hôm nay.",
            remedy="Kiểm tra lại ngày; chỉ ghi quyết định đã có hiệu lực.",
        )
    if acted_on is not None and acted_on > facts["effective_on"]:
        raise refuse(
            "org.act-date",
            "Ngày vi phạm không được sau ngày quyết định kỷ luật có hiệu lực.",
            remedy="Kiểm tra lại hai ngày.",
        )
    if not clean(facts["document"]):
        raise refuse(
            "org.discipline-document",
            "Chưa ghi số, ngày của quyết định kỷ luật.",
            remedy="Ghi số và ngày của quyết định.",
        )
    return Discipline.objects.create(
        person=person,
        collective=collective,
        side=DisciplineSide(facts["side"]),
        form=DisciplineForm(facts["form"]),
        effective_on=facts["effective_on"],
        document=clean(facts["document"]),
        act_code=clean(facts["act_code"]),
        act_summary=clean(act_summary),
        acted_on=acted_on,
    )
