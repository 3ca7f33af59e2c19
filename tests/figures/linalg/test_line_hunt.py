"""LineHunt shows what mathlib's power iteration comes to, step by step."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.spectra import eig2x2, power_iteration
from mathlib.linalg.vectors import angle
from tests.browser import readout
from tests.figures.linalg.test_low_rank import to


def numbers(text):
    text = text.replace("\N{MINUS SIGN}", "-")
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


@pytest.mark.parametrize(
    "A", [[[1.25, 0.75], [0.75, 1.25]], [[1.5, 1], [0, 1]], [[-1.5, 0.5], [0.5, 0]]]
)
def test_the_steps_are_those_of_mathlib(alive, A):
    figure = alive(figures.LineHunt(A=A, x=[1, -0.5]))
    lam, V = np.linalg.eig(A)
    v = V[:, np.argmax(np.abs(lam))]
    for k in (0, 1, 5, 9):
        to(figure, "k", k)
        found = power_iteration(A, k, [1, -0.5])
        _, steps, promised = readout(figure).split("\n")
        assert numbers(steps) == pytest.approx([k, *found.v, found.lam], abs=6e-5)
        off = angle(found.v, v)
        large, small = eig2x2(A)
        shown = numbers(promised.replace("₀", "").replace("₁", ""))
        assert shown[0] == pytest.approx(large, abs=6e-5)
        assert shown[1] == pytest.approx(np.degrees(min(off, np.pi - off)), rel=6e-3)
        assert shown[2] == pytest.approx(abs(small / large), abs=6e-5)


def test_it_says_why_there_is_no_line(alive):
    for A, why in [
        ([[0, -1], [1, 0]], "every line is turned"),
        ([[0, 1], [1, 0]], "two eigenvalues have the same size"),
        ([[2, 0], [0, 2]], "every line stays where it is"),
        ([[1, 1], [0, 1]], "no rate is promised"),
    ]:
        assert why in readout(alive(figures.LineHunt(A=A, k=3)))


def test_zero_has_no_direction_and_may_come_out(alive):
    assert "no direction" in readout(alive(figures.LineHunt(x=[0, 0])))
    figure = alive(figures.LineHunt(A=[[0, 1], [0, 0]], x=[1, 1], k=5))
    assert "after 1 steps" in readout(figure) and "then Ax is 0" in readout(figure)


def test_the_start_is_moved_by_the_arrow_keys(page, alive):
    figure = alive(figures.LineHunt())
    figure.locator("[data-name=x]").focus()
    page.keyboard.press("ArrowUp")
    x = np.array([1, 0.25]) / np.hypot(1, 0.25)
    assert numbers(readout(figure).split("\n")[1])[1:3] == pytest.approx(x, abs=6e-5)


def test_what_is_no_matrix_is_refused():
    with pytest.raises(ValueError, match="A must have two rows of two entries"):
        figures.LineHunt(A=[[1, 2, 3]])
