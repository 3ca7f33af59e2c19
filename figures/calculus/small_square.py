"""A small square, its image under a map that bends, and the parallelogram of the Jacobian."""

import traitlets

from figures.figure import Figure


class SmallSquare(
    Figure,
    title="What a map does to a small square",
    alt="Left, a square with its corner at a place that can be dragged. Right, its image under a "
    "map that bends, and dashed the parallelogram that a matrix J makes of it. Both follow the "
    "square, whose side can be changed.",
    symbols={"x": "input", "f": "output", "J": "reference"},
):
    """The map `f`, the corner `x` of the square, and its `side` in hundredths."""

    f = traitlets.Enum(["bend", "square", "polar"], "bend").tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-2, max=2), [0.5, 0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    side = traitlets.Int(100, min=5, max=150).tag(sync=True)
