"""Symmetric matrices: powers by eigenvalues, quadratic forms, definiteness.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``                   a real n by n matrix; symmetric where that is said
``lam``                 its eigenvalues, the least first
``Q``                   an orthogonal matrix, an eigenvector in each column
``x . A x``             the quadratic form of A, a number
======================  =====================================================

The eigenvectors are those of ``numpy.linalg.eigh``, which calls LAPACK.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite,
    as_matrix,
    as_number,
    as_real_array,
    as_vector,
    refuse_unless_square,
    zero_of,
)

ASKEW = 1e-10  # so far from symmetric may rounding bring a matrix, by its largest entry


def spectral_power(A: ArrayLike, exponent: float) -> NDArray[np.float64]:
    """Return ``Q diag(lam ** exponent) Q^T`` for the symmetric ``A = Q diag(lam) Q^T``.

    For a whole exponent that is a product of so many `A`, for -1 the inverse, and for 1/2 the root
    that has no negative eigenvalue. An eigenvalue counts as 0 if it is at most n 2**-52 times the
    largest in size: rounding makes such of a zero.

    Parameters
    ----------
    A : (n, n) array_like
        Real, finite, symmetric up to rounding, and not empty.
    exponent : float
        Whole, if an eigenvalue is negative; 0 or more, if one is 0.

    Returns
    -------
    (n, n) ndarray, symmetric

    Raises
    ------
    ValueError
        If `A` or `exponent` is not as above, or if an entry or an eigenvalue would be too large
        for a float.

    Examples
    --------
    >>> spectral_power([[5, 4], [4, 5]], 0.5).round(9).tolist()
    [[2.0, 1.0], [1.0, 2.0]]
    """
    A = _as_symmetric(A, "A")
    exponent = as_number(exponent, "exponent")
    if not np.isfinite(exponent):
        raise ValueError(f"exponent must be finite, got {exponent}")

    lam, Q = np.linalg.eigh(A)
    if not np.isfinite(lam).all():
        raise ValueError(f"A must have eigenvalues that a float holds, got {lam}")
    lam[np.abs(lam) <= zero_of(lam)] = 0
    if exponent < 0 and not lam.all():
        raise ValueError(f"exponent must be 0 or more where an eigenvalue is 0, got {exponent}")
    if not exponent.is_integer() and (lam < 0).any():
        raise ValueError(f"exponent must be whole where an eigenvalue is below 0, got {exponent}")
    with np.errstate(over="ignore", invalid="ignore"):
        power = (Q * lam**exponent) @ Q.T
    if not np.isfinite(power).all():
        raise ValueError(f"exponent must leave what a float holds, got {exponent}")
    even: NDArray[np.float64] = power / 2 + power.T / 2
    return even


def rebuild(lam: ArrayLike, Q: ArrayLike, k: int) -> NDArray[np.float64]:
    """Return the sum of the `k` terms ``lam[i] Q[:, i] Q[:, i]^T`` with the largest ``|lam[i]|``.

    Parameters
    ----------
    lam : (n,) array_like
        Eigenvalues, in any order.
    Q : (m, n) array_like
        Its column i is the eigenvector of ``lam[i]``.
    k : int
        From 0 to n. Of eigenvalues of one size the earlier come first.

    Returns
    -------
    (m, m) ndarray

    Raises
    ------
    ValueError
        If `Q` has not a column for each eigenvalue, or `k` is out of its bounds.

    Examples
    --------
    >>> rebuild([1, -3], [[1, 0], [0, 1]], 1).tolist()
    [[0.0, 0.0], [0.0, -3.0]]
    """
    lam = _as_finite_vector(lam, "lam")
    Q = _as_finite_matrix(Q, "Q")
    if Q.shape[1] != len(lam):
        raise ValueError(
            f"Q must have as many columns as lam has entries, {len(lam)}, got {Q.shape[1]}"
        )
    k = as_count(k, "k", 0, len(lam))

    kept = np.argsort(-np.abs(lam), kind="stable")[:k]
    return (Q[:, kept] * lam[kept]) @ Q[:, kept].T


def rayleigh(A: ArrayLike, x: ArrayLike) -> float:
    """Return the Rayleigh quotient, ``x . A x / x . x``: it does not see how long `x` is.

    Parameters
    ----------
    A : (n, n) array_like
        Real and finite; it need not be symmetric.
    x : (n,) array_like
        Real, finite and not zero.

    Raises
    ------
    ValueError
        If `A` is not a square matrix, if `x` has not as many entries, or none but zeros.

    Examples
    --------
    >>> rayleigh([[2, 1], [1, 2]], [3, 3]), rayleigh([[0, 2], [0, 0]], [1e200, 1e200])
    (3.0, 1.0)
    """
    A = _as_square(A, "A")
    x = _as_finite_vector(x, "x")
    if len(x) != len(A):
        raise ValueError(f"x must have as many entries as A has rows, {len(A)}, got {len(x)}")
    if not x.any():
        raise ValueError(f"x must not be zero, which has no direction, got {x}")

    u: NDArray[np.float64] = x / np.abs(x).max()  # no square is too large, and not all too small
    size = float(np.abs(A).max()) or 1.0
    return size * float(u @ (A / size) @ u / (u @ u))


def rayleigh_extrema(A: ArrayLike) -> tuple[float, float]:
    """Return the least and the greatest ``x . A x`` of all `x` of length 1.

    They are the least and the greatest eigenvalue of the symmetric part, ``(A + A^T) / 2``.

    Parameters
    ----------
    A : (n, n) array_like
        Real, finite and not empty; it need not be symmetric.

    Raises
    ------
    ValueError
        If `A` is not a square matrix.

    Examples
    --------
    >>> [round(v, 9) for v in rayleigh_extrema([[0, 2], [0, 0]])]
    [-1.0, 1.0]
    """
    A = _as_square(A, "A")

    lam = np.linalg.eigvalsh(A / 2 + A.T / 2)
    return float(lam[0]), float(lam[-1])


def definiteness(A: ArrayLike, tol: float | None = None) -> str:
    """Return which signs ``x . A x`` takes for x other than zero, in words.

    Parameters
    ----------
    A : (n, n) array_like
        Real, finite, symmetric up to rounding, and not empty.
    tol : float, optional
        0 or more: an eigenvalue counts as 0 if it is at most `tol` times the largest in size. By
        default n 2**-52, which is what rounding makes of a zero.

    Returns
    -------
    str
        "positive definite", "positive semidefinite", "negative definite",
        "negative semidefinite", "indefinite" or "zero".

    Raises
    ------
    ValueError
        If `A` is not a symmetric matrix, or `tol` is negative or nan.

    Examples
    --------
    >>> definiteness([[2, 1], [1, 2]]), definiteness([[1, 2], [2, 1]])
    ('positive definite', 'indefinite')
    """
    A = _as_symmetric(A, "A")
    tol = None if tol is None else as_number(tol, "tol")
    if tol is not None and not tol >= 0:
        raise ValueError(f"tol must be 0 or more, got {tol}")

    # Divided by a power of two, so that no eigenvalue is too large for a float.
    lam: NDArray[Any] = np.linalg.eigvalsh(np.ldexp(A, -np.frexp(np.abs(A).max())[1]))
    zero = zero_of(lam) if tol is None else tol * float(np.abs(lam).max())
    above, below = bool(lam[-1] > zero), bool(lam[0] < -zero)
    if above and below:
        return "indefinite"
    if not above and not below:
        return "zero"
    kind = "definite" if np.all(np.abs(lam) > zero) else "semidefinite"
    return f"{'positive' if above else 'negative'} {kind}"


def _as_finite_vector(x: ArrayLike, name: str) -> NDArray[np.float64]:
    return as_finite(as_real_array(as_vector(x, name), name), name)


def _as_finite_matrix(A: ArrayLike, name: str) -> NDArray[np.float64]:
    return as_finite(as_real_array(as_matrix(A, name), name), name)


def _as_square(A: ArrayLike, name: str) -> NDArray[np.float64]:
    A = _as_finite_matrix(A, name)
    refuse_unless_square(A, name)
    return A


def _as_symmetric(A: ArrayLike, name: str) -> NDArray[np.float64]:
    A = _as_square(A, name)
    askew = np.abs(A / 2 - A.T / 2)
    if askew.max() > ASKEW * np.abs(A).max():
        i, j = (int(at) for at in np.unravel_index(int(askew.argmax()), A.shape))
        raise ValueError(
            f"{name} must be symmetric, got {A[i, j]} at {i, j} and {A[j, i]} at {j, i}"
        )
    return A / 2 + A.T / 2
