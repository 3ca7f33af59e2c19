"""Landscape shows the gradients and slopes of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.gradients import directional, gradient
from tests.browser import readout

SHAPES = {
    "bowl": lambda x: (x[0] ** 2 + x[1] ** 2) / 2,
    "valley": lambda x: (x[0] ** 2 + 4 * x[1] ** 2) / 2,
    "saddle": lambda x: x[0] * x[1],
    "hills": lambda x: 2 * np.sin(x[0]) * np.cos(x[1]),
}


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)], said


@pytest.mark.parametrize("f", SHAPES)
@pytest.mark.parametrize(("x", "angle"), [([2.0, 0.5], 0), ([-1.25, 1.0], 135), ([0.5, -2.0], 290)])
def test_the_numbers_are_those_of_mathlib(alive, f, x, angle):
    found, _ = numbers(alive(figures.Landscape(f=f, x=x, angle=angle)))
    v = [np.cos(np.radians(angle)), np.sin(np.radians(angle))]
    up = gradient(SHAPES[f], x)
    wanted = [SHAPES[f](x), *up, directional(SHAPES[f], x, v), np.linalg.norm(up)]
    assert found == pytest.approx(wanted, abs=6e-3)


def test_where_it_is_flat_it_is_so_in_every_direction(alive):
    found, said = numbers(alive(figures.Landscape(f="saddle", x=[0.0, 0.0], angle=45)))
    assert found == [0, 0, 0, 0] and "flat in every direction" in said
