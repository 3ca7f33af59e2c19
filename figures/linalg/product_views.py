"""A matrix product that fills itself: by entries, by columns, by rows, or in layers."""

from typing import Any

import traitlets

from figures.figure import Figure

VIEWS = ("entries", "columns", "rows", "layers")


def _matrix(values: list[list[float]]) -> traitlets.List[list[float]]:
    rows: traitlets.List[float] = traitlets.List(traitlets.Float(), minlen=1, maxlen=6)
    return traitlets.List(rows, values, minlen=1, maxlen=6)


class ProductViews(
    Figure,
    title="Four ways to fill a product",
    alt="The matrix A at the left, the matrix B above, and their product C in the corner between "
    "them, where each row of A meets each column of B. Step by step C is filled: by entries, by "
    "columns, by rows, or as a sum of layers; what a step uses is outlined.",
    symbols={"A": "kernel", "B": "input", "C": "output"},
):
    """The product of `A` and `B` after `step` steps, seen by `view`."""

    A = _matrix([[1.0, 2.0], [3.0, 4.0]]).tag(sync=True)
    B = _matrix([[5.0, 6.0], [7.0, 8.0]]).tag(sync=True)
    view = traitlets.Enum(VIEWS, "entries").tag(sync=True)
    step = traitlets.Int(0, min=0, max=36).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Check that the shapes fit.

        Raises
        ------
        ValueError
            If a matrix has rows of different lengths, or `B` not a row for each column of `A`.
        """
        super().__init__(**kwargs)
        for name, M in (("A", self.A), ("B", self.B)):
            if len({len(row) for row in M}) != 1:
                raise ValueError(f"{name} must have rows of equal length, got {M}")
        if len(self.B) != len(self.A[0]):
            raise ValueError(
                f"B must have {len(self.A[0])} rows, one for each column of A, got {len(self.B)}"
            )
