"""Spread shows what mathlib computes."""

import numpy as np

from mathlib.toeplitz.layers import conv_transpose
from tests.browser import put, readout


def test_the_spread_counts_the_writers_of_each_output(show):
    figure = show("spread")
    for n, K, s in [(5, 3, 2), (5, 4, 2), (6, 6, 3), (1, 3, 2), (4, 1, 3)]:
        for name, value in (("n", n), ("K", K), ("stride", s)):
            put(figure, name, value)
        written = conv_transpose(np.ones((1, 1, n), int), np.ones((1, 1, K), int), stride=s)[0, 0]
        assert f"= {len(written)}\nwritten: {', '.join(map(str, written))};" in readout(figure)
        if n > 1:
            assert ("the same everywhere" in readout(figure)) == (K % s == 0), (n, K, s)
