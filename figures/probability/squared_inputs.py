"""A quadratic surface, and what two squares of directions make of it."""

import traitlets

from figures.figure import Figure


class SquaredInputs(
    Figure,
    title="What squares can make",
    alt="A plane of two inputs. Level lines of a quadratic function, such as the saddle of their "
    "product, and level lines of a sum of squares: each hidden unit multiplies the input by a "
    "direction and squares. The first direction can be dragged, the second is at a right angle to "
    "it, and the output weights are the best there are. The text says which share of the function "
    "is missed.",
    symbols={"q": "kernel", "x": "input"},
):
    """The quadratic `target`, the direction `q` of the first of one or two hidden `units`."""

    target = traitlets.Enum(
        ["x\u2080x\u2081", "x\u2080\u00b2 \u2212 x\u2081\u00b2", "(x\u2080 + 2x\u2081)\u00b2 / 4"],
        "x\u2080x\u2081",
    ).tag(sync=True)
    q = traitlets.List(traitlets.Float(min=-2, max=2), [1.5, 0.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    units = traitlets.Int(2, min=1, max=2).tag(sync=True)
