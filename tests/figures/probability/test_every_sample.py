"""EverySample counts all samples, as an enumeration in fractions does."""

import re
from fractions import Fraction
from itertools import product

import pytest

import figures
from tests.browser import readout

BY = {"N": 0, "N - 1": -1, "N + 1": 1}


@pytest.mark.parametrize("divisor", BY)
@pytest.mark.parametrize(("values", "N"), [([0, 1, 5], 2), ([8, 0, 3], 4), ([2, 2, 7], 3)])
def test_mean_and_error_of_all_estimates(alive, values, N, divisor):
    said = readout(alive(figures.EverySample(values=values, N=N, divisor=divisor, ask=False)))
    mean = Fraction(sum(values), 3)
    variance = sum((v - mean) ** 2 for v in values) / 3
    found = []
    for draws in product(values, repeat=N):
        own = Fraction(sum(draws), N)
        found.append(sum((v - own) ** 2 for v in draws) / (N + BY[divisor]))
    expected = sum(found) / len(found)
    error = sum((v - variance) ** 2 for v in found) / len(found)
    shown = [float(v) for v in re.findall(r"\d+(?:\.\d+)?", said)]
    wanted = [3**N, variance, expected, expected / variance, error]
    assert shown == pytest.approx([float(v) for v in wanted], abs=6e-4)


def test_the_mean_comes_after_a_guess(alive):
    figure = alive(figures.EverySample())
    assert "mean of all" not in readout(figure)
    guess = figure.locator("[data-name=guess]")
    guess.focus()
    guess.press("ArrowLeft")
    figure.get_by_role("button", name="Show the truth").click()
    assert "mean of all estimates 2.333, 0.5 of the variance" in readout(figure)


def test_three_equal_values_do_not_vary(alive):
    assert "nothing varies" in readout(alive(figures.EverySample(values=[3, 3, 3], ask=False)))
