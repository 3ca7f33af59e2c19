"""The error of two linear layers of width 1, and the way of gradient descent down it."""

import traitlets

from figures.figure import Figure


class TwoFactors(
    Figure,
    title="Two layers of one number each",
    alt="A plane of two weights, a to the right and c upwards. Level lines of the square of "
    "ca - 1: two valleys along the two branches of a hyperbola, and a saddle at 0 between them. A "
    "start can be dragged, and a chain of points shows the steps of gradient descent from it.",
    symbols={"a": "kernel", "c": "kernel"},
):
    """Gradient descent on ``(ca - 1)^2`` from `start`, so many `steps`."""

    start = traitlets.List(traitlets.Float(min=-2, max=2), [0.0, 0.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    steps = traitlets.Int(20, min=0, max=60).tag(sync=True)
