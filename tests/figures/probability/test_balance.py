"""Balance shows what mathlib computes, and tilts to the heavier side."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.expectation import expectation
from tests.browser import put, put_bars, readout

PLACES = np.arange(1, 7)


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def tilt(figure):
    turned = figure.locator("g[transform^=rotate]").get_attribute("transform")
    return numbers(turned)[0]


def reveal(figure, guess):
    put(figure, "guess", guess)
    figure.locator(".fig-predict button").click()


def test_the_beam_is_held_until_a_guess_and_balances_at_the_expectation(alive):
    figure = alive(figures.Balance())
    assert "held at both ends" in readout(figure) and tilt(figure) == 0
    assert "X =" not in readout(figure)
    reveal(figure, 2)
    assert "it lies level" in readout(figure) and "so it is" in readout(figure)
    assert tilt(figure) == 0


def test_the_numbers_are_those_of_mathlib_and_the_heavier_side_falls(alive):
    figure = alive(figures.Balance())
    reveal(figure, 3.5)
    rng = np.random.default_rng(0)
    for w in ([1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 8], *rng.integers(0, 9, size=(6, 6)).tolist()):
        put_bars(figure, "w", w)
        p = np.array(w) / sum(w)
        mean = expectation(p, PLACES)
        lines = readout(figure).splitlines()
        assert numbers(lines[0]) == pytest.approx(p, abs=6e-4)
        assert numbers(lines[1])[1] == pytest.approx(p @ (PLACES - 3.5), abs=6e-4)
        assert numbers(lines[2])[0] == pytest.approx(mean, abs=6e-4)
        assert np.sign(tilt(figure)) == np.sign(round(mean - 3.5, 3))


def test_a_beam_without_weights_has_no_balance(alive):
    figure = alive(figures.Balance(w=[0] * 6))
    reveal(figure, 3)
    assert "nothing to balance" in readout(figure) and tilt(figure) == 0
