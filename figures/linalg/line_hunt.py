"""Power iteration in the plane, step by step, and how fast its direction comes to rest."""

from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


def _pair(u: float, v: float) -> traitlets.List[float]:
    return traitlets.List(traitlets.Float(min=-2, max=2), [u, v], minlen=2, maxlen=2)


class LineHunt(
    Figure,
    title="Apply A again and again",
    alt="A unit circle, a starting point x that can be dragged, and the directions of x, Ax, AAx "
    "and so on as points on the circle, the last as an arrow; lines through the origin are those "
    "that A keeps, and the columns of A can be dragged. Beside it, on a logarithmic axis, the "
    "angle between the arrow and the line of the eigenvalue of largest size at each step: dots "
    "along a falling straight line, dashed, which is what the two eigenvalues promise.",
    symbols={"A": "kernel", "a": "kernel", "x": "input", "λ": "reference"},
):
    """The columns `a0` and `a1` of A and a start `x`, numbers from -2 to 2, and `k` steps."""

    a0 = _pair(1.25, 0.75).tag(sync=True)
    a1 = _pair(0.75, 1.25).tag(sync=True)
    x = _pair(1.0, 0.0).tag(sync=True)
    k = traitlets.Int(0, min=0, max=30).tag(sync=True)

    def __init__(self, A: Sequence[Sequence[float]] | None = None, **kwargs: Any) -> None:
        """Take the matrix, or any trait by its name.

        Raises
        ------
        ValueError
            If `A` is not 2 by 2.
        """
        if A is not None:
            if len(A) != 2 or any(len(row) != 2 for row in A):
                raise ValueError(f"A must have two rows of two entries, got {A!r}")
            kwargs["a0"], kwargs["a1"] = ([float(row[j]) for row in A] for j in (0, 1))
        super().__init__(**kwargs)
