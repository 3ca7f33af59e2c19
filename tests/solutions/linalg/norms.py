"""Answers to the exercises of *Norms: how long is a vector?*"""

import math

import numpy as np

from mathlib.linalg.norms import norm


def la_09__fractions():
    """Whole numbers were asked for."""
    return ([1.5, 0], [1, 1])


def la_09__three_entries():
    """Two entries were asked for."""
    return ([1, 0, 0], [1, 1, 0])


def la_09__right__another():
    """Larger entries, and negative ones."""
    return ((-3, 0), (-4, 4))


def la_09a__right__another_order():
    """The second rule may come first."""
    return "e, h, c, a, f, b"


def la_09a__exchanged_too_early():
    """The exchange comes before what is exchanged."""
    return "hcfaeb"


def la_10__with_nine():
    """The length itself for the largest entry's least."""
    return [6, 18, 6, 6]


def la_10__right__computed():
    """As the chain says it."""
    return [6, 6 * 3, 6 / 3, 6]


def la_10a__square_root_for_all(X, p):
    """The length of each row, whatever p is."""
    return np.array([norm(x) for x in np.asarray(X, float)])


def la_10a__as_a_column(X, p):
    """A column in the place of a vector."""
    return np.array([[norm(x, p)] for x in np.asarray(X, float)])


def la_10a__logarithms(X, p):
    """Adds logarithms, and so that there are any, a small constant: zeros are no longer zero."""
    X = np.abs(np.asarray(X, float)) + 1e-300
    largest = X.max(axis=1)
    if p == np.inf:
        return largest - 1e-300
    return np.exp(np.log(largest) + np.log(((X / largest[:, None]) ** p).sum(axis=1)) / p)


def la_10a__sorts_its_argument(X, p):
    """Writes sizes into the argument."""
    X = np.asarray(X)
    np.abs(X, out=X)
    return np.array([norm(x, p) for x in X])


def la_10a__largest_with_its_sign(X, p):
    """Takes out the largest entry, signs included: beside a large negative one it is small."""
    X = np.asarray(X, float)
    if p == np.inf:
        return np.abs(X).max(axis=1)
    largest = X.max(axis=1)
    by = np.where(largest == 0, 1, largest)
    with np.errstate(all="ignore"):
        return np.abs(by) * (np.abs(X / by[:, None]) ** p).sum(axis=1) ** (1 / p)


def la_10a__a_large_p_is_infinite(X, p):
    """Takes the largest for any p above 50."""
    return np.array([norm(x, np.inf if p > 50 else p) for x in np.asarray(X, float)])


def la_10a__right__powers_of_two(X, p):
    """Takes out a power of two, which rounds nothing."""
    X = np.abs(np.asarray(X, float))
    if p == np.inf:
        return X.max(axis=1)
    by = 2.0 ** np.floor(np.log2(np.maximum(X.max(axis=1), 1e-300)))
    return by * ((X / by[:, None]) ** p).sum(axis=1) ** (1 / p)


def la_10a__right__one_by_one(X, p):
    """One row after the other, with the function of the chapter."""
    return np.array([norm(x, p) for x in np.asarray(X, float)])


def la_11__the_point():
    """The coordinate of the point, and no p."""
    return 0.8


def la_11__right__a_float():
    """As the slider says it."""
    return 4.0


def la_12__halves():
    """The whole budget shared by the two twos."""
    return [[0, 0.5, 0, 0.5, 0], [0, 1, -1, 1, -1], [0, 2, -1, 2, -4]]


def la_12__right__tuples():
    """Tuples are lists enough."""
    return ((0, 0, 0, 0, -1.0), (0, 1, -1, 1, -1), (0, 2, -1, 2, -4))


def la_12a__zero_goes_up(x, y, r):
    """Moves pixels which earn nothing."""
    return np.clip(np.where(np.asarray(y) >= 0, np.add(x, r), np.subtract(x, r)), 0, 1)


def la_12a__writes_its_argument(x, y, r):
    """Changes the picture of whoever called it."""
    x = np.asarray(x, float)
    x += r * np.sign(y)
    return np.clip(x, 0, 1, out=x)


def la_12a__half_the_step(x, y, r):
    """Uses half of the budget where the weight is small."""
    size = np.where(np.abs(y) < 0.1, r / 2, r)
    return np.clip(np.asarray(x) + size * np.sign(y), 0, 1)


def la_12a__a_steep_ramp(x, y, r):
    """Goes along y, a million times as far, and cuts off: small weights do not come to the end."""
    x = np.asarray(x, float)
    return np.clip(np.clip(x + 1e6 * np.asarray(y), x - r, x + r), 0, 1)


def la_12a__almost_zero_stays(x, y, r):
    """Leaves pixels alone whose weight is small, but not zero."""
    return np.clip(x + r * np.where(np.abs(y) < 1e-9, 0, np.sign(y)), 0, 1)


def la_12a__a_smooth_sign(x, y, r):
    """Uses a smooth step instead of the sign."""
    return np.clip(np.asarray(x) + r * np.tanh(1e12 * np.asarray(y)), 0, 1)


def la_12a__right__pixel_by_pixel(x, y, r):
    """Each pixel by itself, as a list."""
    return [
        min(1.0, x_i + r) if y_i > 0 else max(0.0, x_i - r) if y_i < 0 else float(x_i)
        for x_i, y_i in zip(x, y, strict=True)
    ]


def la_12a__one_budget(x, y, r):
    """Shares one budget of Euclidean length r among all pixels."""
    y = np.asarray(y, float)
    most = math.sqrt(float(y @ y))
    return np.clip(np.asarray(x) + r * y / (most or 1), 0, 1)


def la_10a__as_a_list(X, p):
    """A list, where an array was asked for."""
    largest = [max(map(abs, x)) for x in X]
    parts = zip(X, largest, strict=True)
    return [float(m * np.linalg.norm(np.divide(x, m or 1), p)) for x, m in parts]


def la_12a__in_the_type_of_x(x, y, r):
    """Black and white stay so: fractions are cut off."""
    x = np.asarray(x)
    return np.clip(x + r * np.sign(y), 0, 1).astype(x.dtype)
