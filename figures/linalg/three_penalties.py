"""A vector z that the reader drags, and what three penalties make of it as their price grows."""

import traitlets

from figures.figure import Figure


class ThreePenalties(
    Figure,
    title="Three ways to shrink",
    alt="An arrow z, which can be dragged, and three points that start at its tip. As the price "
    "lambda of a penalty grows, one point goes straight to the origin and never arrives, one goes "
    "straight and arrives, and one moves both coordinates by the same amount and runs along an "
    "axis as soon as one of them is zero.",
    symbols={"z": "input"},
):
    """A vector `z` of two coordinates between -4 and 4, and `price`, lambda, in twentieths."""

    z = traitlets.List(traitlets.Float(min=-4, max=4), [3.0, 1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    price = traitlets.Int(10, min=0, max=80).tag(sync=True)
