"""Points of a few kinds, and one that is named by its nearest, by one of three distances."""

import traitlets

from figures.figure import Figure

DISTANCES = ("Manhattan", "Euclidean", "largest difference")


class Neighbours(
    Figure,
    title="Who are the nearest?",
    alt="Points of several kinds on a plane, and one more that can be dragged. A diamond, a circle "
    "or a square around it reaches as far as the last of its k nearest neighbours by the chosen "
    "distance; these are drawn larger, and their most frequent kind is named.",
    symbols={"x": "error"},
    example={"points": [[40.0, 15.0], [45.0, 18.0]], "kinds": [0, 1], "names": ["A", "B"]},
):
    """`points` has two coordinates each, of kind `kinds[i]`, a place in `names`."""

    points: traitlets.List[list[float]] = traitlets.List(minlen=1).tag(sync=True)
    kinds = traitlets.List(traitlets.Int()).tag(sync=True)
    names = traitlets.List(traitlets.Unicode(), maxlen=3).tag(sync=True)
    axes = traitlets.List(traitlets.Unicode(), ["", ""]).tag(sync=True)
    x = traitlets.List(traitlets.Float(), [44.0, 17.0], minlen=2, maxlen=2).tag(sync=True)
    k = traitlets.Int(5, min=1, max=25).tag(sync=True)
    distance = traitlets.Enum(DISTANCES, DISTANCES[0]).tag(sync=True)
