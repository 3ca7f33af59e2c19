"""One map of the plane, and its matrix in a basis that the reader drags."""

import traitlets

from figures.figure import Figure


def _pair(u: float, v: float) -> traitlets.List[float]:
    return traitlets.List(traitlets.Float(min=-4, max=4), [u, v], minlen=2, maxlen=2)


class SkewBasis(
    Figure,
    title="One map, many matrices",
    alt="A plane with the grid of two basis vectors, b0 and b1, which can be dragged. A letter F "
    "and what the map makes of it stay where they are. Beside it two matrices of this map: the "
    "one in the unit vectors, which stays, and the one in the basis, which changes.",
    symbols={"A": "kernel", "M": "output", "b": "input"},
):
    """The map of the rows `first` and `second` of A, in the basis `b0` and `b1`."""

    first = _pair(0.0, 1.0).tag(sync=True)
    second = _pair(1.0, 0.0).tag(sync=True)
    b0 = _pair(1.0, 0.0).tag(sync=True)
    b1 = _pair(0.0, 1.0).tag(sync=True)
