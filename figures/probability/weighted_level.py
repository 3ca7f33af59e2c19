"""Four chances and a number for each: their dot product is the level of the same area."""

import traitlets

from figures.figure import Figure


class WeightedLevel(
    Figure,
    title="A dot product is a level",
    alt="Bars for four weights, whose shares are the chances p, and bars for four numbers f; both "
    "can be dragged. Below, four blocks side by side, each as wide as its chance and as high as "
    "its number; after a guess, a dashed line at the height p times f.",
    symbols={"p": "input", "f": "kernel"},
):
    """Whole weights `w`, whose shares are the chances, and numbers `f`, one for each."""

    w = traitlets.List(traitlets.Int(min=0, max=8), [4, 2, 1, 1], minlen=4, maxlen=4).tag(sync=True)
    f = traitlets.List(traitlets.Int(min=-4, max=8), [1, 2, 4, 8], minlen=4, maxlen=4).tag(
        sync=True
    )
