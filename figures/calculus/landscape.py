"""A landscape seen from above, a place in it, the gradient there, and a direction to walk in."""

import traitlets

from figures.figure import Figure


class Landscape(
    Figure,
    title="A landscape from above",
    alt="Level lines of a function of two numbers, on a plane. At a place that can be dragged "
    "stand the gradient, as an arrow of half its length, and a short arrow in a direction that a "
    "slider turns. Below, the slope in that direction and the steepest that there is.",
    symbols={"x": "input", "g": "output", "v": "kernel"},
):
    """The function `f`, a place `x`, and a direction `angle` in degrees from the first axis."""

    f = traitlets.Enum(["bowl", "valley", "saddle", "hills"], "valley").tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-3, max=3), [2.0, 0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    angle = traitlets.Int(0, min=0, max=360).tag(sync=True)
