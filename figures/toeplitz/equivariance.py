"""Shift, then filter, against filter, then shift."""

from typing import Any

import traitlets

from figures.figure import Figure


class Equivariance(
    Figure,
    example={"x": [0, 1, 2], "k": [1, 2, 1]},
    title="Shift and filter, in both orders",
    alt="Above, a signal that the slider shifts around a circle. Below, two results laid "
    "over each other: shift then filter as dots, filter then shift as rings. With a "
    "circular border every dot lies in its ring; with zeros at the border some leave it.",
    symbols={"x": "input", "y": "output"},
):
    """A signal `x`, an odd kernel `k`, a circular shift, and a border: circular or zero."""

    x = traitlets.List(traitlets.Float(), minlen=2, maxlen=24).tag(sync=True)
    k = traitlets.List(traitlets.Float(), minlen=1, maxlen=9).tag(sync=True)
    shift = traitlets.Int(0, min=0).tag(sync=True)
    padding = traitlets.Enum(["circular", "zero"], "circular").tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; `k` must be of odd length."""
        super().__init__(**kwargs)
        if len(self.k) % 2 == 0:
            raise ValueError(f"k must have an odd length, got {len(self.k)}")
