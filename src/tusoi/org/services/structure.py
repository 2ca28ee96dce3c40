"""Cơ cấu tổ chức: units, posts, groups of similar posts, Party cells and leading collectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from django.db.models import F, Max, Value
from django.db.models.functions import Concat, Substr
from django.utils.timezone import localdate

from tusoi.core.command import command, note
from tusoi.core.errors import refuse
from tusoi.core.names import clean, fold
from tusoi.org.enums import CollectiveKind, Leadership, UnitKind
from tusoi.org.models import (
    Collective,
    CollectiveMember,
    PartyCell,
    Person,
    Post,
    SimilarPostGroup,
    Unit,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from tusoi.core.actor import Actor


class UnitDetails(TypedDict, total=False):
    """Chi tiết đơn vị: what a unit may have beside its code and names."""

    superior_name: str
    place: str
    founded_on: date | None


def _next_place(parent: Unit | None) -> tuple[int, str]:
    """Position and path after the last child of `parent`; the parent's row is locked until the end."""
    if parent is not None:
        Unit.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    last = Unit.objects.filter(parent=parent).aggregate(last=Max("position"))["last"] or 0
    position = last + 1
    return position, f"{parent.path if parent else ''}{position:04d}/"


def refuse_taken(rule: str, *, is_taken: bool, message: str) -> None:
    """Refuse a code or a name that another row already has."""
    if is_taken:
        raise refuse(rule, message, remedy="Kiểm tra lại; mỗi mã, mỗi tên chỉ dùng một lần.")


def refuse_dissolved(unit: Unit, day: date) -> None:
    """Refuse a change in a unit that has ceased to exist on that day."""
    if unit.dissolved_on is not None and unit.dissolved_on <= day:
        raise refuse(
            "org.unit-dissolved",
            f"{unit.name} đã giải thể từ ngày {unit.dissolved_on:%d/%m/%Y}.",
            remedy="Chọn đơn vị đang hoạt động.",
        )


@command("unit.register")
def register_unit(
    *,
    actor: Actor,
    at: datetime,
    parent: Unit | None,
    kind: UnitKind | str,
    code: str,
    name: str,
    short_name: str,
    **details: Unpack[UnitDetails],
) -> Unit:
    """Lập đơn vị: add a unit below `parent`; without a parent, the body itself – only once."""
    if parent is None and Unit.objects.filter(parent__isnull=True).exists():
        raise refuse(
            "org.one-body",
            "Cơ quan đã được lập. Đơn vị mới phải có đơn vị cấp trên.",
            remedy="Chọn đơn vị cấp trên.",
        )
    if parent is not None:
        refuse_dissolved(parent, localdate(at))
    refuse_taken(
        "org.unit-code",
        is_taken=Unit.objects.filter(code=clean(code)).exists(),
        message=f"Mã đơn vị “{clean(code)}” đã có đơn vị khác dùng.",
    )
    position, path = _next_place(parent)
    return Unit.objects.create(
        parent=parent,
        kind=UnitKind(kind),
        code=clean(code),
        name=clean(name),
        short_name=clean(short_name),
        position=position,
        path=path,
        search_name=fold(f"{code} {name}"),
        **details,
    )


@command("unit.correct", target="unit")
def correct_unit(
    *,
    actor: Actor,
    at: datetime,
    unit: Unit,
    name: str,
    short_name: str,
    **details: Unpack[UnitDetails],
) -> Unit:
    """Sửa thông tin đơn vị: names and details; code, kind and place in the tree stay."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    note(before={"name": unit.name, "short_name": unit.short_name})
    unit.name, unit.short_name = clean(name), clean(short_name)
    unit.search_name = fold(f"{unit.code} {name}")
    for field, value in details.items():
        setattr(unit, field, value)
    unit.save()
    return unit


@command("unit.move", target="unit")
def move_unit(*, actor: Actor, at: datetime, unit: Unit, parent: Unit) -> Unit:
    """Chuyển đơn vị: put a unit with everything below it under another; a cycle is refused."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if unit.parent_id is None:
        raise refuse(
            "org.body-stays",
            "Cơ quan đứng đầu cây tổ chức, không chuyển vào dưới đơn vị khác.",
            remedy="Chọn một đơn vị trực thuộc để chuyển.",
        )
    if parent.path.startswith(unit.path):
        raise refuse(
            "org.unit-cycle",
            f"{parent.name} thuộc chính {unit.name}, nên không thể là cấp trên của đơn vị này.",
            remedy="Chọn một đơn vị nằm ngoài đơn vị được chuyển.",
        )
    refuse_dissolved(parent, localdate(at))
    old_path = unit.path
    position, new_path = _next_place(parent)
    note(from_parent=unit.parent_id, to_parent=parent.pk)
    Unit.objects.filter(path__startswith=old_path).update(
        path=Concat(Value(new_path), Substr(F("path"), len(old_path) + 1))
    )
    Unit.objects.filter(pk=unit.pk).update(parent=parent, position=position)
    unit.refresh_from_db()
    return unit


@command("unit.dissolve", target="unit")
def dissolve_unit(*, actor: Actor, at: datetime, unit: Unit, dissolved_on: date) -> Unit:
    """Giải thể đơn vị: from that day nobody may hold a post in it; refused while somebody does."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    remaining = Post.objects.filter(
        unit__path__startswith=unit.path, assignments__starts_on__lte=dissolved_on
    )
    if remaining.exclude(assignments__ends_on__lt=dissolved_on).exists():
        raise refuse(
            "org.unit-has-people",
            f"{unit.name} vẫn còn người giữ vị trí việc làm sau ngày {dissolved_on:%d/%m/%Y}.",
            remedy="Kết thúc hoặc chuyển phân công của những người này trước khi giải thể đơn vị.",
        )
    unit.dissolved_on = dissolved_on
    unit.save(update_fields=["dissolved_on"])
    return unit


@command("group.register")
def register_group(
    *, actor: Actor, at: datetime, code: str, name: str, position: int = 0
) -> SimilarPostGroup:
    """Lập nhóm đối tượng có nhiệm vụ tương đồng."""
    refuse_taken(
        "org.group-code",
        is_taken=SimilarPostGroup.objects.filter(code=clean(code)).exists(),
        message=f"Mã nhóm “{clean(code)}” đã có nhóm khác dùng.",
    )
    return SimilarPostGroup.objects.create(code=clean(code), name=clean(name), position=position)


@command("post.register")
def register_post(
    *,
    actor: Actor,
    at: datetime,
    unit: Unit,
    title: str,
    group: SimilarPostGroup,
    leadership: Leadership | str = Leadership.NONE,
    rank: int = 100,
) -> Post:
    """Lập vị trí việc làm: a title in a unit, with its leading role and group of similar posts."""
    refuse_dissolved(unit, localdate(at))
    refuse_taken(
        "org.post-title",
        is_taken=Post.objects.filter(unit=unit, title=clean(title)).exists(),
        message=f"{unit.name} đã có vị trí “{clean(title)}”.",
    )
    return Post.objects.create(
        unit=unit, title=clean(title), leadership=Leadership(leadership), group=group, rank=rank
    )


@command("cell.register")
def register_cell(
    *,
    actor: Actor,
    at: datetime,
    code: str,
    name: str,
    unit: Unit | None = None,
    has_committee: bool = True,
) -> PartyCell:
    """Lập chi bộ; one without a committee (chi ủy) reviews as a cell."""
    refuse_taken(
        "org.cell-code",
        is_taken=PartyCell.objects.filter(code=clean(code)).exists(),
        message=f"Mã chi bộ “{clean(code)}” đã có chi bộ khác dùng.",
    )
    return PartyCell.objects.create(
        code=clean(code), name=clean(name), unit=unit, has_committee=has_committee
    )


@command("cell.correct", target="cell")
def correct_cell(
    *,
    actor: Actor,
    at: datetime,
    cell: PartyCell,
    name: str,
    unit: Unit | None,
    has_committee: bool,
) -> PartyCell:
    """Sửa thông tin chi bộ: name, unit, and whether it has a committee; the code stays."""
    cell = PartyCell.objects.select_for_update(of=("self",)).get(pk=cell.pk)
    note(before={"name": cell.name, "unit": cell.unit_id, "has_committee": cell.has_committee})
    cell.name, cell.unit, cell.has_committee = clean(name), unit, has_committee
    cell.save(update_fields=["name", "unit", "has_committee"])
    return cell


@command("collective.register")
def register_collective(
    *,
    actor: Actor,
    at: datetime,
    unit: Unit,
    name: str,
    group: SimilarPostGroup,
    founded_on: date | None = None,
    kind: CollectiveKind | str = CollectiveKind.LEADERS,
) -> Collective:
    """Lập tập thể lãnh đạo (hoặc tổ chức đảng) được kiểm điểm; each unit has at most one of a kind."""
    refuse_dissolved(unit, localdate(at))
    kind = CollectiveKind(kind)
    refuse_taken(
        "org.one-collective",
        is_taken=Collective.objects.filter(unit=unit, kind=kind).exists(),
        message=f"{unit.name} đã có {kind.label.lower()}.",
    )
    return Collective.objects.create(
        unit=unit, kind=kind, name=clean(name), group=group, founded_on=founded_on
    )


@command("collective.add_member")
def add_member(
    *,
    actor: Actor,
    at: datetime,
    collective: Collective,
    person: Person,
    is_head: bool,
    starts_on: date,
) -> CollectiveMember:
    """Thêm thành viên tập thể lãnh đạo; a person once, and one head at a time."""
    Collective.objects.select_for_update(of=("self",)).get(pk=collective.pk)
    if collective.founded_on is not None and starts_on < collective.founded_on:
        raise refuse(
            "org.member-early",
            f"{person.full_name} không thể là thành viên trước ngày thành lập {collective.name} ({collective.founded_on:%d/%m/%Y}).",
            remedy="Kiểm tra lại ngày bắt đầu.",
        )
    present = CollectiveMember.objects.filter(collective=collective, ends_on__isnull=True)
    refuse_taken(
        "org.member-once",
        is_taken=present.filter(person=person).exists(),
        message=f"{person.full_name} đang là thành viên của {collective.name}.",
    )
    if is_head:
        refuse_taken(
            "org.one-head",
            is_taken=present.filter(is_head=True).exists(),
            message=f"{collective.name} đang có người đứng đầu.",
        )
    return CollectiveMember.objects.create(
        collective=collective, person=person, is_head=is_head, starts_on=starts_on
    )


@command("collective.end_membership", target="member")
def end_membership(
    *, actor: Actor, at: datetime, member: CollectiveMember, ends_on: date
) -> CollectiveMember:
    """Kết thúc tư cách thành viên tập thể lãnh đạo; `ends_on` is the last day."""
    member = CollectiveMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if ends_on < member.starts_on:
        raise refuse(
            "org.dates-in-order",
            "Ngày kết thúc không được trước ngày bắt đầu.",
            remedy="Kiểm tra lại hai ngày.",
        )
    member.ends_on = ends_on
    member.save(update_fields=["ends_on"])
    return member


@command("collective.suspend_member", target="member")
def suspend_member(
    *,
    actor: Actor,
    at: datetime,
    member: CollectiveMember,
    suspended_from: date,
    document: str,
) -> CollectiveMember:
    """Ghi việc đình chỉ sinh hoạt cấp ủy: from that day the member is reviewed in the Party cell."""
    member = _present_member(member)
    if suspended_from < member.starts_on or suspended_from > localdate(at):
        raise refuse(
            "org.suspension-date",
            "Ngày đình chỉ phải từ ngày tham gia tập thể và không sau ngày hôm nay.",
            remedy="Kiểm tra lại ngày của quyết định đình chỉ.",
        )
    if not clean(document):
        raise refuse(
            "org.suspension-document",
            "Chưa ghi số, ngày của quyết định đình chỉ sinh hoạt.",
            remedy="Ghi số và ngày của quyết định.",
        )
    member.suspended_from, member.suspension_document = suspended_from, clean(document)
    member.save(update_fields=["suspended_from", "suspension_document"])
    return member


@command("collective.restore_member", target="member")
def restore_member(
    *, actor: Actor, at: datetime, member: CollectiveMember, document: str
) -> CollectiveMember:
    """Ghi việc hết đình chỉ sinh hoạt cấp ủy; the log keeps the suspension."""
    member = _present_member(member)
    if member.suspended_from is None:
        raise refuse(
            "org.not-suspended",
            f"{member.person} không bị đình chỉ sinh hoạt.",
            remedy="Tải lại trang để xem tình trạng hiện tại.",
        )
    note(
        suspended_from=member.suspended_from.isoformat(),
        suspension=member.suspension_document,
        document=clean(document),
    )
    member.suspended_from, member.suspension_document = None, ""
    member.save(update_fields=["suspended_from", "suspension_document"])
    return member


def _present_member(member: CollectiveMember) -> CollectiveMember:
    """The membership, locked; refused once it has ended."""
    rows = CollectiveMember.objects.select_for_update(of=("self",)).select_related("person")
    locked = rows.get(pk=member.pk)
    if locked.ends_on is not None:
        raise refuse(
            "org.member-ended",
            f"{locked.person} đã thôi tham gia tập thể này.",
            remedy="Chọn người đang là thành viên.",
        )
    return locked
