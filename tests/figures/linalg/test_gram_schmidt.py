"""GramSchmidt shows what mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.projections import gram_schmidt
from tests.browser import readout


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


@pytest.mark.parametrize("columns", [[[4, 2], [1, 3]], [[3, 4], [1, 3]], [[-2, 1], [0.5, -3]]])
def test_each_step_tells_what_mathlib_has(alive, columns):
    A = np.array(columns).T
    Q, R = gram_schmidt(A)
    foot = R[0, 1] * Q[:, 0]
    said = [R[0, 0], *Q[:, 0], R[0, 1], *foot, *(A[:, 1] - foot), R[1, 1], *Q[:, 1]]
    for step, many in enumerate([0, 3, 6, 8, 11]):
        figure = alive(figures.GramSchmidt(a0=columns[0], a1=columns[1], step=step))
        assert numbers(figure) == pytest.approx([step, *said[:many]], abs=1e-3)


def test_dependent_columns_leave_nothing(alive):
    figure = alive(figures.GramSchmidt(a0=[1, 2], a1=[-2, -4], step=4))
    assert "the columns are dependent" in readout(figure)
    figure = alive(figures.GramSchmidt(a0=[0, 0], step=4))
    assert "no direction" in readout(figure)


def test_a_column_is_dragged_and_the_steps_follow(page, alive):
    figure = alive(figures.GramSchmidt(step=1))
    figure.locator("[data-name=a0]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert numbers(figure) == [1, 4, 1, 0]
