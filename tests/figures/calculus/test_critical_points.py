"""CriticalPoints shows the eigenvalues, kinds and curvatures of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.calculus.curvature import classify, curvature_along, hessian
from mathlib.calculus.gradients import gradient
from tests.browser import readout

MORE = {
    "nothing": lambda a, b: 0,
    "quartic-sum": lambda a, b: (a**4 + b**4) / 4,
    "quartic-difference": lambda a, b: (a**4 - b**4) / 4,
    "slope": lambda a, b: a / 2,
}


def landscape(first, second, more, q):
    c, s = np.array(q) / np.hypot(*q)

    def f(x):
        a, b = c * x[0] + s * x[1], c * x[1] - s * x[0]
        return (first * a**2 + second * b**2) / 2 + MORE[more](a, b)

    return f


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize(
    ("first", "second", "q", "cut"),
    [
        (1, 2, [1.25, 0.5], 60),
        (-0.5, -2, [0, 1], 35),
        (1.5, -1, [-1, 1.5], 180),
        (0, 2, [2, 0], 0),
        (0, 0, [1, 1], 90),
        (0, -1, [0.25, 0], 140),
    ],
)
def test_the_numbers_are_those_of_mathlib(alive, more, first, second, q, cut):
    figure = alive(figures.CriticalPoints(first=first, second=second, more=more, q=q, cut=cut))
    above, below = readout(figure).replace("\N{MINUS SIGN}", "-").splitlines()
    f = landscape(first, second, more, q)
    H = hessian(f, [0, 0])
    assert above.split(": ")[1] == classify(gradient(f, [0, 0]), H)
    said = sorted(float(w) for w in re.findall(r"-?\d+(?:\.\d+)?", above))
    assert said == pytest.approx(np.linalg.eigvalsh(H), abs=1e-3)
    v = [np.cos(np.radians(cut)), np.sin(np.radians(cut))]
    assert float(below.split(": ")[1]) == pytest.approx(curvature_along(f, [0, 0], v), abs=1e-3)


def test_an_ellipse_stands_where_both_bend_the_same_way(alive):
    def areas(**state):
        return alive(figures.CriticalPoints(**state)).locator(".fig-ground .fig-area").count()

    assert [areas(first=1, second=2), areas(first=-1, second=-2)] == [1, 1]
    assert [areas(first=1, second=-2), areas(first=1, second=0)] == [0, 0]


def test_where_no_direction_is_given_it_is_the_first_axis(alive):
    figure = alive(figures.CriticalPoints(first=1, second=-2, q=[0, 0], cut=90))
    assert readout(figure).replace("\N{MINUS SIGN}", "-").endswith("curvature along v: -2")
