"""A bag of dice as a square: strips of the prior, filled to the likelihood, and what is filled."""

import traitlets

from figures.figure import Figure


class BayesSquare(
    Figure,
    title="What is filled is what is left",
    alt="Left, a square cut into three upright strips, as wide as the share of each kind of die in "
    "a bag, and filled from below to the probability of what was rolled. Right, only what is "
    "filled, stretched to a square again: the width of each strip is the posterior probability.",
):
    """`n0`, `n1`, `n2` dice of three kinds; `likelihood` of what was rolled, in twelfths."""

    n0 = traitlets.Int(4, min=0, max=12).tag(sync=True)
    n1 = traitlets.Int(4, min=0, max=12).tag(sync=True)
    n2 = traitlets.Int(4, min=0, max=12).tag(sync=True)
    likelihood = traitlets.List(traitlets.Int(min=0, max=12), [3, 2, 1], minlen=3, maxlen=3).tag(
        sync=True
    )
