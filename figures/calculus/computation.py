"""The graph of a computation: values go forward, gradients come back, edge by edge."""

import traitlets

from figures.figure import Figure


class Computation(
    Figure,
    title="Values forward, gradients back",
    alt="Circles, the steps of a computation, joined by arrows from each number to what uses it. "
    "Blue values fill the circles from the inputs to the result L. Each arrow carries a local "
    "slope. Then orange bands, as wide as what they carry, lead back from L, and each circle adds "
    "what arrives. A circle that is pointed at lights all its paths to L.",
    symbols={"x": "input", "L": "output"},
):
    """The `graph`, its input `x`, and how many steps of the two sweeps are done.

    "wave" is x sin x + x x, "neuron" one ReLU with a squared loss, "network" two layers of them,
    and "ladder" a chain of `rungs` sums, each of which uses the number before it twice. `at` is the
    mark that is pointed at: first the circles, then the arrows.
    """

    graph = traitlets.Enum(["wave", "neuron", "network", "ladder"], "wave").tag(sync=True)
    x = traitlets.Float(1.5, min=-2, max=2).tag(sync=True)
    rungs = traitlets.Int(3, min=1, max=6).tag(sync=True)
    step = traitlets.Int(0, min=0, max=19).tag(sync=True)
    at = traitlets.Int(-1, min=-1, max=60).tag(sync=True)
