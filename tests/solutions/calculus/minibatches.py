"""Answers to the exercises of *Noisy steps and kinks: minibatches, absolute and Huber loss*."""

import math
from fractions import Fraction

import numpy as np


def cb_30__largest_first():
    """The wrong way round."""
    return [8, 6.5, 3.5, 6]


def cb_30__not_a_number():
    """Nothing is known."""
    return [math.nan] * 4


def cb_30__right__fractions():
    """Fractions are numbers."""
    return (Fraction(7, 2), Fraction(13, 2), 8, 6)


def cb_30a__zero():
    """No step at all."""
    return [0, 0, 0]


def cb_30a__opposite():
    """Uphill."""
    return [-0.16, -0.16, -0.02]


def cb_30b__minibatch_of_one_more(w, x, y, B, eta):
    """Takes a minibatch that is one too long."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in range(0, len(x), B):
        a, c = x[i : i + B + 1], y[i : i + B + 1]
        w = w - eta * np.mean((w * a - c) * a)
    return w


def cb_30b__every_kth(w, x, y, B, eta):
    """Takes every k-th example instead of neighbours."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    k = math.ceil(len(x) / B)
    for i in range(k):
        w = w - eta * np.mean((w * x[i::k] - y[i::k]) * x[i::k])
    return w


def cb_30b__last_first(w, x, y, B, eta):
    """Begins with the last minibatch."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in reversed(range(0, len(x), B)):
        a, c = x[i : i + B], y[i : i + B]
        w = w - eta * np.mean((w * a - c) * a)
    return w


def cb_30b__the_rest_for_all(w, x, y, B, eta):
    """Divides every sum by the size of the rest."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in range(0, len(x), B):
        a, c = x[i : i + B], y[i : i + B]
        w = w - eta * np.sum((w * a - c) * a) / (len(x) % B or B)
    return w


def cb_30b__right__loops(w, x, y, B, eta):
    """Example by example."""
    todo = list(zip(x, y, strict=True))
    while todo:
        now, todo = todo[:B], todo[B:]
        w = w - eta * sum((w * a - c) * a for a, c in now) / len(now)
    return w


def cb_30c__too_short():
    """The counting is left out."""
    return "eab"


def cb_31b__rests_above_the_data():
    """The steps stop at the first place that is given, above both data."""
    return [10.6, 10.6, 10.6]


def cb_31b__to_the_middle():
    """The steps go on from 9.8, to the middle of the two data."""
    return [10.6, 9.8, 5]


def cb_31b__right__array():
    """An array of the three places is right as well."""
    return np.array([10.6, 9.8, 9.8])


def cb_31a__outside():
    """Further away than allowed."""
    return 100


def cb_31a__just_arrives():
    """From there it comes to within 1, by a hair."""
    return 3.6


def cb_31a__right__left():
    """To the left of all data."""
    return -9.5


def cb_31a__right__between():
    """Between the median and the largest."""
    return 5


def cb_32__slopes_first():
    """The slopes stand before the losses."""
    return [1, 2, -2, 0.5, 4, 8]


def cb_32a__middle_of_the_range(x, delta):
    """Halfway between the least and the greatest."""
    return (min(x) + max(x)) / 2


def cb_32a__too_coarse(x, delta):
    """The best of the data alone."""
    x = np.asarray(x, float)
    far = np.abs(x[:, None] - x)
    losses = np.where(far <= delta, far**2 / 2, delta * far - delta**2 / 2)
    return float(x[np.argmin(losses.sum(axis=1))])


def cb_32a__forty_halvings(x, delta):
    """Halves, but stops too early."""
    x = np.asarray(x, float)
    low, high = x.min(), x.max()
    for _ in range(40):
        b = (low + high) / 2
        low, high = (low, b) if np.clip(b - x, -delta, delta).sum() > 0 else (b, high)
    return float((low + high) / 2)


def cb_32a__from_zero(x, delta):
    """Takes it for granted that the lowest point is not negative."""
    x = np.asarray(x, float)
    low, high = 0.0, x.max()
    for _ in range(100):
        b = (low + high) / 2
        low, high = (low, b) if np.clip(b - x, -delta, delta).sum() > 0 else (b, high)
    return float(b)


def cb_32a__right__between_corners(x, delta):
    """The slope of the sum is straight between its corners."""
    x = np.asarray(x, float)
    at = np.sort(np.concatenate([x - delta, x + delta]))
    slopes = np.clip(at[:, None] - x, -delta, delta).sum(axis=1)
    return np.interp(0.0, slopes, at)


def cb_32a__right__reweighted(x, delta):
    """Means with weights that fall with the miss, ten thousand times."""
    x = np.asarray(x, float)
    b = np.median(x)
    for _ in range(10_000):
        weight = delta / np.maximum(np.abs(x - b), delta)
        b = weight @ x / weight.sum()
    return float(b)


def cb_35__a_million():
    """For a distance of a hundredth."""
    return 10**6


def cb_35__right__by_formula():
    """A float near it."""
    return 9999.5


def cb_30b__small_slopes_left_out(w, x, y, B, eta):
    """No step where the slope is small."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in range(0, len(x), B):
        slope = np.mean((w * x[i : i + B] - y[i : i + B]) * x[i : i + B])
        w = w - eta * slope if abs(slope) > 1e-8 else w
    return w


def cb_30b__zeros_not_counted(w, x, y, B, eta):
    """The mean over the examples whose x is not zero."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in range(0, len(x), B):
        a, c = x[i : i + B], y[i : i + B]
        w = w - eta * np.sum((w * a - c) * a) / max(1, np.count_nonzero(a))
    return w


def cb_30b__slopes_cut_off(w, x, y, B, eta):
    """Steep slopes cut off."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    for i in range(0, len(x), B):
        a, c = x[i : i + B], y[i : i + B]
        w = w - eta * np.clip(np.mean((w * a - c) * a), -50, 50)
    return w


def cb_32a__stops_at_a_small_slope(x, delta):
    """Stopped where the slope is small, though the threshold may be smaller."""
    x = np.asarray(x, float)
    low, high = x.min(), x.max()
    for _ in range(200):
        b = (low + high) / 2
        slope = np.clip(b - x, -delta, delta).sum()
        if abs(slope) < 1e-6:
            break
        low, high = (low, b) if slope > 0 else (b, high)
    return float(b)


def cb_32a__forty_five_halvings(x, delta):
    """Too few halvings for numbers that are far apart."""
    x = np.asarray(x, float)
    low, high = x.min(), x.max()
    for _ in range(45):
        b = (low + high) / 2
        low, high = (low, b) if np.clip(b - x, -delta, delta).sum() > 0 else (b, high)
    return float((low + high) / 2)


def cb_32a__each_number_once(x, delta):
    """Repeated numbers counted once."""
    x = np.unique(x)
    low, high = x.min(), x.max()
    for _ in range(100):
        b = (low + high) / 2
        low, high = (low, b) if np.clip(b - x, -delta, delta).sum() > 0 else (b, high)
    return float((low + high) / 2)
