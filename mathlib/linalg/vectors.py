"""Vectors: the dot product, the length, the angle between two, and one as a column.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``a``, ``b``            vectors of n real numbers, arrays of shape (n,)
``a . b``               their dot product
``|a|``                 the length of a, the root of ``a . a``
``theta``               the angle between them, in radians, from 0 to pi
======================  =====================================================
"""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_real_array, as_real_vector


def dot(a: ArrayLike, b: ArrayLike) -> float:
    """Return the dot product ``a[0] b[0] + ... + a[n-1] b[n-1]``.

    Parameters
    ----------
    a, b : (n,) array_like
        Real vectors, with equally many entries. Without any, the sum is 0.

    Returns
    -------
    float, or int if all entries are integers: then it is exact

    Raises
    ------
    ValueError
        If `a` or `b` is not a vector, or if one has more entries.

    Examples
    --------
    >>> dot([1, 2, 3], [10, 0, -1])
    7
    """
    a, b = as_real_vector(a, "a"), as_real_vector(b, "b")
    _refuse_other_size(a, b)

    total = 0  # not `sum`, which rounds otherwise from Python 3.12 on
    for a_i, b_i in zip(a.tolist(), b.tolist(), strict=True):
        total += a_i * b_i
    return total


def length(a: ArrayLike) -> float:
    """Return the Euclidean length, ``sqrt(a . a)``.

    It is right where the squares of the entries are too large or too small for a float, and 0
    without entries.

    Parameters
    ----------
    a : (n,) array_like

    Raises
    ------
    ValueError
        If `a` is not a vector.

    Examples
    --------
    >>> length([3, 4]), length([3 * 2.0**800, 4 * 2.0**800]) == 5 * 2.0**800, length([])
    (5.0, True, 0.0)
    """
    return math.hypot(*as_real_vector(a, "a").tolist())


def angle(a: ArrayLike, b: ArrayLike) -> float:
    """Return the angle between `a` and `b`: the theta with ``a . b = |a| |b| cos(theta)``.

    Of two unit vectors at the angle theta, the difference is ``2 sin(theta / 2)`` long and the
    sum ``2 cos(theta / 2)``. One of the two is steep everywhere, so that small angles keep their
    digits; the arccosine of the cosine loses them.

    Parameters
    ----------
    a, b : (n,) array_like
        Real vectors, with equally many entries, finite and not zero.

    Returns
    -------
    float
        In radians, from 0 to pi.

    Raises
    ------
    ValueError
        If `a` or `b` is not a vector, has no direction or is not finite, or if one has more
        entries.

    Notes
    -----
    W. Kahan, How futile are mindless assessments of roundoff in floating-point computation?
    (2006), where it treats "mangled angles".

    Examples
    --------
    >>> angle([1, 0], [0, 2]) == math.pi / 2, round(angle([1, 0], [1, 1e-9]), 18)
    (True, 1e-09)
    """
    a, b = as_real_vector(a, "a"), as_real_vector(b, "b")
    _refuse_other_size(a, b)
    _refuse_directionless(a, "a")
    _refuse_directionless(b, "b")

    a, b = _unit(a), _unit(b)
    return 2 * math.atan2(length(a - b), length(a + b))


def as_column(x: ArrayLike) -> NDArray[Any]:
    """Return the vector `x` as a matrix of one column, ``column[i, 0] = x[i]``.

    Parameters
    ----------
    x : (n,) or (n, 1) array_like

    Returns
    -------
    (n, 1) ndarray, a fresh one

    Raises
    ------
    ValueError
        If `x` is neither a vector nor a column. A row of two or more entries is neither.

    Examples
    --------
    >>> as_column([1, 2])
    array([[1],
           [2]])
    """
    x = as_real_array(x, "x")
    if x.ndim not in (1, 2) or (x.ndim == 2 and x.shape[1] != 1):
        raise ValueError(f"x must be a vector or a matrix of one column, got shape {x.shape}")

    return x.reshape(-1, 1).copy()


def _refuse_other_size(a: NDArray[Any], b: NDArray[Any]) -> None:
    if len(a) != len(b):
        raise ValueError(f"b must be as long as a, which has {len(a)} entries, got {len(b)}")


def _refuse_directionless(a: NDArray[Any], name: str) -> None:
    if not np.isfinite(a).all() or not a.any():
        raise ValueError(f"{name} must be finite and not zero, to have a direction, got {a}")


def _unit(a: NDArray[Any]) -> NDArray[Any]:
    a = a.astype(np.float64)
    a = a / np.abs(a).max()  # so that its length is neither infinite nor zero
    return a / length(a)
