"""Modes shows what mathlib computes."""

from mathlib.toeplitz.convolution import output_length
from tests.browser import put, readout


def test_modes_count_as_mathlib_does(show):
    figure = show("modes")
    for n, K in [(6, 3), (1, 1), (9, 6), (4, 4), (2, 5)]:
        put(figure, "n", n)
        put(figure, "K", K)
        full, same = output_length(n, K, "full"), output_length(n, K, "same")
        valid = output_length(n, K, "valid") if K <= n else "none: no window fits"
        assert readout(figure) == f"full {full}, same {same}, valid {valid}"
