"""The entropy of three probabilities over their triangle, and along a line in it."""

import traitlets

from figures.figure import Figure


def _corner(x: float, y: float) -> "traitlets.List[float]":
    one = traitlets.Float(min=0, max=1)
    return traitlets.List(one, [x, y], minlen=2, maxlen=2).tag(sync=True)


class Uncertainty(
    Figure,
    title="Entropy over the triangle",
    alt="A triangle whose points are three probabilities: two are read off the axes, the third is "
    "what is missing to one. Level lines of the entropy lie round its middle. Two points in it, p "
    "and q, can be dragged, and a third runs between them. Right, the entropy along that line is "
    "an arch above the straight line that joins its ends.",
    symbols={"p": "output", "q": "kernel"},
):
    """Points `p` and `q`, the first two of three probabilities; `percent` of q in their mixture."""

    p = _corner(0.8, 0.1)
    q = _corner(0.1, 0.1)
    percent = traitlets.Int(50, min=0, max=100).tag(sync=True)
