"""A transposed convolution: every input writes a copy of the kernel, and copies overlap."""

import traitlets

from figures.figure import Figure


class Spread(
    Figure,
    title="How often each output is written",
    alt="One row for each input, with the K outputs that it writes. Below, the number of "
    "inputs that write each output: the same everywhere inside if the "
    "stride divides K, a pattern otherwise.",
):
    """`n` inputs, each writing `K` outputs, one `stride` after the other."""

    n = traitlets.Int(5, min=1, max=6).tag(sync=True)
    K = traitlets.Int(3, min=1, max=6).tag(sync=True)
    stride = traitlets.Int(2, min=1, max=4).tag(sync=True)
