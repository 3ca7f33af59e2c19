"""Variance and covariance of data, in two passes, in one, and from parts that are merged.

==============  ==============================================================
symbol          meaning
==============  ==============================================================
``x``           N numbers, each of which counts as much as the others
``X``           data, N rows of n measurements
``ddof``        what the divisor is less than N: 0 for the mean of the squares
                of all there is, 1 to tell of more from N that were drawn
``N``, ``n``    how many numbers, or rows, there are; how many columns
``mean``        their mean
``squares``     the sum of the squares of their deviations from that mean
==============  ==============================================================

Nothing here subtracts the square of a mean from a mean of squares: of two large numbers that are
nearly the same, hardly a digit of the difference would be left.
"""

from typing import NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_finite_matrix, as_finite_vector, as_number, power_of_two


def variance(x: ArrayLike, ddof: SupportsIndex = 0) -> float:
    """Return ``sum_i (x[i] - mean)**2 / (N - ddof)``, in two passes: first the mean.

    Parameters
    ----------
    x : (N,) array_like
        Real and finite.
    ddof : int
        From 0 to N - 1.

    Returns
    -------
    float
        In the unit of `x`, squared; infinite where that is too large for a float.

    Raises
    ------
    ValueError
        If `x` is no finite vector, or is empty, or if `ddof` is not from 0 to N - 1.

    Notes
    -----
    What rounding leaves of the sum of the deviations is taken out as well: T. F. Chan,
    G. H. Golub and R. J. LeVeque, Algorithms for computing the sample variance (1983).

    Examples
    --------
    >>> variance([1, 3]), variance([1, 3], ddof=1), variance([1e8 + 1, 1e8 + 3])
    (1.0, 2.0, 1.0)
    """
    x = as_finite_vector(x, "x")
    _refuse_without_rows(x, "x")
    ddof = as_count(ddof, "ddof", 0, len(x) - 1)

    D, unit = _deviations(x[:, None])
    with np.errstate(over="ignore"):
        return float(D[:, 0] @ D[:, 0] / (len(x) - ddof) * unit[0] ** 2)


class Moments(NamedTuple):
    """What is kept of numbers that pass by: enough for their mean and their variance."""

    N: int
    mean: float
    squares: float


def moments_of(x: ArrayLike) -> Moments:
    """Return the state of the numbers of `x`, read one by one, none of them twice.

    The variance is ``squares / N``, or ``squares / (N - 1)``.

    Parameters
    ----------
    x : (N,) array_like
        Real and finite; of no numbers the state is (0, 0, 0).

    Raises
    ------
    ValueError
        If `x` is no finite vector.

    Notes
    -----
    B. P. Welford, Note on a method for calculating corrected sums of squares and products (1962).

    Examples
    --------
    >>> moments_of([1, 3])
    Moments(N=2, mean=2.0, squares=2.0)
    """
    x = as_finite_vector(x, "x")

    N, mean, squares = 0, 0.0, 0.0
    for value in x.tolist():
        N += 1
        step = value - mean
        mean += step / N
        squares += step * (value - mean)  # from the mean before, and from the mean after
    return Moments(N, mean, squares)


def moments_merge(a: Moments, b: Moments) -> Moments:
    """Return the state of two lists of numbers together, from the states of each.

    Parameters
    ----------
    a, b : Moments
        Made by `moments_of` or `moments_merge`.

    Raises
    ------
    ValueError
        If one is no such triple.

    Notes
    -----
    T. F. Chan, G. H. Golub and R. J. LeVeque, Updating formulae and a pairwise algorithm for
    computing sample variances (1982).

    Examples
    --------
    >>> moments_merge(moments_of([1]), moments_of([3]))
    Moments(N=2, mean=2.0, squares=2.0)
    """
    a, b = _as_moments(a, "a"), _as_moments(b, "b")

    N = a.N + b.N
    if N == 0:
        return a
    gap = b.mean - a.mean
    mean = a.mean + gap * (b.N / N)
    squares = a.squares + b.squares + gap * gap * (a.N * (b.N / N))
    return Moments(N, mean, squares)


def covariance(X: ArrayLike, ddof: SupportsIndex = 0) -> NDArray[np.float64]:
    """Return the matrix of the mean products of deviations, ``D.T @ D / (N - ddof)``.

    Parameters
    ----------
    X : (N, n) array_like
        A row for each of N things, a column for each measurement. ``D = X - mean``.
    ddof : int
        From 0 to N - 1.

    Returns
    -------
    (n, n) ndarray
        Symmetric; infinite where an entry is too large for a float.

    Raises
    ------
    ValueError
        If `X` is no finite matrix, or has no row, or if `ddof` is not from 0 to N - 1.

    Examples
    --------
    >>> covariance([[1, 1], [3, 5]]).tolist()
    [[1.0, 2.0], [2.0, 4.0]]
    """
    X = as_finite_matrix(X, "X")
    _refuse_without_rows(X, "X")
    ddof = as_count(ddof, "ddof", 0, len(X) - 1)

    D, unit = _deviations(X)
    with np.errstate(over="ignore", invalid="ignore"):
        S: NDArray[np.float64] = D.T @ D / (len(X) - ddof) * np.outer(unit, unit)
    return np.where(D.T @ D == 0, 0.0, S)  # 0 times infinity would be nan


def correlation(X: ArrayLike) -> NDArray[np.float64]:
    """Return the covariance of the columns of `X`, each divided by its standard deviation.

    Parameters
    ----------
    X : (N, n) array_like
        A row for each of N things; no column is constant.

    Returns
    -------
    (n, n) ndarray
        Symmetric, with ones on the diagonal and nothing beyond -1 and 1.

    Raises
    ------
    ValueError
        If `X` is no finite matrix, or has no row, or if a column is constant.

    Examples
    --------
    >>> correlation([[1, 1], [3, 5], [5, 3]]).round(6).tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    X = as_finite_matrix(X, "X")
    _refuse_without_rows(X, "X")
    for j in np.flatnonzero(X.max(axis=0) == X.min(axis=0))[:1]:
        raise ValueError(f"X must have no constant column, got {X[0, j]} in all of column {j}")

    D, _ = _deviations(X)
    D /= np.linalg.norm(D, axis=0)
    R: NDArray[np.float64] = np.clip(D.T @ D, -1, 1)
    np.fill_diagonal(R, 1)
    return R


def _deviations(X: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each column less its mean, in a unit of its own, a power of two, so that no square is too
    large and none that counts is too small; and these units."""
    first = np.array([power_of_two(x) for x in X.T])  # a sum of large numbers may be none
    D = X / first
    D = D - D.mean(axis=0)
    then = np.array([power_of_two(d) for d in D.T])
    D = D / then
    D = D - D.mean(axis=0)  # what rounding has left of the mean
    with np.errstate(over="ignore"):
        return D, np.where(D.any(axis=0), first * then, 1.0)


def _refuse_without_rows(a: NDArray[np.float64], name: str) -> None:
    if len(a) == 0:
        raise ValueError(f"{name} must not be empty, got shape {a.shape}")


def _as_moments(state: Moments, name: str) -> Moments:
    if not isinstance(state, tuple) or len(state) != 3:
        raise TypeError(f"{name} must be a triple (N, mean, squares), got {state!r}")
    N = as_count(state[0], name, 0)
    mean, squares = as_number(state[1], name), as_number(state[2], name)
    if not (abs(mean) < np.inf and squares >= 0):
        raise ValueError(f"{name} must have a finite mean and squares from 0, got {state!r}")
    return Moments(N, mean, squares)
