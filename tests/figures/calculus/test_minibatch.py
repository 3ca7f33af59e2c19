"""Minibatch walks as an independent descent does, and its cloud is that of all minibatches."""

import re
from itertools import combinations

import numpy as np
import pytest

import figures
from mathlib.calculus.gradients import gradient
from mathlib.real_data import penguins
from tests.browser import put, readout

POINTS = [[float(mm), g / 1000] for mm, g in penguins()[0][3::29][:10, 2:]]
X, Y = np.array([[1, (mm - 190) / 20] for mm, _ in POINTS]), np.array([kg - 4 for _, kg in POINTS])


def uniform(seed):
    """The stream of the figure: mulberry32, in 32 bits."""
    mask = 0xFFFFFFFF
    while True:
        seed = (seed + 0x6D2B79F5) & mask
        t = ((seed ^ (seed >> 15)) * (1 | seed)) & mask
        t = (((t + ((t ^ (t >> 7)) * (61 | t))) & mask) ^ t) & mask
        yield (t ^ (t >> 14)) / 2**32


def batches(N, B, seed):
    u = uniform(1000 * seed)
    while True:
        order = list(range(N))
        for i in range(N - 1, 0, -1):
            j = int(next(u) * (i + 1))
            order[i], order[j] = order[j], order[i]
        yield from (order[i : i + B] for i in range(0, N, B))


def loss(w, S=slice(None)):
    return np.mean((X[S] @ w - Y[S]) ** 2) / 2


def walk(start, eta, steps):
    w = np.array(start)
    for S in steps:
        w = w - eta * gradient(lambda v, S=S: loss(v, S), w)
    return w


def numbers(figure):
    said = readout(figure).replace("\N{MINUS SIGN}", "-")
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", said)], said


@pytest.mark.parametrize(
    ("B", "rate", "draw", "start"),
    [
        (1, 15, 1, [1.75, -0.75]),
        (4, 30, 7, [-1.5, 1.0]),
        (5, 60, 2, [0.0, 0.0]),
        (10, 40, 3, [2, 2]),
    ],
)
def test_the_numbers_are_those_of_mathlib(alive, B, rate, draw, start):
    figure = alive(figures.Minibatch(points=POINTS, batch=B, rate=rate, draw=draw, start=start))
    order = batches(10, B, draw)
    steps = [next(order) for _ in range(61)]
    for t in (0, 1, 3, 20, 60):
        put(figure, "t", t)
        found, _ = numbers(figure)
        w = walk(start, rate / 100, steps[:t])
        every = [slice(None)] * t
        full = walk(start, rate / 100, every)
        g = gradient(loss, w)
        cloud = [gradient(lambda v, S=list(S): loss(v, S), w) for S in combinations(range(10), B)]
        spread = np.sqrt(np.mean([np.sum((each - g) ** 2) for each in cloud]))
        wanted = [t, *w, loss(w), loss(full), *g, len(cloud), B, spread]
        assert found == pytest.approx(wanted, abs=6e-3)


def test_it_plays_only_when_asked_and_draws_all_minibatches(alive):
    figure = alive(figures.Minibatch(points=POINTS, batch=3, t=0))
    before = readout(figure)
    told = figure.locator("[data-tell^='a minibatch']")
    assert told.count() == 120
    figure.locator("button[aria-label^=Step]").click()
    assert readout(figure) != before and "step 1:" in readout(figure)
    put(figure, "batch", 10)
    assert told.count() == 1 and "1 minibatch of 10, spread around g: 0" in readout(figure)


def test_too_large_a_rate_runs_away(alive):
    figure = alive(figures.Minibatch(points=POINTS, batch=1, rate=160, t=60))
    assert "very far" in readout(figure) and "very large" in readout(figure)
