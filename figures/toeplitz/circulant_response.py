"""A circulant matrix, the waves that it scales, and by how much."""

from typing import Any

import traitlets

from figures.figure import Figure


class CirculantResponse(
    Figure,
    example={"c": [0, 1, 0], "presets": {"one": [0, 1, 0]}},
    title="What a circulant does to a wave",
    alt="The kernel as bars that can be dragged; its circulant matrix; the factor by which "
    "each frequency is scaled, as a curve; and a wave of the chosen frequency before and "
    "after: the same wave, scaled and shifted.",
    symbols={"C": "kernel", "c": "kernel", "λ": "kernel"},
):
    """A centred kernel `c` on a circle of `n` places, and what it does to each frequency."""

    c = traitlets.List(traitlets.Float(), minlen=1, maxlen=7).tag(sync=True)
    n = traitlets.Int(16, min=8, max=32).tag(sync=True)
    frequency = traitlets.Int(0, min=0).tag(sync=True)
    presets = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; `c` must be of odd length, `n` even."""
        super().__init__(**kwargs)
        if len(self.c) % 2 == 0:
            raise ValueError(f"c must have an odd length, got {len(self.c)}")
        if self.n % 2 == 1:
            raise ValueError(f"n must be even, got {self.n}")
