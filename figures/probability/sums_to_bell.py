"""The sum of N independent throws, standardised, beside the bell curve; the gap falls with N."""

import traitlets

from figures.figure import Figure


class SumsToBell(
    Figure,
    title="Sums become a bell",
    alt="Left, the distribution of the sum of N throws, moved to mean 0 and scaled to standard "
    "deviation 1, with the bell curve over it. Right, on two logarithmic axes, the greatest gap "
    "between the two distribution functions for each N, as points, and a dashed line to compare.",
    symbols={"Z": "output", "\u03a6": "reference"},
):
    """`kind` is what is added up, `N` how often: a coin shows a one in one throw of ten."""

    kind = traitlets.Enum(["die", "coin", "waiting"], "die").tag(sync=True)
    N = traitlets.Int(1, min=1, max=60).tag(sync=True)
