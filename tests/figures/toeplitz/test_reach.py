"""Reach shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.convolution import convolve
from tests.browser import put, readout


def test_reach_counts_the_cone(show):
    figure = show("reach")
    for layers in (1, 3, 6):
        for K in (1, 2, 4):
            put(figure, "layers", layers)
            put(figure, "K", K)
            seen = np.ones(1)
            for _ in range(layers):
                seen = convolve(seen, np.ones(K))
            assert readout(figure).startswith(f"inputs seen: {len(seen)} ")
