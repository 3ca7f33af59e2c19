"""JointTable shows what mathlib and NumPy compute."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.moments import covariance, variance
from tests.browser import put, readout

PAIRS = np.array([(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1)])
TABLES = [
    [2, 0, 0, 2, 2, 2, 0, 0, 2],
    [1, 2, 1, 2, 4, 2, 1, 2, 1],
    [1, 2, 1, 2, 0, 2, 1, 2, 1],
    [0, 4, 0, 0, 0, 0, 3, 0, 1],
    [4, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 4, 0, 1, 2, 3],
]


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def agrees(figure, w, degrees):
    lines = readout(figure).splitlines()
    data = np.repeat(PAIRS, w, axis=0)
    S = covariance(data)
    assert numbers(lines[0]) == pytest.approx([S[0, 0], S[1, 1], S[0, 1]], abs=6e-4)
    v = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    spread = variance(data @ v)
    assert numbers(lines[1]) == pytest.approx([spread, np.sqrt(spread)], abs=6e-4)
    lam, V = np.linalg.eigh(S)
    if lam[1] - lam[0] < 1e-9:
        assert lines[2] == "all directions vary alike"
    else:
        angle, most = numbers(lines[2])
        assert most == pytest.approx(lam[1], abs=6e-4)
        u = [np.cos(np.radians(angle)), np.sin(np.radians(angle))]
        assert abs(V[:, 1] @ u) == pytest.approx(1, abs=1e-4)
    p = np.reshape(w, (3, 3)) / sum(w)
    product = np.outer(p.sum(axis=1), p.sum(axis=0))
    assert lines[3].startswith("independent" if np.allclose(p, product) else "not independent")


def test_the_numbers_are_those_of_mathlib_for_every_table_and_direction(alive):
    for w in TABLES:
        figure = alive(figures.JointTable(w=w))
        for degrees in (0, 30, 45, 120, 180):
            put(figure, "degrees", degrees)
            agrees(figure, w, degrees)


def test_a_cell_is_filled_by_pressing_it_and_by_the_keys(page, alive):
    figure = alive(figures.JointTable(w=[1] * 9))
    cells = figure.locator("[role=slider][data-name=w]")
    w = [1] * 9
    cells.nth(8).click(position={"x": 6, "y": 6})
    w[8] = 2
    agrees(figure, w, 0)
    for key, value in [("End", 4), ("ArrowDown", 3), ("Home", 0), ("ArrowDown", 0)]:
        cells.nth(2).focus()
        page.keyboard.press(key)
        w[2] = value
        agrees(figure, w, 0)
    assert cells.nth(2).get_attribute("aria-valuenow") == "0"
    for _ in range(3):  # 3, 4, and empty again
        cells.nth(8).click(position={"x": 6, "y": 6})
    assert cells.nth(8).get_attribute("aria-valuenow") == "0"


def test_an_empty_table_is_nine_equal_cells(alive):
    figure = alive(figures.JointTable(w=[0] * 9))
    assert "an empty table counts as nine equal cells" in readout(figure)
    assert "Var X = 0.667" in readout(figure)


def test_the_direction_is_hidden_until_it_is_guessed(alive):
    figure = alive(figures.JointTable(ask=True))
    assert "greatest" not in readout(figure)
    put(figure, "guess", 45)
    figure.get_by_text("Show the truth").click()
    assert "greatest at 31.7°" in readout(figure)
    assert "You guessed 45: it is 32." in readout(figure)
