"""RepeatedMap shows the states, stretches and radius that mathlib and NumPy find."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.spectra import simulate, spectral_radius
from tests.browser import readout
from tests.figures.linalg.test_low_rank import to


def numbers(text):
    text = text.replace("\N{MINUS SIGN}", "-").replace("\N{GREEK SMALL LETTER RHO}^k", "")
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(
    "A",
    [
        [[0.85, 1.5], [0, 0.85]],
        [[0.8, -0.5], [0.5, 0.8]],
        [[1.1, 0], [0, 0.7]],
        [[0, 1], [0, 0]],
        [[-0.5, 0.25], [1, 0.25]],
    ],
)
def test_the_numbers_are_those_of_mathlib(alive, A):
    figure = alive(figures.RepeatedMap(A=A, x=[-2, 1]))
    stretch = [np.linalg.norm(np.linalg.matrix_power(np.array(A), k), 2) for k in range(41)]
    rho = spectral_radius(A)
    for k in (0, 1, 6, 40):
        to(figure, "k", k)
        first, then, *grown = readout(figure).split("\n")
        assert numbers(first)[4:] == pytest.approx([rho, stretch[1]], abs=6e-5)
        x = simulate(A, [-2, 1], k)[-1]
        wanted = [k, *x, np.linalg.norm(x), k, stretch[k], rho**k]
        assert numbers(then) == pytest.approx(wanted, rel=1e-4, abs=6e-5)
        peak = int(np.argmax(stretch))
        if rho < 1 and stretch[peak] > 1:
            assert numbers(grown[0]) == pytest.approx([stretch[peak], peak], abs=6e-5)
        else:
            assert not grown


def test_columns_and_start_are_moved_by_the_arrow_keys(page, alive):
    figure = alive(figures.RepeatedMap(A=[[1, 0], [0, 0.5]], x=[1, 1], k=2))
    figure.locator("[data-name=a1]").focus()
    page.keyboard.press("ArrowUp")
    figure.locator("[data-name=x]").focus()
    page.keyboard.press("ArrowRight")
    x = simulate([[1, 0], [0, 0.55]], [1.5, 1], 2)[-1]
    assert numbers(readout(figure).split("\n")[1])[1:3] == pytest.approx(x, abs=6e-5)


def test_what_is_no_matrix_is_refused():
    with pytest.raises(ValueError, match="A must have two rows of two entries"):
        figures.RepeatedMap(A=[[1, 2, 3], [4, 5, 6]])
