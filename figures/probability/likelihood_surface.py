"""The log-likelihood of a bell curve over its middle and its width."""

import traitlets

from figures.figure import Figure


class LikelihoodSurface(
    Figure,
    title="A hill over middle and width",
    alt="A plane whose points are bell curves: mu to the right, sigma upwards. Level lines of the "
    "log-likelihood of five numbers, marked on the axis, lie round one summit and draw together "
    "as the numbers are seen more often. A point can be dragged, and an arrow shows which way the "
    "slope leads from it.",
    symbols={"μ": "kernel", "\N{GREEK SMALL LETTER SIGMA}": "kernel", "x": "input"},
):
    """Five numbers `x`, each seen `times` times, and a bell curve, `bell`: its mu and its sigma."""

    x = traitlets.List(
        traitlets.Float(min=-3, max=3), [-1.5, -0.5, 0.0, 0.5, 2.5], minlen=2, maxlen=9
    ).tag(sync=True)
    times = traitlets.Int(1, min=1, max=20).tag(sync=True)
    bell = traitlets.List(traitlets.Float(), [-1.5, 2.5], minlen=2, maxlen=2).tag(sync=True)
    wrong = traitlets.Bool(False).tag(sync=True)
