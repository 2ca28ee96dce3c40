"""Sát ranh: on, just below and just above every limit the classes are those of exact fractions."""

from tusoi.benchmarks import limits, reference
from tusoi.rulebook.rules.classification import propose

ROWS = list(limits.rows(4_000, seed=11))
POINTS = limits.task_points()


def levels_in(numbers):
    return [reference.level_of(row, numbers, POINTS) for row in ROWS]


def test_nobody_near_a_limit_gets_a_wrong_class():
    people = (limits.subject(row, POINTS) for row in ROWS)
    proposals = (propose(each.results, each.person, each.rated_as, each.law) for each in people)
    ranks = [reference.NO_LEVEL if each.proven is None else each.proven.rank for each in proposals]
    assert ranks == levels_in(reference.EXACT)


def test_floating_numbers_put_some_of_them_on_the_wrong_side():
    exact = levels_in(reference.EXACT)
    assert levels_in(reference.DOUBLE) != exact
    assert levels_in(reference.SINGLE) != exact


def test_every_class_occurs_and_so_does_none():
    assert set(levels_in(reference.EXACT)) == {0, 1, 2, 3, reference.NO_LEVEL}
