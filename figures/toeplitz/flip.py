"""The same kernel slid over the same signal, as it is or turned round."""

import traitlets

from figures.figure import Figure


class Flip(
    Figure,
    example={"x": [1, 2], "k": [1, 10]},
    title="Slide the kernel, or flip it first",
    alt="A signal drawn as bars, with the kernel beneath it at the current step, and the "
    "result as stems. Ticking 'flip the kernel' turns the kernel round: the result changes "
    "from cross-correlation to convolution.",
    symbols={"x": "input", "k": "kernel", "y": "output"},
):
    """A signal `x` that the reader draws, a kernel `k`, and the full result."""

    x = traitlets.List(traitlets.Float(), minlen=1, maxlen=12).tag(sync=True)
    k = traitlets.List(traitlets.Float(), minlen=1, maxlen=5).tag(sync=True)
    step = traitlets.Int(0, min=0).tag(sync=True)
    flipped = traitlets.Bool(False).tag(sync=True)
