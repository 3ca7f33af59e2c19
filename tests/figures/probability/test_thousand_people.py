"""ThousandPeople shows the posterior that mathlib computes, and the counts behind it."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.bayes import posterior
from tests.browser import put, readout


def numbers(figure):
    return [float(v) for v in re.findall(r"\d+(?:\.\d+)?", readout(figure))]


def guess(figure, percent):
    put(figure, "guess", percent)
    figure.get_by_role("button", name="Show the truth").click()


def test_the_share_is_the_posterior_of_mathlib(page, alive):
    figure = alive(figures.ThousandPeople())
    guess(figure, 95)
    rng = np.random.default_rng(0)
    for _ in range(30):
        ill, tests = int(rng.integers(1, 501)), int(rng.integers(1, 5))
        s, t = rng.integers(50, 101, size=2).tolist()
        state = {"ill": ill, "sensitivity": s, "specificity": t, "tests": tests}
        page.evaluate("state => model.set(state)", state)
        wrong = 1 - t / 100
        share = posterior([ill / 1000, 1 - ill / 1000], [(s / 100) ** tests, wrong**tests])[0]
        hit, alarmed, percent = numbers(figure)
        assert percent == pytest.approx(100 * share, abs=0.006)
        assert hit == pytest.approx(ill * (s / 100) ** tests, abs=6e-4)
        assert alarmed == pytest.approx((1000 - ill) * wrong**tests, abs=6e-4)
        assert figure.locator("svg .fig-dot").count() == 1000
    assert not page.problems


def test_what_the_test_says_is_hidden_until_the_reader_has_guessed(alive):
    figure = alive(figures.ThousandPeople())
    assert numbers(figure) == [1, 1000, 99, 5]
    assert figure.locator(".role-error").count() == 0
    guess(figure, 95)
    assert numbers(figure) == [0.99, 49.95, 1.94, 95, 1.94]
    assert figure.locator(".role-error .fig-dot").count() == 50
    assert "You guessed 95 %: it is 1.94 %." in readout(figure)


def test_without_an_error_nobody_is_alarmed(alive):
    figure = alive(figures.ThousandPeople(specificity=100))
    guess(figure, 100)
    assert numbers(figure)[:3] == [0.99, 0, 100] and "so it is" in readout(figure)
