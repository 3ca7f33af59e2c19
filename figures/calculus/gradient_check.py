"""A gradient by hand against difference quotients: the relative error of each parameter."""

import traitlets

from figures.figure import Figure


class GradientCheck(
    Figure,
    title="A gradient on trial",
    alt="Left, a stem for each of twelve parameters of a small network: the relative error of its "
    "slope, on a logarithmic scale, with a line above which it is suspect. Right, the same twelve "
    "errors against the step of the difference quotients, with a cursor at the step in use. The "
    "line and the cursor can be dragged.",
    symbols={"h": "input"},
):
    """The `bug` in the gradient, the step `10 ** (-h / 10)`, and the `line`, a power of ten."""

    bug = traitlets.Enum(
        ["none", "transpose", "factor 2", "sign", "path", "axis", "mean"], "none"
    ).tag(sync=True)
    h = traitlets.Int(50, min=10, max=120).tag(sync=True)
    line = traitlets.Int(-5, min=-11, max=-1).tag(sync=True)
