"""One bell curve for two humps: the divergence both ways round."""

import traitlets

from figures.figure import Figure


class TwoDirections(
    Figure,
    title="One bell for two humps",
    alt="A density p with two humps, whose distance has a slider, and a bell curve q, whose middle "
    "and width have sliders. Below, two bars: the divergence of p from q, and of q from p.",
    symbols={"p": "output", "q": "kernel"},
):
    """Humps, 1/2 wide, at minus and plus `apart`; a bell of `mean` and `width`: in twentieths."""

    apart = traitlets.Int(40, min=0, max=60).tag(sync=True)
    mean = traitlets.Int(20, min=-80, max=80).tag(sync=True)
    width = traitlets.Int(20, min=4, max=80).tag(sync=True)
