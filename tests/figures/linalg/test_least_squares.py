"""LeastSquares shows what mathlib and NumPy compute."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.projections import least_squares
from tests.browser import readout


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def points(figure):
    marks = [figure.locator(f"[data-name=p{i}]") for i in range(3)]
    said = [p.get_attribute("aria-valuetext").replace("\N{MINUS SIGN}", "-") for p in marks]
    return np.array([list(map(float, text.split(", "))) for text in said])


def agrees(figure):
    t, y = points(figure).T
    A = np.column_stack([np.ones(3), t])
    x = [float(figure.locator(f"input[data-name=x{j}]").input_value()) for j in (0, 1)]
    rest = y - A @ x
    shown = numbers(figure)
    assert shown[:6] == pytest.approx([rest @ rest, *rest, *(A.T @ rest)], abs=2e-3)
    if np.ptp(t):
        found = least_squares(A, y)
        missed = y - A @ found
        assert shown[6:] == pytest.approx([*found, missed @ missed], abs=2e-3)


def test_the_numbers_are_those_of_mathlib_wherever_the_keys_go(page, alive):
    figure = alive(figures.LeastSquares(nearest=True))
    agrees(figure)
    rng = np.random.default_rng(0)
    keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
    for name in ("p0", "p1", "p2", "x0", "x1") * 2:
        figure.locator(f"[data-name={name}]").focus()
        for key in rng.choice(keys, size=4):
            page.keyboard.press(key)
        agrees(figure)


def test_the_best_line_leaves_a_rest_orthogonal_to_the_columns(alive):
    figure = alive(figures.LeastSquares(x0=1, x1=1, nearest=True))
    assert numbers(figure) == [6, 1, -2, 1, 0, 0, 1, 1, 6]


def test_points_above_each_other_have_many_best_lines(alive):
    figure = alive(figures.LeastSquares(p0=[1, 0], p1=[1, 1], p2=[1, 2], nearest=True))
    assert "many lines are best" in readout(figure)


def test_space_is_turned_by_the_pointer(page, alive):
    figure = alive(figures.LeastSquares(turn=10))
    box = figure.locator("svg").last.bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 100)
    page.mouse.up()
    assert figure.locator("input[data-name=turn]").input_value() == "30"
