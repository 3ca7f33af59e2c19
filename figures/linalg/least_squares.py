"""Least squares twice: a line near three points, and a foot on the plane of two columns."""

import traitlets

from figures.figure import Figure


class LeastSquares(
    Figure,
    title="The best line is a foot on a plane",
    alt="Left, three points that can be dragged, a line with two sliders, and a square for what it "
    "misses of each point. Right, the same in space: the three heights are one arrow y, the "
    "columns of A span a plane, Ax is a point of it, and a stroke from Ax to y is as long as the "
    "root of the sum of the squares.",
    symbols={"x": "input", "y": "output", "a": "kernel", "A": "kernel"},
):
    """Three points, `p0`, `p1` and `p2`, and the line of height `x0` at 0 and slope `x1`."""

    p0 = traitlets.List(traitlets.Float(min=-3, max=4), [-1.0, 1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    p1 = traitlets.List(traitlets.Float(min=-3, max=4), [0.0, -1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    p2 = traitlets.List(traitlets.Float(min=-3, max=4), [1.0, 3.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    x0 = traitlets.Float(0.0, min=-3, max=3).tag(sync=True)
    x1 = traitlets.Float(0.0, min=-3, max=3).tag(sync=True)
    nearest = traitlets.Bool(False).tag(sync=True)
    turn = traitlets.Int(10, min=0, max=360).tag(sync=True)
