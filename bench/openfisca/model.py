"""The same classes in OpenFisca-Core, as one of its country packages would write them; run by ./tusoi bench rules.

Civil servants without a leading post: by score (Nghị định 335/2025/NĐ-CP, Điều 20) or by shares of
tasks (Nghị định 90/2020/NĐ-CP, Điều 8–11). `model.py ROWS LEVELS LIMITS` reads rows of eight int32
and the limits, writes one byte per person (0 best … 3 lowest, 255 none) and prints what it measured.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

INPUTS = ("is_scored", "whole", "first", "second", "third", "hundredths", "degree", "disciplined")
YEAR = "2026"
NONE = 255
AVERAGE, GOOD = 1, 2
LIMITS = json.loads(Path(sys.argv[3]).read_text())

person = build_entity(key="person", plural="persons", label="Person", is_person=True)


def declared(name, value_type, formula=None):
    """A yearly variable of a person."""
    content = {"value_type": value_type, "entity": person, "definition_period": DateUnit.YEAR}
    return type(name, (Variable,), content | ({"formula": formula} if formula else {}))


def share(part):
    return lambda people, year: people(part, year) / people("whole", year)


def score(people, year):
    tasks = sum(people(f"{each}_share", year) for each in ("first", "second", "third")) / 3
    return people("hundredths", year) / 100 + LIMITS["task_max"] * tasks


def level_by_score(people, year):
    points = people("score", year)
    low, middle, high = LIMITS["score"]
    grades = np.select([points >= high, points >= middle, points >= low], [0, 1, 2], 3)
    return np.where(people("disciplined", year) > 0, 3, grades)


def level_by_shares(people, year):
    on_time, exceeded, deficient = (
        people(f"{each}_share", year) for each in ("first", "second", "third")
    )
    degree, is_all_on_time = people("degree", year), on_time >= 1
    is_lowest = (people("disciplined", year) > 0) | (deficient > LIMITS["deficient_ground"])
    return np.select(
        [
            is_lowest,
            (degree >= GOOD) & is_all_on_time & (exceeded >= LIMITS["exceeded"]),
            (degree >= AVERAGE) & is_all_on_time,
            (degree >= AVERAGE) & (deficient <= LIMITS["deficient"]),
        ],
        [3, 0, 1, 2],
        NONE,
    )


def level(people, year):
    return np.where(
        people("is_scored", year) > 0,
        people("level_by_score", year),
        people("level_by_shares", year),
    )


def system():
    """The model: inputs as reported, shares and score as floats (float32 there), levels."""
    model = TaxBenefitSystem([person])
    for name in INPUTS:
        model.add_variable(declared(name, int))
    for part in ("first", "second", "third"):
        model.add_variable(declared(f"{part}_share", float, share(part)))
    model.add_variable(declared("score", float, score))
    for formula in (level_by_score, level_by_shares, level):
        model.add_variable(declared(formula.__name__, int, formula))
    return model


def judged(model, rows):
    """Levels of all rows in one simulation."""
    simulation = SimulationBuilder().build_default_simulation(model, len(rows))
    for place, name in enumerate(INPUTS):
        simulation.set_input(name, YEAR, rows[:, place])
    return simulation.calculate("level", YEAR)


def main():
    rows = np.fromfile(sys.argv[1], dtype=np.int32).reshape(-1, len(INPUTS))
    model = system()
    judged(model, rows[:1])
    started = perf_counter()
    levels = judged(model, rows)
    together = perf_counter() - started
    started = perf_counter()
    for row in rows[:200]:
        judged(model, row.reshape(1, -1))
    alone = (perf_counter() - started) / min(len(rows), 200)
    levels.astype(np.uint8).tofile(sys.argv[2])
    print(json.dumps({"people": len(rows), "seconds": together, "alone": alone}))


main()
