"""Beliefs about a parameter that stay in one family: Beta for a coin, normal for a mean.

==============  ===================================================================
symbol          meaning
==============  ===================================================================
``theta``       the probability of a head, from 0 to 1
``a``, ``b``    a belief Beta(a, b) about it: ``theta^(a - 1) (1 - theta)^(b - 1)``
``heads``, ...  how many tosses of each kind were seen: Beta(a + heads, b + tails)
``k``, ``n``    so many heads, of so many tosses still to come
``mean, sd``    a belief N(mean, sd^2) about the mean of a normal variable
``noise``       the standard deviation of each observation around that mean
==============  ===================================================================

The logarithm of a Beta density is a difference of logarithms of factorials, which are large and
nearly cancel: how they keep their digits is told in `_factorials`.
"""

import math
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite_vector,
    as_integers,
    as_number,
    as_positive,
    as_real_array,
    as_real_vector,
    power_of_two,
)
from mathlib.numbers.softmax import log_softmax
from mathlib.probability._factorials import stirling, surplus
from mathlib.probability.bayes import log_posterior
from mathlib.probability.counts import MOST, binomial_logpmf

Array = NDArray[np.float64]
INSIDE = (1e-300, 1 - 2.0**-53)  # floats strictly between 0 and 1


def beta_logpdf(theta: ArrayLike, a: float, b: float) -> Array:
    """Return ``(a - 1) log theta + (b - 1) log(1 - theta) - log B(a, b)``.

    Parameters
    ----------
    theta : (...) array_like
        Real. Outside of 0 to 1 the density is 0, its logarithm -inf.
    a, b : float
        Positive, with a finite sum. Below 1 the density has no bound at its end, and is inf there.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    ValueError
        If `a` or `b` is not positive, their sum is not finite, or `theta` holds nan.

    Examples
    --------
    >>> np.exp(beta_logpdf([0, 0.5, 1, 2], 1, 2)).round(9).tolist()
    [2.0, 1.0, 0.0, 0.0]
    """
    theta = as_real_array(theta, "theta").astype(float)
    a, b = _as_belief(a, b)
    if np.isnan(theta).any():
        raise ValueError(f"theta must not hold nan, got {theta}")

    out = np.full(theta.shape, -np.inf)
    for end, one, other in ((0.0, a, b), (1.0, b, a)):
        # B(1, other) is 1 / other.
        out[theta == end] = math.inf if one < 1 else math.log(other) if one == 1 else -math.inf
    t = theta[(theta > 0) & (theta < 1)]
    both, log_t, log_rest = math.log(a + b), np.log(t), np.log1p(-t)
    root = 0.5 * (math.log(a) + math.log(b) - both - math.log(2 * math.pi))
    root += float(stirling(a + b) - stirling(a) - stirling(b))
    far = surplus(a, (a + b) * t, both + log_t) + surplus(b, (a + b) * (1 - t), both + log_rest)
    out[(theta > 0) & (theta < 1)] = root - far - log_t - log_rest
    return out[()]


def beta_mode(a: float, b: float) -> float:
    """Return where the density of Beta(a, b) is greatest: ``(a - 1) / (a + b - 2)``, or an end.

    If `a` is at most 1, and `b` is not, it is 0; the other way round, 1.

    Parameters
    ----------
    a, b : float
        Positive, with a finite sum.

    Raises
    ------
    ValueError
        If there is no such place or more than one: ``a = b = 1`` is flat, and if both are less
        than 1 the density has no bound at either end.

    Examples
    --------
    >>> beta_mode(3, 2), beta_mode(0.5, 2), beta_mode(4, 1)
    (0.666666..., 0.0, 1.0)
    """
    a, b = _as_belief(a, b)
    if a == b == 1 or (a < 1 and b < 1):
        raise ValueError(f"a and b must have one mode, got {a} and {b}")
    if a <= 1 or b <= 1:
        return 0.0 if a < 1 or (a == 1 and b > 1) else 1.0
    return (a - 1) / ((a - 1) + (b - 1))


def beta_binomial_logpmf(k: ArrayLike, n: SupportsIndex, a: float, b: float) -> Array:
    """Return the logarithm of the probability of `k` heads in `n` tosses of a coin of Beta(a, b).

    It is ``log(n! / (k! (n - k)!)) + log B(a + k, b + n - k) - log B(a, b)``, computed by Bayes'
    rule read backwards: likelihood times prior by posterior, which is the same at each theta.
    `k` and `n` are as in `binomial_logpmf`, and `a` and `b`, the belief before these tosses, as in
    `beta_logpdf`.

    Examples
    --------
    >>> np.exp(beta_binomial_logpmf([0, 1, 2, 3], 3, 1, 1)).round(9).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    k = as_integers(k, "k")
    n = as_count(n, "n", 0, MOST)
    a, b = _as_belief(a, b)

    out = np.full(k.shape, -np.inf)
    for i in np.unique(k[(k >= 0) & (k <= n)]).tolist():
        p, q = a + i, b + (n - i)
        theta = min(max(p / (p + q), INSIDE[0]), INSIDE[1])
        log = beta_logpdf(theta, a, b) - beta_logpdf(theta, p, q)
        out[k == i] = min(0.0, float(binomial_logpmf(i, n, theta) + log))
    return out[()]


def normal_update(mean: float, sd: float, x: ArrayLike, noise: float) -> tuple[float, float]:
    """Return mean and standard deviation of the belief N(mean, sd^2) once `x` is observed.

    ``1 / sd^2`` grows by ``N / noise^2``, and the new mean is the old one and the mean of the
    data, weighted by these two.

    Parameters
    ----------
    mean : float
        Finite.
    sd, noise : float
        Positive and finite.
    x : (N,) array_like
        Finite observations; none leaves the belief as it was.

    Raises
    ------
    ValueError
        If an argument is not as above.

    Examples
    --------
    >>> normal_update(0, 1, [1, 3], 1)
    (1.333333..., 0.577350...)
    """
    mean = as_number(mean, "mean")
    if not math.isfinite(mean):
        raise ValueError(f"mean must be finite, got {mean}")
    sd, noise = as_positive(sd, "sd"), as_positive(noise, "noise")
    x = as_finite_vector(x, "x")
    if len(x) == 0:
        return mean, sd

    ratio = noise / (sd * math.sqrt(len(x)))
    kept = 1 / (1 + 1 / (ratio * ratio)) if ratio > 0 and ratio * ratio > 0 else 0.0
    unit = power_of_two(np.append(x, mean))  # so that no difference is too large
    mean, x = mean / unit, x / unit
    middle = float(np.mean(x - x[0])) + float(x[0])  # keeps its digits far from 0
    if ratio > 1:
        return unit * (mean + (1 - kept) * (middle - mean)), sd / math.hypot(1, 1 / ratio)
    left = noise / math.sqrt(len(x)) / math.hypot(1, ratio)
    return unit * (middle + kept * (mean - middle)), left


def grid_posterior(log_prior: ArrayLike, log_likelihood: ArrayLike) -> Array:
    """Return how probable each of n equal cells of the parameter is, once the data are seen.

    Parameters
    ----------
    log_prior : (n,) array_like
        The logarithm of the prior density in the middle of each cell, up to a constant; finite or
        -inf.
    log_likelihood : (n,) array_like
        The logarithm of the likelihood there, up to a constant; finite or -inf.

    Returns
    -------
    (n,) ndarray
        Its sum is 1; by the width of a cell it is a density.

    Raises
    ------
    ValueError
        If the lengths differ, an entry is nan or inf, or no cell is possible.

    Examples
    --------
    >>> grid_posterior([0, 0, 0], np.log([1, 2, 1])).round(9).tolist()
    [0.25, 0.5, 0.25]
    """
    log_prior = as_real_vector(log_prior, "log_prior")
    if not (log_prior < np.inf).all() or not (log_prior > -np.inf).any():
        raise ValueError(f"log_prior must be finite or -inf, and not all -inf, got {log_prior}")
    with np.errstate(over="ignore"):  # what is 1e308 below the rest is impossible beside it
        log_prior = log_softmax(log_prior)
    return np.asarray(np.exp(log_posterior(log_prior, log_likelihood)))


def _as_belief(a: float, b: float) -> tuple[float, float]:
    a, b = as_positive(a, "a"), as_positive(b, "b")
    if not math.isfinite(a + b):
        raise ValueError(f"a and b must have a finite sum, got {a} and {b}")
    return a, b
