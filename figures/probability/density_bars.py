"""A histogram: shares of all as heights, or as areas."""

from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure


class DensityBars(
    Figure,
    title="Height or area?",
    alt="A histogram of a list of measurements, with a slider for the number of bars. The height "
    "of a bar is the share of the measurements in it, or that share divided by its width; a dashed "
    "line stands at the height 1.",
    example={"x": [1, 2, 2, 4], "unit": "m"},
    symbols={"p": "output"},
):
    """Whole numbers `x`, a thousandth of a `unit` each, in so many `bins`.

    A height is the share of all, or, with `by_width`, the share divided by the width in units.
    """

    x = traitlets.List(traitlets.Int(), minlen=2).tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    what = traitlets.Unicode("").tag(sync=True)
    bins = traitlets.Int(12, min=1, max=60).tag(sync=True)
    by_width = traitlets.Bool(False).tag(sync=True)

    def __init__(self, x: ArrayLike, **kwargs: Any) -> None:
        """Take the measurements, and any trait by its name.

        Raises
        ------
        ValueError
            If all are the same: then no bar has a width.
        """
        values = [int(v) for v in np.asarray(x).ravel()]
        if len(set(values)) < 2:
            raise ValueError(f"x must hold two different numbers, got {values}")
        super().__init__(x=values, **kwargs)
