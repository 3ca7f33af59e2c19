"""Thirty polynomials fitted to thirty noisy samples of one curve, and what they err by."""

import traitlets

from figures.figure import Figure


class ManyFits(
    Figure,
    title="Thirty fits, and what they err by",
    alt="Above, a dashed curve, and thirty polynomials of the chosen degree, each fitted to twelve "
    "noisy points of that curve; a cursor marks a place. Below, for each degree, a bar of three "
    "pieces: the squared bias, the variance and the noise of the prediction at that place.",
    symbols={"f": "reference", "x": "input"},
):
    """Polynomials of `degree`, noise of standard deviation `sd` / 10, and the place `at` / 20."""

    degree = traitlets.Int(1, min=0, max=8).tag(sync=True)
    sd = traitlets.Int(5, min=0, max=10).tag(sync=True)
    at = traitlets.Int(10, min=-18, max=18).tag(sync=True)
    ask = traitlets.Bool(True).tag(sync=True)
