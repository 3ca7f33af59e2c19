"""An outer product: a table of all products of two lists, whose bars the reader drags."""

import traitlets

from figures.figure import Figure

_ENTRY = traitlets.Int(min=-3, max=3)


class OuterTable(
    Figure,
    title="A table from two lists",
    alt="Bars for the entries of u and of v, which can be dragged, and the table of all products "
    "of one entry of u and one of v. A pressed cell is outlined together with the corner of the "
    "table and the two cells that complete the rectangle.",
    symbols={"A": "output", "u": "input", "v": "kernel"},
):
    """The outer product of `u` and `v`; `at` is the pressed cell, `spoilt` adds 1 to one cell."""

    u = traitlets.List(_ENTRY, [1, 2, -1, 3], minlen=1, maxlen=6).tag(sync=True)
    v = traitlets.List(_ENTRY, [2, 1, 0, -1, 3], minlen=1, maxlen=8).tag(sync=True)
    at = traitlets.Int(-1, min=-1).tag(sync=True)
    spoilt = traitlets.Bool(False).tag(sync=True)
