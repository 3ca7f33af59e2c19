"""The characteristic polynomial of a 2 by 2 matrix, whose columns the reader drags."""

import traitlets

from figures.figure import Figure


class CharacteristicPolynomial(
    Figure,
    title="Where the determinant of A \N{MINUS SIGN} tI is zero",
    alt="A plane with the two columns of a matrix A as arrows, which can be dragged, and the lines "
    "that A keeps. Beside it the determinant of A minus t times I against t: a parabola. Where it "
    "meets the axis are the eigenvalues; at t = 0 it is as high as the determinant of A.",
    symbols={"A": "kernel", "a": "kernel", "λ": "reference"},
):
    """A matrix by its columns, `a0` and `a1`, of two coordinates between -3.5 and 3.5."""

    a0 = traitlets.List(traitlets.Float(min=-3.5, max=3.5), [2.0, 1.0], minlen=2, maxlen=2).tag(
        sync=True
    )
    a1 = traitlets.List(traitlets.Float(min=-3.5, max=3.5), [1.0, 2.0], minlen=2, maxlen=2).tag(
        sync=True
    )
