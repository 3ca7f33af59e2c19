"""Gram and Schmidt's way to orthonormal columns, step by step in the plane."""

import traitlets

from figures.figure import Figure


class GramSchmidt(
    Figure,
    title="Two columns become orthonormal",
    alt="Two arrows from the origin, the columns of a matrix, which can be dragged. A slider steps "
    "through the work: the first arrow is made 1 long, the second loses its projection on it, and "
    "what is left is made 1 long. The two new arrows end on the unit circle, at a right angle.",
    symbols={"a": "input", "q": "output"},
):
    """Two columns, `a0` and `a1`, and how many of four steps are done."""

    a0 = traitlets.List(traitlets.Float(min=-5, max=5), [4.0, 2.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    a1 = traitlets.List(traitlets.Float(min=-5, max=5), [1.0, 3.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    step = traitlets.Int(0, min=0, max=4).tag(sync=True)
