"""Many tries, each of which rarely succeeds: how many successes, and the Poisson limit."""

import traitlets

from figures.figure import Figure


class RareEvents(
    Figure,
    title="Many tries, few successes",
    alt="Stems with the probabilities of the number of successes of n independent tries, each with "
    "the probability lambda divided by n, and rings with those of the Poisson distribution of the "
    "same mean lambda. With more tries the stems grow into the rings.",
    symbols={"λ": "reference", "p": "output"},
):
    """The tries `n` and the mean `rate` of the successes; `at` is the count that is pointed at."""

    n = traitlets.Int(10, min=10, max=200).tag(sync=True)
    rate = traitlets.Float(3.0, min=0.5, max=8).tag(sync=True)
    at = traitlets.Int(0, min=0, max=20).tag(sync=True)
