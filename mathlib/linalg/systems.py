"""Systems of equations ``A x = b``: volume, rank, null space, norms and condition of a matrix.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``                   a real matrix of m rows and n columns, entries A[i, j]
``r``                   its rank, how many of its columns are independent
``R``                   its reduced form
``sigma``               its singular values, the largest first: the half axes
                        of what A makes of the unit sphere; NumPy finds them
``kappa``               its condition number, greatest by least stretch
======================  =====================================================
"""

import math
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_choice, as_finite_matrix, as_number, refuse_unless_square

KINDS = ("F", "1", "2", "inf")


def determinant(A: ArrayLike) -> float:
    """Return the determinant, by elimination: the product of the pivots, with a sign.

    Of the entries that may serve as a pivot the largest is taken, so that no multiple of a row
    is larger than the row itself.

    Parameters
    ----------
    A : (n, n) array_like
        Real and finite. Without entries the determinant is 1, the empty product.

    Returns
    -------
    float
        Infinite, or 0, where the determinant is too large, or too small, for a float.

    Raises
    ------
    ValueError
        If `A` is not a square matrix, or not finite.

    Examples
    --------
    >>> determinant([[3, 1], [1, 2]]), determinant([[0, 1], [1, 0]]), determinant(np.eye(0))
    (5.0, -1.0, 1.0)
    """
    A = _as_square(A, "A")

    n = len(A)
    shift = 64 if np.abs(A).max(initial=0) > 2.0**950 else 0
    A = np.ldexp(A, -shift)  # so that no difference of two rows is too large for a float
    pivots, sign = [], 1
    for k in range(n):
        p = k + int(np.argmax(np.abs(A[k:, k])))
        if A[p, k] == 0:
            return 0.0
        if p > k:
            A[[k, p]] = A[[p, k]]
            sign = -sign  # two rows have changed places
        for i in range(k + 1, n):
            A[i, k:] -= A[i, k] / A[k, k] * A[k, k:]  # a multiple of row k: changes nothing
        pivots.append(float(A[k, k]))
    return sign * _product(pivots, n * shift)


def row_reduce(A: ArrayLike) -> tuple[list[list[Fraction]], list[int]]:
    """Return the reduced form of `A`, exactly, and the columns of its pivots.

    Rows are exchanged, divided by a number and taken from each other, until each row begins with
    a 1, the pivot, that stands further right than the one above and alone in its column.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite; floats count as the exact fractions that they are, and so do whole
        numbers up to 2**53. Larger ones are first rounded to floats.

    Returns
    -------
    R : list of m rows of n fractions
    pivots : list of r column numbers, rising

    Raises
    ------
    ValueError
        If `A` is not a matrix, or not finite.

    Examples
    --------
    >>> R, pivots = row_reduce([[1, 2, 1], [2, 4, 0]])
    >>> [[int(v) for v in row] for row in R], pivots
    ([[1, 2, 0], [0, 0, 1]], [0, 2])
    """
    A = as_finite_matrix(A, "A")

    R = [[Fraction(v) for v in row] for row in A.tolist()]
    pivots: list[int] = []
    for j in range(A.shape[1]):
        r = len(pivots)
        for p in range(r, len(R)):
            if R[p][j] != 0:
                R[r], R[p] = R[p], R[r]
                R[r] = [v / R[r][j] for v in R[r]]
                for i in range(len(R)):
                    if i != r:
                        R[i] = [v - R[i][j] * w for v, w in zip(R[i], R[r], strict=True)]
                pivots.append(j)
                break
    return R, pivots


def rank(A: ArrayLike, tol: float | None = None) -> int:
    """Return the rank of `A`: how many of its singular values are above `tol`.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite.
    tol : float, optional
        0 or more. By default ``max(m, n) * 2**-52`` times the largest singular value: as large
        as what rounding the entries to floats can make of a zero.

    Raises
    ------
    ValueError
        If `A` is not a matrix or not finite, or if `tol` is negative or nan.

    Examples
    --------
    >>> rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), rank([[1, 0], [0, 1e-9]], tol=1e-6)
    (2, 1)
    """
    A = as_finite_matrix(A, "A")
    tol = _as_tolerance(tol, "tol")

    sigma = _singular_values(A)
    return int(np.sum(sigma > _tolerance(A, sigma, tol)))


def null_space(A: ArrayLike, tol: float | None = None) -> NDArray[np.float64]:
    """Return vectors N[:, 0], N[:, 1], ... that span the null space: all x with ``A x = 0``.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite.
    tol : float, optional
        As in `rank`: at most so long is ``A x``, for x of length 1 that count as sent to zero.

    Returns
    -------
    (n, n - r) ndarray
        Its columns are of length 1 and at right angles to each other; no column is a null space
        of the zero vector alone. Which they are is NumPy's choice.

    Raises
    ------
    ValueError
        If `A` is not a matrix or not finite, or if `tol` is negative or nan.

    Examples
    --------
    >>> N = null_space([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    >>> (N / N[0]).round(9).tolist()
    [[1.0], [-2.0], [1.0]]
    """
    A = as_finite_matrix(A, "A")
    tol = _as_tolerance(tol, "tol")

    m, n = A.shape
    if m == 0 or n == 0:
        return np.eye(n)  # no equations, or no unknowns
    _, sigma, rows = np.linalg.svd(A, full_matrices=True)
    r = int(np.sum(sigma > _tolerance(A, sigma, tol)))
    return rows[r:].T.copy()


def matrix_norm(A: ArrayLike, kind: str = "2") -> float:
    """Return a norm of `A`: its greatest stretch, or the length of all its entries.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite. Without entries every norm is 0.
    kind : {"2", "1", "inf", "F"}
        The greatest ``|A x| / |x|`` for the Euclidean norm, the sum of sizes or the largest size:
        the largest singular value, column sum, row sum. Or, as "F", Frobenius's: the root of the
        sum of the squared entries.

    Raises
    ------
    ValueError
        If `A` is not a matrix or not finite, or if `kind` is another.

    Examples
    --------
    >>> A = [[1, -7], [0, 0]]
    >>> matrix_norm(A, "1"), matrix_norm(A, "inf"), matrix_norm(A, "F") == 50**0.5
    (7.0, 8.0, True)
    """
    A = as_finite_matrix(A, "A")
    kind = as_choice(kind, "kind", KINDS)

    if A.size == 0:
        return 0.0
    if kind == "F":
        return math.hypot(*A.ravel().tolist())
    if kind == "2":
        return float(_singular_values(A)[0])
    with np.errstate(over="ignore"):
        return float(np.abs(A).sum(axis=0 if kind == "1" else 1).max())


def condition(A: ArrayLike) -> float:
    """Return the condition number: the greatest stretch of `A` by its least.

    A relative error of b becomes at most so many times larger in the x of ``A x = b``.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite, with at least one column.

    Returns
    -------
    float
        At least 1, and infinite if some x other than zero is sent to exactly 0, as always where
        there are fewer rows than columns, or if it is too large for a float. What should be
        infinite and has been rounded comes out as 1e15 or more: then it says no more than that.

    Raises
    ------
    ValueError
        If `A` is not a matrix, not finite or has no columns.

    Examples
    --------
    >>> condition([[0, 8], [2, 0]]), condition(0.1 * np.eye(100)), condition([[1, 0], [0, 0]])
    (4.0, 1.0, inf)
    """
    A = as_finite_matrix(A, "A")
    if A.shape[1] == 0:
        raise ValueError(f"A must have at least one column, got shape {A.shape}")

    sigma = _singular_values(A)
    with np.errstate(over="ignore"):
        return float(sigma[0] / sigma[-1]) if sigma[-1] > 0 else math.inf


def _as_square(A: ArrayLike, name: str) -> NDArray[np.float64]:
    A = as_finite_matrix(A, name)
    refuse_unless_square(A, name)
    return A


def _as_tolerance(tol: float | None, name: str) -> float | None:
    if tol is None:
        return None
    tol = as_number(tol, name)
    if not tol >= 0:
        raise ValueError(f"{name} must be 0 or more, got {tol}")
    return tol


def _tolerance(A: NDArray[np.float64], sigma: NDArray[np.float64], tol: float | None) -> float:
    if tol is not None:
        return tol
    return float(max(A.shape) * 2.0**-52 * sigma.max(initial=0))


def _singular_values(A: NDArray[np.float64]) -> NDArray[np.float64]:
    m, n = A.shape
    sigma = np.zeros(n)
    if A.size:
        sigma[: min(m, n)] = np.linalg.svd(A, compute_uv=False)
    return sigma


def _product(factors: list[float], exponent: int) -> float:
    """The product, times 2**exponent, without being too large or too small on the way to it."""
    mantissa = 1.0
    for factor in factors:
        mantissa, more = math.frexp(mantissa * math.frexp(factor)[0])
        exponent += more + math.frexp(factor)[1]
    with np.errstate(over="ignore", under="ignore"):
        return float(np.ldexp(mantissa, exponent))
