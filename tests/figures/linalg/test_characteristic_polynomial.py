"""CharacteristicPolynomial shows the eigenvalues that mathlib finds."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.spectra import eig2x2
from tests.browser import readout


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def agrees(figure, A):
    rows, sums, found = readout(figure).replace("\N{MINUS SIGN}", "-").split("\n")
    assert numbers(rows) == pytest.approx(np.ravel(A).tolist(), abs=6e-4)
    assert numbers(sums) == pytest.approx([np.trace(A), np.linalg.det(A)], abs=6e-4)
    lam = eig2x2(A)
    if np.iscomplexobj(lam):
        wanted = [lam[0].real, lam[0].imag, lam[0].imag ** 2]
        assert numbers(found) == pytest.approx(wanted, abs=6e-4)
    elif lam[0] == lam[1]:
        assert "twice" in found and numbers(found)[0] == pytest.approx(lam[0], abs=6e-4)
    else:
        assert sorted(numbers(found)) == pytest.approx(sorted(lam), abs=6e-4)


@pytest.mark.parametrize(
    "A",
    [
        [[2, 1], [1, 2]],
        [[0, -1], [1, 0]],
        [[1, 1], [0, 1]],
        [[-3.5, 3.5], [3.5, -3.5]],
        [[1, -2], [2, 1.5]],
        [[2, 0], [0, 2]],
    ],
)
def test_the_numbers_are_those_of_mathlib(alive, A):
    a0, a1 = np.transpose(A).tolist()
    agrees(alive(figures.CharacteristicPolynomial(a0=a0, a1=a1)), A)


def test_a_column_is_moved_by_the_arrow_keys(page, alive):
    figure = alive(figures.CharacteristicPolynomial())
    figure.locator("[data-name=a0]").focus()
    for _ in range(8):
        page.keyboard.press("ArrowDown")
    agrees(figure, [[2, 1], [-1, 2]])
    assert "above the axis" in readout(figure)
