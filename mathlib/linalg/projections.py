"""Projections, hyperplanes, orthogonal matrices and least squares.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``a``                   a vector on which, or on whose mirror, things fall
``w``, ``b``            normal vector and offset of the hyperplane ``w . x = b``
``A``, ``a_j``          a matrix of m rows and n columns, and its column j
``Q``                   a matrix whose columns are orthonormal
``R``                   a matrix with zeros below its diagonal
``theta``               an angle in the plane, in radians, anticlockwise
======================  =====================================================
"""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_choice, as_finite_matrix, as_finite_vector, as_number, power_of_two

WAYS = ("qr", "normal")


def project(x: ArrayLike, a: ArrayLike) -> NDArray[np.float64]:
    """Return the projection of `x` on the line of `a`, ``(a . x / a . a) a``.

    It is right where the squares of the entries are too large or too small for a float.

    Parameters
    ----------
    x, a : (n,) array_like
        Real, finite and equally long; `a` is not zero.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `x` or `a` is not a finite vector, if `a` is zero, or if one has more entries.

    Examples
    --------
    >>> project([3, 1], [2, 2])
    array([2., 2.])
    """
    x, a = as_finite_vector(x, "x"), _as_direction(a, "a")
    _refuse_other_size(a, "a", x, "x")

    a, size = a / power_of_two(a), power_of_two(x)
    return (a @ (x / size) / (a @ a)) * a * size


def signed_distance(x: ArrayLike, w: ArrayLike, b: float) -> float:
    """Return how far `x` is from the hyperplane ``w . x = b``: ``(w . x - b) / |w|``.

    Parameters
    ----------
    x, w : (n,) array_like
        Real, finite and equally long; `w` is not zero.
    b : float
        The offset; finite.

    Returns
    -------
    float
        Positive on the side to which `w` points, in the unit of `x`.

    Raises
    ------
    ValueError
        If `x` or `w` is not a finite vector, if `w` is zero, if one has more entries, or if `b`
        is not finite.

    Examples
    --------
    >>> signed_distance([4, 3], [3, 4], 9), signed_distance([0, 0], [3, 4], 10)
    (3.0, -2.0)
    """
    x, w = as_finite_vector(x, "x"), _as_direction(w, "w")
    _refuse_other_size(w, "w", x, "x")
    b = as_number(b, "b")
    if not math.isfinite(b):
        raise ValueError(f"b must be finite, got {b}")

    size = power_of_two(w)
    w = w / size
    return float((w @ x - b / size) / math.sqrt(w @ w))


def gram_schmidt(A: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return `Q` with orthonormal columns and an upper triangular `R` with ``A = Q R``.

    Each column loses its projections on those before it, and is then made 1 long. What is lost
    is lost twice: the first time leaves a rounding error, which is large beside a short rest.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite, its columns linearly independent.

    Returns
    -------
    Q : (m, n) ndarray
        Its first k columns span what the first k of `A` span, for every k.
    R : (n, n) ndarray
        Its diagonal is positive.

    Raises
    ------
    ValueError
        If `A` is not a finite matrix, or if a column depends on those before it: if at most
        ``m n 2**-52`` of its length is left.

    Notes
    -----
    L. Giraud, J. Langou and M. Rozloznik, The loss of orthogonality in the Gram-Schmidt
    orthogonalization process (2005), for "twice is enough".

    Examples
    --------
    >>> Q, R = gram_schmidt([[3, 1], [4, 3]])
    >>> (5 * Q).round(9).tolist(), R.round(9).tolist()
    ([[3.0, -4.0], [4.0, 3.0]], [[5.0, 3.0], [0.0, 1.0]])
    """
    A = as_finite_matrix(A, "A")

    m, n = A.shape
    Q, R = np.zeros((m, n)), np.zeros((n, n))
    for j, a in enumerate(A.T):
        size = power_of_two(a)
        rest = a / size
        for _ in range(2):
            on = Q[:, :j].T @ rest
            rest = rest - Q[:, :j] @ on
            R[:j, j] += on
        far = math.sqrt(rest @ rest)
        if far <= m * n * 2.0**-52 * float(np.linalg.norm(a / size)):
            raise ValueError(f"A must have linearly independent columns, got {j} before column {j}")
        Q[:, j], R[j, j] = rest / far, far
        R[: j + 1, j] *= size
    return Q, R


def householder(a: ArrayLike) -> NDArray[np.float64]:
    """Return the mirror that turns `a` round, ``I - 2 a a^T / (a . a)``.

    Parameters
    ----------
    a : (n,) array_like
        Real, finite and not zero: the normal of the mirror, which is a hyperplane through 0.

    Returns
    -------
    (n, n) ndarray
        Symmetric and orthogonal.

    Raises
    ------
    ValueError
        If `a` is not a finite vector, or zero.

    Examples
    --------
    >>> householder([0, 2]).tolist()
    [[1.0, 0.0], [0.0, -1.0]]
    """
    a = _as_direction(a, "a")

    a = a / power_of_two(a)
    return np.eye(len(a)) - 2 * np.outer(a, a) / (a @ a)


def rotation(theta: float) -> NDArray[np.float64]:
    """Return the rotation of the plane by `theta`, anticlockwise.

    Parameters
    ----------
    theta : float
        In radians, finite.

    Returns
    -------
    (2, 2) ndarray

    Raises
    ------
    ValueError
        If `theta` is not finite.

    Examples
    --------
    >>> rotation(0).tolist(), (rotation(math.pi / 2) @ [1, 0]).round(9).tolist()
    ([[1.0, -0.0], [0.0, 1.0]], [0.0, 1.0])
    """
    theta = _as_angle(theta, "theta")

    c, s = math.cos(theta), math.sin(theta)
    return np.array([[c, -s], [s, c]])


def reflection(theta: float) -> NDArray[np.float64]:
    """Return the reflection of the plane in the line through 0 that has the direction `theta`.

    Parameters
    ----------
    theta : float
        Of the mirror, in radians, finite when doubled.

    Returns
    -------
    (2, 2) ndarray

    Raises
    ------
    ValueError
        If `theta` is not finite, or twice it.

    Examples
    --------
    >>> reflection(0).tolist(), (reflection(math.pi / 4) @ [3, 1]).round(9).tolist()
    ([[1.0, 0.0], [0.0, -1.0]], [1.0, 3.0])
    """
    theta = _as_angle(theta, "theta")
    if not math.isfinite(2 * theta):
        raise ValueError(f"theta must be finite when doubled, got {theta}")

    c, s = math.cos(2 * theta), math.sin(2 * theta)
    return np.array([[c, s], [s, -c]])


def classify_orthogonal(Q: ArrayLike) -> tuple[str, float]:
    """Return what an orthogonal matrix does to the plane, and its angle.

    Parameters
    ----------
    Q : (2, 2) array_like
        Real, ``Q^T Q = I`` up to 1e-9 in each entry.

    Returns
    -------
    kind : str
        "rotation" or "reflection".
    theta : float
        By how much it turns, above -pi and at most pi; or the direction of its mirror, above
        -pi/2 and at most pi/2.

    Raises
    ------
    ValueError
        If `Q` is not a 2 by 2 matrix, or not orthogonal.

    Examples
    --------
    >>> classify_orthogonal([[-1, 0], [0, -1]]) == ("rotation", math.pi)
    True
    >>> classify_orthogonal([[1, 0], [0, -1]])
    ('reflection', 0.0)
    """
    Q = as_finite_matrix(Q, "Q")
    if Q.shape != (2, 2) or not np.allclose(Q.T @ Q, np.eye(2), rtol=0, atol=1e-9):
        raise ValueError(f"Q must be 2 by 2 and orthogonal, Q^T Q = I, got {Q.tolist()}")

    direction = math.atan2(Q[1, 0], Q[0, 0])  # of the first column
    direction = math.pi if direction == -math.pi else direction + 0.0
    if Q[0, 0] * Q[1, 1] > Q[0, 1] * Q[1, 0]:
        return "rotation", direction
    return "reflection", direction / 2


def least_squares(A: ArrayLike, y: ArrayLike, way: str = "qr") -> NDArray[np.float64]:
    """Return the x for which ``A x`` is nearest to `y`.

    Parameters
    ----------
    A : (m, n) array_like
        Real and finite, its columns linearly independent.
    y : (m,) array_like
        Real and finite.
    way : {"qr", "normal"}
        By ``R x = Q^T y`` with ``A = Q R``, or by the normal equations ``A^T A x = A^T y``, whose
        matrix has the condition number of `A`, squared.

    Returns
    -------
    (n,) ndarray

    Raises
    ------
    ValueError
        If `A` is not a finite matrix, or its columns depend on each other, or so nearly that
        `A`, or ``A^T A`` for the normal equations, does not show it; if `y` is not a finite
        vector of m entries; or if `way` is none of the two.

    Examples
    --------
    >>> least_squares([[1, -1], [1, 0], [1, 1]], [1, 0, 2]).round(9).tolist()
    [1.0, 0.5]
    """
    A, y = as_finite_matrix(A, "A"), as_finite_vector(y, "y")
    if len(y) != len(A):
        raise ValueError(f"y must have an entry for each of {len(A)} rows of A, got {len(y)}")
    way = as_choice(way, "way", WAYS)

    if way == "qr":
        Q, R = gram_schmidt(A)
        return _back_substitution(R, Q.T @ y)
    size = power_of_two(A)
    A = A / size  # the squares would overflow
    G = A.T @ A
    # A wide matrix has dependent columns; else rounding leaves at most (m + n + 2) 2**-53 of one.
    if A.shape[1] > A.shape[0] or not _has_inverse(G, A.size * 2.0**-51):
        raise ValueError("A must have columns that are independent in A^T A, as rounded")
    return np.asarray(np.linalg.solve(G, A.T @ y)) / size


def _has_inverse(G: NDArray[Any], least: float) -> bool:
    """Return whether of each column of A more is left than rounding makes, in ``G = A^T A``."""
    try:
        left = np.diag(np.linalg.cholesky(G)) ** 2  # the squares of the diagonal of R
    except np.linalg.LinAlgError:
        return False
    return bool((left > least * np.diag(G)).all())


def _back_substitution(R: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float64]:
    x = np.zeros(len(R))
    for j in reversed(range(len(R))):
        x[j] = (y[j] - R[j, j + 1 :] @ x[j + 1 :]) / R[j, j]
    return x


def _as_direction(a: ArrayLike, name: str) -> NDArray[np.float64]:
    a = as_finite_vector(a, name)
    if not a.any():
        raise ValueError(f"{name} must not be zero, to have a direction, got {a}")
    return a


def _as_angle(theta: float, name: str) -> float:
    theta = as_number(theta, name)
    if not math.isfinite(theta):
        raise ValueError(f"{name} must be finite, got {theta}")
    return theta


def _refuse_other_size(a: NDArray[Any], name: str, x: NDArray[Any], other: str) -> None:
    if len(a) != len(x):
        raise ValueError(f"{name} must be as long as {other}, {len(x)} entries, got {len(a)}")
