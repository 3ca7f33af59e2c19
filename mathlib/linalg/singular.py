"""Singular values: a matrix as a sum of layers, its pseudo-inverse, and the axes of data.

=========================  ==================================================
symbol                     meaning
=========================  ==================================================
``A``                      a real matrix of m rows and n columns
``sigma``                  its singular values, the largest first
``u[i]``, ``v[i]``         its singular vectors: layer i is
                           ``sigma[i] * outer(u[i], v[i])``, and A their sum
``X``                      data, N rows of n measurements
``mu``                     the mean of the rows
``S``                      their covariance, with the divisor N - 1
``lam``                    its eigenvalues, the variances along the axes
=========================  ==================================================
"""

from typing import NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_count, as_finite_matrix, as_number, power_of_two

EPSILON = 2.0**-52  # from 1 to the next float


def low_rank(A: ArrayLike, k: SupportsIndex) -> NDArray[np.float64]:
    """Return the sum of the first `k` layers of `A`, ``sigma[i] * outer(u[i], v[i])`` for i < k.

    No matrix of rank k or less is nearer to A, neither in the Frobenius norm nor in the spectral
    one. Where ``sigma[k-1] == sigma[k]``, others are as near.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite.
    k : int
        0 or more; from ``min(m, n)`` on it is all of A, up to rounding.

    Returns
    -------
    (m, n) ndarray

    Raises
    ------
    ValueError
        If `A` is not a matrix, or not finite, or if `k` is negative.

    Notes
    -----
    C. Eckart and G. Young, The approximation of one matrix by another of lower rank (1936).

    Examples
    --------
    >>> low_rank([[4, 0], [3, 5]], 1).round(9).tolist()
    [[2.0, 2.0], [4.0, 4.0]]
    """
    A = as_finite_matrix(A, "A")
    k = as_count(k, "k", 0)

    scale = power_of_two(A)  # a sigma may be too large for a float, and its layer not
    U, sigma, Vt = np.linalg.svd(A / scale, full_matrices=False)
    with np.errstate(over="ignore"):
        layers: NDArray[np.float64] = (U[:, :k] * sigma[:k]) @ Vt[:k] * scale
    return layers


def pinv(A: ArrayLike, tol: float | None = None) -> NDArray[np.float64]:
    """Return the pseudo-inverse: the sum of ``outer(v[i], u[i]) / sigma[i]`` over sigma[i] > tol.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite.
    tol : float, optional
        0 or more: singular values up to it count as zero. By default ``max(m, n) * 2**-52`` times
        the largest, which is as large as what rounding can make of a zero.

    Returns
    -------
    (n, m) ndarray
        Zero for a zero matrix; infinite where an entry is too large for a float.

    Raises
    ------
    ValueError
        If `A` is not a matrix, or not finite, or if `tol` is negative or nan.

    Notes
    -----
    R. Penrose, A generalized inverse for matrices (1955).

    Examples
    --------
    >>> pinv([[1, 2]]).round(9).tolist(), pinv([[2, 0], [0, 0]]).tolist()
    ([[0.2], [0.4]], [[0.5, 0.0], [0.0, 0.0]])
    """
    A = as_finite_matrix(A, "A")
    least = None if tol is None else as_number(tol, "tol")
    if least is not None and not least >= 0:
        raise ValueError(f"tol must be 0 or more, got {least}")

    scale = power_of_two(A)
    U, sigma, Vt = np.linalg.svd(A / scale, full_matrices=False)
    zero = max(A.shape) * EPSILON * sigma.max(initial=0.0) if least is None else least / scale
    r = int((sigma > zero).sum())
    with np.errstate(over="ignore"):
        inverse: NDArray[np.float64] = (Vt[:r].T / sigma[:r]) @ U[:, :r].T / scale
    return inverse


class Axes(NamedTuple):
    """The principal axes of data, and the data seen along them; q = min(N, n) of them."""

    mean: NDArray[np.float64]
    """(n,): what has been taken from each row."""
    axes: NDArray[np.float64]
    """(n, q): column i is axis i, of length 1; its entry of largest size is positive."""
    variances: NDArray[np.float64]
    """(q,): the variance along each axis, the largest first, in squared units of the data."""
    scores: NDArray[np.float64]
    """(N, q): the coordinates of the rows along the axes, from the mean on."""


def pca(X: ArrayLike) -> Axes:
    """Return the principal axes of the rows of `X`: ``X - mu = scores @ axes.T``.

    The axes are the right singular vectors of ``X - mu``, and so eigenvectors of the covariance
    ``S = (X - mu).T @ (X - mu) / (N - 1)``; the variances are ``sigma**2 / (N - 1)``.

    Parameters
    ----------
    X : (N, n) array_like
        At least two rows, real and finite.

    Returns
    -------
    Axes
        Of an axis only the line is determined; its direction is chosen so that its entry of
        largest size (the first of them) is positive. Where variances are equal, only the space
        of their axes is determined.

    Raises
    ------
    ValueError
        If `X` is not a matrix, is not finite or has fewer than two rows.

    Notes
    -----
    K. Pearson, On lines and planes of closest fit to systems of points in space (1901).

    Examples
    --------
    >>> found = pca([[5, 5], [1, 1], [4, 2], [2, 4]])
    >>> found.mean.tolist(), found.variances.round(6).tolist(), found.axes[:, 0].round(6).tolist()
    ([3.0, 3.0], [5.333333, 1.333333], [0.707107, 0.707107])
    """
    X = as_finite_matrix(X, "X")
    if len(X) < 2:
        raise ValueError(f"X must have at least two rows, got shape {X.shape}")

    scale = power_of_two(X)
    mean = (X / scale).mean(axis=0)
    U, sigma, Vt = np.linalg.svd(X / scale - mean, full_matrices=False)
    largest = np.abs(Vt).argmax(axis=1)[:, None] if Vt.size else np.zeros((len(Vt), 0), int)
    sign = np.where(np.take_along_axis(Vt, largest, axis=1) < 0, -1.0, 1.0).reshape(-1)
    with np.errstate(over="ignore"):
        variances = (sigma * scale) ** 2 / (len(X) - 1)
        scores = U * sigma * sign * scale
    return Axes(mean * scale, Vt.T * sign, variances, scores)


def explained(X: ArrayLike) -> NDArray[np.float64]:
    """Return the share of the variance of `X` that lies along each axis, ``lam / lam.sum()``.

    Parameters
    ----------
    X : (N, n) array_like
        At least two rows, real and finite, that are not all the same.

    Returns
    -------
    (q,) ndarray, q = min(N, n)
        The largest first; together they make 1.

    Raises
    ------
    ValueError
        If `X` is not such a matrix.

    Examples
    --------
    >>> explained([[5, 5], [1, 1], [4, 2], [2, 4]]).round(6).tolist()
    [0.8, 0.2]
    """
    X = as_finite_matrix(X, "X")
    if len(X) < 2 or not X.size or (X == X[0]).all():
        raise ValueError(f"X must have rows that are not all the same, got {X}")

    X = X / power_of_two(X)  # the mean of large numbers would be infinite
    sigma = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    squares = (sigma / sigma[0]) ** 2  # none is too large
    shares: NDArray[np.float64] = squares / squares.sum()
    return shares
