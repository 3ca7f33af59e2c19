"""Logarithms of the probabilities of counts: Bernoulli, binomial and Poisson.

===========  ==================================================================
symbol       meaning
===========  ==================================================================
``x``        0 or 1
``logit``    ``log p - log(1 - p)``, where p is the probability of a 1
``k``        a count
``n``, ``p``  how many are tried, and the probability of each to succeed
``lam``      the rate of a Poisson variable: its mean, and its variance
===========  ==================================================================

What is no whole number is no count, and refused. A whole number that no count can be, such as
-1, or more successes than were tried, has the probability 0: its logarithm is -inf.

The formulas hold logarithms of factorials, which are large and nearly cancel: how they keep their
digits is told in `_factorials`.
"""

import math
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_integers, as_number, as_real_array
from mathlib.probability._factorials import stirling, surplus

MOST = 2**53  # up to here every count is a float


def bernoulli_logpmf(x: ArrayLike, logit: ArrayLike) -> NDArray[np.float64]:
    """Return ``x log p + (1 - x) log(1 - p)`` for ``p = 1 / (1 + exp(-logit))``.

    It is ``-log(1 + exp(-logit))`` of a 1 and ``-log(1 + exp(logit))`` of a 0, which keep their
    digits where p is rounded to 0 or 1, and never overflow.

    Parameters
    ----------
    x : (...) array_like of int
        0 or 1; True and False will do.
    logit : (...) array_like
        Of a shape that fits that of `x`; -inf and inf say that p is 0 or 1.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    TypeError
        If `x` holds no integers.
    ValueError
        If `x` holds other numbers than 0 and 1, `logit` holds nan, or the shapes do not fit.

    Examples
    --------
    >>> bernoulli_logpmf([0, 1], 1000.0).tolist(), float(bernoulli_logpmf(1, 0) / np.log(2))
    ([-1000.0, 0.0], -1.0)
    """
    x = as_integers(x, "x")
    if x.size and not ((x == 0) | (x == 1)).all():
        raise ValueError(f"x must hold 0 and 1, got {x}")
    logit = as_real_array(logit, "logit").astype(float)
    if np.isnan(logit).any():
        raise ValueError(f"logit must not hold nan, got {logit}")
    x, logit = _fitted(x, "x", logit, "logit")

    towards = np.where(x == 1, logit, -logit)
    return np.asarray(0.0 - np.logaddexp(0.0, -towards))[()]


def binomial_logpmf(k: ArrayLike, n: SupportsIndex, p: float) -> NDArray[np.float64]:
    """Return ``log(n! / (k! (n - k)!)) + k log p + (n - k) log(1 - p)``.

    Parameters
    ----------
    k : (...) array_like of int
        Counts; below 0 and above `n` the probability is 0.
    n : int
        How many are tried, from 0 to 2**53.
    p : float
        From 0 to 1.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    TypeError
        If `k` holds no integers.
    ValueError
        If `n` is negative or too large, or if `p` is not from 0 to 1.

    Examples
    --------
    >>> np.exp(binomial_logpmf([-1, 0, 1, 2, 3], 2, 0.5)).round(9).tolist()
    [0.0, 0.25, 0.5, 0.25, 0.0]
    """
    k = as_integers(k, "k")
    n = as_count(n, "n", 0, MOST)
    p = as_number(p, "p")
    if not 0 <= p <= 1:
        raise ValueError(f"p must be from 0 to 1, got {p}")

    out = np.full(k.shape, -np.inf)
    if p in (0, 1):
        out[k == (0 if p == 0 else n)] = 0.0
        return out[()]
    out[k == 0] = n * math.log1p(-p)
    out[k == n] = n * math.log(p)
    inner = (k > 0) & (k < n)
    i = k[inner].astype(float)
    log_root = 0.5 * (math.log(max(n, 1)) - np.log(2 * np.pi * i) - np.log(n - i))
    far = surplus(i, n * p) + surplus(n - i, n * (1 - p))
    out[inner] = log_root + stirling(n) - stirling(i) - stirling(n - i) - far
    return out[()]


def poisson_logpmf(k: ArrayLike, lam: ArrayLike) -> NDArray[np.float64]:
    """Return ``k log(lam) - lam - log(k!)``.

    Parameters
    ----------
    k : (...) array_like of int
        Counts, up to 2**53; below 0 the probability is 0.
    lam : (...) array_like
        Rates, 0 or more and finite, of a shape that fits that of `k`. At the rate 0 the count is
        0 for certain.

    Returns
    -------
    (...) ndarray

    Raises
    ------
    TypeError
        If `k` holds no integers.
    ValueError
        If `lam` is negative or not finite, if a count is too large, or if the shapes do not fit.

    Examples
    --------
    >>> poisson_logpmf([0, 1, -1], [2.0, 0.0, 2.0]).tolist(), float(poisson_logpmf(10**15, 1e15))
    ([-2.0, -inf, -inf], -18.188326...)
    """
    k = as_integers(k, "k")
    if k.size and k.max() > MOST:
        raise ValueError(f"k must be at most 2**53, got {k.max()}")
    lam = as_real_array(lam, "lam").astype(float)
    if not ((lam >= 0) & (lam < np.inf)).all():
        raise ValueError(f"lam must be 0 or more and finite, got {lam}")
    k, lam = _fitted(k, "k", lam, "lam")

    out = np.full(k.shape, -np.inf)
    out[k == 0] = 0.0 - lam[k == 0]
    some = (k > 0) & (lam > 0)
    i = k[some].astype(float)
    out[some] = -stirling(i) - surplus(i, lam[some]) - 0.5 * np.log(2 * np.pi * i)
    return out[()]


def _fitted(a: NDArray[Any], name: str, b: NDArray[Any], other: str) -> list[NDArray[Any]]:
    try:
        return list(np.broadcast_arrays(a, b))
    except ValueError:
        raise ValueError(f"{name} must fit {other}, got {a.shape} and {b.shape}") from None
