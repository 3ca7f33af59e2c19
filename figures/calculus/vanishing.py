"""Signals on their way up through many networks, and gradients on their way back."""

import traitlets

from figures.figure import Figure


class Vanishing(
    Figure,
    title="Through twenty layers and back",
    alt="Twenty-four networks of twenty layers. On a logarithmic axis, from left to right, a faint "
    "line for each says how large its activations are in each layer; a second family of lines runs "
    "back, from right to left, for the gradients. Two bold lines are their means over all networks."
    " The scale of the weights, the width and the activation can be set, and the layers played.",
    symbols={"s": "reference", "a": "input", "g": "output"},
):
    """The `scale` s in hundredths, the width `n`, the activation `phi`, and the step `t`."""

    scale = traitlets.Int(60, min=50, max=250).tag(sync=True)
    phi = traitlets.Enum(["linear", "relu", "tanh"], "linear").tag(sync=True)
    n = traitlets.Int(16, min=2, max=32).tag(sync=True)
    t = traitlets.Int(40, min=0, max=40).tag(sync=True)
    run = traitlets.Int(1, min=1, max=20).tag(sync=True)
