"""RareEvents shows what mathlib computes."""

import re

import numpy as np
import pytest

import figures
from mathlib.probability.counts import binomial_logpmf, poisson_logpmf
from tests.browser import put, readout


def numbers(text):
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text.replace("\N{SUPERSCRIPT TWO}", ""))]


@pytest.mark.parametrize(
    ("n", "rate"), [(10, 0.5), (10, 8), (20, 3), (100, 3), (200, 0.5), (200, 8)]
)
def test_stems_and_rings_are_those_of_mathlib(page, alive, n, rate):
    figure = alive(figures.RareEvents())
    put(figure, "n", n)
    put(figure, "rate", rate)
    k, p = np.arange(400), rate / n
    tries, limit = np.exp(binomial_logpmf(k, n, p)), np.exp(poisson_logpmf(k, rate))
    apart = abs(tries - limit).sum() / 2
    wanted = [p, rate * (1 - p), rate, apart, n * p**2]
    assert numbers(readout(figure)) == pytest.approx(wanted, abs=6e-4)
    assert apart <= n * p**2
    told = [mark.get_attribute("data-tell") for mark in figure.locator("[data-tell]").all()]
    assert len(told) == 21
    for at, text in enumerate(told):
        assert numbers(text) == pytest.approx([at, n, tries[at], limit[at]], abs=6e-5)


def test_a_count_is_pointed_at(page, alive):
    figure = alive(figures.RareEvents(n=100, rate=2))
    figure.locator("[data-pick]").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert figure.locator(".fig-pointed").inner_text().startswith("count 1: 100 tries 0.2707")
