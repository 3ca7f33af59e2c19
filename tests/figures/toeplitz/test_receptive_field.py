"""ReceptiveField shows what mathlib computes."""

import itertools

from mathlib.toeplitz.windows import receptive_field
from tests.browser import put, readout


def test_the_cone_is_as_wide_as_the_receptive_field(show):
    figure = show("receptive_field")
    for count, K, s, doubling in itertools.product((1, 3, 4), (1, 2, 4), (1, 2), (False, True)):
        for name, value in (("layers", count), ("K", K), ("stride", s), ("doubling", doubling)):
            put(figure, name, value)
        layers = [(K, s, 2**layer if doubling else 1) for layer in range(count)]
        R, J = receptive_field(layers)
        seen = {0}
        for _, stride, dilation in reversed(layers):
            seen = {i * stride + j * dilation for i in seen for j in range(K)}
        assert readout(figure) == (
            f"from the first input seen to the last: {R}; seen: {len(seen)}\n"
            f"neighbouring outputs look {J} apart"
        )
