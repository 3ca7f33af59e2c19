"""ManyFits shows bias, variance and noise as mathlib has them."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.prediction import error_parts, smoother
from mathlib.probability.regression import polynomial
from tests.browser import readout

X = (2 * np.arange(12) + 1) / 12 - 1


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)]


def parts(degree, at, sd):
    H = smoother(polynomial(X, degree), polynomial([at], degree))
    return error_parts(H, np.sin(np.pi * X), [np.sin(np.pi * at)], sd)


@pytest.mark.parametrize("degree", [0, 1, 3, 8])
@pytest.mark.parametrize(("at", "sd"), [(10, 5), (-18, 10), (0, 0)])
def test_the_parts_are_those_of_mathlib(alive, degree, at, sd):
    given = {"degree": degree, "at": at, "sd": sd, "ask": False}
    shown = numbers(alive(figures.ManyFits(**given)))
    bias2, variance, noise = parts(degree, at / 20, sd / 10)
    total = bias2 + variance + noise
    assert shown[:2] == [degree, at / 20]
    wanted = [float(v) for v in (bias2[0], variance[0], noise, total[0])]
    assert shown[2:6] == pytest.approx(wanted, abs=6e-5)
    errors = [float(np.squeeze(sum(parts(d, at / 20, sd / 10)))) for d in range(9)]
    assert errors[int(shown[6])] == pytest.approx(min(errors), abs=1e-12)


def test_the_bars_wait_for_a_guess(alive):
    figure = alive(figures.ManyFits())
    bars = "[data-tell*=variance]"
    assert "bias" not in readout(figure) and figure.locator(bars).count() == 0
    guess = figure.locator("input[data-name=guess]")
    guess.fill("3")
    figure.locator(".fig-predict button").click()
    assert figure.locator(bars).count() == 9
    assert "You guessed 3" in readout(figure)
