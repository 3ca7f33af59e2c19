"""Weights on a beam, and the place where it balances: the expectation."""

import traitlets

from figures.figure import Figure


class Balance(
    Figure,
    title="Where does it balance?",
    alt="Six bars, which can be dragged, for the weights at the places 1 to 6 of a beam. Below, "
    "the beam with its weights as stacked blocks, and a support that the reader sets. Until then "
    "the beam is held at both ends; then it tilts to the side that turns more, or lies level.",
    symbols={"p": "input"},
):
    """Whole weights `w` at the places 1 to 6: the chance of a place is its share of all."""

    w = traitlets.List(traitlets.Int(min=0, max=8), [5, 3, 1, 0, 0, 1], minlen=6, maxlen=6).tag(
        sync=True
    )
