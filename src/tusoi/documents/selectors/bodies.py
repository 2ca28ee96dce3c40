"""Cơ quan trong văn bản: how papers name the leading collective, the office, those below; how a head signs."""

from __future__ import annotations

from datetime import date

from tusoi.officialdocs.papers.office import Distribution, Signer
from tusoi.officialdocs.styles import Acting
from tusoi.org.enums import CollectiveKind, Leadership, Role, UnitKind
from tusoi.org.models import Collective, RoleGrant, Unit
from tusoi.org.selectors.actors import in_force

_COMMITTEE = "Đảng ủy "
_SECRETARIES = ("bí thư", "phó bí thư")


def leaders_name(unit: Unit) -> str:
    """The leading collective as it is called: “Tập thể Lãnh đạo Sở Công Thương”, “Ban Thường vụ Đảng ủy …”."""
    found = Collective.objects.filter(unit=unit, kind=CollectiveKind.LEADERS).first()
    return found.name if found else f"Tập thể lãnh đạo {unit.name}"


def party_name(body: Unit) -> str:
    """The Party organisation of a body: “Đảng bộ Sở Công Thương”, “Đảng bộ thị trấn …”."""
    return f"Đảng bộ {body.name.removeprefix(_COMMITTEE)}"


def office_name(body: Unit, day: date) -> str:
    """The unit that coordinates the season: where the first coordinator of the body works."""
    office = _office(body, day)
    return office.name if office else f"Văn phòng {body.name}"


def role_name(role: Role, body: Unit, day: date) -> str:
    """How the body calls whoever acts in a role: its office, its head by title, a Party body its committee."""
    if role is Role.COORDINATOR:
        return office_name(body, day)
    if role is not Role.DEPARTMENT_HEAD:
        return role.label
    if body.is_party:
        return leaders_name(body)
    head = body.posts.filter(leadership=Leadership.HEAD).first()
    return head.title if head else role.label


def _office(body: Unit, day: date) -> Unit | None:
    grants = RoleGrant.objects.filter(in_force(day), role=Role.COORDINATOR, unit=body)
    held = Unit.objects.filter(
        in_force(day, "posts__assignments__"),
        posts__assignments__kind="main",
        posts__assignments__person__in=grants.values("person"),
    )
    return held.order_by("path").first()


def below(body: Unit) -> str:
    """Those under the body, as recipients name them."""
    parts = "chi bộ, cơ quan, đơn vị" if body.is_party else "phòng, đơn vị"
    return f"các {parts} trực thuộc"


def distribution_of(body: Unit, recipients: tuple[str, ...], day: date) -> Distribution:
    """Nơi nhận of a paper of the body, with where its copy is kept."""
    office = _office(body, day)
    state = f"VT, {office.code}" if office and office != body else "VT"
    party = "chi bộ" if body.kind == UnitKind.PARTY_CELL else f"VP{body.code}"
    return Distribution(recipients=recipients, archive=party if body.is_party else state)


def signer_of(unit: Unit, name: str, title: str) -> Signer:
    """Who signs: a secretary of the Party signs on behalf of the committee, without its name in the title."""
    if not unit.is_party or not title.lower().startswith(_SECRETARIES):
        return Signer(name=name, title=title)
    title = title.removesuffix(f" {_COMMITTEE.strip()}").removesuffix(" chi bộ")
    return Signer(name=name, title=title, on_behalf=((Acting.COLLECTIVE, committee_name(unit)),))


def committee_name(unit: Unit) -> str:
    """The committee that leads a Party body, as it stands over a signature: “Ban Thường vụ”, “Chi ủy”."""
    committee = leaders_name(unit).partition(f" {_COMMITTEE.strip()}")[0]
    return committee if unit.is_root else committee.partition(" Chi bộ")[0]
