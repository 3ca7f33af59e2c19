"""Which inputs one output sees, through layers of local windows."""

import traitlets

from figures.figure import Figure


class Reach(
    Figure,
    title="What one output sees",
    alt="Rows of dots, the inputs on top, one row for each layer. Each dot is joined to "
    "the K dots above it; the cone of inputs that reach one output is coloured. It widens "
    "by K minus 1 with each layer.",
):
    """Layers of windows of width `K` over `n` inputs, with the cone of one output."""

    n = traitlets.Int(21, min=19, max=31).tag(sync=True)
    K = traitlets.Int(3, min=1, max=4).tag(sync=True)
    layers = traitlets.Int(3, min=1, max=6).tag(sync=True)
