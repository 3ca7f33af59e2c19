"""The book's one idea: a claim, the check of it, and changes that may turn the check red."""

from typing import Any

import traitlets

from figures.figure import Figure


class ClaimAndCheck(
    Figure,
    title="Shift, then filter; filter, then shift",
    alt="A signal of eight numbers and a kernel of three, as bars to be dragged. Below them two "
    "results laid over each other: shift then filter as dots, filter then shift as rings. As the "
    "page opens, every dot lies in its ring, and the check says that 200 random cases agree. "
    "Three ticks each change the filter; where dots leave their rings, the check turns red and "
    "the smallest case that fails stands below it.",
    symbols={"x": "input", "k": "kernel", "y": "output"},
):
    """A signal `x`, a kernel `k`, a shift on a circle, and three changes of what a filter does."""

    x = traitlets.List(
        traitlets.Float(min=-3, max=3),
        [0.0, 1.0, 3.0, 2.0, 0.0, -1.0, 0.0, 0.0],
        minlen=3,
        maxlen=9,
    ).tag(sync=True)
    k = traitlets.List(traitlets.Float(min=-3, max=3), [1.0, 2.0, -1.0], minlen=3, maxlen=3).tag(
        sync=True
    )
    shift = traitlets.Int(3, min=0, max=8).tag(sync=True)
    zeros = traitlets.Bool(False).tag(sync=True)
    backwards = traitlets.Bool(False).tag(sync=True)
    cut = traitlets.Bool(False).tag(sync=True)
    seed = traitlets.Int(1, min=1).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments; the shift must be less than the length of the signal."""
        super().__init__(**kwargs)
        if self.shift >= len(self.x):
            raise ValueError(f"shift must be less than {len(self.x)}, got {self.shift}")
