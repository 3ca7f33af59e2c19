"""BackwardPass shows what mathlib computes."""

import itertools

import numpy as np

from mathlib.toeplitz.layers import conv_backward
from mathlib.toeplitz.windows import output_size
from tests.browser import put, put_bars, readout


def test_the_backward_pass_is_the_gradient(show):
    figure = show("backward_pass")
    k, g = [2, -1, 3], [1, -2, 0, 3, 1, -1, 2, 1, 1]
    put_bars(figure, "k", k)
    put_bars(figure, "g", g)
    for stride, padding in itertools.product((1, 2, 3), (0, 1)):
        put(figure, "stride", stride)
        put(figure, "padding", padding)
        m = output_size(7, 3, stride=stride, total_padding=2 * padding)
        by = conv_backward(
            [[g[:m]]], np.zeros((1, 1, 7), int), [[k]], stride=stride, padding=padding
        ).x[0, 0]
        for at in (0, 3, 6):
            put(figure, "at", at)
            first, second = readout(figure).splitlines()
            assert first.startswith(f"at input {at}: ") and first.endswith(f"= {by[at]}")
            assert second == "all inputs: " + ", ".join(map(str, by))
