"""Nine cells with the probabilities of a pair of numbers, and what the pair is along a line."""

import traitlets

from figures.figure import Figure


class JointTable(
    Figure,
    title="Two variables, one table",
    alt="Nine cells, for X and Y from -1 to 1. The disc in each is as large as the probability of "
    "the pair; pressing a cell makes it larger, then empties it. Bars at the edges show X alone "
    "and Y alone. A line v leads through the mean. Beside it are the probabilities of the places "
    "where the pairs fall on that line, and a band of one standard deviation on both sides.",
    symbols={"X": "input", "Y": "input", "v": "kernel", "\N{GREEK SMALL LETTER SIGMA}": "output"},
):
    """Weights `w` of the pairs, row after row from Y = -1 up, and the direction of a line.

    With `ask`, the direction of the greatest variance is guessed first.
    """

    w = traitlets.List(
        traitlets.Int(min=0, max=4), [2, 0, 0, 2, 2, 2, 0, 0, 2], minlen=9, maxlen=9
    ).tag(sync=True)
    degrees = traitlets.Float(0.0, min=0, max=180).tag(sync=True)
    ask = traitlets.Bool(False).tag(sync=True)
