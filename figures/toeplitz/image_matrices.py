"""A kernel over an image that the reader draws, beside the two matrices of the same product."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.doubly_block import correlate2d


class ImageMatrices(
    Figure,
    example={"image": [0, 1, 2, 3] * 3, "kernel": [[1, -1]]},
    title="One pixel, in the image and in both matrices",
    alt="An image of a few pixels that the reader draws, the kernel and the output. Beside "
    "them the matrix T made of the kernel, with the column of the marked pixel outlined, "
    "and the matrix M made of the image, with all copies of that pixel outlined.",
    symbols={"K": "kernel", "M": "input", "T": "kernel", "X": "input", "Y": "output"},
):
    """An image, a kernel, and one `pixel` marked in the image, in T of the kernel, in M of X."""

    image = traitlets.List(traitlets.Int(), minlen=4, maxlen=25).tag(sync=True)
    columns = traitlets.Int(4, min=2, max=5).tag(sync=True)
    kernel: traitlets.List[list[float]] = traitlets.List(minlen=1, maxlen=3).tag(sync=True)
    pixel = traitlets.Int(5, min=0).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments.

        Raises
        ------
        ValueError
            If the image is no rectangle, or the kernel does not fit.
        """
        super().__init__(**kwargs)
        if len(self.image) % self.columns:
            raise ValueError(
                f"image must fill rows of {self.columns}, got {len(self.image)} pixels"
            )
        rows = [self.image[i : i + self.columns] for i in range(0, len(self.image), self.columns)]
        correlate2d(rows, self.kernel)
