"""A landscape round a point, the principal directions of its Hessian, and a cut through it."""

import traitlets

from figures.figure import Figure


class CriticalPoints(
    Figure,
    title="How a landscape bends at a point",
    alt="Level lines of a function around the middle of a plane, solid above the height of the "
    "middle and dashed below it. Two arrows stand at a right angle, and one of them can be "
    "dragged. A line through the middle turns with a slider, and beside the plane stands "
    "the curve along that line, with the parabola that has the same curvature.",
    symbols={"q": "input", "f": "output", "v": "kernel"},
):
    """Half of `first` times a square and `second` times another, along `q` and across it.

    `more` adds fourth powers, or a slope. The line `cut` is so many degrees from the first axis.
    """

    first = traitlets.Float(1.0, min=-2, max=2).tag(sync=True)
    second = traitlets.Float(2.0, min=-2, max=2).tag(sync=True)
    more = traitlets.Enum(["nothing", "quartic-sum", "quartic-difference", "slope"], "nothing").tag(
        sync=True
    )
    cut = traitlets.Int(60, min=0, max=180).tag(sync=True)
    q = traitlets.List(traitlets.Float(min=-2, max=2), [1.25, 0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
