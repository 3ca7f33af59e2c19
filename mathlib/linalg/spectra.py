"""Eigenvalues: what a square matrix does to the lines that it keeps, and to a step repeated.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``A``                   an n by n matrix
``lam``, ``v``          an eigenvalue and an eigenvector, ``A v = lam v``
``x``                   a vector that A is applied to, again and again
``rho``                 the spectral radius, the largest ``|lam|``
======================  =====================================================

All eigenvalues of a larger matrix are those of ``numpy.linalg.eigvals``, which calls LAPACK.
"""

import math
import numbers
from typing import Any, NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import (
    as_count,
    as_finite,
    as_matrix,
    as_positive,
    as_real_array,
    as_vector,
    power_of_two,
    refuse_huge,
    refuse_unless_square,
)

MOST_STEPS = 100_000  # a second or so: more is a slip of the pen


class Pair(NamedTuple):
    """An eigenvalue `lam` and an eigenvector `v`, as far as found: ``|A v - lam v|`` is `error`."""

    lam: float
    v: NDArray[np.float64]
    error: float


def is_eigenpair(A: ArrayLike, v: ArrayLike, lam: complex, rtol: float = 1e-9) -> bool:
    """Return whether ``A v = lam v`` and `v` is not zero.

    Parameters
    ----------
    A : (n, n) array_like
        Finite; real or complex.
    v : (n,) array_like
        Finite; real or complex. If all its entries are 0 the answer is False.
    lam : complex
        Finite.
    rtol : float, optional
        Positive. No entry of ``A v - lam v`` may be larger than `rtol` times the largest that
        any vector with entries of this size could bring about.

    Raises
    ------
    ValueError
        If `A` is not a square matrix, `v` has not as many entries, or something is not finite.

    Examples
    --------
    >>> is_eigenpair([[2, 1], [1, 2]], [5, 5], 3), is_eigenpair([[2, 1], [1, 2]], [0, 0], 3)
    (True, False)
    """
    A = _as_square(A, "A")
    v = as_finite(as_vector(v, "v"), "v")
    if len(v) != len(A):
        raise ValueError(f"v must have as many entries as A has rows, {len(A)}, got {len(v)}")
    lam = _as_eigenvalue(lam, "lam")
    rtol = as_positive(rtol, "rtol")

    if not v.any():
        return False
    scale = power_of_two(np.append(np.abs(A), abs(lam)))
    A, lam, v = A / scale, lam / scale, v / power_of_two(np.abs(v))
    most = (np.abs(A).sum(axis=1).max() + abs(lam)) * np.abs(v).max()
    return bool(np.abs(A @ v - lam * v).max() <= rtol * most)


def eig2x2(A: ArrayLike) -> NDArray[Any]:
    """Return the two eigenvalues of a 2 by 2 matrix, ``s + root`` and ``s - root``.

    Here `s` is half the sum of the diagonal, and ``root**2 = s**2 - det A``. Where the two are
    real, the one of larger size comes first (up to rounding), and the other is the determinant
    divided by it: the difference would lose its digits.

    Parameters
    ----------
    A : (2, 2) array_like
        Real and finite.

    Returns
    -------
    (2,) ndarray of float, or of complex where ``s**2 < det A``: the one above the axis first

    Raises
    ------
    ValueError
        If `A` is not a 2 by 2 matrix.

    Notes
    -----
    W. H. Press et al., Numerical Recipes, 3rd ed., section 5.6: quadratic equations.

    Examples
    --------
    >>> eig2x2([[2, 1], [1, 2]]).tolist(), eig2x2([[0, -1], [1, 0]]).tolist()
    ([3.0, 1.0], [1j, -1j])
    """
    A = _as_square_of_reals(A, "A")
    if A.shape != (2, 2):
        raise ValueError(f"A must have two rows of two entries, got shape {A.shape}")

    (a, b), (c, d) = A.tolist()
    b, c = _of_one_size(b, c)
    scale = power_of_two(np.abs([a, b, c, d]))
    a, b, c, d = (t / scale for t in (a, b, c, d))
    s, half = (a + d) / 2, (a - d) / 2
    under = half * half + b * c  # s**2 - det A, with less to cancel
    if under < 0:
        root = math.sqrt(-under)
        return np.array([complex(s, root), complex(s, -root)]) * scale
    large = s + math.copysign(math.sqrt(under), s)
    small = (a * d - b * c) / large if large else 0.0
    return np.array([large, small]) * scale


def power_iteration(A: ArrayLike, steps: SupportsIndex, start: ArrayLike) -> Pair:
    """Return the eigenvector that ``x / |x|`` comes to, where each step makes ``A x`` of x.

    The eigenvalue is ``x . A x`` for the last x, of length 1. Nothing is promised: a matrix that
    turns every line leads nowhere, and `error` says so, since it stays large.

    Parameters
    ----------
    A : (n, n) array_like
        Real and finite.
    steps : int
        How many products with A, from 0 to 100 000.
    start : (n,) array_like
        The first x: real, finite and not zero.

    Returns
    -------
    Pair
        `lam`, with its sign; `v`, of length 1; `error`, the length of ``A v - lam v``.

    Raises
    ------
    ValueError
        If an argument is not as above.

    Examples
    --------
    >>> found = power_iteration([[2, 1], [1, 2]], 40, [1, 0])
    >>> round(found.lam, 9), found.v.round(9).tolist(), found.error < 1e-9
    (3.0, [0.707106781, 0.707106781], True)
    >>> power_iteration([[0, -1], [1, 0]], 40, [1, 0]).error  # a quarter turn
    1.0
    """
    A = _as_square_of_reals(A, "A")
    steps = as_count(steps, "steps", 0, MOST_STEPS)
    x = _as_start(start, "start", A)
    if not x.any():
        raise ValueError(f"start must not be zero, which has no direction, got {x}")

    scale = power_of_two(np.abs(A))
    A = A / scale
    x = _unit(x)
    for _ in range(steps):
        y = A @ x
        if not y.any():
            break  # x is an eigenvector, of the eigenvalue 0
        x = _unit(y)
    lam = float(x @ (A @ x))
    return Pair(lam * scale, x, float(np.linalg.norm(A @ x - lam * x)) * scale)


def spectral_radius(A: ArrayLike) -> float:
    """Return the largest ``|lam|`` of all eigenvalues, the complex ones among them.

    Parameters
    ----------
    A : (n, n) array_like
        Finite and not empty; real or complex.

    Raises
    ------
    ValueError
        If `A` is not a square matrix.

    Examples
    --------
    >>> spectral_radius([[0, -2], [2, 0]]), spectral_radius([[0, 5], [0, 0]])
    (2.0, 0.0)
    """
    A = _as_square(A, "A")

    scale = power_of_two(np.abs(A))
    return float(np.abs(np.linalg.eigvals(A / scale)).max()) * scale


def simulate(A: ArrayLike, x: ArrayLike, steps: SupportsIndex) -> NDArray[np.float64]:
    """Return `x`, ``A x``, ``A A x``, ..., a row each.

    Parameters
    ----------
    A : (n, n) array_like
        Real and finite.
    x : (n,) array_like
        Where it starts: real and finite.
    steps : int
        How many products with A, from 0 to 100 000.

    Returns
    -------
    (steps + 1, n) ndarray

    Raises
    ------
    ValueError
        If an argument is not as above, or an entry would be too large for a float.

    Examples
    --------
    >>> simulate([[0, -1], [2, 0]], [1, 0], 3).tolist()
    [[1.0, 0.0], [0.0, 2.0], [-2.0, 0.0], [0.0, -4.0]]
    """
    A = _as_square_of_reals(A, "A")
    x = _as_start(x, "x", A)
    steps = as_count(steps, "steps", 0, MOST_STEPS)
    refuse_huge((steps + 1) * len(x), steps=steps)

    states = np.empty((steps + 1, len(x)))
    states[0] = x
    with np.errstate(over="ignore", invalid="ignore"):
        for k in range(steps):
            states[k + 1] = A @ states[k]
    if not np.isfinite(states).all():
        least = int(np.argmin(np.isfinite(states).all(axis=1)))
        raise ValueError(f"steps must be below {least}, where x leaves the floats, got {steps}")
    return states


def _unit(x: NDArray[np.float64]) -> NDArray[np.float64]:
    x = x / np.abs(x).max()  # no square is too large, and not all too small
    return x / float(np.linalg.norm(x))


def _of_one_size(b: float, c: float) -> tuple[float, float]:
    """Two numbers with the product of `b` and `c`, and near in size; 0 and 0 where one is 0."""
    if b == 0 or c == 0:
        return 0.0, 0.0
    shift = (math.frexp(b)[1] - math.frexp(c)[1]) // 2
    return math.ldexp(b, -shift), math.ldexp(c, shift)  # powers of two round nothing


def _as_square(A: ArrayLike, name: str) -> NDArray[Any]:
    A = as_finite(as_matrix(A, name), name)
    refuse_unless_square(A, name)
    return A


def _as_square_of_reals(A: ArrayLike, name: str) -> NDArray[np.float64]:
    return _as_square(as_real_array(as_matrix(A, name), name), name)


def _as_start(x: ArrayLike, name: str, A: NDArray[Any]) -> NDArray[np.float64]:
    x = as_finite(as_real_array(as_vector(x, name), name), name)
    if len(x) != len(A):
        raise ValueError(f"{name} must have as many entries as A has rows, {len(A)}, got {len(x)}")
    return x


def _as_eigenvalue(lam: Any, name: str) -> complex:
    lam = lam.item() if isinstance(lam, np.ndarray) and lam.ndim == 0 else lam
    if not isinstance(lam, numbers.Complex):
        raise TypeError(f"{name} must be a number, got {lam!r}")
    try:
        value = complex(lam)
    except OverflowError:
        raise ValueError(f"{name} must be a number that a float holds, got {lam}") from None
    if not np.isfinite(value):
        raise ValueError(f"{name} must be finite, got {value}")
    return value
