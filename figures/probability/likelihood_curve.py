"""Heads and tails, a belief in heads, and how likely each belief makes the tosses."""

import traitlets

from figures.figure import Figure


class LikelihoodCurve(
    Figure,
    title="How likely a belief makes the tosses",
    alt="Sliders for the numbers of heads and of tails, and for a belief theta in heads. A curve "
    "over all beliefs from zero to one shows how likely each makes these tosses, relative to the "
    "likeliest; a point runs on it. With more tosses the hill becomes narrower.",
    symbols={"θ": "kernel", "L": "output"},
):
    """Numbers of `heads` and `tails`, and `theta` in hundredths."""

    heads = traitlets.Int(7, min=0, max=70).tag(sync=True)
    tails = traitlets.Int(3, min=0, max=70).tag(sync=True)
    theta = traitlets.Int(50, min=0, max=100).tag(sync=True)
