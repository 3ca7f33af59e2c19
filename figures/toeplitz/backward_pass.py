"""The gradient flowing back through a convolution: the transpose, and the same windows."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.windows import output_size


class BackwardPass(
    Figure,
    example={"k": [1, 2], "g": [1] * 8},
    title="The gradient goes back through the same windows",
    alt="Bars for the kernel and for the gradient at each output. Below, the forward "
    "matrix T with the column of one input outlined, and its transpose with the row of "
    "that input outlined, times the gradients: the gradient at each input.",
    symbols={"T": "kernel", "g": "error", "k": "kernel"},
):
    """`n` inputs, a kernel `k`, gradients `g` at the outputs, and the input `at` that is marked."""

    n = traitlets.Int(7, min=2, max=9).tag(sync=True)
    k = traitlets.List(traitlets.Float(), minlen=1, maxlen=4).tag(sync=True)
    g = traitlets.List(traitlets.Float(), minlen=1, maxlen=9).tag(sync=True)
    stride = traitlets.Int(1, min=1, max=3).tag(sync=True)
    padding = traitlets.Int(0, min=0, max=1).tag(sync=True)
    at = traitlets.Int(3, min=0).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments.

        Raises
        ------
        ValueError
            If no window fits, or `g` has fewer entries than there may be outputs.
        """
        super().__init__(**kwargs)
        most = output_size(self.n, len(self.k), total_padding=2)
        output_size(self.n, len(self.k))
        if len(self.g) < most:
            raise ValueError(f"g must have at least {most} entries, got {len(self.g)}")
