"""Five points on a line, the squares on their deviations, and the mean square: the variance."""

import traitlets

from figures.figure import Figure


class MeanSquare(
    Figure,
    title="The mean of the squares",
    alt="Five points on a line, which can be dragged, and a mark at their mean. On each stretch "
    "from the mean to a point stands a square. A dashed square is the mean of the five, and a band "
    "reaches as far as its side to both sides of the mean. Sliders multiply all points by a and "
    "shift them by b.",
    symbols={"X": "input", "μ": "reference", "\N{GREEK SMALL LETTER SIGMA}": "output"},
):
    """Five equally probable values `x`, as ``a * x + b``; with `ask`, sigma is guessed first."""

    x = traitlets.List(
        traitlets.Float(min=-5, max=5), [-2.0, -1.5, -0.5, 0.0, 4.0], minlen=5, maxlen=5
    ).tag(sync=True)
    a = traitlets.Float(1.0, min=-2, max=2).tag(sync=True)
    b = traitlets.Float(0.0, min=-2, max=2).tag(sync=True)
    ask = traitlets.Bool(False).tag(sync=True)
