"""A Gaussian of two dimensions: its ellipse, a slice through it, and its shadow."""

import traitlets

from figures.figure import Figure


class GaussianSlice(
    Figure,
    title="A slice and a shadow",
    alt="Left, an ellipse around 0, whose longer axis can be dragged, with an upright line through "
    "a point x that can be dragged. Right, two curves over the second coordinate: the shadow, "
    "which is its density where the first is unknown, and the slice along the line.",
    symbols={"x": "input", "\u03a3": "kernel", "v": "kernel"},
):
    """`v` is half an axis of the ellipse, `s` half the other, and `x` lies on the slice."""

    v = traitlets.List(traitlets.Float(min=-3, max=3), [0.95, 0.95], minlen=2, maxlen=2).tag(
        sync=True
    )
    s = traitlets.Float(0.45, min=0.1, max=2).tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-3, max=3), [2.0, -1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
