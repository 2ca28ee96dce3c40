"""Thẩm quyền: which role may give which command, and who proposes and decides for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tusoi.rulebook.citations import Trust, cite
from tusoi.rulebook.facts import AuthorityFacts, OpinionFacts, Role, SubjectKind
from tusoi.rulebook.lawdata import LawDataFault, names_in, read_yaml
from tusoi.rulebook.registry import blocks, judge, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

SCOPES = frozenset({"own", "unit", "meeting", "body", "any"})


class NoAuthority(LookupError):
    """Không có thẩm quyền: the table has no such command, so nobody may give it."""


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """Thẩm quyền thao tác: a command, who may give it, how far, and on what ground."""

    command: str
    label: str
    roles: frozenset[Role]
    scope: str
    cite: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """Quy trình xếp loại của một nhóm đối tượng: form, place, opinions, proposer, decider, cap group.

    `member_form` is the form of Party members where it differs; a kind not in the plan is left out.
    """

    kind: SubjectKind
    form: str
    criteria_form: str | None
    review_place: str
    opinions: tuple[Role, ...]
    proposer: Role | None
    decider: Role | None
    is_decided_here: bool
    signs_for_collective: bool
    member_form: str | None
    is_in_plan: bool
    decided_above_by: str
    cap_group: str
    cite: str
    trust: Trust


@cache
def rows() -> dict[str, AuthorityRow]:
    """Every row of `law/authority.yaml`, by command."""
    table: dict[str, AuthorityRow] = {}
    for command, entry in read_yaml("authority.yaml").items():
        if entry["scope"] not in SCOPES:
            raise LawDataFault(f"authority.yaml: {command}: unknown scope")
        roles = frozenset(Role(code) for code in entry["roles"])
        table[command] = AuthorityRow(
            command, entry["label"], roles, entry["scope"], cite(entry["cite"]).id
        )
    return table


def row(command: str) -> AuthorityRow:
    """The row of a command; raises NoAuthority where there is none (deny by default)."""
    try:
        return rows()[command]
    except KeyError:
        raise NoAuthority(command) from None


def roles_for(command: str) -> frozenset[Role]:
    """The roles that may give the command."""
    return row(command).roles


@cache
def procedures(overlay: str) -> dict[SubjectKind, Procedure]:
    """The matrix of a body's plan: one procedure per kind of subject."""
    if f"{overlay}.yaml" not in names_in("procedures", ".yaml"):
        raise NoAuthority(overlay)
    table = {}
    for code, entry in read_yaml(f"procedures/{overlay}.yaml").items():
        kind = SubjectKind(code)
        table[kind] = Procedure(
            kind=kind,
            form=entry["form"],
            criteria_form=entry.get("criteria_form"),
            review_place=entry["review_place"],
            opinions=tuple(Role(opinion) for opinion in entry["opinions"]),
            proposer=Role(entry["proposer"]) if entry["proposer"] else None,
            decider=Role(entry["decider"]) if entry["decider"] else None,
            is_decided_here=entry["is_decided_here"],
            signs_for_collective=entry["signs_for_collective"],
            member_form=entry.get("member_form"),
            is_in_plan=entry.get("is_in_plan", True),
            decided_above_by=entry.get("decided_above_by", ""),
            cap_group=entry["cap_group"],
            cite=cite(entry["cite"]).id,
            trust=Trust(entry["trust"]),
        )
    return table


def procedure_for(kind: SubjectKind, overlay: str) -> Procedure:
    """How a subject of this kind is rated under the plan named by `overlay`."""
    try:
        return procedures(overlay)[kind]
    except KeyError:
        raise NoAuthority(f"{overlay}: {kind.value}") from None


@rule("authority.role", since=date(2018, 1, 1), cites=("90-2020-nd-cp/d16",))
def _role_may_give_command(facts: AuthorityFacts, law: LawAt) -> Iterator[Finding]:
    known = rows().get(facts.command)
    if known is None:
        yield blocks(
            "Thao tác này chưa được giao cho vai trò nào nên không ai được thực hiện.",
            command=facts.command,
        )
    elif facts.role not in known.roles:
        competent = ", ".join(sorted(role.label for role in known.roles))
        yield blocks(
            f"Vai trò “{facts.role.label}” không có thẩm quyền thực hiện thao tác “{known.label}”.",
            cites=(known.cite,),
            remedy=f"Thao tác này do {competent} thực hiện.",
            command=facts.command,
        )


@rule("authority.self-decision", since=date(2018, 1, 1), cites=("90-2020-nd-cp/d16",))
def _nobody_decides_on_himself(facts: AuthorityFacts, law: LawAt) -> Iterator[Finding]:
    if facts.actor_key and facts.actor_key == facts.subject_key:
        yield blocks(
            "Không ai được tự quyết định mức xếp loại chất lượng của chính mình.",
            remedy="Chuyển hồ sơ cho cấp có thẩm quyền hoặc người được ủy quyền khác quyết định.",
        )


def role_findings(facts: AuthorityFacts, law: LawAt) -> list[Finding]:
    """Whether the role acted in may give the command at all."""
    return judge((_role_may_give_command,), facts, law)


def self_decision_findings(facts: AuthorityFacts, law: LawAt) -> list[Finding]:
    """Nobody decides on himself or herself, whatever the role."""
    return judge((_nobody_decides_on_himself,), facts, law)


def procedure_under(kind: SubjectKind, law: LawAt) -> Procedure:
    """The procedure of the innermost local plan laid over the law; NoAuthority where none has it."""
    for overlay in reversed(law.overlays):
        if f"{overlay}.yaml" in names_in("procedures", ".yaml"):
            return procedure_for(kind, overlay)
    raise NoAuthority(kind.value)


@rule("authority.required-opinions", since=date(2018, 1, 1), cites=("90-2020-nd-cp/d18",))
def _required_opinions_are_given(facts: OpinionFacts, law: LawAt) -> Iterator[Finding]:
    procedure = procedure_under(facts.kind, law)
    for role in procedure.opinions:
        if role not in facts.given_by:
            yield blocks(
                f"Chưa có ý kiến nhận xét, đánh giá của {role.label}.",
                cites=(procedure.cite,),
                remedy=f"Văn phòng đôn đốc {role.label} gửi ý kiến trước khi trình quyết định.",
                role=role.value,
            )


def opinion_findings(facts: OpinionFacts, law: LawAt) -> list[Finding]:
    """Every opinion that must be heard before the decision and has not been given."""
    return judge((_required_opinions_are_given,), facts, law)
