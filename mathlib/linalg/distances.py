"""Distances between the rows of two tables, by a norm of the difference.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``, ``B``            points of n coordinates, one in each row: (M, n), (N, n)
``p``                   1 Manhattan, 2 Euclidean, infinity the largest difference
======================  =====================================================
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_finite_matrix, as_number, power_of_two, refuse_huge


def distances(A: ArrayLike, B: ArrayLike, p: float = 2) -> NDArray[np.float64]:
    """Return the distance from each row of `A` to each row of `B`, the p-norm of the difference.

    It is infinite only where it is too large for a float.

    Parameters
    ----------
    A : (M, n) array_like
        Real and finite: a point in each row.
    B : (N, n) array_like
    p : float
        1 or more; ``np.inf`` is allowed.

    Returns
    -------
    (M, N) ndarray

    Raises
    ------
    ValueError
        If `A` or `B` is not a matrix or not finite, if their rows have different lengths, if `p`
        is less than 1, or if all differences would not fit into memory.

    Examples
    --------
    >>> distances([[0, 0]], [[3, 4], [5, 0]], p=1).tolist(), distances([[0, 0]], [[3, 4]]).tolist()
    ([[7.0, 5.0]], [[5.0]])
    """
    A, B = _points(A, B)
    p = as_number(p, "p")
    if not p >= 1:
        raise ValueError(f"p must be 1 or more, got {p}")
    refuse_huge(len(A) * len(B) * max(A.shape[1], 1), A=len(A), B=len(B), n=A.shape[1])

    with np.errstate(over="ignore"):  # what is too large for a float is infinite
        apart: NDArray[np.float64] = np.abs(A[:, None] - B)
        largest: NDArray[np.float64] = apart.max(axis=2, initial=0)
        if p == np.inf:
            return largest
        scale = np.where((largest > 0) & (largest < np.inf), largest, 1)  # no power is 0 or inf
        shares: NDArray[np.float64] = ((apart / scale[:, :, None]) ** p).sum(axis=2)
        return largest * shares ** (1 / p)


def distances_by_products(A: ArrayLike, B: ArrayLike) -> NDArray[np.float64]:
    """Return all Euclidean distances by one matrix product, ``|a|^2 + |b|^2 - 2 a . b``.

    Fast, and inexact where points lie close together and far from 0: the squares cancel, and what
    would be negative by rounding counts as 0. Distances below about 1e-8 of the largest entry are
    lost. `distances` keeps the digits.

    Parameters
    ----------
    A : (M, n) array_like
    B : (N, n) array_like

    Returns
    -------
    (M, N) ndarray

    Raises
    ------
    ValueError
        If `A` or `B` is not a matrix or not finite, if their rows have different lengths, or if
        the result would not fit into memory.

    Examples
    --------
    >>> distances_by_products([[0, 0]], [[3, 4], [5, 0]]).tolist()
    [[5.0, 5.0]]
    """
    A, B = _points(A, B)
    refuse_huge(len(A) * len(B), A=len(A), B=len(B))

    unit = power_of_two(np.concatenate((A, B)))  # so that no square is too large
    A, B = A / unit, B / unit
    squares = [(X * X).sum(axis=1) for X in (A, B)]
    squared: NDArray[np.float64] = squares[0][:, None] + squares[1] - 2 * A @ B.T
    with np.errstate(over="ignore"):
        return unit * np.sqrt(np.maximum(squared, 0))


def _points(A: ArrayLike, B: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    A, B = as_finite_matrix(A, "A"), as_finite_matrix(B, "B")
    if A.shape[1] != B.shape[1]:
        raise ValueError(
            f"B must have rows as long as those of A, {A.shape[1]} entries, got shape {B.shape}"
        )
    return A, B
