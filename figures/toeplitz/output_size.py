"""Every window of a layer on one axis: kernel, stride, padding, dilation, and what is left over."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.windows import output_size


class OutputSize(
    Figure,
    title="The windows that fit",
    alt="An axis of cells with padding on both sides, and one row below it for each window "
    "that fits. Filled squares are the places that the window looks at. Places at the end "
    "that no window reaches are outlined.",
):
    """`n` places, `padding` more on each side, and the windows of `K` entries that fit."""

    n = traitlets.Int(9, min=1, max=14).tag(sync=True)
    K = traitlets.Int(3, min=1, max=6).tag(sync=True)
    stride = traitlets.Int(1, min=1, max=5).tag(sync=True)
    padding = traitlets.Int(0, min=0, max=4).tag(sync=True)
    dilation = traitlets.Int(1, min=1, max=4).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments.

        Raises
        ------
        ValueError
            If no window fits.
        """
        super().__init__(**kwargs)
        output_size(
            self.n,
            self.K,
            stride=self.stride,
            total_padding=2 * self.padding,
            dilation=self.dilation,
        )
