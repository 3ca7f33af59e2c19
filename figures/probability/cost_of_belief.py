"""How often four things happen, how often they are believed to, and what that costs in bits."""

import traitlets

from figures.figure import Figure


class CostOfBelief(
    Figure,
    title="What a belief costs, as an area",
    alt="Two rows of four bars that can be dragged: on how many days each weather comes, and how "
    "many one expects of it. Below, a strip for each weather, as wide as its share of the days "
    "and as high as the surprise when it comes, in bits. The area of all strips is the expected "
    "surprise; a second area, in another colour, is what the right belief would pay. It is never "
    "larger.",
    symbols={"p": "output", "q": "kernel"},
):
    """Days of each weather, `days`, and of each that are expected, `expected`."""

    days = traitlets.List(traitlets.Int(min=0, max=12), [8, 4, 2, 2], minlen=2, maxlen=6).tag(
        sync=True
    )
    expected = traitlets.List(traitlets.Int(min=0, max=12), [4, 4, 4, 4], minlen=2, maxlen=6).tag(
        sync=True
    )
