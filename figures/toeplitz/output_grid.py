"""A window on an image, with its geometry chosen apart for height and width."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.patches import windows


class OutputGrid(
    Figure,
    title="One window, two axes",
    alt="A padded image with one window outlined, the grid of outputs with the place of "
    "that window, and the image once more with the number of windows that look at each "
    "pixel: few at the corners, most inside.",
):
    """An image of `height` by `width`, the window with number `at`, and what windows cover."""

    height = traitlets.Int(6, min=3, max=9).tag(sync=True)
    width = traitlets.Int(8, min=3, max=9).tag(sync=True)
    kernel_h = traitlets.Int(3, min=1, max=3).tag(sync=True)
    kernel_w = traitlets.Int(3, min=1, max=3).tag(sync=True)
    stride_h = traitlets.Int(1, min=1, max=3).tag(sync=True)
    stride_w = traitlets.Int(1, min=1, max=3).tag(sync=True)
    padding_h = traitlets.Int(0, min=0, max=2).tag(sync=True)
    padding_w = traitlets.Int(0, min=0, max=2).tag(sync=True)
    dilation_h = traitlets.Int(1, min=1, max=2).tag(sync=True)
    dilation_w = traitlets.Int(1, min=1, max=2).tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments.

        Raises
        ------
        ValueError
            If no window fits.
        """
        super().__init__(**kwargs)
        windows(
            (self.height, self.width),
            (self.kernel_h, self.kernel_w),
            stride=(self.stride_h, self.stride_w),
            padding=(self.padding_h, self.padding_w),
            dilation=(self.dilation_h, self.dilation_w),
        )
