"""Race takes the steps of mathlib, and shows where they lead."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.curvature import hessian
from mathlib.calculus.gradients import gradient
from mathlib.calculus.newton import damped_step, newton_step
from tests.browser import put, readout

LANDS = {
    "bowl": lambda x: (3 * x[0] ** 2 + 4 * x[0] * x[1] + 3 * x[1] ** 2) / 2,
    "banana": lambda x: ((x[0] - 1) ** 2 + 4 * (x[1] - x[0] ** 2 / 2) ** 2) / 2,
    "saddle": lambda x: x[0] ** 2 / 2 - x[1] ** 2 / 2 + x[1] ** 4 / 4,
    "funnel": lambda x: np.sqrt(1 + x[0] ** 2) + np.sqrt(1 + x[1] ** 2),
}
RATES = {"bowl": 0.25, "banana": 0.1, "saddle": 0.4, "funnel": 0.8}
NUMBER = r"-?\d+(?:\.\d+)?"


def numbers(figure):
    """Where each racer is, its height and its digits; None for one that is out of sight."""
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return {
        name: None if "out of sight" in rest else [float(v) for v in re.findall(NUMBER, rest)]
        for name, rest in re.findall(r"(Newton|descent): (.*?)(?=Newton|descent|$)", said, re.S)
    }


@pytest.mark.parametrize("f", LANDS)
@pytest.mark.parametrize("damped", [False, True])
@pytest.mark.parametrize("start", [(0.75, -0.5), (-1.5, -1.0), (2.0, 0.75)])
def test_the_places_are_those_of_mathlib(alive, f, damped, start):
    figure = alive(figures.Race(f=f, x=list(start), damped=damped, t=0))
    height, newton, descent = LANDS[f], np.array(start), np.array(start)
    for t in range(6):
        put(figure, "t", t)
        found = numbers(figure)
        for name, x in (("Newton", newton), ("descent", descent)):
            if np.linalg.norm(x) > 1e3:
                break
            length = np.linalg.norm(gradient(height, x))
            assert found[name][:3] == pytest.approx([*x, height(x)], rel=1e-3, abs=2e-3)
            if length > 1e-6:
                assert found[name][3] == pytest.approx(-np.log10(length), abs=0.06)
        if np.linalg.norm(newton) > 1e2:
            break
        g, H = gradient(height, newton), hessian(height, newton)
        newton = newton + (damped_step(height, newton, g, H) if damped else newton_step(g, H))
        descent = descent - RATES[f] * gradient(height, descent)


def test_the_states_that_the_page_tells_of(alive):
    ends = {}
    for f, x, damped in (
        ("bowl", (2.0, -1.5), False),
        ("banana", (-1.5, -1.0), False),
        ("saddle", (1.5, 0.25), False),
        ("saddle", (1.5, 0.25), True),
        ("funnel", (2.0, 1.25), False),
        ("funnel", (2.0, 1.25), True),
    ):
        figure = alive(figures.Race(f=f, x=list(x), damped=damped, t=1 if f == "bowl" else 12))
        ends[f, damped] = numbers(figure)
    assert ends["bowl", False]["Newton"][:2] == [0, 0]
    assert ends["bowl", False]["descent"][3] < 2
    assert ends["banana", False]["Newton"][:2] == pytest.approx([1, 0.5])
    assert ends["saddle", False]["Newton"][:2] == [0, 0]
    assert ends["saddle", True]["Newton"][:2] == pytest.approx([0, 1])
    assert ends["saddle", False]["descent"][1] == pytest.approx(1, abs=0.01)
    assert ends["funnel", False]["Newton"] is None
    assert ends["funnel", True]["Newton"][:2] == [0, 0]


def test_it_plays_only_when_asked_and_shows_the_steps_up_to_now(alive):
    figure = alive(figures.Race(t=0))
    before = readout(figure)
    figure.locator("button[aria-label^=Step]").click()
    assert readout(figure) != before and "step 1" in readout(figure)
