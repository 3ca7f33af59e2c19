"""All samples of three equally likely values, and what each says of their variance."""

import traitlets

from figures.figure import Figure


class EverySample(
    Figure,
    title="Every sample there is",
    alt="Three values on a line, which can be dragged, each as likely as the others. Below, one "
    "dot for each sample of N draws, in its place on an axis: the sum of the squares of its "
    "deviations from its own mean, divided by a number that has a choice. A line marks the mean "
    "of all dots, a dashed one the variance of the three values.",
    symbols={"x": "input", "\N{GREEK SMALL LETTER SIGMA}": "reference"},
):
    """Three `values`, samples of `N` draws, and what the sum of squares is divided by."""

    values = traitlets.List(traitlets.Int(min=0, max=8), [0, 1, 5], minlen=3, maxlen=3).tag(
        sync=True
    )
    N = traitlets.Int(2, min=2, max=6).tag(sync=True)
    divisor = traitlets.Enum(["N", "N - 1", "N + 1"], "N").tag(sync=True)
    ask = traitlets.Bool(True).tag(sync=True)
