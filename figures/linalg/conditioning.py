"""A system of two equations: what an error in b does to x, in every direction."""

import traitlets

from figures.figure import Figure


class Conditioning(
    Figure,
    title="An error goes in, another comes out",
    alt="Two planes. In the first lie the columns of A and b, which can be dragged, and round the "
    "tip of b a small circle of errors, on which one is marked. In the second lies x, the solution "
    "of Ax = b, and round its tip the ellipse into which the errors of x fill that circle. Below, "
    "how many times larger the relative error of x is than that of b, against the direction of the "
    "error: a wave that stays below a level line, the condition number.",
    symbols={
        "A": "kernel",
        "a": "kernel",
        "b": "output",
        "x": "input",
        "\N{GREEK SMALL LETTER KAPPA}": "reference",
    },
):
    """The columns `a0` and `a1` of A, `b`, and an error of b of `error` percent.

    `direction` is where the error points, in degrees from the first axis.
    """

    a0 = traitlets.List(traitlets.Float(min=-5, max=5), [2.0, 1.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    a1 = traitlets.List(traitlets.Float(min=-5, max=5), [1.5, 2.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    b = traitlets.List(traitlets.Float(min=-5, max=5), [3.0, 0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    error = traitlets.Int(10, min=1, max=30).tag(sync=True)
    direction = traitlets.Int(0, min=0, max=360).tag(sync=True)
