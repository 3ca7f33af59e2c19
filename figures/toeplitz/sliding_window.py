"""One window over a signal, and the two matrices that it is a row of."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.convolution import output_length


class SlidingWindow(
    Figure,
    example={"x": [1, 2, 3], "k": [1, 1]},
    title="A window, and the row that it is",
    alt="A kernel lies on a signal; the slider moves it. The sum of the products is one "
    "output. Beside it two matrices with the same row marked: T of k, in which the kernel "
    "moves to the right, times x; and M of x, whose rows are the windows of x, times k.",
    symbols={"M": "input", "T": "kernel", "k": "kernel", "x": "input", "y": "output"},
):
    """The kernel `k` at place `i` of the signal `x`, beside T(k) x and M(x) k."""

    x = traitlets.List(traitlets.Float(), minlen=1, maxlen=9).tag(sync=True)
    k = traitlets.List(traitlets.Float(), minlen=1).tag(sync=True)
    i = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; `k` must be at most as long as `x`."""
        super().__init__(**kwargs)
        output_length(len(self.x), len(self.k), "valid")  # raises if no window fits
