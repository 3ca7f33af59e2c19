"""A second of sound as one hears it, as one sees it, and as the numbers that it is."""

import base64
from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure
from mathlib.real_data import RATE

LEVELS = 128  # of a sample of 8 bits, on each side of zero


class SecondOfSound(
    Figure,
    title="A second of sound",
    alt="A player. Below it the pressure of the air over one second, with a window that a slider "
    "moves. Below that the numbers in the window, one stem for each.",
    example={"x": np.sin(np.arange(400) / 5) / 2},
    symbols={"x": "input"},
):
    """Samples `x` between -1 and 1, `RATE` a second, and a window of `K` from `start` on."""

    codes = traitlets.Unicode().tag(sync=True)
    rate = traitlets.Int(RATE, min=3000).tag(sync=True)
    start = traitlets.Int(0, min=0).tag(sync=True)
    K = traitlets.Int(24, min=1, max=60).tag(sync=True)

    def __init__(self, x: ArrayLike, **kwargs: Any) -> None:
        """Keep the samples with 8 bits each; `x` must be longer than the window."""
        x = np.asarray(x, float)
        if x.ndim != 1 or not np.all(abs(x) < 1):
            raise ValueError(f"x must be a vector of numbers between -1 and 1, got {x.shape}")
        codes = (np.round(x * LEVELS) + LEVELS).clip(0, 2 * LEVELS - 1).astype(np.uint8)
        super().__init__(codes=base64.b64encode(codes.tobytes()).decode(), **kwargs)
        if self.start + self.K > len(x):
            raise ValueError(f"start + K must be at most {len(x)}, got {self.start + self.K}")
