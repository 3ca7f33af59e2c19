"""Norms as shapes: three lengths of a vector, the unit ball of p, and the line that touches it."""

from typing import Any

import traitlets

from figures.figure import Figure

WORDS = {
    "lengths": (
        "Three lengths of one arrow",
        "An arrow x from the origin, which can be dragged, and two dashed legs that lead to its "
        "tip. Through the tip go a square that stands on its corner, a circle and a square with "
        "level sides. Beside them three bars: the lengths of x in the norms 1, 2 and infinity.",
    ),
    "ball": (
        "The unit ball, from p = 0.3 to infinity",
        "A plane with the outlines of the unit balls of p = 1, 2 and infinity, one within the "
        "other, and filled that of the p of the slider. Two points a and b can be dragged; between "
        "them stands their midpoint, larger and in another colour where it lies outside while they "
        "lie inside. Beside it three bars: the sizes of a, b and the midpoint, and a line at 1.",
    ),
    "touching": (
        "The line that touches the ball",
        "The unit ball of p, filled. An arrow y can be dragged, and a point x along the edge of "
        "the ball, with a dashed line through it at a right angle to y. Beside it the dot product "
        "of x and y against the direction of x: a wave between two level lines, which it touches.",
    ),
}
Pair: dict[str, Any] = {"minlen": 2, "maxlen": 2}


class UnitBalls(
    Figure,
    title=WORDS["lengths"][0],
    alt=WORDS["lengths"][1],
    symbols={"a": "input", "b": "kernel", "x": "input", "y": "kernel"},
):
    """What `shows` says: the "lengths" of `x`, the "ball" of a p, or the line "touching" it.

    The slider goes in twelfths of ``1 - 1/p``, which is 0 for p = 1, a half for p = 2 and 1 for
    infinity: `twelfths` is 12 times that. An argument `p` sets it.
    """

    shows = traitlets.Enum(list(WORDS), "lengths").tag(sync=True)
    twelfths = traitlets.Int(6, min=-28, max=12).tag(sync=True)
    x = traitlets.List(traitlets.Float(min=-10, max=10), [3.0, 4.0], **Pair).tag(sync=True)
    y = traitlets.List(traitlets.Float(min=-1.6, max=1.6), [0.6, -0.8], **Pair).tag(sync=True)
    a = traitlets.List(traitlets.Float(min=-1.6, max=1.6), [1.0, 0.0], **Pair).tag(sync=True)
    b = traitlets.List(traitlets.Float(min=-1.6, max=1.6), [0.0, 1.0], **Pair).tag(sync=True)
    touch = traitlets.Bool(False).tag(sync=True)

    def __init__(self, p: float | None = None, **kwargs: Any) -> None:
        """Take the traits as arguments, and `p` in the place of `twelfths`."""
        if p is not None:
            place = 12 * (1 - 1 / p) if p > 0 else -99
            if abs(place - round(place)) > 1e-9 or not -28 <= round(place) <= 12:
                raise ValueError(f"p must be 12 / k for an integer k from 0 to 40, got {p}")
            kwargs["twelfths"] = round(place)
        title, alt = WORDS.get(kwargs.get("shows", "lengths"), WORDS["lengths"])
        super().__init__(**{"title": title, "alt": alt, **kwargs})

    @traitlets.default("bounds")
    def _bounds(self) -> dict[str, list[float | None]]:
        """Return those of the slider: a line touches the ball of a norm, of p = 1 or more."""
        return {"twelfths": [0 if self.shows == "touching" else -28, 12]}
