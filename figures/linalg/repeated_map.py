"""A linear dynamical system in the plane: where x goes, and how long it becomes."""

from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


def _pair(u: float, v: float, most: float) -> traitlets.List[float]:
    return traitlets.List(traitlets.Float(min=-most, max=most), [u, v], minlen=2, maxlen=2)


class RepeatedMap(
    Figure,
    title="One step, again and again",
    alt="A plane with a start x, which can be dragged, and dots where A takes it step by step; the "
    "ways of twelve other starts are faint. The columns of A are dragged in a small plane. Beside "
    "it, against the step and on a logarithmic axis, the length of x as dots, the greatest stretch "
    "of so many steps as a line, and the power of the spectral radius as a dashed line.",
    symbols={"A": "kernel", "a": "kernel", "x": "input", "\N{GREEK SMALL LETTER RHO}": "reference"},
):
    """The columns `a0` and `a1` of A, from -1.5 to 1.5, a start `x`, and `k` steps."""

    a0 = _pair(0.85, 0.0, 1.5).tag(sync=True)
    a1 = _pair(1.5, 0.85, 1.5).tag(sync=True)
    x = _pair(0.0, 1.0, 6).tag(sync=True)
    k = traitlets.Int(0, min=0, max=40).tag(sync=True)

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
