"""Vanishing draws the networks of its stream, and shows the sizes that mathlib finds in them."""

import math
import re

import numpy as np
import pytest

import figures
from mathlib.calculus.depth import gradients_back, mean_factor, signals
from tests.browser import put, readout

DEPTH, NETS = 20, 24
RAISED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-"
)


def uniform(seed):
    """The stream of the figure: mulberry32, in 32 bits."""
    mask = 0xFFFFFFFF
    while True:
        seed = (seed + 0x6D2B79F5) & mask
        t = ((seed ^ (seed >> 15)) * (1 | seed)) & mask
        t = (((t + ((t ^ (t >> 7)) * (61 | t))) & mask) ^ t) & mask
        yield (t ^ (t >> 14)) / 2**32


def drawn(n, seed):
    """An input and a gradient of size one, and the weights of all layers, of variance one."""
    u = uniform(seed)
    bell = [
        math.sqrt(-2 * math.log(1 - next(u))) * math.cos(2 * math.pi * next(u))
        for _ in range(2 * n + DEPTH * n * n)
    ]
    x, end, W = np.split(np.array(bell), [n, 2 * n])
    return x / rms(x), end / rms(end), W.reshape(DEPTH, n, n)


def rms(v, axis=None):
    return np.sqrt(np.mean(np.square(v), axis=axis))


def means(n, run, scale, phi):
    """The root of the mean square, over all networks, in each layer: up, and back."""
    up, back = [], []
    for j in range(NETS):
        x, u, W = drawn(n, 1000 * run + j)
        W = scale / math.sqrt(n) * W
        up.append(rms(signals(W, x, phi), axis=1))
        back.append(rms(gradients_back(W, x, u, phi), axis=1))
    return rms(up, axis=0), rms(back, axis=0)


def numbers(figure):
    said = readout(figure)
    plain = said.replace("\N{NARROW NO-BREAK SPACE}", "").replace("\N{MIDDLE DOT}10", "e")
    plain = plain.translate(RAISED)
    found = re.findall(r"layer (\d+): (\d+(?:\.\d+)?(?:e-?\d+)?)", plain)
    return [(int(layer), float(v)) for layer, v in found], said


@pytest.mark.parametrize("phi", ["linear", "relu", "tanh"])
@pytest.mark.parametrize(("n", "scale", "run"), [(4, 80, 1), (8, 150, 2)])
def test_the_sizes_are_those_of_mathlib(alive, phi, n, scale, run):
    figure = alive(figures.Vanishing(phi=phi, n=n, scale=scale, run=run, t=40))
    up, back = means(n, run, scale / 100, phi)
    for t in (40, 27, 9):
        put(figure, "t", t)
        found, _ = numbers(figure)
        layer = min(t, DEPTH)
        assert found[0] == (layer, pytest.approx(up[layer], rel=6e-3, abs=1e-4))
        assert len(found) == (2 if t > DEPTH else 1)
        if t > DEPTH:
            layer = 2 * DEPTH - t
            assert found[1] == (layer, pytest.approx(back[layer], rel=6e-3, abs=1e-4))


@pytest.mark.parametrize(
    ("phi", "scale", "words"),
    [
        ("linear", 80, "they vanish"),
        ("linear", 100, "neither"),
        ("linear", 125, "explode"),
        ("relu", 100, "they vanish"),
        ("relu", 141, "neither"),
        ("relu", 200, "explode"),
        ("tanh", 100, "neither"),
        ("tanh", 250, "explode"),
    ],
)
def test_the_states_that_the_page_tells_of(alive, phi, scale, words):
    found, said = numbers(alive(figures.Vanishing(phi=phi, scale=scale, n=32)))
    assert words in said
    if phi != "tanh":
        expected = mean_factor(scale / 100, phi) ** (DEPTH / 2)
        for _, size in found:
            assert size == pytest.approx(expected, rel=0.8)


def test_it_plays_only_when_asked_and_goes_up_before_it_comes_back(alive):
    figure = alive(figures.Vanishing(t=19))
    assert "gradients" not in readout(figure)
    for layer in ("layer 20", "layer 19"):
        figure.locator("button[aria-label^=Step]").click()
        assert layer in readout(figure)
    assert "gradients" in readout(figure)


def test_powers_of_ten_are_written_as_such(alive):
    found, said = numbers(alive(figures.Vanishing(phi="linear", scale=50, n=8)))
    assert re.search("layer 0: [\\d.]+\N{MIDDLE DOT}10\N{SUPERSCRIPT MINUS}[\u2074-\u2079]", said)
    assert found[1] == (0, pytest.approx(means(8, 1, 0.5, "linear")[1][0], rel=6e-3))


def test_nothing_is_written_as_nothing(alive):
    # of two numbers in each layer few are left, or none
    for run in range(1, 6):
        up, _ = means(2, run, 1.41, "relu")
        found, _ = numbers(alive(figures.Vanishing(phi="relu", scale=141, n=2, run=run)))
        assert found[0] == (20, pytest.approx(up[20], rel=6e-3, abs=1e-9))
