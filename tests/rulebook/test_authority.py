"""Thẩm quyền: deny by default, the matrix of the plan, nobody decides on himself."""

from datetime import date

import pytest

from tusoi.rulebook import law_at
from tusoi.rulebook.facts import (
    AuthorityFacts,
    Leadership,
    OpinionFacts,
    RatedAs,
    Role,
    SubjectKind,
)
from tusoi.rulebook.rules import authority
from tusoi.rulebook.rules.classification import rated_as

LAW = law_at(date(2023, 11, 24), ("lai-chau-2023",))
PLANS = ("lai-chau-2023", "van-phong-ubnd-2023", "dong-thap-2021", "cho-chu-2024", "thanh-hoa-2022")


@pytest.mark.parametrize("command", authority.rows())
def test_every_command_with_every_role(command):
    for role in Role:
        findings = authority.role_findings(AuthorityFacts(command=command, role=role), LAW)
        assert (findings == []) is (role in authority.roles_for(command))


def test_unknown_command_is_refused_to_everybody():
    with pytest.raises(authority.NoAuthority):
        authority.roles_for("decision.whatever")
    for role in Role:
        assert authority.role_findings(AuthorityFacts(command="decision.whatever", role=role), LAW)


def test_technical_admin_touches_no_content():
    content = {
        "campaign",
        "review",
        "meeting",
        "ballot",
        "opinion",
        "appraisal",
        "classification",
        "decision",
        "notice",
    }
    for command, row in authority.rows().items():
        if Role.TECHNICAL_ADMIN in row.roles:
            assert command.partition(".")[0] not in content


@pytest.mark.parametrize("plan", PLANS)
def test_a_decider_stands_where_the_body_decides(plan):
    for procedure in authority.procedures(plan).values():
        assert (procedure.decider is None) is (not procedure.is_decided_here)


def test_only_the_upper_level_decides_on_leaders():
    matrix = authority.procedures("lai-chau-2023")
    decided_above = {kind for kind, each in matrix.items() if not each.is_decided_here}
    assert decided_above == {SubjectKind.DEPARTMENT_COLLECTIVE, SubjectKind.DEPARTMENT_LEADER}


def test_deputies_of_an_office_have_another_superior_than_its_head():
    matrix = authority.procedures("van-phong-ubnd-2023")
    head, deputy = matrix[SubjectKind.DEPARTMENT_LEADER], matrix[SubjectKind.DEPARTMENT_DEPUTY]
    assert head.decided_above_by == "Ban Thường vụ Tỉnh ủy"
    assert deputy.decided_above_by == "Ban cán sự đảng Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("kind", "leadership"),
    [
        (SubjectKind.DEPARTMENT_LEADER, Leadership.HEAD),
        (SubjectKind.DEPARTMENT_DEPUTY, Leadership.DEPUTY),
        (SubjectKind.SERVICE_UNIT_HEAD, Leadership.HEAD),
        (SubjectKind.DIVISION_DEPUTY, Leadership.DEPUTY),
        (SubjectKind.CADRE, Leadership.NONE),
        (SubjectKind.UNIT_COLLECTIVE, Leadership.NONE),
    ],
)
def test_a_kind_of_subject_tells_the_leading_role(kind, leadership):
    assert kind.leadership is leadership


def test_a_party_cell_is_rated_as_a_party_organisation():
    kinds = {kind: rated_as(kind, None) for kind in SubjectKind if kind.is_collective}
    assert kinds[SubjectKind.PARTY_ORGANISATION] is RatedAs.PARTY_ORGANISATION
    assert set(kinds.values()) == {RatedAs.PARTY_ORGANISATION, RatedAs.COLLECTIVE}


def test_whom_a_plan_leaves_out_nobody_decides_on_there():
    left_out = [
        each
        for plan in PLANS
        for each in authority.procedures(plan).values()
        if not each.is_in_plan
    ]
    assert left_out
    assert not any(each.is_decided_here for each in left_out)


def test_public_employees_are_decided_by_the_head_of_their_unit():
    assert (
        authority.procedure_for(SubjectKind.PUBLIC_EMPLOYEE, "lai-chau-2023").decider
        is Role.UNIT_HEAD
    )


def test_procedure_of_an_unknown_plan_is_refused():
    with pytest.raises(authority.NoAuthority):
        authority.procedure_for(SubjectKind.CIVIL_SERVANT, "no-such-place")
    with pytest.raises(authority.NoAuthority):
        authority.procedure_under(SubjectKind.CIVIL_SERVANT, law_at(date(2023, 11, 24)))


def test_required_opinion_blocks_until_given():
    asked = OpinionFacts(kind=SubjectKind.UNIT_COLLECTIVE)
    given = OpinionFacts(
        kind=SubjectKind.UNIT_COLLECTIVE, given_by=frozenset({Role.PARTY_COMMITTEE})
    )
    assert [finding.is_blocker for finding in authority.opinion_findings(asked, LAW)] == [True]
    assert authority.opinion_findings(given, LAW) == []


@pytest.mark.parametrize(("subject", "refused"), [("p1", True), ("p2", False)])
def test_nobody_decides_on_himself(subject, refused):
    facts = AuthorityFacts(
        command="decision.decide", role=Role.UNIT_HEAD, actor_key="p1", subject_key=subject
    )
    assert bool(authority.self_decision_findings(facts, LAW)) is refused
