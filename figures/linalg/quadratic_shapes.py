"""The quadratic form of a symmetric 2 by 2 matrix as a landscape: bowl, trough, saddle, dome."""

from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


class QuadraticShapes(
    Figure,
    title="Bowl, trough, saddle, dome",
    alt="A plane with lines along which x\u1d40Ax has one height, solid above zero and dashed "
    "below, and an x that can be dragged. Beside it the same heights as a surface over a disc, "
    "which can be turned: a bowl, a trough, a saddle, a ridge or a dome.",
    symbols={"x": "input", "f": "output", "\u03bb": "reference"},
):
    """The form of ``[[a, b], [b, c]]``, each from -2 to 2, and a point `x`; `turn` turns the view.

    An argument `A` gives the three.
    """

    a = traitlets.Float(2.0, min=-2, max=2).tag(sync=True)
    b = traitlets.Float(1.0, min=-2, max=2).tag(sync=True)
    c = traitlets.Float(2.0, min=-2, max=2).tag(sync=True)
    turn = traitlets.Int(120, min=0, max=180).tag(sync=True)
    x = traitlets.List(
        traitlets.Float(min=-2, max=2), default_value=[1.0, -0.5], minlen=2, maxlen=2
    ).tag(sync=True)

    def __init__(self, A: Sequence[Sequence[float]] | None = None, **kwargs: Any) -> None:
        """Take the symmetric matrix, or any trait by its name."""
        if A is not None:
            if len(A) != 2 or any(len(row) != 2 for row in A) or A[0][1] != A[1][0]:
                raise ValueError(f"A must be symmetric, with two rows of two entries, got {A!r}")
            kwargs = {"a": float(A[0][0]), "b": float(A[0][1]), "c": float(A[1][1]), **kwargs}
        super().__init__(**kwargs)
