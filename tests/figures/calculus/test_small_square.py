"""SmallSquare shows the Jacobians of mathlib, and areas that come near to their determinants."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.jacobians import jacobian
from tests.browser import readout

MAPS = {
    "bend": lambda x: [x[0] + x[1] ** 2 / 2, x[1] + np.sin(x[0]) / 2],
    "square": lambda x: [(x[0] ** 2 - x[1] ** 2) / 2, x[0] * x[1]],
    "polar": lambda x: [(x[0] + 2) * np.cos(x[1]), (x[0] + 2) * np.sin(x[1])],
}


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


@pytest.mark.parametrize("f", MAPS)
@pytest.mark.parametrize("x", [[0.5, 0.5], [-1.0, 1.5], [1.75, -0.25]])
def test_the_numbers_are_those_of_mathlib(alive, f, x):
    found = numbers(alive(figures.SmallSquare(f=f, x=x, side=5)))
    J = jacobian(MAPS[f], x)
    assert found[:4] == pytest.approx(J.ravel(), abs=6e-3)
    assert found[4] == pytest.approx(np.linalg.det(J), abs=6e-4)
    assert found[5] == pytest.approx(np.linalg.det(J), abs=0.15)


def test_the_area_of_a_large_square_is_that_of_its_image(alive):
    found = numbers(alive(figures.SmallSquare(f="square", x=[0.5, 0.5], side=100)))
    t = np.linspace(0.5, 1.5, 201)
    exact = np.mean(np.add.outer(t**2, t**2))  # the determinant, all over the square
    assert found[5] == pytest.approx(exact, abs=0.02)
