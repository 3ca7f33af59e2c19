"""Schedule shows the rates and mean squares of mathlib, and descends with the noise of its stream."""

import math
import re

import numpy as np
import pytest

import figures
from mathlib.calculus.schedules import (
    cosine_decay,
    inverse_decay,
    mean_square_errors,
    step_decay,
    warm_up,
)
from tests.browser import put, readout

KINDS = {
    "constant": lambda t, rate: np.full(len(t), rate),
    "step decay": lambda t, rate: step_decay(t, rate, 25, 0.5),
    "one over t": lambda t, rate: inverse_decay(t, rate, 10),
    "cosine": lambda t, rate: cosine_decay(t, rate, 200),
}


def uniform(seed):
    """The stream of the figure: mulberry32, in 32 bits."""
    mask = 0xFFFFFFFF
    while True:
        seed = (seed + 0x6D2B79F5) & mask
        t = ((seed ^ (seed >> 15)) * (1 | seed)) & mask
        t = (((t + ((t ^ (t >> 7)) * (61 | t))) & mask) ^ t) & mask
        yield (t ^ (t >> 14)) / 2**32


def first_ball(rates, noise, run):
    u, e = uniform(1000 * run), [3.0]
    for eta in rates:
        xi = math.sqrt(-2 * math.log(1 - next(u))) * math.cos(2 * math.pi * next(u))
        e.append(e[-1] - eta * (e[-1] + noise * xi))
    return e


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)], said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("rate", "warm", "noise", "run"), [(50, 0, 10, 1), (180, 20, 5, 3), (10, 60, 0, 20)]
)
def test_the_numbers_are_those_of_mathlib(alive, kind, rate, warm, noise, run):
    figure = alive(figures.Schedule(kind=kind, rate=rate, warm=warm, noise=noise, run=run))
    t = np.arange(200)
    rates = KINDS[kind](t, rate / 100) * warm_up(t, warm)
    roots = np.sqrt(mean_square_errors(rates, 3, 1, (noise / 10) ** 2))
    ball = first_ball(rates, noise / 10, run)
    for at in (0, 4, 12, 56, 196, 200):
        put(figure, "t", at)
        found, said = numbers(figure)
        wanted = [at, *([rates[at]] if at < 200 else []), ball[at], roots[at]]
        assert found == pytest.approx(wanted, abs=6e-4)
        assert ("the end" in said) == (at == 200)


def test_a_rate_beyond_the_limit_runs_away(alive):
    figure = alive(figures.Schedule(rate=220, noise=10, t=200))
    assert readout(figure).count("very far") == 2


def test_it_plays_only_when_asked_and_shows_the_runs_up_to_the_step(alive):
    figure = alive(figures.Schedule(t=0))
    before = readout(figure)
    assert figure.locator("path.fig-line").count() == 4 + 1  # the rates, the bowl
    figure.locator("button[aria-label^=Step]").click()
    assert readout(figure) != before and "step 4:" in readout(figure)
    assert figure.locator("path.fig-line").count() == 4 + 1 + 2 + 12
