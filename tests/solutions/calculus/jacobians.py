"""Answers to the exercises of *Many in, many out: Jacobians and the chain rule*."""

from fractions import Fraction

import numpy as np


def cb_10__in_one_row():
    """The entries without their rows."""
    return [2, 3, 6, 0, 0, 5]


def cb_10__at_the_exchanged_place():
    """Taken at (2, 3)."""
    return [[3, 2], [4, 0], [0, 5]]


def cb_10__outputs():
    """What the function makes, instead of how it changes."""
    return [[6, 6], [9, 9], [10, 10]]


def cb_10__five_in_both():
    """The third output does not depend on the first input."""
    return [[2, 3], [6, 0], [5, 5]]


def cb_10__square_of_the_other():
    """The square belongs to the first input."""
    return [[2, 3], [0, 6], [0, 5]]


def cb_10__not_a_number():
    """No entry is known."""
    return [[np.nan] * 2] * 3


def cb_10__right__tuples():
    """Tuples and fractions are numbers in rows, too."""
    return ((Fraction(2), 3.0), (6, 0), (0, 5))


def cb_10__right__array():
    """An array."""
    return np.array([[2, 3], [6, 0], [0, 5]], float)


def cb_10a__very_small():
    """Small numbers are near each other, and not equal."""
    return [1e-10, 0]


def cb_10a__very_small_opposite():
    """The determinant is small there, as the numbers are, and not zero."""
    return [1e-10, -1e-10]


def cb_10a__three():
    """A place of the plane has two numbers."""
    return [1, 1, 1]


def cb_10a__infinite():
    """No place."""
    return [np.inf, np.inf]


def cb_10a__not_a_number():
    """No place."""
    return [np.nan, np.nan]


def cb_10a__nearly():
    """Near the diagonal, not on it."""
    return [1, 1.001]


def cb_10a__right__elsewhere():
    """Any place of the diagonal but the middle."""
    return [-2.5, -2.5]


def cb_10a__right__tuple():
    """As a tuple of fractions."""
    return (Fraction(1, 3), Fraction(1, 3))


def cb_10a__right__rounded():
    """Equal up to the last bit."""
    return [0.1 + 0.2, 0.3]


def cb_12__transposed(layers, x):
    """The transposed matrix."""
    whole = np.eye(len(x))
    for f, J in layers:
        whole = np.asarray(J(x)) @ whole
        x = f(x)
    return whole.T


def cb_12__entry_by_entry(layers, x):
    """Not the product of matrices."""
    whole = np.eye(len(x))
    for f, J in layers:
        whole = np.asarray(J(x)) * whole
        x = f(x)
    return whole


def cb_12__last_layer(layers, x):
    """Of the last layer alone."""
    whole = np.eye(len(x))
    for f, J in layers:
        whole = np.asarray(J(x))
        x = f(x)
    return whole


def cb_12__two_layers(layers, x):
    """The first two layers alone."""
    whole = np.eye(len(x))
    for f, J in layers[:2]:
        whole = np.asarray(J(x)) @ whole
        x = f(x)
    return whole


def cb_12__with_the_value(layers, x):
    """The values instead of the matrices."""
    for f, _ in layers:
        x = f(x)
    return x


def cb_12__right__differences(layers, x):
    """The whole chain, by differences from both sides."""

    def run(x):
        for f, _ in layers:
            x = f(x)
        return np.asarray(x)

    steps = 1e-4 * np.eye(len(x))
    near = [(run(x + e) - run(x - e)) / 2e-4 for e in steps]
    far = [(run(x + 2 * e) - run(x - 2 * e)) / 4e-4 for e in steps]
    return ((4 * np.array(near) - np.array(far)) / 3).T


def cb_12__right__from_the_left(layers, x):
    """First the places, then the product from its left end."""
    places = [x]
    for f, _ in layers:
        places.append(f(places[-1]))
    whole = np.eye(len(places[-1]))
    for (_, J), place in zip(layers[::-1], places[-2::-1], strict=True):
        whole = whole @ np.asarray(J(place))
    return whole


def cb_12__type_of_the_input(layers, x):
    """In whole numbers, if they come in."""
    whole = np.eye(len(x), dtype=x.dtype)
    for f, J in layers:
        whole = (np.asarray(J(x)) @ whole).astype(x.dtype)
        x = f(x)
    return whole


def cb_12__small_is_zero(layers, x):
    """Takes small entries for zero."""
    whole = np.eye(len(x))
    for f, J in layers:
        whole = np.asarray(J(x)) @ whole
        x = f(x)
    return np.where(np.abs(whole) < 1e-8, 0, whole)


def cb_12a__only_rows():
    """The lines up to the row equation."""
    return "acb"


def cb_12a__with_the_false_line():
    """Exchanged instead of transposed."""
    return "acbd"


def cb_12a__without_the_chain_rule():
    """Nothing says how the rows are found."""
    return "abe"


def cb_12a__twice():
    """A line stands twice."""
    return "acbee"


def cb_12a__backwards():
    """The claim first."""
    return "ebca"


def cb_12a__right__chain_rule_first():
    """The two premises in the other order."""
    return "cabe"


def cb_12a__right__spaced():
    """With spaces and in capitals."""
    return "A C B E"


def cb_13__products():
    """Scores and pixels multiplied."""
    return [784, 10, 7840, 1]


def cb_13__always_the_smaller():
    """Whatever is fewer."""
    return [10, 10, 1, 1]


def cb_13__with_the_loss():
    """The loss counted among the scores."""
    return [784, 11, 784, 1]


def cb_13__two_only():
    """The Jacobian alone."""
    return [784, 10]


def cb_13__calls():
    """Two calls for each direction: that is differences, not passes."""
    return [1568, 20, 1568, 2]


def cb_13__right__floats():
    """A tuple of floats."""
    return (784.0, 10.0, 784.0, 1.0)


def cb_13a__twice(W, x, u):
    """The slopes twice."""
    slopes = 1 - np.tanh(W @ x) ** 2
    return W.T @ (slopes**2 * u)


def cb_13a__not_squared(W, x, u):
    """One minus the value, not squared."""
    return W.T @ ((1 - np.tanh(W @ x)) * u)


def cb_13a__before_the_matrix(W, x, u):
    """Slopes at the numbers before they are squeezed, without tanh."""
    return W.T @ ((1 - (W @ x) ** 2) * u)


def cb_13a__mean(W, x, u):
    """Divided by the number of outputs."""
    return W.T @ ((1 - np.tanh(W @ x) ** 2) * u) / len(u)


def cb_13a__column(W, x, u):
    """A matrix of one column."""
    return (W.T @ ((1 - np.tanh(W @ x) ** 2) * u))[:, None]


def cb_13a__right__matrix(W, x, u):
    """With the matrix written out."""
    return ((1 / np.cosh(W @ x) ** 2)[:, None] * W).T @ u


def cb_13a__type_of_the_input(W, x, u):
    """In whole numbers, if they come in."""
    g, z = np.zeros_like(x), W @ x
    for j in range(len(x)):
        g[j] = sum((1 - np.tanh(z[i]) ** 2) * W[i, j] * u[i] for i in range(len(u)))
    return g


def cb_14__grain_share():
    """One over the areas: the grains of one grain."""
    return [6, 1 / 6]


def cb_14__exchanged():
    """Grains first."""
    return [1, 6]


def cb_14__turned_over():
    """Areas have no sign."""
    return [-6, -1]


def cb_14__by_the_length():
    """The root of the determinant: a length."""
    return [6**0.5, 6**0.5]


def cb_14__shear_taken_off():
    """3 times 2, less the shear."""
    return [5, 6 / 5]


def cb_14__one():
    """The areas alone."""
    return [6]


def cb_14__right__fractions():
    """A tuple of fractions."""
    return (Fraction(6), Fraction(1))
