"""The five ways to continue a signal beyond its border, and how often each entry is then seen."""

import traitlets

from figures.figure import Figure
from mathlib.toeplitz.padding import PaddingMode, padded_index

MODES: tuple[PaddingMode, ...] = ("zeros", "replicate", "reflect", "symmetric", "circular")


class PaddingModes(
    Figure,
    title="Five ways to go on beyond the border",
    alt="Five strips of coloured cells, lettered, one for each padding mode. The signal "
    "stands in the middle, its copies on both sides in the same colours. Beside each "
    "strip, the number of windows that look at each entry, its copies included.",
):
    """`n` entries, `amount` more on each side in five modes, seen by windows of width `K`."""

    n = traitlets.Int(5, min=2, max=7).tag(sync=True)
    amount = traitlets.Int(2, min=0, max=8).tag(sync=True)
    K = traitlets.Int(3, min=1, max=5).tag(sync=True)
    copied = traitlets.Dict(read_only=True).tag(sync=True)

    @traitlets.default("copied")
    def _copied(self) -> dict[str, dict[str, list[int]]]:
        """Return by mode and n which entry stands where, from the most places on each side."""
        bounds = self.traits()
        most, sizes = bounds["amount"].max, range(bounds["n"].min, bounds["n"].max + 1)
        return {
            mode: {str(n): padded_index(n, most, most, mode).tolist() for n in sizes}
            for mode in MODES
        }
