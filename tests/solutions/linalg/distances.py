"""Answers to the exercises of *Distances and penalties*."""

import numpy as np


def la_13__three_numbers():
    """Points of space, where numbers of the plane were asked for."""
    return ([0, 0, 0], [3, 3, 0], [0, 5, 0])


def la_13__right__elsewhere():
    """Around another point, with fractions."""
    return ([10, -4], [12.5, -1.5], [10, -8.5])


def la_13__right__three_in_a_list():
    """A list of the three will do."""
    return [[0, 0], [3, 3], [0, 5]]


def la_13__six_numbers():
    """The points in one row."""
    return (0, 0, 3, 3, 0, 5)


def la_13__not_a_number():
    """An entry that no distance is shorter than."""
    return ([0, 0], [3, 3], [0, np.nan])


def la_13a__in_more_digits(X):
    """Eleven bits more, which carry it to 1e9 and no farther."""
    X = np.asarray(X, np.longdouble)
    squares = (X * X).sum(axis=1)
    return np.sqrt(np.maximum(squares[:, None] + squares - 2 * X @ X.T, 0)).astype(float)


def la_13a__right__median(X):
    """Any origin amid the points will do."""
    X = np.asarray(X, float)
    X = X - np.median(X, axis=0)
    G = X @ X.T
    return np.sqrt(np.maximum(np.diag(G)[:, None] + np.diag(G) - 2 * G, 0)).tolist()


def la_13a__centred_on_the_first(X):
    """Moves the first point to the origin, but divides by the number of columns."""
    X = np.asarray(X, float)
    X = X - X[0]
    squares = (X * X).sum(axis=1)
    return np.sqrt(np.maximum(squares[:, None] + squares - 2 * X @ X.T, 0) / X.shape[1])


def la_13a__manhattan(X):
    """Another distance."""
    X = np.asarray(X, float)
    return np.abs(X[:, None] - X).sum(axis=2)


def la_13a__right__first_point(X):
    """Any point of the cloud will do for the origin."""
    X = np.asarray(X, float)
    X = X - X[0]
    squares = (X * X).sum(axis=1)
    return np.sqrt(np.maximum(squares[:, None] + squares - 2 * X @ X.T, 0))


def la_13a__right__differences(X):
    """Without products."""
    X = np.asarray(X, float)
    return np.sqrt(((X[:, None] - X) ** 2).sum(axis=2))


def la_15__in_another_order():
    """The second and the third changed places."""
    return [[3 / 5, 4 / 5], [9 / 5, 12 / 5], [1, 2]]


def la_15__right__rounded():
    """To three digits."""
    return [[0.6, 0.8], [1.0, 2.0], [1.8, 2.4]]


def la_15a__only_positive_price(z, one, two):
    """Forgets that the first price may be zero."""
    z = np.asarray(z, float)
    w = np.sign(z) * np.maximum(np.abs(z) - max(one, 0.5), 0)
    return w / (1 + 2 * two)


def la_15a__right__what_was_cut(z, one, two):
    """Takes off what clipping would keep."""
    z = np.asarray(z, float)
    return (z - np.clip(z, -one, one)) / (1 + 2 * two)


def la_15a__right__by_cases(z, one, two):
    """Three cases for each entry."""
    return [
        (v - one) / (1 + 2 * two) if v > one else (v + one) / (1 + 2 * two) if v < -one else 0.0
        for v in z
    ]


def la_16__mean_for_length(g, c):
    """The root of the mean square."""
    g = np.asarray(g, float)
    long = np.sqrt(np.mean(g * g)) if g.size else 0
    return g * min(1, c / long) if long else g


def la_16__right__maximum(g, c):
    """Divides by the larger of the two."""
    g = np.asarray(g, float)
    return g * c / max(np.sqrt(g @ g), c)


def la_16__right__minimum(g, c):
    """One factor for all cases."""
    g = np.asarray(g, float)
    return g * min(1.0, c / max(float(np.sqrt(g @ g)), 1e-300))


def la_16a__both_distractors():
    """All seven lines."""
    return "bdafecg"


def la_13a__moved_only_from_far(X):
    """Moves the points only where they lie beyond 100."""
    X = np.asarray(X, float)
    X = X - X.mean(axis=0) if np.abs(X).max() > 100 else X
    squares = (X * X).sum(axis=1)
    return np.sqrt(np.maximum(squares[:, None] + squares - 2 * X @ X.T, 0))


def la_15a__whole_if_z_is(z, one, two):
    """Writes into an array of the type of z, which cuts fractions off."""
    w = np.zeros_like(z)
    w[:] = np.sign(z) * np.maximum(np.abs(z) - one, 0) / (1 + 2 * two)
    return w


def la_15a__divides_by_z(z, one, two):
    """A share of z, which 0 has not."""
    z = np.asarray(z, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return z * np.maximum(1 - one / np.abs(z), 0) / (1 + 2 * two)


def la_16__short_is_zero(g, c):
    """Takes a short gradient for none."""
    g = np.asarray(g, float)
    long = np.linalg.norm(g)
    return g * min(1, c / long) if long > 1e-8 else np.zeros_like(g)
