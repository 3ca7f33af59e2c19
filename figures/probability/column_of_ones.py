"""A line through four points, with a column of ones or without, and with a price."""

import traitlets

from figures.figure import Figure


def _point(u: float, v: float) -> "traitlets.List[float]":
    return traitlets.List(traitlets.Float(min=-1, max=7), [u, v], minlen=2, maxlen=2).tag(sync=True)


class ColumnOfOnes(
    Figure,
    title="A line with a shift, and without",
    alt="Four points that can be dragged, and the best line near them. A stroke goes from each "
    "point to the line. With a column of ones the line has a shift, without it goes through the "
    "place where x is 0 and y is 0; a dashed line shows the height from which y is measured, and "
    "can be moved. A slider makes steep lines dear.",
    symbols={"x": "input", "y": "output", "w": "kernel", "b": "kernel"},
):
    """Four points, whether there are `ones`, the height of `zero`, a `price`, and on what."""

    p0 = _point(1.0, 3.0)
    p1 = _point(2.0, 3.0)
    p2 = _point(4.0, 4.0)
    p3 = _point(5.0, 6.0)
    ones = traitlets.Bool(False).tag(sync=True)
    zero = traitlets.Float(0.0, min=-1, max=4).tag(sync=True)
    price = traitlets.Int(0, min=0, max=20).tag(sync=True)
    both = traitlets.Bool(False).tag(sync=True)
