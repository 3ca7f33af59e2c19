"""RunningMeans shows the running means of mathlib, of the draws that its stream makes."""

import math
import re

import numpy as np
import pytest

import figures
from mathlib.probability.expectation import running_means
from tests.browser import put, readout


def uniform(seed):
    """The stream of the figure: mulberry32, in 32 bits."""
    mask = 0xFFFFFFFF
    while True:
        seed = (seed + 0x6D2B79F5) & mask
        t = ((seed ^ (seed >> 15)) * (1 | seed)) & mask
        t = (((t + ((t ^ (t >> 7)) * (61 | t))) & mask) ^ t) & mask
        yield (t ^ (t >> 14)) / 2**32


def die(u):
    return 1 + math.floor(6 * next(u))


def log_normal(u):
    return math.exp(2 * math.sqrt(-2 * math.log(1 - next(u))) * math.cos(2 * math.pi * next(u)))


def cauchy(u):
    return math.tan(math.pi * (next(u) - 0.5))


def drawn(draw, kind, run, n):
    u = uniform(1000 * kind + run)
    return [draw(u) for _ in range(n)]


@pytest.mark.parametrize("run", [1, 2, 57])
def test_the_means_are_those_of_mathlib(alive, run):
    figure = alive(figures.RunningMeans(run=run))
    wanted = [
        running_means(drawn(draw, kind, run, 10_000))
        for kind, draw in enumerate((die, log_normal, cauchy))
    ]
    for k in (0, 3, 10, 25, 40):
        put(figure, "k", k)
        n = round(10 ** (k / 10))
        said = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]
        assert said[:2] == [run, n]
        assert said[2:] == pytest.approx([mean[n - 1] for mean in wanted], abs=6e-4)


def test_the_draws_are_what_they_are_called():
    rolls = drawn(die, 0, 3, 6000)
    assert set(rolls) == {1, 2, 3, 4, 5, 6}
    assert abs(np.mean(rolls) - 3.5) < 5 * math.sqrt(35 / 12 / 6000)
    for draw, kind, middle in ((log_normal, 1, 1), (cauchy, 2, 0)):
        below = np.mean(np.array(drawn(draw, kind, 3, 6000)) < middle)
        assert abs(below - 0.5) < 5 * 0.5 / math.sqrt(6000)


def test_it_plays_only_when_asked_and_has_a_point_for_the_last_mean(alive):
    figure = alive(figures.RunningMeans(k=20))
    assert [b.get_attribute("data-tell").split(":")[0] for b in figure.locator("circle").all()] == [
        "a die",
        "a log-normal",
        "a Cauchy",
    ]
    before = readout(figure)
    figure.locator("button[aria-label^=Step]").click()
    assert "first 126" in readout(figure) and "first 100" in before


def test_the_expectations_are_told_after_a_thousand_draws(alive):
    figure = alive(figures.RunningMeans())
    for k, lines in ((10, 0), (29, 0), (30, 2), (40, 2), (5, 0)):
        put(figure, "k", k)
        assert figure.locator("line.dashed").count() == lines
