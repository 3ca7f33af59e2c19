"""The Gaussian distribution in one dimension and in many, by its log-densities.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``x``                   a value, or a vector of n of them
``mean``, ``sd``        mean and standard deviation
``z``                   how many standard deviations `x` is from the mean
``cov``                 a covariance matrix, symmetric and positive definite
``R``                   its Cholesky factor: upper triangular, ``cov = R^T R``
======================  =====================================================

A density of many dimensions, or far out, is too small for a float. Its logarithm is not.
"""

import math
from collections.abc import Iterable
from typing import Any, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite_matrix,
    as_finite_vector,
    as_number,
    as_positive,
    as_real_array,
    as_sequence,
    refuse_unless_square,
)

ASKEW = 1e-10  # so far from symmetric may rounding bring a covariance, by its largest entry
Array = NDArray[np.float64]


def normal_logpdf(x: ArrayLike, mean: float = 0.0, sd: float = 1.0) -> Array:
    """Return the logarithm of the density of N(mean, sd^2) at `x`: ``-z^2/2 - log(sd sqrt(2 pi))``.

    Parameters
    ----------
    x : array_like of any shape
        Real; at infinity the logarithm is -inf, and where `x` is nan, nan.
    mean, sd : float
        Finite; `sd` is positive, and in the unit of `x`.

    Returns
    -------
    ndarray of the shape of `x`

    Raises
    ------
    ValueError
        If `mean` or `sd` is not as above.

    Examples
    --------
    >>> normal_logpdf([0, 40]).round(4).tolist()
    [-0.9189, -800.9189]
    """
    z = _standardised(x, mean, sd)
    with np.errstate(over="ignore"):  # so far out that even the logarithm is -inf
        return np.asarray(-0.5 * z * z - math.log(sd) - 0.5 * math.log(2 * math.pi))


def normal_cdf(x: ArrayLike, mean: float = 0.0, sd: float = 1.0) -> Array:
    """Return the probability of a value of N(mean, sd^2) up to `x`: ``erfc(-z / sqrt(2)) / 2``.

    All digits are right in the lower tail, down to 38 standard deviations; for the probability
    above `x` ask for that below ``2 mean - x``, which is the same.

    Parameters
    ----------
    x : array_like of any shape
        Real; where it is nan, so is the result.
    mean, sd : float
        Finite; `sd` is positive.

    Returns
    -------
    ndarray of the shape of `x`

    Raises
    ------
    ValueError
        If `mean` or `sd` is not as above.

    Examples
    --------
    >>> normal_cdf([0, 1.96, -10]).round(6).tolist()
    [0.5, 0.975002, 0.0]
    """
    z = _standardised(x, mean, sd)
    return np.asarray(np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2)


def cov_root(cov: ArrayLike) -> Array:
    """Return the upper triangular `R` with a positive diagonal and ``R^T R = cov``.

    It is Cholesky's factor: if Z is standard, ``R^T Z`` has the covariance `cov`.

    Parameters
    ----------
    cov : (n, n) array_like
        Real, finite, symmetric up to rounding and positive definite.

    Returns
    -------
    (n, n) ndarray

    Raises
    ------
    ValueError
        If `cov` is not so: also if a variable is a combination of those before it, up to
        ``n 2**-52`` of its variance.

    Examples
    --------
    >>> cov_root([[4, 2], [2, 5]])
    array([[2., 1.],
           [0., 2.]])
    """
    S = as_finite_matrix(cov, "cov")
    refuse_unless_square(S, "cov")
    if np.abs(S / 2 - S.T / 2).max(initial=0) > ASKEW * np.abs(S).max(initial=0):
        raise ValueError(f"cov must be symmetric, got {S.tolist()}")
    S = S / 2 + S.T / 2
    try:
        R: Array = np.array(np.linalg.cholesky(S).T, float)
    except np.linalg.LinAlgError:
        R = np.zeros_like(S)
    if not (np.diag(R) ** 2 > len(S) * 2.0**-52 * np.abs(np.diag(S))).all():
        raise ValueError(f"cov must be positive definite, got {S.tolist()}")
    return R


def mvn_logpdf(x: ArrayLike, mean: ArrayLike, cov: ArrayLike) -> Array:
    """Return the logarithm of the density of N(mean, cov) at `x`, by Cholesky's factor.

    With ``R^T R = cov`` and ``R^T z = x - mean`` it is
    ``-z . z / 2 - sum(log R_ii) - (n / 2) log(2 pi)``: no inverse, no determinant.

    Parameters
    ----------
    x : (n,) or (N, n) array_like
        One point, or a row for each of N.
    mean : (n,) array_like
    cov : (n, n) array_like
        Symmetric and positive definite.

    Returns
    -------
    ndarray of shape () or (N,)

    Raises
    ------
    ValueError
        If `cov` is not as above, if something is not finite, or if the sizes differ.

    Examples
    --------
    >>> float(mvn_logpdf([0, 0], [0, 0], [[4, 2], [2, 5]]).round(6))
    -3.224171
    """
    m, R = _as_normal(mean, cov)
    x = as_real_array(x, "x")
    if x.ndim not in (1, 2) or x.shape[-1] != len(m) or not np.isfinite(x).all():
        raise ValueError(f"x must be finite, of shape (n,) or (N, n) with n = {len(m)}, got {x}")

    with np.errstate(over="ignore"):
        z = np.linalg.solve(R.T, np.atleast_2d(x - m).T)
        z[np.isnan(z)] = np.inf  # inf - inf, so far out that even the logarithm is -inf
        squares = (z * z).sum(axis=0).reshape(x.shape[:-1])
    logs = np.log(np.diag(R)).sum() + len(m) / 2 * math.log(2 * math.pi)
    return np.asarray(-squares / 2 - logs)


def mvn_conditional(
    mean: ArrayLike, cov: ArrayLike, known: Iterable[SupportsIndex], values: ArrayLike
) -> tuple[Array, Array]:
    """Return mean and covariance of the other variables of N(mean, cov), once some are `known`.

    With the known ones called k and the others o, these are
    ``m_o + C_ok C_kk^-1 (values - m_k)`` and ``C_oo - C_ok C_kk^-1 C_ko``.

    Parameters
    ----------
    mean : (n,) array_like
    cov : (n, n) array_like
        Symmetric and positive definite.
    known : sequence of integers
        Which variables are known: from 0 to n - 1, each once; there may be none.
    values : array_like as long as `known`
        What they are, in the order of `known`.

    Returns
    -------
    mean : ndarray
        Of the others, in their old order.
    cov : ndarray

    Raises
    ------
    ValueError
        If an argument is not as above, or not finite.
    TypeError
        If `known` is a mask: True and False are no places.

    Examples
    --------
    >>> mvn_conditional([0, 0], [[1, 0.8], [0.8, 1]], [1], [2])[0].tolist()
    [1.6]
    """
    m, R = _as_normal(mean, cov)
    places = as_sequence(known, "known")
    if any(isinstance(i, bool | np.bool_) for i in places):
        raise TypeError(f"known must hold places, not True and False, got {places}")
    k = [as_count(i, "known", 0) for i in places]
    if not set(k) <= set(range(len(m))) or len(set(k)) < len(k):
        raise ValueError(f"known must be different integers below {len(m)}, got {k}")
    v = as_finite_vector(values, "values")
    if len(v) != len(k):
        raise ValueError(f"values must be as long as known, {len(k)}, got {len(v)}")

    o = [i for i in range(len(m)) if i not in k]
    C = R.T @ R
    gain = np.linalg.solve(C[np.ix_(k, k)], C[np.ix_(k, o)]).T
    left = C[np.ix_(o, o)] - gain @ C[np.ix_(k, o)]
    return m[o] + gain @ (v - m[k]), left / 2 + left.T / 2


def _standardised(x: ArrayLike, mean: float, sd: float) -> Array:
    values = as_real_array(x, "x").astype(float)
    mean, sd = as_number(mean, "mean"), as_positive(sd, "sd")
    if not math.isfinite(mean):
        raise ValueError(f"mean must be finite, got {mean}")
    with np.errstate(over="ignore"):
        z: Any = (values - mean) / sd
    return np.asarray(z, float)


def _as_normal(mean: ArrayLike, cov: ArrayLike) -> tuple[Array, Array]:
    m, R = as_finite_vector(mean, "mean"), cov_root(cov)
    if len(m) != len(R):
        raise ValueError(f"mean must be as long as cov, {len(R)}, got {len(m)}")
    return m, R
