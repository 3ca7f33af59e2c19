"""Norms: how long a vector is, how far it reaches in a direction, and what measures its partner.

======================  =====================================================
symbol                  meaning
======================  =====================================================
``x``, ``y``            vectors of n real numbers, arrays of shape (n,)
``p``                   exponent of a norm, from 1 to infinity
``q``                   the exponent that is dual to p: ``1/p + 1/q = 1``
``alpha``               a direction in the plane, from the first axis, in radians
======================  =====================================================
"""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_number, as_real_vector

LEAST = 0.1  # below, the figure that `ball_point` goes round is nothing but its four tips


def norm(x: ArrayLike, p: float = 2) -> float:
    """Return the p-norm, ``(|x[0]|**p + ... + |x[n-1]|**p) ** (1/p)``; for p = inf the largest.

    The largest entry is taken out first, so that no power is too large or too small for a float.

    Parameters
    ----------
    x : (n,) array_like
        A real vector. Without entries its norm is 0.
    p : float
        At least 1; it may be infinite.

    Raises
    ------
    ValueError
        If `x` is not a vector, or if `p` is below 1, where the triangle inequality fails.

    Examples
    --------
    >>> norm([3, -4], 1), norm([3, -4], 2), norm([3, -4], np.inf), norm([3e200, -4e200]) < np.inf
    (7.0, 5.0, 4.0, True)
    """
    x = as_real_vector(x, "x").astype(np.float64)
    p = _as_exponent(p, 1.0)

    sizes = np.abs(x)
    largest = float(sizes.max(initial=0.0))
    if p == math.inf or largest == 0 or not math.isfinite(largest):
        return largest
    total = float(((sizes / largest) ** p).sum())
    return largest * math.pow(total, 1 / p)


def dual_exponent(p: float) -> float:
    """Return the exponent q that is dual to p: ``1/p + 1/q = 1``.

    Parameters
    ----------
    p : float
        At least 1; infinity and 1 are dual to each other.

    Raises
    ------
    ValueError
        If `p` is below 1.

    Examples
    --------
    >>> dual_exponent(3), dual_exponent(2), dual_exponent(1), dual_exponent(np.inf)
    (1.5, 2.0, inf, 1.0)
    """
    p = _as_exponent(p, 1.0)

    if p == 1:
        return math.inf
    return 1.0 if p == math.inf else p / (p - 1)


def steepest(y: ArrayLike, p: float = 2) -> NDArray[np.float64]:
    """Return the x with the largest dot product ``x . y`` among those whose p-norm is 1.

    Entry i is ``sign(y[i]) |y[i]|**(q-1)``, divided by the p-norm of all of these; q is the dual
    exponent of p, and the dot product is the q-norm of y.

    Parameters
    ----------
    y : (n,) array_like
        A real vector, finite and not zero.
    p : float
        At least 1; it may be infinite.

    Returns
    -------
    (n,) ndarray
        For p = 1 all that belongs to the largest entries of y, in equal shares; for infinite p the
        signs of y. For other p it is the only one.

    Raises
    ------
    ValueError
        If `y` is not a vector, is zero or not finite, or if `p` is below 1.

    Examples
    --------
    >>> steepest([3, -4], 1), steepest([3, -4], 2), steepest([3, -4], np.inf)
    (array([ 0., -1.]), array([ 0.6, -0.8]), array([ 1., -1.]))
    """
    y = as_real_vector(y, "y").astype(np.float64)
    if not np.isfinite(y).all() or not y.any():
        raise ValueError(f"y must be finite and not zero, to have a steepest direction, got {y}")
    q = dual_exponent(p)

    y = y / np.abs(y).max()  # so that q - 1 may be infinite: 1 stays, and what is less is 0
    x = np.sign(y) * np.abs(y) ** (q - 1)
    return x / norm(x, p) + 0.0  # no entry is -0


def ball_point(alpha: float, p: float = 2) -> NDArray[np.float64]:
    """Return the point of the plane in direction `alpha` whose p-norm is 1.

    Going round with `alpha` draws the edge of the unit ball. Below p = 1 that is no ball of a
    norm, and yet ``|x[0]|**p + |x[1]|**p = 1`` there.

    Parameters
    ----------
    alpha : float
        In radians, finite.
    p : float
        At least 0.1; it may be infinite.

    Returns
    -------
    (2,) ndarray

    Raises
    ------
    ValueError
        If `alpha` is not finite, or if `p` is below 0.1.

    Examples
    --------
    >>> ball_point(np.pi / 4, 1).round(6), ball_point(np.pi / 4, np.inf).round(6)
    (array([0.5, 0.5]), array([1., 1.]))
    """
    alpha = as_number(alpha, "alpha")
    if not math.isfinite(alpha):
        raise ValueError(f"alpha must be finite, got {alpha}")
    p = _as_exponent(p, LEAST)

    x = np.array([math.cos(alpha), math.sin(alpha)])
    # Below p = 1 the same formula, which is no norm there.
    size = norm(x, p) if p >= 1 else math.pow(norm(np.abs(x) ** p, 1), 1 / p)
    return x / size


def _as_exponent(p: Any, least: float) -> float:
    exponent = as_number(p, "p")
    if not exponent >= least:  # nan is not
        raise ValueError(f"p must be at least {least:g}, or infinite, got {exponent}")
    return exponent
