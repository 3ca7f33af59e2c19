"""Seven points, the line of least squares, and the line of least absolute misses."""

import traitlets

from figures.figure import Figure


def _point(u: float, v: float) -> "traitlets.List[float]":
    point = traitlets.List(traitlets.Float(min=-4, max=5), [u, v], minlen=2, maxlen=2)
    return point.tag(sync=True)


class RobustLine(
    Figure,
    title="Two lines through seven points",
    alt="Seven points of the plane, which can be dragged; one is far above the others, and the "
    "dashed line of least squares is drawn towards it. The line of least absolute misses is hidden "
    "until the reader has guessed how many points it goes through. Drag the far point up and down.",
    symbols={"y": "input"},
):
    """Seven points, `p0` to `p6`."""

    p0 = _point(-3.0, -1.25)
    p1 = _point(-2.0, -1.0)
    p2 = _point(-1.0, -0.75)
    p3 = _point(0.0, 0.25)
    p4 = _point(1.0, 0.25)
    p5 = _point(2.0, 1.0)
    p6 = _point(3.0, 4.5)
