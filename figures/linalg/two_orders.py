"""Two maps of the plane, one after the other, in both orders."""

from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


def _pair(u: float, v: float) -> traitlets.List[float]:
    return traitlets.List(traitlets.Float(min=-2.5, max=2.5), [u, v], minlen=2, maxlen=2)


class TwoOrders(
    Figure,
    title="One map after another",
    alt="Four planes. In the first two, the letter F as the matrix A and the matrix B move it, and "
    "their columns, which can be dragged. In the last two, the letter F after both maps: once "
    "first B, then A, and once first A, then B.",
    symbols={"A": "kernel", "B": "input", "C": "output"},
    example={"ask": True},
):
    """The maps of `A` and `B`, each by its two columns `a0`, `a1`, `b0`, `b1`, from -2.5 to 2.5.

    With `ask` the reader first points at the picture of AB; `swapped` says that it is the
    second of the two.
    """

    a0 = _pair(0.0, 1.0).tag(sync=True)
    a1 = _pair(-1.0, 0.0).tag(sync=True)
    b0 = _pair(2.0, 0.0).tag(sync=True)
    b1 = _pair(0.0, 1.0).tag(sync=True)
    ask = traitlets.Bool(False).tag(sync=True)
    swapped = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        A: Sequence[Sequence[float]] | None = None,
        B: Sequence[Sequence[float]] | None = None,
        **kwargs: Any,
    ) -> None:
        """Take the two matrices, or any trait by its name.

        Raises
        ------
        ValueError
            If `A` or `B` is not 2 by 2.
        """
        state: dict[str, Any] = {}
        for name, M in (("A", A), ("B", B)):
            if M is None:
                continue
            if len(M) != 2 or any(len(row) != 2 for row in M):
                raise ValueError(f"{name} must have two rows of two entries, got {M!r}")
            for j in (0, 1):
                state[f"{name.lower()}{j}"] = [float(row[j]) for row in M]
        super().__init__(**{**state, **kwargs})
