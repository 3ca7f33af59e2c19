"""TwoLayers counts as mathlib's layers do."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.layers import dense
from tests.browser import readout

RNG = np.random.default_rng(1)
INNER, OUTER = RNG.normal(size=(20, 2)).round(2), (3 * RNG.normal(size=(25, 2))).round(2)


@pytest.mark.parametrize("relu", [False, True])
@pytest.mark.parametrize("threshold", [0, 5, 20])
def test_it_counts_what_two_layers_sort(page, alive, relu, threshold):
    H = RNG.uniform(-2, 2, size=(4, 2)).round(1)
    feet = {f"h{i}": h.tolist() for i, h in enumerate(H)}
    given = {"inner": INNER.tolist(), "outer": OUTER.tolist(), "relu": relu}
    said = readout(alive(figures.TwoLayers(**given, **feet, threshold=threshold)))
    far = np.linalg.norm(H, axis=1)
    bend = (lambda z: np.maximum(z, 0)) if relu else None
    f = [
        dense(dense(X, H / far[:, None], -far, bend), np.ones((1, 4)), [-threshold / 10])[:, 0]
        for X in (INNER, OUTER)
    ]
    right = int((f[0] < 0).sum() + (f[1] >= 0).sum())
    assert [int(n) for n in re.findall(r"\d+", said)[:2]] == [right, 45]
    assert ("one straight line" in said) == (not relu)
    assert ("no sum is below 0" in said) == (relu and threshold == 0)
    assert page.locator(".fig-dot.hollow").count() == 45 - right


def test_opposite_units_leave_no_border(page, alive):
    feet = {"h0": [1, 0], "h1": [-1, 0], "h2": [0, 2], "h3": [0, -2]}
    given = {"inner": INNER.tolist(), "outer": OUTER.tolist()}
    assert "there is no border" in readout(alive(figures.TwoLayers(**given, **feet)))


def test_units_without_a_direction_count_for_nothing(page, alive):
    feet = {f"h{i}": [0, 0] for i in range(4)}
    given = {"inner": INNER.tolist(), "outer": OUTER.tolist(), "relu": True}
    said = readout(alive(figures.TwoLayers(**given, **feet)))
    assert said.startswith("20 of 45") and "the same number everywhere" in said
