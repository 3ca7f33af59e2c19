"""SlidingWindow shows what mathlib computes."""

from mathlib.toeplitz.convolution import correlate
from tests.browser import put, readout


def test_the_sliding_window_shows_the_correlation(show):
    figure = show("sliding_window")
    for i, y in enumerate(correlate([1, 2, 4, 8, 16], [1, 10, 100])):
        put(figure, "i", i)
        assert readout(figure).endswith(f"= {y}")
