"""The best single number for many, where the loss decides what best means.

=============  ================================================================
symbol         meaning
=============  ================================================================
``x``          N numbers
``b``          the one number that stands for them; ``r = x_i - b`` is what it misses
``level``      the share of the numbers that a quantile leaves below it
``delta``      up to which miss Huber's loss is a square; beyond, it is straight
=============  ================================================================

The losses of a miss ``r`` are ``"square"``, ``r**2``; ``"absolute"``, ``|r|``; ``"pinball"``,
``level * r`` if r is positive and ``(1 - level) * -r`` otherwise; ``"huber"``, ``r**2 / 2`` up to
``delta`` and ``delta * |r| - delta**2 / 2`` beyond.

Sources: P. J. Huber, Robust estimation of a location parameter (1964); R. Koenker and G. Bassett,
Regression quantiles (1978).
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_choice,
    as_finite,
    as_finite_vector,
    as_number,
    as_positive,
    as_real_array,
)
from mathlib.calculus.losses import huber

LOSSES = ("square", "absolute", "pinball", "huber")


def objective(
    b: ArrayLike, x: ArrayLike, loss: str = "square", level: float = 0.5, delta: float = 1.0
) -> NDArray[np.float64]:
    """Return the sum of the losses of all ``x_i - b``, for each `b`.

    Parameters
    ----------
    b : (...) array_like
        Real and finite.
    x : (N,) array_like
        Real, finite, and not empty.
    loss : {"square", "absolute", "pinball", "huber"}
    level : float
        Of the pinball loss: between 0 and 1.
    delta : float
        Of Huber's loss: positive and finite.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    ValueError
        If an argument breaks one of these rules.

    Examples
    --------
    >>> objective([2, 3], [1, 2, 6]).tolist(), objective([2, 3], [1, 2, 6], "absolute").tolist()
    ([17.0, 14.0], [5.0, 6.0])
    """
    b = as_finite(as_real_array(b, "b"), "b").astype(float)
    x, loss = _as_data(x), as_choice(loss, "loss", LOSSES)
    level, delta = _as_level(level), as_positive(delta, "delta")

    r = x - b[..., None]
    if loss == "square":
        losses = r**2
    elif loss == "absolute":
        losses = np.abs(r)
    elif loss == "pinball":
        losses = np.where(r > 0, level * r, (level - 1) * r)
    else:
        losses = huber(r, delta)
    return np.asarray(losses.sum(axis=-1))


def median_interval(x: ArrayLike) -> tuple[float, float]:
    """Return the least and the greatest median: every number between them is one.

    Raises
    ------
    ValueError
        If `x` is not a finite vector, or empty.

    Examples
    --------
    >>> median_interval([7, 1, 2]), median_interval([1, 2, 4, 10])
    ((2.0, 2.0), (2.0, 4.0))
    """
    x = np.sort(_as_data(x))

    N = len(x)
    return float(x[(N - 1) // 2]), float(x[N // 2])


def quantile_interval(x: ArrayLike, level: float) -> tuple[float, float]:
    """Return the least and the greatest number with the smallest sum of pinball losses.

    At most the share `level` of the numbers lies below any of these, at most ``1 - level`` above.

    Parameters
    ----------
    x : (N,) array_like
        Real, finite, and not empty.
    level : float
        Between 0 and 1. Where N times it is a whole number up to rounding, it counts as whole.

    Raises
    ------
    ValueError
        If `x` is not a finite vector, or empty, or if `level` is not between 0 and 1.

    Examples
    --------
    >>> quantile_interval([0, 0, 0, 1, 2, 10], 0.8), quantile_interval([1, 2, 3, 4], 0.75)
    ((2.0, 2.0), (3.0, 4.0))
    """
    x, level = np.sort(_as_data(x)), _as_level(level)

    N, below = len(x), len(x) * level
    whole = round(below)
    if 0 < whole < N and math.isclose(below, whole, rel_tol=1e-12):
        return float(x[whole - 1]), float(x[whole])
    i = min(max(math.ceil(below), 1), N) - 1
    return float(x[i]), float(x[i])


def huber_location(x: ArrayLike, delta: float = 1.0) -> float:
    """Return the b with the smallest sum of Huber's losses; the middle, if there are many.

    Exactly, not by iteration: the sum of the misses, each cut off at `delta`, falls with b in
    straight pieces between the numbers ``x_i - delta`` and ``x_i + delta``, and is zero at b.

    Parameters
    ----------
    x : (N,) array_like
        Real, finite, and not empty.
    delta : float
        Positive and finite.

    Raises
    ------
    ValueError
        If `x` is not a finite vector, or empty, or if `delta` is not positive.

    Examples
    --------
    >>> huber_location([0, 1, 2]), huber_location([0, 1, 1000], delta=2)
    (1.0, 1.5)
    """
    x, delta = _as_data(x), as_positive(delta, "delta")

    def pull(b: float) -> float:
        total = float(np.clip(x - b, -delta, delta).sum() / delta)
        return 0.0 if abs(total) < 1e-12 * len(x) else total

    knots = np.sort(np.concatenate([x - delta, x + delta]))
    first = _first(len(knots), lambda i: pull(knots[i]) <= 0)
    last = _first(len(knots), lambda i: pull(knots[i]) < 0) - 1
    if first <= last:  # it is zero from one to the other
        return float(knots[first] + (knots[last] - knots[first]) / 2)
    # Between two knots it is known which misses are cut off, and one solves for b.
    middle = knots[last] + (knots[first] - knots[last]) / 2
    r = x - middle
    inside, sides = x[np.abs(r) < delta], np.sum(r >= delta) - np.sum(r <= -delta)
    if not len(inside):  # delta is lost beside so large an x
        return float(middle)
    start = inside[0]  # so that an offset costs no digits
    return float(start + (np.sum(inside - start) + delta * sides) / len(inside))


def _first(n: int, holds: Callable[[int], bool]) -> int:
    """Return the first of 0, ..., n - 1 from which on it holds, or n."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _as_data(x: ArrayLike) -> NDArray[np.float64]:
    x = as_finite_vector(x, "x").astype(float)
    if not len(x):
        raise ValueError("x must hold a number, got none")
    return x


def _as_level(level: float) -> float:
    level = as_number(level, "level")
    if not 0 < level < 1:
        raise ValueError(f"level must be between 0 and 1, got {level}")
    return level
