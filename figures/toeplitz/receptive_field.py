"""Which inputs one output sees through layers with stride and dilation."""

import traitlets

from figures.figure import Figure


class ReceptiveField(
    Figure,
    title="What one output sees, with stride and dilation",
    alt="The cone of one output: a dot at the bottom, joined to the K places it looks at "
    "in the layer above, and so on up to the inputs. Inputs between the first and the last "
    "that are not seen are hollow.",
):
    """`layers` layers of windows of `K` entries, with a stride, and dilation 1 or doubling."""

    layers = traitlets.Int(3, min=1, max=4).tag(sync=True)
    K = traitlets.Int(3, min=1, max=4).tag(sync=True)
    stride = traitlets.Int(1, min=1, max=2).tag(sync=True)
    doubling = traitlets.Bool(False).tag(sync=True)
