"""Coins fall one after the other, and what is believed of the coin moves with them."""

import traitlets

from figures.figure import Figure


class CoinsFall(
    Figure,
    title="Coins fall, and a belief moves",
    alt="Above, the tosses so far: filled for heads, hollow for tails. Below them a curve over all "
    "probabilities theta of heads says how much each is believed; it becomes narrower as more "
    "coins fall. Once a guess is made its mean is marked, and two bars show how probable heads and "
    "tails are for the next toss: averaged over the whole curve, and by its highest place alone.",
    symbols={"θ": "kernel", "p": "output"},
):
    """So many tosses `n` of a `coin`, and the belief Beta(a, b) before the first."""

    coin = traitlets.Enum(["two-headed", "biased", "fair"], "two-headed").tag(sync=True)
    n = traitlets.Int(3, min=0, max=40).tag(sync=True)
    a = traitlets.Float(1.0, min=0.5, max=20).tag(sync=True)
    b = traitlets.Float(1.0, min=0.5, max=20).tag(sync=True)
