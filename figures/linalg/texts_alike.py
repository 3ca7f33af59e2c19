"""Every text with every text: dot products of counts, cosines, and cosines of weighted counts."""

import traitlets

from figures.figure import Figure

MEASURES = ("dot product", "cosine", "weighted")


class TextsAlike(
    Figure,
    title="How alike are two texts?",
    alt="A table with a row and a column for each text. Each cell is the darker the more alike two "
    "texts are by the chosen measure. One pair can be chosen; beside the table stand its words "
    "and what each adds to the number.",
    example={"counts": [[2, 1, 0], [0, 1, 1]], "words": ["a", "b", "c"], "names": ["A", "B"]},
):
    """`counts` has a row for each of `names` and a column for each of `words`."""

    counts: traitlets.List[list[int]] = traitlets.List(minlen=2).tag(sync=True)
    words = traitlets.List(traitlets.Unicode()).tag(sync=True)
    names = traitlets.List(traitlets.Unicode(), minlen=2).tag(sync=True)
    measure = traitlets.Enum(MEASURES, MEASURES[0]).tag(sync=True)
    at = traitlets.Int(1, min=0).tag(sync=True)
