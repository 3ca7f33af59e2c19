"""Maximum likelihood: for four families of one parameter, and for bell curves.

=========  ====================================================================
symbol     meaning
=========  ====================================================================
``x``      what was observed: N independent numbers, or N rows of n numbers
``theta``  the parameter, and ``L(theta)`` the likelihood of the data
``mean``   the estimate of a mean, and ``cov`` that of a covariance matrix
=========  ====================================================================

The families are ``"bernoulli"`` (the probability of a 1), ``"poisson"`` (the mean count),
``"exponential"`` (the rate, one over the mean) and ``"uniform"`` (the upper end, from 0).

Source: Casella and Berger, Statistical inference (2002), chapter 7.
"""

import math
from typing import SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_array,
    as_choice,
    as_count,
    as_finite,
    as_finite_vector,
    as_real_array,
)

FAMILIES = ("bernoulli", "poisson", "exponential", "uniform")


def log_likelihood(x: ArrayLike, family: str, theta: ArrayLike) -> NDArray[np.float64]:
    """Return ``log L(theta)``, the sum of the log-densities of the data; -inf if one is impossible.

    Parameters
    ----------
    x : (N,) array_like
        Zeros and ones, counts, or numbers of at least 0, as the family asks.
    family : {"bernoulli", "poisson", "exponential", "uniform"}
    theta : (...) array_like
        Probabilities, means of at least 0, or positive rates or ends: one result for each.

    Raises
    ------
    ValueError
        If there are no data, or one, or a parameter, is impossible for the family.

    Examples
    --------
    >>> np.exp(log_likelihood([1, 0, 1], "bernoulli", [0, 0.5])).round(9)
    array([0.   , 0.125])
    """
    x, family = _as_data(x, family)
    theta = as_finite(as_real_array(as_array(theta, "theta", 0), "theta"), "theta").astype(float)
    least = theta.min(initial=math.inf)
    if family == "bernoulli" and not (least >= 0 and theta.max(initial=0) <= 1):
        raise ValueError(f"theta must be probabilities, from 0 to 1, got {theta}")
    if family == "poisson" and least < 0:
        raise ValueError(f"theta must be 0 or more, got {theta}")
    if family in ("exponential", "uniform") and least <= 0:
        raise ValueError(f"theta must be positive, got {theta}")

    N, mean = len(x), _mean(x)
    with np.errstate(divide="ignore"):
        log = np.log(theta)
        rest = np.log1p(-theta) if family == "bernoulli" else None  # 1 - theta loses digits
    if rest is not None:
        heads = int(x.sum())
        return np.asarray(_times(heads, log) + _times(N - heads, rest))
    if family == "poisson":
        logs = math.fsum(math.lgamma(k + 1) for k in x)  # of the factorials
        return np.asarray(N * (_times(mean, log) - theta) - logs)
    if family == "exponential":
        return np.asarray(N * (log - theta * mean))
    return np.where(theta >= x.max(), -N * np.log(theta), -np.inf)


def likeliest(x: ArrayLike, family: str) -> float:
    """Return the parameter that makes the data likeliest: for ``"uniform"`` the largest of them.

    Raises
    ------
    ValueError
        If there are no data, or one is impossible for the family, or none is likeliest: of
        exponential or uniform data not all may be 0, and no rate may be too large for a float.

    Examples
    --------
    >>> likeliest([1, 0, 1, 1], "bernoulli"), likeliest([1, 3], "exponential")
    (0.75, 0.5)
    """
    x, family = _as_data(x, family)
    if family in ("exponential", "uniform") and not x.any():
        raise ValueError(f"x must not be all 0, or no parameter is the likeliest, got {x}")

    if family == "uniform":
        return float(x.max())
    mean = _mean(x)
    if family == "exponential" and not math.isfinite(1 / mean):
        raise ValueError(f"x must have a mean whose inverse is a float, got {x}")
    return 1 / mean if family == "exponential" else mean


def gaussian_mle(X: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the likeliest mean and covariance of a bell curve: the sum is divided by N.

    Parameters
    ----------
    X : (N,) or (N, n) array_like
        N observations, of one number each, or of n.

    Returns
    -------
    mean : () or (n,) ndarray
    cov : () or (n, n) ndarray
        The variance, or the covariance matrix, singular wherever N is at most n.

    Raises
    ------
    ValueError
        If there are no observations, or one is not finite.

    Examples
    --------
    >>> mean, variance = gaussian_mle([2, 3, 7])
    >>> round(float(mean), 6), round(float(variance), 6)
    (4.0, 4.666667)
    """
    X = as_finite(as_real_array(as_array(X, "X", 1, 2), "X"), "X").astype(float)

    mean = X[0] + np.mean(X - X[0], axis=0)  # no digits are lost to a common offset
    rest = X - mean
    cov = np.asarray(rest.T @ rest / len(X))
    return np.asarray(mean), cov


def c4(N: SupportsIndex) -> float:
    """Return E(s)/sigma for N draws from a bell curve, where s is the root of their variance.

    ``sqrt(2 / (N - 1)) Gamma(N / 2) / Gamma((N - 1) / 2)``, for s with N - 1 below the fraction
    bar; always less than 1.

    Raises
    ------
    ValueError
        If N is less than 2.

    Examples
    --------
    >>> round(c4(2), 6), round(c4(10), 6)
    (0.797885, 0.972659)
    """
    N = as_count(N, "N", 2)
    if N > 1000:  # a difference of large logarithms would lose its digits
        return 1 - 1 / (4 * N) - 7 / (32 * N**2) - 19 / (128 * N**3)
    return math.sqrt(2 / (N - 1)) * math.exp(math.lgamma(N / 2) - math.lgamma((N - 1) / 2))


def _as_data(x: ArrayLike, family: str) -> tuple[NDArray[np.float64], str]:
    family = as_choice(family, "family", FAMILIES)
    x = as_finite_vector(x, "x").astype(float)
    if not len(x):
        raise ValueError("x must have an observation, got none")
    if family == "bernoulli" and not np.isin(x, (0, 1)).all():
        raise ValueError(f"x must be zeros and ones, got {x}")
    if np.any(x < 0):
        raise ValueError(f"x must be 0 or more, got {x}")
    if family == "poisson" and np.any(x % 1):
        raise ValueError(f"x must be counts, got {x}")
    return x, family


def _mean(x: NDArray[np.float64]) -> float:
    most = float(x.max())
    return float(np.mean(x / most)) * most if most else 0.0  # no sum overflows


def _times(count: float, logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """``count * logs``, where nothing times anything is nothing."""
    return count * logs if count else np.zeros(np.shape(logs))
