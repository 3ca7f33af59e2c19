"""A curve, two points on it, and the line through both, which becomes the tangent."""

import traitlets

from figures.figure import Figure


class Secant(
    Figure,
    title="A secant becomes a tangent",
    alt="A curve with two points on it, one at x and one a gap h further. A line runs through "
    "both, and its slope is written below. Where the curve has a tangent at x, it is dashed. The "
    "nearer the second point, the more alike the two lines.",
    symbols={"x": "input", "h": "error", "f": "output"},
):
    """The curve `f`, a place `x` and a gap `h`, both in hundredths."""

    f = traitlets.Enum(["square", "sine", "exponential", "absolute"], "square").tag(sync=True)
    x = traitlets.Int(100, min=-200, max=200).tag(sync=True)
    h = traitlets.Int(100, min=-150, max=150).tag(sync=True)
