"""Numbers on a line, and the logarithm of their likelihood under a pointed density."""

import traitlets

from figures.figure import Figure


class LaplaceHill(
    Figure,
    title="A hill of straight slopes",
    alt="Five points on a line, or six, which can be dragged. Above them, hidden until the reader "
    "has guessed where it is highest, a curve of straight pieces: the logarithm of the likelihood "
    "for every middle m, with a kink above each point. A point runs on it; its slope is the number "
    "of data above m less the number below, divided by the scale s.",
    symbols={"x": "input", "m": "kernel", "\N{SCRIPT SMALL L}": "output"},
):
    """Six numbers `x`, the last one shown with `six`, the place `m`, and the scale `s`."""

    x = traitlets.List(
        traitlets.Float(min=0, max=10), [1.0, 2.0, 4.0, 6.0, 7.0, 8.0], minlen=6, maxlen=6
    ).tag(sync=True)
    six = traitlets.Bool(False).tag(sync=True)
    m = traitlets.Float(0.0, min=0, max=10).tag(sync=True)
    s = traitlets.Float(1.0, min=0.5, max=4).tag(sync=True)
