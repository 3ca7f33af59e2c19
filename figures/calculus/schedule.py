"""The rate against the step, for four schedules, and what noisy descent on a bowl makes of it."""

import traitlets

from figures.figure import Figure


class Schedule(
    Figure,
    title="A rate over time, and a noisy descent",
    alt="Above, four curves of the rate against the step, one of them chosen, and a bowl with "
    "twelve balls. Below, how far each of these has been from the bottom, step by step, and a "
    "band that reaches to the root of the mean square on either side. A slider plays the steps.",
    symbols={"t": "input", "η": "kernel", "e": "output", "M": "reference"},
):
    """The schedule `kind`, its `rate` in hundredths, `noise` in tenths, steps of warm-up."""

    kind = traitlets.Enum(["constant", "step decay", "one over t", "cosine"], "constant").tag(
        sync=True
    )
    rate = traitlets.Int(50, min=2, max=220).tag(sync=True)
    warm = traitlets.Int(0, min=0, max=60).tag(sync=True)
    noise = traitlets.Int(15, min=0, max=20).tag(sync=True)
    t = traitlets.Int(4, min=0, max=200).tag(sync=True)
    run = traitlets.Int(1, min=1, max=20).tag(sync=True)
