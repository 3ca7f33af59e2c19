"""ColumnOfOnes shows the line that mathlib fits."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.regression import fit, predict
from tests.browser import readout

X, Y = np.array([1.0, 2, 4, 5]), np.array([3.0, 3, 4, 6])


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


def expected(w, b, y):
    rest = y - w * X - b
    return pytest.approx([w, b, *rest, rest.sum(), rest @ rest], abs=6e-4)


@pytest.mark.parametrize("ones", [False, True])
@pytest.mark.parametrize("price", [0, 7])
@pytest.mark.parametrize("zero", [0, 1.5])
def test_the_line_is_that_of_mathlib(alive, ones, price, zero):
    model = fit(X[:, None], Y - zero, bias=ones, price=price)
    assert predict(model, X[:, None]).shape == (4,)
    shown = numbers(alive(figures.ColumnOfOnes(ones=ones, price=price, zero=zero)))
    assert shown == expected(model.w[0], model.b, Y - zero)


def test_a_price_on_both_is_a_price_on_two_columns(alive):
    both = fit(np.column_stack([X, np.ones(4)]), Y - 1, bias=False, price=5)
    shown = numbers(alive(figures.ColumnOfOnes(ones=True, both=True, price=5, zero=1)))
    assert shown == expected(*both.w, Y - 1)


def test_points_above_each_other_have_a_flat_line(alive):
    above = [[2, 1], [2, 2], [2, 4], [2, 5]]
    given = {f"p{i}": p for i, p in enumerate(above)}
    model = fit([[p[0]] for p in above], [p[1] for p in above])
    shown = numbers(alive(figures.ColumnOfOnes(ones=True, **given)))
    assert shown[:2] == pytest.approx([model.w[0], model.b]) == [0, 3]


def test_a_point_is_moved_by_the_keys(page, alive):
    figure = alive(figures.ColumnOfOnes(ones=True))
    figure.locator("[data-name=p3]").focus()
    page.keyboard.press("ArrowUp")
    model = fit(X[:, None], [3, 3, 4, 6.25])
    assert numbers(figure)[:2] == pytest.approx([model.w[0], model.b], abs=6e-4)
