"""The numbers of several formats on one line, which a slider zooms into."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.numbers.formats import BF16, E2M1, E4M3, E5M2, FP16, FP32

CENTRES = ["0", "1", "11", "88"]


class NumberLine(
    Figure,
    title="The line of numbers",
    alt="One row of ticks for each format. Around 0 they stand at equal distances, then "
    "the distance doubles at each power of two.",
):
    """All numbers of six formats that are at most ``2^-zoom`` away from a centre.

    `marks` are places on the line to look for, each a number and its name.
    """

    formats: traitlets.List[Any] = traitlets.List().tag(sync=True)
    centres = traitlets.List(CENTRES).tag(sync=True)
    centre = traitlets.Enum(CENTRES, "0").tag(sync=True)
    zoom = traitlets.Int(-3, min=-7, max=16).tag(sync=True)
    marks: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Show the line around `centre`."""
        super().__init__(
            formats=[
                [f.name, f.fraction_bits, f.bias, f.largest]
                for f in (FP32, BF16, FP16, E5M2, E4M3, E2M1)
            ],
            **kwargs,
        )
