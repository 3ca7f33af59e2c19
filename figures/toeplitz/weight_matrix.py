"""A weight matrix that is dense or local, free or shared, and the number of its weights."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.convolution import weight_count


class WeightMatrix(
    Figure,
    title="The weights of a layer",
    alt="A weight matrix as coloured squares. Without ticks every square has a colour of "
    "its own. 'Local' leaves a band of width K, the rest is zero; 'shared' gives each "
    "diagonal one colour. The line below counts the weights.",
):
    """The matrix of a layer from `n` inputs to ``n - K + 1`` outputs, one colour a weight."""

    n = traitlets.Int(10, min=2, max=20).tag(sync=True)
    K = traitlets.Int(3, min=1).tag(sync=True)
    local = traitlets.Bool(False).tag(sync=True)
    shared = traitlets.Bool(False).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; `K` must be at most `n`."""
        super().__init__(**kwargs)
        weight_count(self.n, self.K, self.local, self.shared)  # raises if K > n
