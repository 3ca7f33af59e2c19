"""Every position of a window against a signal, and which mode keeps it."""

import traitlets

from figures.figure import Figure


class Modes(
    Figure,
    title="Which positions each mode keeps",
    alt="One row for each position of the kernel that touches the signal. Three columns of "
    "dots show which positions the modes full, same and valid keep: all, n of them from "
    "the middle, and those where the kernel lies inside.",
    symbols={"x": "input"},
):
    """A signal of length `n`, a kernel of length `K`, and the rows kept by full, same, valid."""

    n = traitlets.Int(6, min=1, max=9).tag(sync=True)
    K = traitlets.Int(3, min=1, max=6).tag(sync=True)
