"""Newton's method and gradient descent, from the same start on the same landscape."""

import traitlets

from figures.figure import Figure


class Race(
    Figure,
    title="Newton's method and gradient descent, step by step",
    alt="Level lines of a landscape from above. From a start that can be dragged, two paths lead "
    "away: Newton's, and that of gradient descent. Around Newton's present place lie the level "
    "lines of its quadratic model, with an arrow to where the model is flat. A second drawing "
    "tells, for both, how many decimal places of the gradient are zero, step by step.",
    symbols={"x": "input", "d": "output", "g": "kernel"},
):
    """The landscape `f`, the start `x`, the step `t`, and whether Newton's steps are `damped`."""

    f = traitlets.Enum(["bowl", "banana", "saddle", "funnel"], "banana").tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-3, max=3), [-1.5, -1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    t = traitlets.Int(0, min=0, max=12).tag(sync=True)
    damped = traitlets.Bool(False).tag(sync=True)
