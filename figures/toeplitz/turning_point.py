"""A wave as a point that turns: its places on the circle, and its two coordinates."""

import traitlets

from figures.figure import Figure


class TurningPoint(
    Figure,
    title="A point that turns",
    alt="A circle of radius one with a point on it for each of n places; an arm ends at the point "
    "of the chosen place. Beside it the two coordinates of all these points over the places: "
    "the cosine as dots, the sine as rings.",
    symbols={"v": "input", "θ": "reference"},
):
    """A wave that makes `q` turns on `n` places, at the place `j`."""

    n = traitlets.Int(24, min=2, max=36).tag(sync=True)
    q = traitlets.Int(1, min=0, max=24).tag(sync=True)
    j = traitlets.Int(2, min=0).tag(sync=True)
