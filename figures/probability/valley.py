"""The loss of two weights for two columns that resemble each other, and a descent into it."""

import traitlets

from figures.figure import Figure


class Valley(
    Figure,
    title="Two columns, one valley",
    alt="A plane of two weights with level lines of the loss of least squares. As two columns "
    "become alike, the ellipses stretch into a valley whose floor is a straight line. A start can "
    "be dragged; a path of steps leads from it down to the floor. A penalty makes a bowl of the "
    "valley.",
    symbols={"w": "kernel"},
):
    """Columns at an angle of `degrees`, a `price`, in 20ths, a `start` and the `steps` from it."""

    degrees = traitlets.Int(60, min=0, max=90).tag(sync=True)
    price = traitlets.Int(0, min=0, max=40).tag(sync=True)
    start = traitlets.List(traitlets.Float(), [-1.0, 2.0], minlen=2, maxlen=2).tag(sync=True)
    steps = traitlets.Int(0, min=0, max=60).tag(sync=True)
