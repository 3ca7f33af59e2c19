"""SoftmaxBars shows what mathlib computes."""

import re

import numpy as np
import pytest

from mathlib.numbers.softmax import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_hessian,
    entropy,
    softmax,
)
from tests.browser import numbers_in, put, put_bars, readout

rng = np.random.default_rng(0)


def test_the_bars_are_the_softmax_and_the_matrix_its_covariance(show):
    figure = show("softmax_bars")
    bars = figure.locator("[role=slider][data-name=o]")
    drawn = [(rng.integers(-4, 13, 3), rng.integers(2, 51) / 10, rng.integers(3)) for _ in range(9)]
    ends = [([-4, 12, 12], 0.2, 0), ([-4, -4, -4], 5, 2), ([12, 12, 12], 0.2, 1)]
    for presses, T, label in [([0, 0, 0], 1, 0), *ends, *drawn]:
        put_bars(figure, "o", presses)  # an arrow key is half a step: -4 to 4
        o = [float(bar.get_attribute("aria-valuenow")) for bar in bars.all()]
        put(figure, "temperature", float(T) if T % 1 else int(T))
        put(figure, "label", int(label))
        p = softmax(o, temperature=T)
        numbers = [
            float(n)
            for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", readout(figure).replace("T = 1", ""))
        ]
        assert numbers[:3] == pytest.approx(p, abs=6e-5)
        assert numbers[3] == pytest.approx(entropy(p), abs=6e-5)
        assert numbers[4] == pytest.approx(cross_entropy(o, label), abs=6e-5)
        assert numbers_in(figure, 1) == pytest.approx(p, abs=6e-4)
        assert numbers_in(figure, 2) == pytest.approx(cross_entropy_gradient(o, label), abs=6e-4)
        exact = cross_entropy_hessian(np.array(o) / T)
        assert numbers_in(figure, 3) == pytest.approx(exact.ravel(), abs=6e-3)


def test_more_draws_come_nearer_to_the_covariance(show):
    figure = show("softmax_bars")
    exact = cross_entropy_hessian([1, 2, 3])
    for power in range(6):
        put(figure, "draws", power)
        error = float(readout(figure).split()[-1])
        drawn = np.reshape(numbers_in(figure, 4), (3, 3))
        assert np.abs(drawn - exact).max() == pytest.approx(error, abs=6e-3)
        assert error < 4 / np.sqrt(10**power)  # four standard errors of a half, at least
    assert error < 0.01
