"""SumsToBell shows the gaps that an exact convolution and mathlib's bell have."""

import math
import re

import numpy as np
import pytest

import figures
from mathlib.probability.gaussian import normal_cdf
from tests.browser import put, readout

PMF = {"die": np.ones(6) / 6, "coin": np.array([0.9, 0.1])}


def gap(kind, N):
    if kind == "waiting":
        z = np.append(np.arange(-400, 401) / 100, -math.sqrt(N))
        x = np.maximum(N + z * math.sqrt(N), 0)
        cdf = 1 - sum(np.exp(-x) * x**i / math.factorial(i) for i in range(N))
        return float(np.abs(cdf - normal_cdf(z)).max())
    p = PMF[kind]
    i = np.arange(len(p))
    mean, sd = p @ i, math.sqrt(p @ (i - p @ i) ** 2)
    mass = np.ones(1)
    for _ in range(N):
        mass = np.convolve(mass, p)
    cdf = np.cumsum(mass)
    bell = normal_cdf((np.arange(len(mass)) - N * mean) / (sd * math.sqrt(N)))
    return float(max(np.abs(cdf - bell).max(), np.abs(cdf - mass - bell).max()))


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def test_the_gaps_are_exact_for_every_kind_and_many_n(page, alive):
    figure = alive(figures.SumsToBell())
    for kind in ("die", "coin", "waiting"):
        put(figure, "kind", kind)
        for N in (1, 2, 5, 15, 40, 60):
            put(figure, "N", N)
            truth = gap(kind, N)
            wanted = [N, truth, truth * math.sqrt(N)]
            assert numbers(figure)[:3] == pytest.approx(wanted, abs=6e-4)


def test_it_asks_first_and_then_shows_the_later_gaps(page, alive):
    figure = alive(figures.SumsToBell())
    gaps = figure.locator(".fig-panel").nth(1).locator("circle")
    assert gaps.count() == 15
    put(figure, "guess", 4)
    figure.get_by_role("button", name="Show the truth").click()
    assert gaps.count() == 60
    said = re.search(r"You guessed 4: it is ([\d.]*\d)", readout(figure))
    assert float(said[1]) == pytest.approx(gap("die", 15) / gap("die", 60), abs=0.051)
