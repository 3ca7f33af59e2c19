"""CoinsFall shows the beliefs of mathlib."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.conjugate import beta_binomial_logpmf, beta_mode
from tests.browser import readout


def told(figure):
    """Let the figure tell: a guess, and the truth."""
    figure.locator("[data-name=guess]").focus()
    figure.locator("[data-name=guess]").press("ArrowRight")
    figure.locator(".fig-predict button").click()
    return readout(figure)


def numbers(text):
    return [float(v) for v in re.findall(r"\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(
    ("coin", "n", "a", "b", "heads"),
    [
        ("two-headed", 3, 1, 1, 3),
        ("biased", 40, 2.5, 20, 28),
        ("fair", 10, 1, 3, 5),
        ("biased", 3, 0.5, 0.5, 2),
        ("two-headed", 5, 3, 0.5, 5),
    ],
)
def test_the_numbers_are_those_of_mathlib(alive, coin, n, a, b, heads):
    figure = alive(figures.CoinsFall(coin=coin, n=n, a=a, b=b))
    assert "mean" not in readout(figure)
    p, q = a + heads, b + n - heads
    tails = 100 * np.exp(beta_binomial_logpmf(0, 1, p, q))
    mode = beta_mode(p, q)
    wanted = [heads, n - heads, p, q, p / (p + q), mode, tails, 100 * (1 - mode)]
    assert numbers(told(figure))[:8] == pytest.approx(wanted, abs=6e-3)


def test_a_belief_with_no_single_mode_says_so(alive):
    assert "no single mode" in told(alive(figures.CoinsFall(n=0)))
    assert "no single mode" in told(alive(figures.CoinsFall(n=0, a=0.5, b=0.5)))


def test_each_toss_is_drawn_and_the_bars_wait_for_a_guess(alive):
    figure = alive(figures.CoinsFall(coin="fair", n=10))
    assert figure.locator(".role-input .fig-dot").count() == 10
    assert figure.locator(".role-input .fig-dot.hollow").count() == 5
    assert figure.locator("rect[data-tell]").count() == 0
    assert figure.get_by_text("mean", exact=True).count() == 0  # it is the answer
    told(figure)
    assert figure.locator("rect[data-tell]").count() == 6  # the guess, and two predictions
    assert figure.get_by_text("mean", exact=True).count() == 1
