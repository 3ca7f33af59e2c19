"""Descent over minibatches on a bowl made of ten penguins, beside descent with all of them."""

import traitlets

from figures.figure import Figure


class Minibatch(
    Figure,
    title="Steps from a few examples",
    alt="On a plane of two weights, the level lines of a loss, and two paths from a place that can "
    "be dragged: a smooth dashed one with the gradient of all examples, and a jagged one with "
    "those of minibatches. Small dots show where any minibatch would step next. Beside it, the "
    "gradients of all minibatches as a cloud, and the examples with a line through them.",
    symbols={"w": "output", "g": "kernel"},
    example={"points": [[181.0, 3.6], [195.0, 3.3], [210.0, 4.4], [221.0, 5.2]]},
):
    """`points` are flippers in mm and weights in kg; `batch` of them make a step, from `start`."""

    points: traitlets.List[list[float]] = traitlets.List(minlen=2, maxlen=10).tag(sync=True)
    batch = traitlets.Int(2, min=1, max=10).tag(sync=True)
    rate = traitlets.Int(30, min=5, max=160).tag(sync=True)
    t = traitlets.Int(12, min=0, max=60).tag(sync=True)
    draw = traitlets.Int(1, min=1, max=20).tag(sync=True)
    start = traitlets.List(traitlets.Float(min=-2, max=2), [1.75, -0.75], minlen=2, maxlen=2).tag(
        sync=True
    )
