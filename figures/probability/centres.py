"""Five numbers on a line, and three that stand for all: mean, median and Huber's."""

import traitlets

from figures.figure import Figure


class Centres(
    Figure,
    title="Which number stands for all five?",
    alt="Five points on a line, which can be dragged. Below the line three marks, hidden until the "
    "reader has guessed where the mean stands: the mean, the median, and Huber's number for a "
    "threshold delta that has a slider. Drag a point far away, and see which of the three follow.",
    symbols={"x": "input", "δ": "reference"},
):
    """Five numbers `x`, and `delta`, from which miss on Huber's loss is straight."""

    x = traitlets.List(
        traitlets.Float(min=0, max=20), [2.0, 3.0, 3.0, 5.0, 17.0], minlen=5, maxlen=5
    ).tag(sync=True)
    delta = traitlets.Float(2.0, min=0.5, max=12).tag(sync=True)
