"""Equivariance shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.convolution import correlate
from tests.browser import put, readout


def test_the_largest_difference_is_zero_on_a_circle_only(show):
    figure = show("equivariance")
    x, k = np.array([0, 0, 0, 1, 3, 2, 0, 0, 0, 0, 0, 0]), [1, 2, -1]
    for shift in range(12):
        put(figure, "shift", shift)
        put(figure, "padding", "circular")
        assert readout(figure) == "largest difference: 0"
        put(figure, "padding", "zero")
        there = correlate(np.roll(x, shift), k, "same")
        wrong = np.abs(there - np.roll(correlate(x, k, "same"), shift))
        assert readout(figure).startswith(f"largest difference: {wrong.max()}")
