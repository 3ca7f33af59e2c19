"""Nine numbers laid over every place of small pictures, to tell a plus from a times."""

from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure


class SignReader(
    Figure,
    title="Which sign is it?",
    alt="A picture of eight by eight numbers with a sign somewhere in it, a kernel of three by "
    "three, and what the kernel makes of each place. Below them every picture stands as its sign "
    "on an axis, at its score: the mean over all places.",
    example={
        "pictures": np.arange(256).reshape(4, 8, 8) % 7 / 7,
        "signs": "+×+×",  # noqa: RUF001
    },
    symbols={"x": "input", "k": "kernel", "y": "output"},
):
    """Square `pictures` and the sign in each; a kernel `k` and a `bias` to be chosen.

    With `epochs`, a list of kernels and biases as training had them, a slider chooses one of them.
    """

    pictures = traitlets.List(traitlets.List(traitlets.Float()), minlen=2).tag(sync=True)
    signs = traitlets.Unicode().tag(sync=True)
    which = traitlets.Int(0, min=0).tag(sync=True)
    k = traitlets.List(traitlets.Float(min=-2, max=2), 9 * [0.0], minlen=9, maxlen=9).tag(sync=True)
    bias = traitlets.Float(0, min=-6, max=0).tag(sync=True)
    relu = traitlets.Bool(True).tag(sync=True)
    epochs = traitlets.List(traitlets.List(traitlets.Float(), minlen=10, maxlen=10)).tag(sync=True)
    epoch = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self, pictures: ArrayLike, signs: str, epochs: ArrayLike = (), **kwargs: Any
    ) -> None:
        """Keep two digits of each picture; there must be a sign for each."""
        pictures = np.asarray(pictures, float)
        if pictures.ndim != 3 or pictures.shape[1] != pictures.shape[2]:
            raise ValueError(f"pictures must be squares, got the shape {pictures.shape}")
        if len(signs) != len(pictures):
            raise ValueError(f"signs must be {len(pictures)}, one a picture, got {len(signs)}")
        flat = pictures.reshape(len(pictures), -1).round(2) + 0.0
        steps = np.asarray(epochs, float).round(3) + 0.0
        super().__init__(pictures=flat.tolist(), signs=signs, epochs=steps.tolist(), **kwargs)
