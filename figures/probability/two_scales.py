"""Prior, likelihood and posterior of a coin, over its probability and over its logit."""

import traitlets

from figures.figure import Figure


class TwoScales(
    Figure,
    title="One belief on two scales",
    alt="Left, over the probability theta of heads: a dashed prior density, the likelihood of the "
    "tosses, and the posterior density with its highest place. Right, the same over the logit of "
    "theta; the posterior is drawn there once a guess is made. A marker can be dragged on both "
    "sides, and stands at the same theta.",
    symbols={"θ": "kernel", "φ": "kernel", "L": "input", "p": "output"},
):
    """A prior Beta(a, b), so many `heads` and `tails`, and a marked `theta` in hundredths."""

    heads = traitlets.Int(2, min=0, max=30).tag(sync=True)
    tails = traitlets.Int(1, min=0, max=30).tag(sync=True)
    a = traitlets.Float(1.0, min=0.5, max=10).tag(sync=True)
    b = traitlets.Float(1.0, min=0.5, max=10).tag(sync=True)
    theta = traitlets.Int(50, min=1, max=99).tag(sync=True)
