"""Two layers as two banded Toeplitz matrices, and their product as one."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.convolution import output_length


class StackedKernels(
    Figure,
    example={"k": [1, 2], "l": [1]},
    title="Two layers are one",
    alt="Two kernels as bars that can be dragged, and below three matrices: that of the "
    "second layer times that of the first gives a banded matrix with constant diagonals, "
    "whose first row, marked, is the convolution of the two kernels.",
    symbols={"k": "kernel", "l": "kernel"},
):
    """Kernels `k` and `l`, one after the other on `n` inputs, and the matrix of both."""

    k = traitlets.List(traitlets.Float(), minlen=1, maxlen=4).tag(sync=True)
    l = traitlets.List(traitlets.Float(), minlen=1, maxlen=4).tag(sync=True)  # noqa: E741
    n = traitlets.Int(7, min=1, max=10).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; both layers must fit into `n` inputs."""
        super().__init__(**kwargs)
        output_length(self.n, len(self.k) + len(self.l) - 1, "valid")  # raises if none fits
