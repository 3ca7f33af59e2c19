"""A point and a line that the reader drags: on which side it lies, and how far away."""

import traitlets

from figures.figure import Figure


class Hyperplane(
    Figure,
    title="How far from the line?",
    alt="A plane with a line, the points with w · x = b, and its normal vector w. A point x can be "
    "dragged, and w too; a slider moves the line. A stroke leads from x to its foot, the nearest "
    "point of the line. The side to which w points is shaded.",
    symbols={"x": "input", "w": "kernel"},
):
    """A point `x`, a normal vector `w` and an offset `b`."""

    x = traitlets.List(traitlets.Float(min=-5, max=5), [3.0, 2.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    w = traitlets.List(traitlets.Float(min=-5, max=5), [1.0, 2.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    b = traitlets.Float(2.0, min=-10, max=10).tag(sync=True)
