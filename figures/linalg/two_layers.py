"""Four hidden units that the reader moves: what two layers enclose, with ReLU and without."""

import traitlets

from figures.figure import Figure

_FOOT = traitlets.Float(min=-3, max=3)


def _handle(u: float, v: float) -> traitlets.List[float]:
    return traitlets.List(_FOOT, [u, v], minlen=2, maxlen=2).tag(sync=True)


class TwoLayers(
    Figure,
    title="Two layers, with a bend or without",
    alt="Dots in the middle of a plane and squares around them; those that are sorted wrongly are "
    "hollow. Four dashed lines, one for each hidden unit, can be dragged by their feet. The border "
    "between what the network calls inside and outside is a bent line around the middle with "
    "ReLU, and one straight line, or none, without.",
    example={"inner": [[0.0, 0.0]], "outer": [[2.0, 0.0]]},
):
    """`inner` and `outer` are points; `h0` to `h3` are the feet of the lines of the units."""

    inner: traitlets.List[list[float]] = traitlets.List().tag(sync=True)
    outer: traitlets.List[list[float]] = traitlets.List().tag(sync=True)
    h0, h1 = _handle(1.5, 0.5), _handle(0.8, 1.3)
    h2, h3 = _handle(1.5, -0.6), _handle(0.4, 1.5)
    relu = traitlets.Bool(False).tag(sync=True)
    threshold = traitlets.Int(2, min=0, max=20).tag(sync=True)
