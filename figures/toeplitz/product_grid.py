"""All products of the entries of f and g; convolution and correlation sum its diagonals."""

import traitlets

from figures.figure import Figure


class ProductGrid(
    Figure,
    example={"f": [1, 2], "g": [3]},
    title="All products in a grid",
    alt="A grid with the products of the entries of f and g. Sums along anti-diagonals are "
    "the convolution, sums along diagonals the cross-correlation; both are drawn as stems. "
    "A switch exchanges f and g, and with them the rows and the columns of the grid.",
):
    """The grid of ``f[i] * g[j]``, one of its lines marked, and the sums over all lines."""

    f = traitlets.List(traitlets.Float(), minlen=1, maxlen=6).tag(sync=True)
    g = traitlets.List(traitlets.Float(), minlen=1, maxlen=6).tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)
    operation = traitlets.Enum(["anti-diagonals", "diagonals"], "anti-diagonals").tag(sync=True)
    swapped = traitlets.Bool(False).tag(sync=True)
