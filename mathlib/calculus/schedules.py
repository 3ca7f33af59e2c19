"""How fast, how long, and with which settings: schedules, stopping, searching.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``t``      the step, 0 or more; a number, or an array of any shape
``rate``   the learning rate, by which a gradient is multiplied
``bend``   lambda, the curvature of a bowl, or an eigenvalue of ``X^T X``
``noise``  the variance of what is added to the slope of the bowl in each step
=========  ====================================================================

Source: Robbins and Monro, A stochastic approximation method (1951); Bergstra and Bengio, Random
search for hyper-parameter optimization (2012).
"""

from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite,
    as_finite_vector,
    as_number,
    as_positive,
    as_real_array,
    refuse_huge,
)

MOST_STEPS = 2**53  # beyond it, steps are no longer whole numbers as floats


def step_decay(
    t: ArrayLike, rate: float, every: SupportsIndex, factor: float
) -> NDArray[np.float64]:
    """Return ``rate * factor ** floor(t / every)``: level, and lower after so many steps.

    Parameters
    ----------
    t : array_like
        Steps, 0 or more.
    rate : float
        At the beginning; positive.
    every : int
        Steps from one fall to the next.
    factor : float
        What is left at each fall; more than 0, and at most 1.

    Examples
    --------
    >>> step_decay([0, 9, 10, 25], 0.8, 10, 0.5).tolist()
    [0.8, 0.8, 0.4, 0.2]
    """
    t, rate, every = (
        _as_steps(t),
        as_positive(rate, "rate"),
        as_count(every, "every", 1, MOST_STEPS),
    )
    factor = as_positive(factor, "factor")
    if factor > 1:
        raise ValueError(f"factor must be at most 1, got {factor}")
    return np.asarray(rate * factor ** (t // every))


def inverse_decay(t: ArrayLike, rate: float, tau: float) -> NDArray[np.float64]:
    """Return ``rate / (1 + t / tau)``: half after `tau` steps, and then like one over t.

    Parameters
    ----------
    t : array_like
        Steps, 0 or more.
    rate, tau : float
        Positive.

    Examples
    --------
    >>> inverse_decay([0, 1, 3], 1, 1).tolist()
    [1.0, 0.5, 0.25]
    """
    t, rate, tau = _as_steps(t), as_positive(rate, "rate"), as_positive(tau, "tau")
    with np.errstate(over="ignore"):
        return np.asarray(rate / (1 + t / tau))


def cosine_decay(t: ArrayLike, rate: float, steps: SupportsIndex) -> NDArray[np.float64]:
    """Return ``rate * (1 + cos(pi t / steps)) / 2``: down to 0 at `steps`, where it stays.

    Parameters
    ----------
    t : array_like
        Steps, 0 or more.
    rate : float
        At the beginning; positive.
    steps : int
        At least 1.

    Examples
    --------
    >>> cosine_decay([0, 5, 10, 11], 1, 10).round(9).tolist()
    [1.0, 0.5, 0.0, 0.0]
    """
    t, rate, steps = (
        _as_steps(t),
        as_positive(rate, "rate"),
        as_count(steps, "steps", 1, MOST_STEPS),
    )
    return np.asarray(rate * ((1 + np.cos(np.pi * np.minimum(t / steps, 1))) / 2))


def warm_up(t: ArrayLike, steps: SupportsIndex) -> NDArray[np.float64]:
    """Return the share ``min(1, (t + 1) / (steps + 1))`` by which a schedule is multiplied.

    Parameters
    ----------
    t : array_like
        Steps, 0 or more.
    steps : int
        From which one on the share is 1; 0 is no warm-up.

    Examples
    --------
    >>> warm_up([0, 1, 3, 8], 3).tolist()
    [0.25, 0.5, 1.0, 1.0]
    """
    t, steps = _as_steps(t), as_count(steps, "steps", 0, MOST_STEPS)
    return np.asarray(np.minimum(1, (t + 1) / (steps + 1)))


def mean_square_errors(
    rates: ArrayLike, start: float, bend: float, noise: float
) -> NDArray[np.float64]:
    """Return the mean square distances from the bottom of a bowl, before each step and at the end.

    Each step is ``e <- e - rate (bend e + xi)``. Its noise xi has the mean 0 and the variance
    `noise`, and is uncorrelated with all before it, so that
    ``M <- (1 - rate bend)^2 M + rate^2 noise``.

    Parameters
    ----------
    rates : (T,) array_like
        One rate for each step, 0 or more.
    start : float
        The distance at the beginning; finite.
    bend : float
        The curvature of the bowl; positive.
    noise : float
        0 or more; finite.

    Returns
    -------
    (T + 1,) ndarray
        Infinite where a number is too large for a float.

    Raises
    ------
    ValueError
        If an argument is outside of these bounds.

    Examples
    --------
    >>> mean_square_errors([1, 1 / 2, 1 / 3], 5, 1, 1).round(9).tolist()
    [25.0, 1.0, 0.5, 0.333333333]
    """
    rates, bend = (
        _not_negative(as_finite_vector(rates, "rates"), "rates"),
        as_positive(bend, "bend"),
    )
    start = float(as_finite(np.asarray(as_number(start, "start")), "start"))
    noise = float(as_finite(np.asarray(as_number(noise, "noise")), "noise"))
    if noise < 0:
        raise ValueError(f"noise must be 0 or more, got {noise}")
    errors = [start * start]
    for eta in rates.tolist():
        factor, mean = 1 - eta * bend, errors[-1]
        kept = factor * (factor * mean) if factor and mean else 0.0  # 0 times inf would be nan
        errors.append(kept + eta * (eta * noise))
    return np.array(errors)


def filter_factors(eigenvalues: ArrayLike, rate: float, t: SupportsIndex) -> NDArray[np.float64]:
    """Return ``1 - (1 - rate lambda)^t``: what descent from 0 has of the end, after t steps.

    Parameters
    ----------
    eigenvalues : array_like
        Of ``X^T X``, 0 or more: one for each direction.
    rate : float
        Positive. For ``rate lambda > 2`` the factors grow, to infinity where floats end.
    t : int
        0 or more.

    Examples
    --------
    >>> filter_factors([1, 0.25, 0], 1, 2).tolist()
    [1.0, 0.4375, 0.0]
    """
    lam = _not_negative(as_finite(as_real_array(eigenvalues, "eigenvalues"), "eigenvalues"))
    rate, t = as_positive(rate, "rate"), as_count(t, "t", 0, MOST_STEPS)
    with np.errstate(over="ignore"):
        x = rate * lam
        share = 1 - (1 - x) ** t
    tiny = np.minimum(x, 1e-4)  # so small that 1 - x would lose its last digits
    return np.asarray(np.where(x > tiny, share, -np.expm1(t * np.log1p(-tiny))))


def log_uniform(u: ArrayLike, low: float, high: float) -> NDArray[np.float64]:
    """Return ``low (high / low)^u``: for u uniform in [0, 1], each decade is as probable.

    Parameters
    ----------
    u : array_like
        Shares from 0 to 1.
    low, high : float
        The ends of the range; positive, the second at least as large.

    Examples
    --------
    >>> log_uniform([0, 0.5, 1], 0.0001, 1).round(6).tolist()
    [0.0001, 0.01, 1.0]
    """
    u = as_finite(as_real_array(u, "u"), "u")
    if u.size and not (u.min() >= 0 and u.max() <= 1):
        raise ValueError(f"u must be from 0 to 1, got {u}")
    low, high = as_positive(low, "low"), as_positive(high, "high")
    if high < low:
        raise ValueError(f"high must be at least low, {low}, got {high}")
    x = np.exp((1 - u) * np.log(low) + u * np.log(high))
    return np.asarray(np.clip(x, low, high))  # not a rounding beyond its ends


def kfold(n: SupportsIndex, k: SupportsIndex) -> list[NDArray[np.int64]]:
    """Return k parts of the rows 0 .. n - 1, as equal as can be: each is held out once.

    The parts are runs of neighbours: shuffle the rows before, unless their order carries nothing.

    Parameters
    ----------
    n : int
        How many rows there are.
    k : int
        How many parts, from 2 to n.

    Examples
    --------
    >>> [part.tolist() for part in kfold(7, 3)]
    [[0, 1, 2], [3, 4], [5, 6]]
    """
    n = as_count(n, "n", 2)
    refuse_huge(n, n=n)
    k = as_count(k, "k", 2)
    if k > n:
        raise ValueError(f"k must be at most n, the number of rows, {n}, got {k}")
    return [part.copy() for part in np.array_split(np.arange(n, dtype=np.int64), k)]


def _as_steps(t: ArrayLike) -> NDArray[np.float64]:
    return _not_negative(as_finite(as_real_array(t, "t"), "t"), "t")


def _not_negative(a: NDArray[Any], name: str = "eigenvalues") -> NDArray[np.float64]:
    if a.size and a.min() < 0:
        raise ValueError(f"{name} must be 0 or more, got {a}")
    return a
