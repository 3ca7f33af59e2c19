"""Answers to the exercises of *Affine maps and layers*."""

import numpy as np


def la_27__two_by_two():
    """The matrices without their shifts."""
    return [[[0, -1], [1, 0]], [[0, -1], [1, 0]]]


def la_27__right__floats():
    """As arrays would print them."""
    return [
        [[0.0, -1.0, 3.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
        [[0.0, -1.0, 0.0], [1.0, 0.0, 3.0], [0.0, 0.0, 1.0]],
    ]


def la_27__ragged():
    """A row too short."""
    return [[[0, -1], [1, 0, 0], [0, 0, 1]], [[0, -1, 0], [1, 0, 3], [0, 0, 1]]]


def la_27__another_corner():
    """A 3 where the 1 is carried on."""
    return [[[0, -1, 3], [1, 0, 0], [0, 0, 3]], [[0, -1, 0], [1, 0, 3], [0, 0, 1]]]


def la_28__between():
    """Left of no bend yet."""
    return -2.5


def la_28__right__far_left():
    """Both are cut off."""
    return -100


def la_28a__right__four():
    """Half of the sum and half of the absolute difference."""
    return [
        ([[1, 1], [-1, -1], [1, -1], [-1, 1]], [0] * 4),
        ([[0.5, -0.5, 0.5, 0.5]], [0]),
    ]


def la_28a__large_bias():
    """Works until a number is below -10."""
    return [([[1, -1], [0, 1]], [0, 10]), ([[1, 1]], [-10])]


def la_28a__larger_bias():
    """Works until a number is below two million."""
    return [([[1, -1], [0, 1]], [0, 2e6]), ([[1, 1]], [-2e6])]


def la_28a__three_layers():
    """One more that changes nothing."""
    return [([[1, -1], [0, 1], [0, -1]], [0, 0, 0]), ([[1, 1, -1]], [0]), ([[1]], [0])]


def la_28a__ragged():
    """A row too short."""
    return [([[1, -1], [0], [0, -1]], [0, 0, 0]), ([[1, 1, -1]], [0])]


def la_28a__right__thirds():
    """Scaled up by the first layer, and down by the second."""
    return [([[2, -2], [0, 3], [0, -3]], [0, 0, 0]), ([[1 / 2, 1 / 3, -1 / 3]], [0])]


def la_28a__absolute():
    """The larger in size."""
    return [([[1, 0], [-1, 0], [0, 1], [0, -1]], [0] * 4), ([[0.5, 0.5, 0.5, 0.5]], [0])]


def la_29__absolute_values(X, W, b):
    """Turns the negative round."""
    return np.abs(np.asarray(X, float) @ np.asarray(W, float).T + np.asarray(b, float))


def la_29__rounded(X, W, b):
    """To whole numbers."""
    return np.round(np.maximum(np.asarray(X, float) @ np.asarray(W, float).T + b, 0))


def la_29__to_255(X, W, b):
    """As the shades of a picture."""
    return np.clip(np.asarray(X, float) @ np.asarray(W, float).T + b, 0, 255)


def la_29__from_one(X, W, b):
    """Cuts off what is below 1."""
    z = np.asarray(X, float) @ np.asarray(W, float).T + np.asarray(b, float)
    return np.where(z >= 1, z, 0)


def la_29__right__loops(X, W, b):
    """Sum by sum."""
    out = np.zeros((len(X), len(W)))
    for i, x in enumerate(X):
        for k, row in enumerate(W):
            out[i, k] = max(0.0, float(np.dot(row, x) + b[k]))
    return out


def la_29__right__einsum(X, W, b):
    """The sum named."""
    X, W, b = (np.asarray(v, float) for v in (X, W, b))
    return np.clip(np.einsum("in,mn->im", X, W) + b, 0, None)


def la_29a__right__tuples():
    """Shapes as tuples."""
    return [(3, 4), (5, 4), (5, 2), (26,), (17, 17)]


def la_29a__one_layer():
    """The numbers of the first layer alone."""
    return [[3, 4], [5, 4], [5, 2], [16], [17, 17]]


def la_49__right__stretch_first():
    """The greatest stretch needs only u and v."""
    return "bfeac"


def la_49__twice_the_bias():
    """Bias and stretch."""
    return "bfdaec"


def la_29__whole_if_the_inputs_are(X, W, b):
    """Writes into an array of the type of X, which cuts fractions off."""
    X, W, b = (np.asarray(v) for v in (X, W, b))
    Y = np.zeros((len(X), len(W)), X.dtype)
    Y[:] = np.maximum(X @ W.T + b, 0)
    return Y


def la_29__little_is_off(X, W, b):
    """A thousandth is taken for nothing."""
    X, W, b = (np.asarray(v, float) for v in (X, W, b))
    Z = X @ W.T + b
    return np.where(Z > 1e-3, Z, 0)
