"""All ordered selections of a few things, and the subsets that they are orders of."""

import traitlets

from figures.figure import Figure


class Selections(
    Figure,
    title="Orders and subsets",
    alt="Short words in cells: every way to take r of n letters in order, none twice. A chosen "
    "word has all the words of the same letters outlined. After a guess the words stand in "
    "columns, one for each subset of the letters.",
    symbols={"r": "input"},
):
    """`r` of the first `n` letters; `at` is the word that is chosen, or -1."""

    n = traitlets.Int(4, min=1, max=5).tag(sync=True)
    r = traitlets.Int(2, min=1, max=3).tag(sync=True)
    at = traitlets.Int(-1, min=-1).tag(sync=True)
