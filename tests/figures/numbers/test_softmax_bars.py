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


def test_the_bars_are_the_softmax_and_the_matrix_its_covariance(show):
    figure = show("softmax_bars")
    put_bars(figure, "o", [0, 0, 0])  # from the least, in steps of a half: 0 is 8 steps up
    o = [float(bar.get_attribute("aria-valuenow")) for bar in figure.locator("[role=slider]").all()]
    for T, label in [(1, 0), (0.5, 2), (5, 1)]:
        put(figure, "temperature", T)
        put(figure, "label", label)
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
