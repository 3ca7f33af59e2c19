"""The quadratic form of a 2 by 2 matrix, all round the unit circle."""

import math
from collections.abc import Sequence
from typing import Any

import traitlets

from figures.figure import Figure


class RayleighQuotient(
    Figure,
    title="All the way round the circle",
    alt="A unit circle with an arrow x that is dragged round it, and the arrow Ax. In the "
    "direction of x lies a dot as far from the origin as x\u1d40Ax is large, and beside it the "
    "same number stands over the angle. Where x has been the dots stay. After a guess both curves "
    "are drawn whole, with the directions in which they are highest and lowest.",
    symbols={"A": "kernel", "x": "input", "f": "output", "\u03bb": "reference"},
):
    """The matrix with the entries `a00` to `a11`, from -2 to 2, and an x at `degrees`.

    An argument `A` gives the four. With `even` the symmetric part takes the place of A. The whole
    curve is hidden until the reader has guessed, unless `ask` is false.
    """

    a00 = traitlets.Float(2.0, min=-2, max=2).tag(sync=True)
    a01 = traitlets.Float(1.5, min=-2, max=2).tag(sync=True)
    a10 = traitlets.Float(1.5, min=-2, max=2).tag(sync=True)
    a11 = traitlets.Float(-2.0, min=-2, max=2).tag(sync=True)
    even = traitlets.Bool(False).tag(sync=True)
    ask = traitlets.Bool(True).tag(sync=True)
    degrees = traitlets.Int(0, min=0, max=360).tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-1, max=1), minlen=2, maxlen=2).tag(sync=True)

    def __init__(self, A: Sequence[Sequence[float]] | None = None, **kwargs: Any) -> None:
        """Take the matrix, or any trait by its name; `degrees` says where x is."""
        if A is not None:
            if len(A) != 2 or any(len(row) != 2 for row in A):
                raise ValueError(f"A must have two rows of two entries, got {A!r}")
            names = ("a00", "a01", "a10", "a11")
            entries = [float(v) for row in A for v in row]
            kwargs = {**dict(zip(names, entries, strict=True)), **kwargs}
        turn = math.radians(kwargs.get("degrees", 0))
        kwargs["x"] = [round(math.cos(turn), 4), round(math.sin(turn), 4)]
        super().__init__(**kwargs)
