"""StackedKernels shows what mathlib computes."""

from mathlib.toeplitz.convolution import convolve
from tests.browser import put_bars, readout


def test_stacked_kernels_show_their_convolution(show):
    figure = show("stacked_kernels")
    k, l = [2, -3, 1], [-1, 3]  # noqa: E741
    put_bars(figure, "k", k)
    put_bars(figure, "l", l)
    expected = ", ".join(map(str, convolve(k, l)))
    assert readout(figure) == f"first row of the product: {expected}"
