"""Three vectors that the reader turns: is the way by b ever shorter than the straight one?"""

import traitlets

from figures.figure import Figure

_TIP = traitlets.Float(min=-3, max=3)


class ThreeDirections(
    Figure,
    title="Is the way by b ever shorter?",
    alt="Three arrows from the origin, a, b and c, which can be dragged, and the unit circle that "
    "shows their directions. Beside them two pairs of bars, one for 1 minus the cosine and one "
    "for the angle: from a to c straight, and from a by b to c.",
    symbols={"a": "input", "b": "kernel", "c": "output"},
):
    """Three vectors `a`, `b` and `c` of two coordinates between -3 and 3."""

    a = traitlets.List(_TIP, [2.5, 0.0], minlen=2, maxlen=2).tag(sync=True)
    b = traitlets.List(_TIP, [2.5, 1.0], minlen=2, maxlen=2).tag(sync=True)
    c = traitlets.List(_TIP, [0.0, 2.0], minlen=2, maxlen=2).tag(sync=True)
