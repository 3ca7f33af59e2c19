"""Valley shows the loss, the minimum and the descent that NumPy and mathlib find."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.ridge import nearest_solution, ridge
from tests.browser import readout


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-").split("\n")
    said[0] = said[0].replace("/2", "")
    said = [re.sub("[₀₁]", "", line) for line in said]
    return [[float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", line)] for line in said]


@pytest.mark.parametrize("degrees", [0, 30, 90])
@pytest.mark.parametrize(
    ("price", "start", "steps"), [(0, [-1, 2], 0), (0, [3, -1.5], 7), (10, [-1, 2], 60)]
)
def test_the_numbers_are_those_of_numpy(alive, degrees, price, start, steps):
    t = np.radians(degrees)
    X, lam = np.array([[1, np.cos(t)], [0, np.sin(t)]]), price / 20
    y, w = 2 * X[:, 0], np.array(start, float)
    for _ in range(steps):
        w = w - 0.2 * (X.T @ (X @ w - y) + lam * w)
    loss = np.sum((y - X @ w) ** 2) + lam * w @ w
    figure = alive(figures.Valley(degrees=degrees, price=price, start=start, steps=steps))
    first, second = numbers(figure)
    assert first == pytest.approx([*w, steps, loss, (w[0] - w[1]) / 2], abs=6e-4)
    best = ridge(X, y, lam)
    least = np.sum((y - X @ best) ** 2) + lam * best @ best
    if degrees or price:
        assert second == pytest.approx([least, *best], abs=6e-4)
    else:
        assert second == pytest.approx([least, 2], abs=6e-4)


def test_in_the_valley_the_descent_ends_at_the_nearest_point_of_the_floor(alive):
    figure = alive(figures.Valley(degrees=0, start=[3, 2], steps=60))
    wanted = nearest_solution([[1, 1]], [2], [3, 2])
    assert numbers(figure)[0][:2] == pytest.approx(wanted, abs=1e-3)
