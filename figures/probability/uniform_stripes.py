"""Equal stripes of a uniform number, sent down through a distribution function to a value."""

import traitlets

from figures.figure import Figure


class UniformStripes(
    Figure,
    title="Even stripes become values",
    alt="A distribution function rising from 0 to 1. From evenly spaced heights lines lead across "
    "to the curve and then down to the axis, where each ends in a dot. One height, u, can be "
    "moved; its line is drawn stronger.",
    symbols={"U": "input", "F": "kernel", "x": "output"},
):
    """The distribution `kind`, where the die is loaded; how many `stripes`; a chosen height `u`."""

    kind = traitlets.Enum(["bell", "waiting", "die"], "bell").tag(sync=True)
    stripes = traitlets.Int(20, min=4, max=60).tag(sync=True)
    u = traitlets.Float(0.5, min=0.005, max=0.995).tag(sync=True)
