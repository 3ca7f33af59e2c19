"""The mean of the first n draws, from a die, a log-normal and a Cauchy, as n grows."""

import traitlets

from figures.figure import Figure


class RunningMeans(
    Figure,
    title="Which of them settles?",
    alt="Three curves against the number of draws on a logarithmic axis: the mean of all draws so "
    "far of a die, of a log-normal and of a Cauchy. From 1000 draws on a dashed line stands at the "
    "expectation, where there is one.",
    symbols={"n": "output"},
):
    """The first `10 ** (k / 10)` draws of the run number `run`."""

    k = traitlets.Int(10, min=0, max=40).tag(sync=True)
    run = traitlets.Int(1, min=1, max=99).tag(sync=True)
