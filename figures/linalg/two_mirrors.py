"""Two mirrors that the reader drags: together they turn."""

import traitlets

from figures.figure import Figure


class TwoMirrors(
    Figure,
    title="Two mirrors turn",
    alt="A letter F, its image in a first mirror, a line through the origin, and the image of that "
    "in a second one. Both mirrors can be dragged. The first image is backwards, the second is "
    "the letter again, turned round the origin.",
    symbols={"\N{GREEK SMALL LETTER ALPHA}": "kernel", "\N{GREEK SMALL LETTER BETA}": "output"},
):
    """A point of each mirror, `first` and `second`; the mirrors lead through the origin."""

    first = traitlets.List(traitlets.Float(min=-5, max=5), [4.0, -0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    second = traitlets.List(traitlets.Float(min=-5, max=5), [1.0, 3.0], minlen=2, maxlen=2).tag(
        sync=True
    )
