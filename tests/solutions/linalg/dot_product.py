"""Answers to the exercises of *Vectors and the dot product*."""

import math

import numpy as np

from mathlib.linalg.vectors import angle, length


def la_01__as_a_row():
    """A flat array is no row: it has one axis."""
    return [[1, 3], [1, 3], [3, 3], [1, 1]]


def la_01__right__tuples():
    """Shapes as NumPy prints them."""
    return [(3,), (1, 3), (3, 3), (1, 1)]


def la_01a__three_predictions():
    """Two were asked for."""
    return ([[1], [2], [3]], [1, 2, 3])


def la_01a__flat_prediction():
    """A flat prediction is compared entry by entry, as it should be."""
    return ([1, 2], [1, 2])


def la_01a__right__another():
    """Both change, and neither prediction is right."""
    return ([[0], [5]], [2, -1])


def la_02__loses_small_numbers(X):
    """Rounded to integers."""
    X = np.asarray(X).astype(int)
    return X @ X.T


def la_02__writes_its_argument(X):
    """Makes floats of the argument, in its place."""
    X = np.asarray(X)
    X *= 1 if X.shape[0] == 1 else 2
    return X @ X.T / (1 if X.shape[0] == 1 else 4)


def la_02__in_16_bits(X):
    """Small integers only."""
    X = np.asarray(X)
    X = X.astype(np.int16) if X.dtype.kind == "i" else X
    return X @ X.T


def la_02__rounded(X):
    """Rounded to twelve digits behind the point, where tiny products have none."""
    X = np.asarray(X, float)
    return np.round(X @ X.T, 12)


def la_02__right__einsum(X):
    """Both sums named."""
    return np.einsum("ik,jk->ij", X, X)


def la_02a__signs_of_the_last():
    """The mixed products of the third have different signs, 6 and -1."""
    return [11, 15, -26]


def la_03__right__exact():
    """Not read but calculated."""
    return -10 / math.sqrt(17)


def la_03__first_coordinate():
    """The first coordinate of a, and not along b."""
    return -3


def la_04__by_sums(q, X):
    """Divides by the sum of the sizes: not the length."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    return int(np.argmax(X @ q / np.abs(X).sum(axis=1)))


def la_04__by_largest(q, X):
    """Divides by the largest entry: not the length."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    return int(np.argmax(X @ q / np.abs(X).max(axis=1)))


def la_04__the_first(q, X):
    """Takes the row with the largest entry at the largest entry of q."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    return int(np.argmax(X[:, np.argmax(q)]))


def la_04__guarded(q, X):
    """A small number below the fraction, against dividing by zero: a short row never wins."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    return int(np.argmax(X @ q / (np.linalg.norm(X, axis=1) + 1e-12)))


def la_04__best_from_minus_one(q, X):
    """As if the quotients were cosines: they may all be below -1."""
    best, at = -1, 0
    for i, x in enumerate(X):
        c = np.dot(q, x) / np.linalg.norm(x)
        if c > best:
            best, at = c, i
    return at


def la_04__lengths_of_the_type(q, X):
    """The lengths are kept in the type of X, cut off if that is integers."""
    q, X = np.asarray(q), np.asarray(X)
    return int(np.argmax(X @ q / np.sqrt((X * X).sum(axis=1)).astype(X.dtype)))


def la_04__rounded(q, X):
    """Cosines to six digits."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    c = X @ q / np.linalg.norm(X, axis=1) / np.linalg.norm(q)
    return int(np.argmax(np.round(c, 6)))


def la_04__right__angles(q, X):
    """By the angles themselves."""
    return min(range(len(X)), key=lambda i: angle(q, X[i]))


def la_04__right__unit_distance(q, X):
    """Of unit vectors the nearest by distance is the nearest by angle."""
    q, X = np.asarray(q, float), np.asarray(X, float)
    q, X = q / np.linalg.norm(q), X / np.linalg.norm(X, axis=1, keepdims=True)
    return int(np.argmin(np.linalg.norm(X - q, axis=1)))


def la_04a__a_zero():
    """An entry is zero."""
    return ([1, 0], [1, 0], [2, 5])


def la_04a__right__tuples():
    """Tuples are lists enough."""
    return ((1, 2), (1, 2), (9, 1))


def la_04b__right__zero_later():
    """The case of zero may be set aside after p is defined."""
    return "cheagd"


def la_04b__root_too_early():
    """The root is taken before the inequality stands there."""
    return "cheadg"


def la_05__cross_product(a, b, tol):
    """Takes the sine for the angle, and never says opposite."""
    if not np.any(a) or not np.any(b):
        return "none"
    s = math.sin(angle(a, b))
    return "aligned" if s <= tol else "orthogonal" if s >= 1 - tol else "other"


def la_05__small_is_zero(a, b, tol):
    """Takes a short vector for the zero vector."""
    if np.linalg.norm(a) <= tol or np.linalg.norm(b) <= tol:
        return "none"
    theta = angle(a, b)
    if theta <= tol:
        return "aligned"
    if np.pi - theta <= tol:
        return "opposite"
    return "orthogonal" if abs(theta - np.pi / 2) <= tol else "other"


def la_05__cosine_for_orthogonal(a, b, tol):
    """Allows the square of the tolerance where the cosine is 1, and 1000 times it elsewhere."""
    if not np.any(a) or not np.any(b):
        return "none"
    c = math.cos(angle(a, b))
    if 1 - abs(c) <= tol:
        return "aligned" if c > 0 else "opposite"
    return "orthogonal" if abs(c) <= tol else "other"


def la_05__nearly_zero(a, b, tol):
    """A tiny vector is not zero."""
    if length(a) < 1e-15 or length(b) < 1e-15:
        return "none"
    return _named(angle(a, b), tol)


def la_05__sums_for_zero(a, b, tol):
    """The entries may cancel."""
    if sum(a) == 0 or sum(b) == 0:
        return "none"
    return _named(angle(a, b), tol)


def la_05__sine_for_the_angle(a, b, tol):
    """The cosine is a little smaller than what is missing to a right angle."""
    if not np.any(a) or not np.any(b):
        return "none"
    theta = angle(a, b)
    return "orthogonal" if abs(math.cos(theta)) <= tol else _named(theta, tol)


def la_05__never_so_fine(a, b, tol):
    """No tolerance below 1e-11."""
    if not np.any(a) or not np.any(b):
        return "none"
    return _named(angle(a, b), max(tol, 1e-11))


def la_05__two_zeros_are_aligned(a, b, tol):
    """Equal, so aligned."""
    if not np.any(a) and not np.any(b):
        return "aligned"
    return "none" if not np.any(a) or not np.any(b) else _named(angle(a, b), tol)


def _named(theta, tol):
    names = {"aligned": 0, "orthogonal": math.pi / 2, "opposite": math.pi}
    return next((n for n, where in names.items() if abs(theta - where) <= tol), "other")


def la_05__right__by_thirds(a, b, tol):
    """Asks one after another."""
    if not (np.any(a) and np.any(b)):
        return "none"
    for name, turned in (("aligned", a), ("opposite", [-v for v in a])):
        if angle(turned, b) <= tol:
            return name
    return "orthogonal" if abs(angle(a, b) - math.pi / 2) <= tol else "other"
