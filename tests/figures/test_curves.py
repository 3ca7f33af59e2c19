"""Curves shows what mathlib computes."""

import numpy as np
import pytest

from mathlib.toeplitz.convolution import correlate, weight_count
from tests.browser import put, readout


def test_the_curves_are_those_of_python(show):
    figure = show("curves", "chapters/toeplitz/local_weights.html")
    for at, K in enumerate([3, 5, 9, 17]):
        for cursor in (0, 4, 9):
            put(figure, "first", at)
            put(figure, "cursor", cursor)
            n = 2 ** (5 + cursor)
            shown = [
                int(part.split()[-1].replace(",", "")) for part in readout(figure).split(" · ")
            ]
            cases = [(0, 0), (1, 0), (0, 1), (1, 1)]
            expected = [weight_count(n, K, *case) for case in cases]
            assert shown == expected


def test_the_learned_kernel_is_the_edge(show):
    figure = show("curves", "chapters/toeplitz/back_propagation.html")
    put(figure, "cursor", 40)
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx([-1, 0, 1], abs=1e-3)
    scene = np.repeat([0.0, 1, 0, 1, 0], [3, 2, 4, 1, 2])
    put(figure, "cursor", 1)
    M = np.lib.stride_tricks.sliding_window_view(scene, 3)
    step = correlate(scene, correlate(scene, [-1, 0, 1])) / np.linalg.norm(M, 2) ** 2
    shown = [float(part.split()[-1]) for part in readout(figure).split(" · ")]
    assert shown == pytest.approx(step, abs=1e-3)
