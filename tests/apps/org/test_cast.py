"""The cast itself: every role is held, so that the tests of all apps may rely on it."""

from tusoi.org.enums import Role


def test_every_role_of_the_season_is_held(department):
    assert department.director.role == Role.DEPARTMENT_HEAD
    assert department.office.role == Role.COORDINATOR
    assert department.actor("trade_head", Role.UNIT_HEAD).unit_id == department.units["trade"].pk
    assert department.actor("trade_officer", Role.SECRETARY).unit_id == department.units["trade"].pk
    assert department.actor("vice_director", Role.PARTY_COMMITTEE)
    assert department.actor("industry_officer_2", Role.SUPERVISOR)
    assert department.actor("admin", Role.TECHNICAL_ADMIN)
