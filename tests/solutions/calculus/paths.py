"""Answers to the exercises of *A gradient is a sum over paths*."""

from fractions import Fraction

import numpy as np


def cb_15__values():
    """What goes forward."""
    return [4, 6, 28]


def cb_15__x_first():
    """In another order."""
    return [40, 7, 4]


def cb_15__two():
    """Without that of x."""
    return [7, 4]


def cb_15__right__fractions():
    """A tuple of fractions."""
    return (Fraction(7), 4.0, Fraction(40))


def cb_15a__into_itself():
    """An arrow from a node to itself."""
    return [(0, 0), (0, 1)]


def cb_15a__unsorted():
    """Not sorted by where the arrows end."""
    return [(1, 2), (0, 1), (0, 2)]


def cb_15a__none():
    """No arrows."""
    return []


def cb_15a__right__twice():
    """The same arrow twice."""
    return [(0, 1), (0, 1)]


def cb_15a__right__dead_end():
    """What is forgotten is all there was: node 1 leads nowhere."""
    return [(0, 1), (0, 2)]


def cb_15b__powers_of_ten():
    """One factor of a hundred too many."""
    return [10**8, 21_100]


def cb_15b__right__floats():
    """Powers of ten, as floats."""
    return (1e6, 2.11e4)


def cb_16__one_row():
    """The sum of the four rows."""
    return [12, 0, 2]


def cb_16__bias_first():
    """The bias in front."""
    return [[0, 0, 0], [0, 0, 0], [4, 12, 0], [-2, 0, 0]]


def cb_16__right__array():
    """An array of floats."""
    return np.array([[0, 0, 0], [0, 0, 0], [12, 0, 4], [0, 0, -2]], float)


def cb_16a__not_a_number():
    """No neuron."""
    return [np.nan, 0, 0]


def cb_16a__without_the_bias():
    """Two weights."""
    return [2, 2]


def cb_16a__right__dead_with_a_bias():
    """Dead, with a positive bias."""
    return [-2, -2, 1]


def cb_16a__right__at_the_corner():
    """All sums are negative or zero, and the bias is not negative."""
    return (0, -1, 0)


def cb_16a__nothing():
    """No weights."""
    return [0, 0, 0]


def _swept(weights, x, g, changed):
    """Sweep back as one should, and change each gradient."""
    kept = [np.asarray(x)]
    for W in weights:
        kept.append(np.tanh(W @ kept[-1]))
    found = []
    for W, a, made in zip(weights[::-1], kept[-2::-1], kept[:0:-1], strict=True):
        delta = g * (1 - made**2)
        found.append(changed(np.outer(delta, a), W))
        g = W.T @ delta
    return found[::-1]


def cb_17__all_zero(weights, x, g):
    """Right at a place where nothing changes."""
    return [0 * np.asarray(W) for W in weights]


def cb_17__transposed(weights, x, g):
    """The transposed gradients."""
    return [d.T for d in cb_17__right__from_the_end(weights, x, g)]


def cb_17__last_only(weights, x, g):
    """The last layer alone."""
    return cb_17__right__from_the_end(weights, x, g)[-1:]


def cb_17__right__from_the_end(weights, x, g):
    """By recursion: the first layer, and then the others."""
    if not weights:
        return []
    first, *rest = weights
    a = np.tanh(first @ x)
    others = cb_17__right__from_the_end(rest, a, g)
    for W, made in list(zip(rest, _made(rest, a), strict=True))[::-1]:
        g = W.T @ (g * (1 - made**2))
    return [np.outer(g * (1 - a**2), x), *others]


def _made(weights, a):
    found = []
    for W in weights:
        a = np.tanh(W @ a)
        found.append(a)
    return found


def cb_17a__first_example(X, Z1, A1, W2, D2):
    """The first example alone."""
    return cb_17a__right__loops(X[:1], Z1[:1], A1[:1], W2, D2[:1])


def cb_17a__exchanged(X, Z1, A1, W2, D2):
    """The second layer's gradients first."""
    dW1, db1, dW2, db2 = cb_17a__right__loops(X, Z1, A1, W2, D2)
    return dW2, db2, dW1, db1


def cb_17a__right__loops(X, Z1, A1, W2, D2):
    """Example by example."""
    found = [0, 0, 0, 0]
    for x, z, a, d2 in zip(X, Z1, A1, D2, strict=True):
        d1 = (W2.T @ d2) * (z > 0)
        each = np.outer(d1, x), d1, np.outer(d2, a), d2
        found = [total + part for total, part in zip(found, each, strict=True)]
    return found


def cb_17b__forward_only():
    """The way forward."""
    return "dbhe"


def cb_17b__weights_first():
    """The steps before the gradients."""
    return "dbhfcea"


def cb_17b__right__first_layer_first():
    """The two steps in the other order."""
    return "dbheafc"


def cb_17b__right__spaced():
    """With spaces."""
    return "D B H E A C F"


def cb_17__in_the_type_of_the_weights(weights, x, g):
    """Cuts the fractions off where the weights are whole."""
    return _swept(weights, x, g, lambda by_W, W: by_W.astype(W.dtype))


def cb_17__clipped(weights, x, g):
    """Clips what is large."""
    return _swept(weights, x, g, lambda by_W, W: np.clip(by_W, -50, 50))


def cb_17__small_is_zero(weights, x, g):
    """Calls small gradients zero."""
    return _swept(weights, x, g, lambda by_W, W: np.where(abs(by_W) < 1e-8, 0, by_W))


def cb_17a__from_a_threshold_on(X, Z1, A1, W2, D2):
    """Opens the gate only above 1e-8."""
    D1 = (D2 @ W2) * (Z1 > 1e-8)
    return D1.T @ X, D1.sum(axis=0), D2.T @ A1, D2.sum(axis=0)


def cb_17a__in_the_type_of_the_sums(X, Z1, A1, W2, D2):
    """Cuts the fractions off where the sums are whole numbers."""
    D1 = ((D2 @ W2) * (Z1 > 0)).astype(Z1.dtype)
    return D1.T @ X, D1.sum(axis=0), D2.T @ A1, D2.sum(axis=0)
