"""Two vectors that the reader drags: their dot product as a shadow, and as a cosine."""

import traitlets

from figures.figure import Figure


class TwoVectors(
    Figure,
    title="The dot product is a shadow",
    alt="Two arrows from the origin, a and b, which can be dragged. A dashed line falls from the "
    "tip of a onto the line of b and marks the shadow of a. Beside it, the dot product against "
    "the angle between them: a cosine curve, with a dot at the present angle.",
    symbols={"a": "input", "b": "kernel"},
):
    """Two vectors, `a` and `b`, of two coordinates between -5 and 5."""

    a = traitlets.List(traitlets.Float(min=-5, max=5), [2.0, 3.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    b = traitlets.List(traitlets.Float(min=-5, max=5), [4.0, 1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
