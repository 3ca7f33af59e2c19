"""ProductGrid shows what mathlib computes."""

from mathlib.toeplitz.convolution import convolve, correlate
from tests.browser import put, readout


def test_the_product_grid_sums_convolution_and_correlation(show):
    figure = show("product_grid")
    f, g = [1, 2, 3], [0, 1, 5]
    for swapped in (False, True):
        put(figure, "swapped", swapped)
        a, b = (g, f) if swapped else (f, g)
        for operation, sums in (
            ("anti-diagonals", convolve(a, b)),
            ("diagonals", correlate(a, b, "full")),
        ):
            put(figure, "operation", operation)
            assert readout(figure) == "sums: " + ", ".join(map(str, sums))
